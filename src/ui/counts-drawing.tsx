import { type CountCell, isTold, type UsualCell } from '../model/count-answer.ts';
import type { CountFrame } from './counts-frame.ts';

interface CountsDrawingProps {
  readonly frame: CountFrame;
  readonly starts: readonly number[];
  /** Milliseconds of a slot. */
  readonly length: number;
  readonly cells: readonly CountCell[];
  readonly usual: readonly (UsualCell | undefined)[];
  /** Row of the slot that is shown. */
  readonly slot: number;
  /** Of patterns, within the page. */
  readonly id: string;
  /** How high what is withheld is drawn at most: the number below which nothing is told. */
  readonly least: number;
}

type Run = { readonly time: number; readonly cell: UsualCell }[];

/** Slots with a usual count that follow each other. */
function listRuns(starts: readonly number[], usual: readonly (UsualCell | undefined)[]): Run[] {
  const runs: Run[] = [[]];
  for (const [row, cell] of usual.entries()) {
    if (cell) runs.at(-1)?.push({ time: starts[row] as number, cell });
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** Bars of what was counted over the band of what is usual. */
export function CountsDrawing({ frame, starts, length, cells, usual, slot, id, least }: CountsDrawingProps) {
  const { toX, toY, top, bottom } = frame;
  const at = (time: number, value: number) => `${toX(time).toFixed(1)} ${toY(value).toFixed(1)}`;
  const steps = (run: Run, of: (cell: UsualCell) => number) =>
    run.map(({ time, cell }) => `L${at(time, of(cell))}L${at(time + length, of(cell))}`).join('');
  const band = (run: Run) => {
    const back = [...run].reverse().map(({ time, cell }) => `L${at(time + length, cell.low)}L${at(time, cell.low)}`);
    return `M${steps(run, ({ high }) => high).slice(1)}${back.join('')}Z`;
  };
  return (
    <g>
      <defs>
        <pattern id={`${id}-usual`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="tw-counts__hatch" x1="0" x2="0" y1="0" y2="5" />
        </pattern>
        <pattern id={`${id}-missing`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path className="tw-counts__cross" d="M0 0l6 6M6 0l-6 6" />
        </pattern>
      </defs>
      {listRuns(starts, usual).map((run) => (
        <g key={run[0]?.time}>
          <path className="tw-counts__usual" fill={`url(#${id}-usual)`} d={band(run)} />
        </g>
      ))}
      {cells.map((cell, row) => {
        const start = starts[row] as number;
        const [x, width] = [toX(start) + 0.3, Math.max(0.5, toX(start + length) - toX(start) - 0.6)];
        if (isTold(cell)) {
          const y = toY(cell.value ?? 0);
          return (
            <rect
              key={start}
              className="tw-counts__bar"
              data-mark={cell.mark}
              {...{ x, width, y }}
              height={toY(0) - y}
            />
          );
        }
        if (cell.mark === 'few' || cell.mark === 'hidden') {
          const y = Math.min(toY(least), toY(0) - 4);
          return <rect key={start} className="tw-counts__withheld" {...{ x, width, y }} height={toY(0) - y} />;
        }
        if (cell.mark === 'none') return null;
        return (
          <rect
            key={start}
            className="tw-counts__missing"
            fill={`url(#${id}-missing)`}
            {...{ x: toX(start), width: toX(start + length) - toX(start), y: top }}
            height={bottom - top}
          />
        );
      })}
      {listRuns(starts, usual).map((run) => (
        <path key={run[0]?.time} className="tw-counts__median" d={`M${steps(run, ({ median }) => median).slice(1)}`} />
      ))}
      <rect
        className="tw-counts__moment"
        x={toX(starts[slot] as number)}
        width={Math.max(2, toX((starts[slot] as number) + length) - toX(starts[slot] as number))}
        y={top}
        height={bottom - top}
      />
    </g>
  );
}
