/** Passages as dimension lines at the height of a belt: from wall to wall, with ticks and the width; what is too narrow in red. */
import { BODY_WIDTH } from '../model/crowd.ts';
import type { Passage, RouteAnswer } from '../model/crowd-answer.ts';
import type { Language } from '../store/twin.ts';
import { areaColors } from './crowd-areas.ts';
import type { CrowdLabel } from './crowd-labels.ts';
import type { CrowdLine } from './crowd-lines.ts';
import type { RdPlace } from './frames.ts';

export interface DimensionsView {
  readonly passages: readonly Passage[];
  /** Emergency routes: where they are too narrow is measured too. */
  readonly routes: readonly RouteAnswer[];
  /** Id of the passage that stands out. */
  readonly chosen: string | undefined;
  readonly language: Language;
}

export interface Dimensions {
  readonly lines: readonly CrowdLine[];
  readonly labels: readonly CrowdLabel[];
}

/** m over the ground. */
const BELT = 1.2;
const TICK = 0.35;
/** m: as wide a passage is none that anybody measures. */
const WIDE = 12;
/** Of those that people can go through the narrowest so many: all of them, as the list has them, would hide the square. */
const MOST = 12;
/** m: less is no change. */
const SAME = 0.01;

const format = (language: Language) =>
  new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const isChanged = ({ widthBefore, widthNow }: Passage) => Math.abs(widthBefore - widthNow) > SAME;

type Span = readonly [ax: number, ay: number, bx: number, by: number];
type ReadNap = (x: number, y: number) => number;

const lengthOf = ([ax, ay, bx, by]: Span) => Math.hypot(bx - ax, by - ay);

/** Level, over the higher of both ends, with a tick upright and one across at each. */
function lineOf(span: Span, color: string, width: number, nap: ReadNap): CrowdLine[] {
  const [ax, ay, bx, by] = span;
  const length = lengthOf(span);
  if (length < 0.05) return [];
  const level = Math.max(nap(ax, ay), nap(bx, by)) + BELT;
  const at = (x: number, y: number, up = 0): RdPlace => ({ x, y, nap: level + up });
  const [px, py] = [((by - ay) / length) * TICK * 0.6, ((ax - bx) / length) * TICK * 0.6];
  const ends = [
    [ax, ay],
    [bx, by],
  ] as const;
  return [
    { points: [at(ax, ay), at(bx, by)], color, width },
    ...ends.flatMap(([x, y]) => [
      { points: [at(x, y, -TICK), at(x, y, TICK)], color, width },
      { points: [at(x - px, y - py), at(x + px, y + py)], color, width },
    ]),
  ];
}

/** The line itself and its middle, level as it is drawn. */
function labelPlace([ax, ay, bx, by]: Span, nap: ReadNap): Required<Pick<CrowdLabel, 'at' | 'line'>> {
  const level = Math.max(nap(ax, ay), nap(bx, by)) + BELT;
  const at = (x: number, y: number): RdPlace => ({ x, y, nap: level });
  return { at: at((ax + bx) / 2, (ay + by) / 2), line: [at(ax, ay), at(bx, by)] };
}

/** Whether a passage lies where a route is narrowest: the same place is not measured twice. */
const isAt = ([ax, ay, bx, by]: Span, [px, py, qx, qy]: Span) =>
  Math.hypot((ax + bx - px - qx) / 2, (ay + by - py - qy) / 2) < 2;

function listWorthwhile(passages: readonly Passage[], chosen: string | undefined): readonly Passage[] {
  const open = passages.filter(({ widthNow }) => widthNow >= BODY_WIDTH && widthNow <= WIDE);
  const narrowest = open.toSorted((a, b) => a.widthNow - b.widthNow).slice(0, MOST);
  const pointed = passages.find(({ id }) => id === chosen);
  return pointed && !narrowest.includes(pointed) ? [...narrowest, pointed] : narrowest;
}

export function listDimensions({ passages, routes, chosen, language }: DimensionsView, nap: ReadNap): Dimensions {
  const { format: write } = format(language);
  const lines: CrowdLine[] = [];
  const labels: CrowdLabel[] = [];
  const narrow = routes.filter(({ verdict }) => verdict !== 'ok');
  for (const { id, across, freeM, neededM } of narrow) {
    if (!across) continue;
    lines.push(...lineOf(across, areaColors.tooNarrow, 3, nap));
    const text = `${write(freeM)} m < ${write(neededM)} m`;
    labels.push({ id: `route ${id}`, ...labelPlace(across, nap), text, kind: 'alarm', importance: 60, reach: 500 });
  }
  for (const passage of listWorthwhile(passages, chosen)) {
    const { id, line, parts, widthBefore, widthNow } = passage;
    const isChosen = id === chosen;
    const spans = parts.length > 0 ? parts : [line];
    const widest = spans.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    const isNarrow = narrow.some(({ across }) => across && isAt(across, widest));
    if (isNarrow && !isChosen) continue;
    const color = isNarrow ? areaColors.tooNarrow : areaColors.entry;
    for (const span of spans) lines.push(...lineOf(span, color, isChosen ? 4 : 2.5, nap));
    const now = `${write(widthNow)} m`;
    labels.push({
      id: `passage ${id}`,
      ...labelPlace(widest, nap),
      text: isChosen && isChanged(passage) ? `${write(widthBefore)} → ${now}` : now,
      kind: isNarrow ? 'alarm' : isChosen ? 'strong' : 'plain',
      importance: isChosen ? 100 : (isChanged(passage) ? 40 : 20) / (1 + widthNow / 4),
      reach: isChosen ? 2000 : 240,
    });
  }
  return { lines, labels };
}
