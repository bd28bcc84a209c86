/** The answer of `cli counts` as JSON: moments with their offset, `null` for what is not told. */
import {
  type CellMark,
  type CountCell,
  type CountPeak,
  type GateCounts,
  isTold,
  type UsualCell,
} from '../../model/count-answer.ts';
import { countWays } from '../../model/count-choice.ts';
import { MINUTE, writeMoment } from '../../model/count-time.ts';
import type { CountsReport } from '../counts.ts';

/** Standard errors to either side that hold the truth 95 times in a hundred. */
export const SURE = 1.96;

const round = (value: number) => Math.round(value * 10) / 10 + 0;

interface ToldCount {
  readonly count: number | null;
  readonly mark: CellMark;
  /** Of what is known to a range only. */
  readonly between?: readonly [number, number];
}

const describeCell = (cell: CountCell | undefined): ToldCount => {
  if (!cell) return { count: null, mark: 'none' };
  const { mark, value, low, high } = cell;
  return {
    count: isTold(cell) ? Math.round(value ?? 0) : null,
    mark,
    ...(mark === 'about' && { between: [low, high] as const }),
  };
};

/** Of other days: what is fewer than is shown is not told there either. */
function describeUsual(usual: UsualCell | undefined, least: number) {
  if (!usual) return null;
  const told = (value: number) => (value < least ? null : round(value));
  return { days: usual.days, median: told(usual.median), low: told(usual.low), high: told(usual.high) };
}

export function describeCounts({ answer, gates, leastShown, days, rows, refused, notes }: CountsReport) {
  const { starts, slotMinutes, presence, comparable, states, day } = answer;
  const [first, end] = answer.span;
  const startOf = (slot: number) => writeMoment(starts[slot] as number);
  const endOf = (slot: number) => writeMoment((starts[slot] as number) + slotMinutes * MINUTE);
  const titles = new Map(gates.map(({ id, title }) => [id, title]));
  const describePeak = ({ peaks, usual }: GateCounts, way: (typeof countWays)[number]) => {
    const peak: CountPeak | undefined = peaks[way];
    if (!peak) return null;
    const { slot, value, filled, error, from, until } = peak;
    return {
      from: startOf(slot),
      until: endOf(slot),
      count: Math.round(value),
      filledIn: Math.round(filled),
      error95: round(SURE * error),
      mayBe: [startOf(from), endOf(until)],
      usual: describeUsual(usual[way][slot], leastShown),
    };
  };
  const byWay = <T>(of: (way: (typeof countWays)[number]) => T) =>
    Object.fromEntries(countWays.map((way) => [way, of(way)]));
  const describeGate = (own: GateCounts) => ({
    ...(own.gate !== '' && { gate: own.gate, title: titles.get(own.gate) ?? own.gate }),
    totals: byWay((way) => describeCell(own.totals[way])),
    net: own.net ? { count: Math.round(own.net.value), error95: round(SURE * own.net.error) } : null,
    peaks: byWay((way) => describePeak(own, way)),
    profile: starts.slice(first, end).map((start, i) => ({
      start: writeMoment(start),
      in: describeCell(own.cells.in[first + i]),
      out: describeCell(own.cells.out[first + i]),
      usualIn: describeUsual(own.usual.in[first + i], leastShown),
      usualOut: describeUsual(own.usual.out[first + i], leastShown),
    })),
  });
  const moment = ({ time, value, error }: { time: number; value: number; error: number }) => ({
    time: writeMoment(time),
    estimate: Math.round(value),
    between: [Math.round(value - SURE * error), Math.round(value + SURE * error)],
  });
  return {
    ...{ day, slotMinutes, leastShown, days, rows, refused },
    intervals: states,
    comparable: { kind: comparable.kind, days: comparable.days, band: comparable.isRange ? 'range' : '10-90%' },
    town: describeGate(answer.town),
    gates: answer.gates.map(describeGate),
    present: presence
      ? {
          start: writeMoment(presence.start),
          moments: presence.moments.map(moment),
          most: presence.most ? moment(presence.most) : null,
          drift: presence.drift
            ? { ...moment(presence.drift), share: Math.round(presence.driftShare * 1e4) / 1e4 }
            : null,
          negative: presence.negative,
          gaps: presence.gaps.map(({ from, until, value, ...gap }) => ({
            ...gap,
            from: writeMoment(from),
            until: writeMoment(until),
            estimate: Math.round(value),
          })),
        }
      : null,
    notes,
  };
}
