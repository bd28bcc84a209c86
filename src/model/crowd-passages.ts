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
/** m: how far along the way two layouts' measurings of one passage may be apart; cosine of the angle between them; m beside its ends. */
const ALONG = 3;
const PARALLEL = 0.9;
const SLACK = 0.3;

const lengthOf = ([x1, y1, x2, y2]: Line): number => Math.hypot(x2 - x1, y2 - y1);

const isSame = (a: Line, b: readonly number[]): boolean =>
  Math.hypot(a[0] - (b[0] as number), a[1] - (b[1] as number)) < SAME &&
  Math.hypot(a[2] - (b[2] as number), a[3] - (b[3] as number)) < SAME;

/** Where it is counted who goes through: the whole line, or on open ground the gap itself, all of its free parts. */
function countedLine({ line, parts, widthBefore }: Passage): Line {
  if (widthBefore <= WIDEST) return line;
  return parts.reduce<Line>((best, part) => (lengthOf(part) > lengthOf(best) ? [...part] : best), parts[0] ?? line);
}

/** m between the middle of the shorter and the longer, along the way; undefined where they do not lie across the same way. */
function distanceAlong(a: Line, b: Line): number | undefined {
  const [short, long] = lengthOf(a) < lengthOf(b) ? [a, b] : [b, a];
  const [size, own] = [lengthOf(long), lengthOf(short)];
  if (own === 0) return undefined;
  const [ux, uy] = [(long[2] - long[0]) / size, (long[3] - long[1]) / size];
  if (Math.abs(ux * (short[2] - short[0]) + uy * (short[3] - short[1])) < PARALLEL * own) return undefined;
  const [dx, dy] = [(short[0] + short[2]) / 2 - long[0], (short[1] + short[3]) / 2 - long[1]];
  const across = dx * ux + dy * uy;
  const away = Math.abs(dx * uy - dy * ux);
  return across < -SLACK || across > size + SLACK || away > ALONG ? undefined : away;
}

interface PassageOfLayout {
  /** In the layout's own answer; undefined where nothing is placed there. */
  readonly id: string | undefined;
  readonly widthM: number;
  readonly capacityPersonsPerSecond: number;
}

export interface PassageRow {
  readonly line: Line;
  /** Without anything that is placed, m; undefined: open ground. */
  readonly widthBefore: number | undefined;
  /** By layout; undefined where it leaves open ground there, and no passage. */
  readonly now: readonly (PassageOfLayout | undefined)[];
}

type Writable = { line: Line; widthBefore: number | undefined; now: (PassageOfLayout | undefined)[] };

/** Those of all layouts once, what differs between them first, then the narrowest that lets anyone through. */
export function joinPassages(layouts: readonly (readonly Passage[])[]): PassageRow[] {
  const rows: Writable[] = [];
  for (const [l, passages] of layouts.entries()) {
    const former = [...rows];
    for (const passage of passages) {
      const line = countedLine(passage);
      const row = nearestRow(former, line, l) ?? addRow(rows, passage, line, layouts.length);
      // The longest of them: what goes through any of them goes through it.
      if (lengthOf(line) > lengthOf(row.line)) row.line = line;
      const { id, widthNow, capacityPersonsPerSecond } = passage;
      row.now[l] = { id, widthM: widthNow, capacityPersonsPerSecond };
    }
  }
  return rows.sort((a, b) => rankOf(a) - rankOf(b) || leastWidth(a) - leastWidth(b) || a.line[0] - b.line[0]);
}

/** Of layouts before, across the same way, and not this layout's already. */
function nearestRow(former: readonly Writable[], line: Line, layout: number): Writable | undefined {
  let best: { row: Writable; away: number } | undefined;
  for (const row of former) {
    if (row.now[layout]?.id !== undefined) continue;
    const away = distanceAlong(row.line, line);
    if (away !== undefined && (!best || away < best.away)) best = { row, away };
  }
  return best?.row;
}

function addRow(rows: Writable[], { widthBefore }: Passage, line: Line, layouts: number): Writable {
  const isOpen = widthBefore > WIDEST;
  // In a street nothing stands there in the other layout: it has its whole width.
  const capacityPersonsPerSecond = widthBefore * CAPACITY_PER_METRE;
  const whole = isOpen ? undefined : { id: undefined, widthM: widthBefore, capacityPersonsPerSecond };
  const row: Writable = {
    line,
    widthBefore: isOpen ? undefined : widthBefore,
    now: Array.from({ length: layouts }, () => whole),
  };
  rows.push(row);
  return row;
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
