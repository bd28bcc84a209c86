/**
 * Passages of one layout or of two side by side: the same line across the ground is the same passage, also where one of them leaves it
 * open. What goes through is counted on that line in each.
 */
import { BODY_WIDTH, CAPACITY_PER_METRE, type CrowdGate } from './crowd.ts';
import type { Passage } from './crowd-answer.ts';

type Line = Passage['line'];

/** m: both ends of two lines as close as this are of one passage. */
const SAME = 0.75;
/** m: on wider ground a line across all of it says nothing of one gap. */
const WIDEST = 12;
/** Counted at most: on a full market there are gaps between all stalls. */
const MOST_COUNTED = 12;

const isSame = (a: Line, b: readonly number[]): boolean =>
  Math.hypot(a[0] - (b[0] as number), a[1] - (b[1] as number)) < SAME &&
  Math.hypot(a[2] - (b[2] as number), a[3] - (b[3] as number)) < SAME;

/** Where it is counted who goes through: the whole line, or on open ground the gap itself. */
function countedLine({ line, parts, widthBefore }: Passage): Line {
  if (widthBefore <= WIDEST) return line;
  const [first] = parts;
  return first ? [first[0], first[1], first[2], first[3]] : line;
}

interface PassageOfLayout {
  readonly widthM: number;
  readonly capacityPersonsPerSecond: number;
}

export interface PassageRow {
  readonly line: Line;
  /** Without anything that is placed, m. */
  readonly widthBefore: number;
  /** By layout; undefined where it leaves open ground there, and no passage. */
  readonly now: readonly (PassageOfLayout | undefined)[];
}

/** Those of all layouts once, what differs between them first, then the narrowest that lets anyone through. */
export function joinPassages(layouts: readonly (readonly Passage[])[]): PassageRow[] {
  const rows: { line: Line; widthBefore: number; now: (PassageOfLayout | undefined)[] }[] = [];
  for (const [l, passages] of layouts.entries()) {
    for (const passage of passages) {
      const { widthBefore, widthNow, capacityPersonsPerSecond } = passage;
      const line = countedLine(passage);
      let row = rows.find((each) => isSame(each.line, line));
      if (!row) {
        // In a street nothing stands there in the other layout: it has its whole width.
        const whole = { widthM: widthBefore, capacityPersonsPerSecond: widthBefore * CAPACITY_PER_METRE };
        row = { line, widthBefore, now: layouts.map(() => (widthBefore <= WIDEST ? whole : undefined)) };
        rows.push(row);
      }
      row.now[l] = { widthM: widthNow, capacityPersonsPerSecond };
    }
  }
  return rows.sort((a, b) => rankOf(a) - rankOf(b) || leastWidth(a) - leastWidth(b) || a.line[0] - b.line[0]);
}

const leastWidth = ({ now }: PassageRow): number => Math.min(...now.map((each) => each?.widthM ?? Infinity));

/** What differs between layouts, then what lets anyone through, then gaps that are narrower than a body. */
function rankOf(row: PassageRow): number {
  const least = leastWidth(row);
  if (row.now.some((each) => each === undefined || each.widthM > least + 0.01)) return 0;
  return least >= BODY_WIDTH ? 1 : 2;
}

const gateId = (row: number): string => `passage-${row + 1}`;

/** Counted in each of the layouts, so that they can be compared. */
export const passageGates = (layouts: readonly (readonly Passage[])[]): CrowdGate[] =>
  joinPassages(layouts)
    .slice(0, MOST_COUNTED)
    .map(({ line }, row) => ({ id: gateId(row), line: [...line] }));

/** The gate of a passage; undefined where it was not counted. */
export const gateOf = ({ line }: PassageRow, gates: readonly CrowdGate[]): CrowdGate | undefined =>
  gates.find((gate) => gate.id.startsWith('passage-') && isSame(line, gate.line));
