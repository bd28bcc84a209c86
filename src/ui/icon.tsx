/** Line drawings of 24 × 24; always beside or inside something with a name, so hidden from screen readers. */
const paths = {
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  home: 'M4 11.5 12 5l8 6.5M6.500 10v9h11v-9M10 19v-5h4v5',
  above: 'M12 3v10m0 0-3.500-3.500M12 13l3.500-3.500M4 17l8-3.500 8 3.500-8 3.500Z',
  walk: 'M13 4.200a1.400 1.400 0 1 1-2.800 0 1.400 1.400 0 0 1 2.800 0ZM8.500 11.500l1-3 2.500-1 1.500 3 2.500 1M11.500 8l-.700 5.500 2.700 2.500 1 4.500M10.500 14l-1 3-2.500 3.500',
  moves:
    'M12 4v16M4 12h16M12 4 9.500 6.500M12 4l2.500 2.500M12 20l-2.500-2.500M12 20l2.500-2.500M4 12l2.500-2.500M4 12l2.500 2.500M20 12l-2.500-2.500M20 12l-2.500 2.500',
  up: 'M12 19V5m0 0-5.500 5.500M12 5l5.500 5.500',
  down: 'M12 5v14m0 0 5.500-5.500M12 19l-5.500-5.500',
  left: 'M19 12H5m0 0 5.500 5.500M5 12l5.500-5.500',
  right: 'M5 12h14m0 0-5.500 5.500M19 12l-5.500-5.500',
  turnLeft: 'M6 8h8.500a4.500 4.500 0 0 1 0 9H9M6 8l3.500-3.500M6 8l3.500 3.500',
  turnRight: 'M18 8H9.500a4.500 4.500 0 0 0 0 9H15M18 8l-3.500-3.500M18 8l-3.500 3.500',
  tiltUp: 'M5 18c2-7 12-7 14 0M12 13V5m0 0L8.500 8.500M12 5l3.500 3.500',
  tiltDown: 'M5 6c2 7 12 7 14 0M12 11v8m0 0-3.500-3.500M12 19l3.500-3.500',
  fullScreen: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  share: 'M12 15V4m0 0L8 8m4-4 4 4M5 12v7.500h14V12',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM15.500 15.500 20.500 20.500',
  close: 'M6 6l12 12M18 6 6 18',
  chevronDown: 'm6 9.500 6 6 6-6',
  chevronUp: 'm6 15 6-6 6 6',
  chevronRight: 'm9.500 6 6 6-6 6',
  chevronLeft: 'm14.500 6-6 6 6 6',
  view: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  age: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.500l3.500 2',
  height: 'M5 20h14M9 20V5.500h6V20M5 5.500V16M3.500 7 5 5.500 6.500 7M3.500 14.500 5 16l1.500-1.500',
  place:
    'M12 21s-6.500-6-6.500-11a6.500 6.500 0 0 1 13 0c0 5-6.500 11-6.500 11ZM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  street: 'M8.500 20 10.500 4M15.500 20 13.500 4M12 6v2.500M12 11v2.500M12 16v3',
  previousBuilding: 'M12 20V9l4-3.500L20 9v11ZM8 9.500l-4 4 4 4',
  nextBuilding: 'M4 20V9l4-3.500L12 9v11ZM16 9.500l4 4-4 4',
  copy: 'M9 9h10.500v11H9ZM15 9V4.500H4.500v11H9',
  warning: 'M12 4 2.500 20h19ZM12 10v4.500M12 17.200v.300',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="tw-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
