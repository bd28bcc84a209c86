/** The answer of `cli counts` as tables for people. */
import { type CountCell, type GateCounts, isTold } from '../../model/count-answer.ts';
import type { CountWay } from '../../model/count-choice.ts';
import { MINUTE, writeTime } from '../../model/count-time.ts';
import type { CountsReport } from '../counts.ts';
import { SURE } from './describe.ts';

type Row = readonly string[];

/** The first column to the left, the others to the right. */
function align(rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => (row[c] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] as number) : cell.padStart(widths[c] as number)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function writeCountTables({ answer, gates, leastShown }: CountsReport, way: CountWay): string {
  const { starts, slotMinutes, presence, comparable, town } = answer;
  const [first, end] = answer.span;
  const plain: Partial<Record<CountCell['mark'], string>> = { few: `< ${leastShown}`, hidden: 'hidden', none: '-' };
  const before: Partial<Record<CountCell['mark'], string>> = { about: '~', part: '>=' };
  const write = (cell: CountCell | undefined) => {
    if (!cell) return '-';
    if (!isTold(cell)) return plain[cell.mark] ?? cell.mark;
    return `${before[cell.mark] ?? ''}${Math.round(cell.value ?? 0)}${cell.mark === 'late' ? ' late' : ''}`;
  };
  const title = (id: string) => gates.find((gate) => gate.id === id)?.title ?? 'all';
  const slot = (row: number, last = row) =>
    `${writeTime(starts[row] as number)}-${writeTime((starts[last] as number) + slotMinutes * MINUTE)}`;
  const peak = town.peaks[way];
  const usual = peak && town.usual[way][peak.slot];
  const toRow = (own: GateCounts): Row => [
    title(own.gate),
    write(own.totals.in),
    write(own.totals.out),
    own.net ? String(Math.round(own.net.value)) : '-',
    own.net ? String(Math.round(SURE * own.net.error)) : '-',
    own.peaks[way] ? slot(own.peaks[way].slot) : '-',
    peak ? write(own.cells[way][peak.slot]) : '-',
  ];
  const lines = [
    peak
      ? `${answer.day}: most (${way}) ${slot(peak.slot)}: ${Math.round(peak.value)} +- ${Math.round(SURE * peak.error)} (95%)${peak.filled > 0 ? `, of which ${Math.round(peak.filled)} filled in` : ''}${peak.from < peak.until ? `; may be anywhere in ${slot(peak.from, peak.until)}` : ''}`
      : `${answer.day}: too little was counted for a busiest moment`,
    usual
      ? `usual then: ${usual.low < leastShown ? `< ${leastShown}` : Math.round(usual.low)} to ${Math.round(usual.high)} on ${usual.days} comparable days (${comparable.kind})`
      : `too few comparable days (${comparable.kind}) to say what is usual`,
    '',
    align([
      ['gate', 'in', 'out', 'net', '+-', `peak (${way})`, "at the town's peak"],
      ...answer.gates.map(toRow),
      toRow(town),
    ]),
    '',
    align([
      ['start', ...answer.gates.flatMap(({ gate }) => [`${gate} in`, `${gate} out`])],
      ...starts
        .slice(first, end)
        .map((start, i) => [
          writeTime(start),
          ...answer.gates.flatMap(({ cells }) => [write(cells.in[first + i]), write(cells.out[first + i])]),
        ]),
    ]),
  ];
  if (presence) {
    const { most, drift, gaps } = presence;
    const about = (value: number, error: number) => `${Math.round(value)} +- ${Math.round(SURE * error)}`;
    lines.push(
      '',
      `in the centre, beside who was there at ${writeTime(presence.start)}:${most ? ` most ${about(most.value, most.error)} at ${writeTime(most.time)};` : ''}` +
        `${drift ? ` at the end ${about(drift.value, drift.error)} (${(presence.driftShare * 100).toFixed(1)}% of all who went in)` : ''}`,
      ...gaps.map(
        (gap) =>
          `filled in: ${title(gap.gate)} ${gap.direction} ${writeTime(gap.from)}-${writeTime(gap.until)}, ${gap.state}: ${Math.round(gap.value)} by ${gap.by}`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}
