/** What stands on the market square during the fair: stalls in rows, stage, bars, toilets, first aid, fences. Town frame. */
import { eventLibrary } from '../model/event-library.ts';
import type { EventFence, EventLayout, EventObject, EventObjectKind } from '../model/event-plan.ts';
import { onMarket, turns } from './fair-site.ts';
import { origin, type Path, type Point, points } from './point.ts';

const round = (metres: number) => Math.round(metres * 1000) / 1000;
/** Flat, in RD New. */
export const toRd = (path: Path): number[] => path.flatMap(({ x, y }) => [round(x + origin.x), round(y + origin.y)]);

interface Stand {
  readonly kind: EventObjectKind;
  readonly along: number;
  readonly across: number;
  readonly turn: keyof typeof turns;
  readonly name?: string;
  /** Of its own. */
  readonly size?: readonly [length: number, width: number, height: number];
}

/** m between the middles of two stalls in a row: nobody squeezes through between them. */
const PITCH = 4.3;
/** m: half the avenue. */
const AVENUE = 2.75;
const stallRow = (along: number, side: 1 | -1, count: number): Stand[] =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'stall' as const,
    along,
    across: side * (AVENUE + eventLibrary.stall.length / 2 + i * PITCH),
    turn: 'across' as const,
  }));

/** Along the avenue, m: two aisles, with stalls on both sides. */
const ROWS = [13, 20.2, 22.8, 30] as const;
const cabins: Stand[] = Array.from({ length: 6 }, (_, i) => ({
  kind: 'toilet-cabin' as const,
  along: 54 + i * 1.3,
  across: -36,
  turn: 'along' as const,
}));

const stands: readonly Stand[] = [
  ...ROWS.flatMap((along) => [...stallRow(along, -1, 8), ...stallRow(along, 1, 4)]),
  { kind: 'stage', along: 64, across: -9, turn: 'across', name: 'Podium' },
  ...[-12.75, -10.25, -7.75, -5.25].map((across): Stand => ({ kind: 'barrier', along: 58.5, across, turn: 'across' })),
  { kind: 'bar', along: 44, across: 13, turn: 'along', name: 'Bar zuid' },
  { kind: 'bar', along: 52, across: 13, turn: 'along', name: 'Bar noord' },
  ...cabins,
  { kind: 'accessible-toilet', along: 62.5, across: -36, turn: 'along' },
  { kind: 'own', along: 41, across: -40, turn: 'along', name: 'Draaimolen', size: [7, 7, 5] },
  ...[
    [36, 8],
    [36, 17],
    [58, 8],
    [58, 17],
  ].map(([along, across]) => ({ kind: 'tree', along, across, turn: 'along' }) as Stand),
  // Between these two people come from Hoogstraat zuid: 4.00 m.
  { kind: 'first-aid', along: 0, across: -3.5, turn: 'along', name: 'EHBO' },
  { kind: 'container', along: 0, across: 3.22, turn: 'along', name: 'Container' },
];

/** 1.20 m wide, 0.30 m from the container: 2.50 m of the 4.00 m is left. */
const cabinInPassage: Stand = {
  kind: 'toilet-cabin',
  along: 0,
  across: 1.1,
  turn: 'along',
  name: 'Toiletcabine in de doorgang',
};

function toObjects(list: readonly Stand[]): EventObject[] {
  const count: Partial<Record<EventObjectKind, number>> = {};
  return list.map(({ kind, along, across, turn, name, size }) => {
    const number = (count[kind] ?? 0) + 1;
    count[kind] = number;
    const [x, y] = toRd([onMarket(along, across)]) as [number, number];
    const { length, width, height } = eventLibrary[kind];
    const [ownLength, ownWidth, ownHeight] = size ?? [length, width, height];
    return {
      id: `${kind}-${number}`,
      kind,
      ...(name && { name }),
      x,
      y,
      turnDegrees: turns[turn],
      length: ownLength,
      width: ownWidth,
      height: ownHeight,
    };
  });
}

const fence = (id: string, kind: EventFence['kind'], line: readonly Point[]): EventFence => ({
  id,
  kind,
  line: toRd(line),
});

/** From first aid and container to the walls beside the street, and across the alley to the church. */
const fences: readonly EventFence[] = [
  fence('hek-west', 'fence', [onMarket(-1.5, -5.05), ...points('1389,1679.2')]),
  fence('hek-oost', 'fence', [onMarket(-3.03, 4.49), ...points('1408.2,1679.2')]),
  fence('afsluiting-kerkpad', 'closure', points('1338,1759.5 1334.6,1754.6')),
];

export const fairLayouts: readonly EventLayout[] = [
  { id: 'a', title: 'Doorgang vrij', objects: toObjects(stands), fences },
  { id: 'b', title: 'Toiletcabine in de doorgang', objects: toObjects([...stands, cabinInPassage]), fences },
];
