/** Passages as dimension lines at the height of a belt: from wall to wall, with ticks and the width; what is too narrow in red. */
import type { Passage } from '../model/crowd-answer.ts';
import type { EmergencyRoute } from '../model/event-plan.ts';
import type { Language } from '../store/twin.ts';
import { areaColors, narrowFor } from './crowd-areas.ts';
import type { CrowdLabel } from './crowd-labels.ts';
import type { CrowdLine } from './crowd-lines.ts';
import type { RdPlace } from './frames.ts';

export interface DimensionsView {
  readonly passages: readonly Passage[];
  readonly routes: readonly EmergencyRoute[];
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
/** m: as wide a passage is none that anybody measures, unless it changed. */
const WIDE = 14;
/** m: less is no change. */
const SAME = 0.01;

const format = (language: Language) =>
  new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const isChanged = ({ widthBefore, widthNow }: Passage) => Math.abs(widthBefore - widthNow) > SAME;

export function listDimensions(
  { passages, routes, chosen, language }: DimensionsView,
  nap: (x: number, y: number) => number,
): Dimensions {
  const lines: CrowdLine[] = [];
  const labels: CrowdLabel[] = [];
  const { format: write } = format(language);
  for (const passage of passages) {
    const { id, line, parts, widthBefore, widthNow } = passage;
    const isChosen = id === chosen;
    const route = narrowFor(passage, routes);
    if (!isChosen && !route && !isChanged(passage) && widthNow > WIDE) continue;
    const color = route ? areaColors.tooNarrow : areaColors.entry;
    const width = isChosen ? 4 : 2.5;
    const spans = parts.length > 0 ? parts : [line];
    let widest = spans[0] as (typeof spans)[number];
    for (const span of spans) {
      const [ax, ay, bx, by] = span;
      const length = Math.hypot(bx - ax, by - ay);
      if (length > Math.hypot(widest[2] - widest[0], widest[3] - widest[1])) widest = span;
      if (length < 0.05) continue;
      // Level, over the higher of both ends.
      const level = Math.max(nap(ax, ay), nap(bx, by)) + BELT;
      const at = (x: number, y: number, up = 0): RdPlace => ({ x, y, nap: level + up });
      const [px, py] = [((by - ay) / length) * TICK * 0.6, ((ax - bx) / length) * TICK * 0.6];
      lines.push({ points: [at(ax, ay), at(bx, by)], color, width });
      for (const [x, y] of [
        [ax, ay],
        [bx, by],
      ] as const) {
        lines.push({ points: [at(x, y, -TICK), at(x, y, TICK)], color, width });
        lines.push({ points: [at(x - px, y - py), at(x + px, y + py)], color, width });
      }
    }
    const [x, y] = [(widest[0] + widest[2]) / 2, (widest[1] + widest[3]) / 2];
    const now = `${write(widthNow)} m`;
    const change = isChosen && isChanged(passage) ? `${write(widthBefore)} → ${now}` : now;
    labels.push({
      id: `passage ${id}`,
      at: { x, y, nap: nap(x, y) + BELT + 0.45 },
      text: route ? `${change} < ${write(route.widthM)} m` : change,
      kind: route ? 'alarm' : isChosen ? 'strong' : 'plain',
      importance: isChosen ? 100 : route ? 60 : isChanged(passage) ? 40 : 20 / (1 + widthNow / 4),
      reach: isChosen ? 2000 : 320,
    });
  }
  return { lines, labels };
}
