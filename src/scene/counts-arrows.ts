/** Counts at the entries as arrows on the ground: towards the centre and away from it, as wide as what was counted. */
import { type CountCell, isTold } from '../model/count-answer.ts';
import { type ArrowScale, arrowWidth, flowColors, flowWords, THINNEST } from '../model/count-arrows.ts';
import type { CountFlow } from '../store/counts.ts';
import type { Language } from '../store/twin.ts';
import type { CrowdLabel } from './crowd-labels.ts';
import type { PaintPiece } from './crowd-paint.ts';
import { arrowRing, closedLine, dashesOf, type FlatRing, stripAlong } from './crowd-strip.ts';

type FlowWay = 'in' | 'out';
const ways: readonly FlowWay[] = ['in', 'out'];

/** m, from foot to point; and between two arrows of a gate. */
const LENGTH = 40;
const BETWEEN = 1.2;
/** m over the ground. */
const TEXT_HEIGHT = 6;

export interface FlowsView {
  readonly flows: readonly CountFlow[];
  readonly scale: ArrowScale;
  readonly language: Language;
  /** Counts below it are withheld. */
  readonly leastShown: number;
}

const widthOf = (cell: CountCell, scale: ArrowScale): number =>
  isTold(cell) && cell.value !== undefined ? arrowWidth(cell.value, scale) : THINNEST;

/** On the right of who goes that way, as traffic does. */
function ringOf({ gate }: CountFlow, way: FlowWay, width: number): FlatRing {
  const degrees = way === 'in' ? gate.inDegrees : gate.inDegrees + 180;
  const angle = (degrees * Math.PI) / 180;
  const [s, c] = [Math.sin(angle), Math.cos(angle)];
  const aside = width / 2 + BETWEEN;
  const foot = [gate.x + aside * c - (LENGTH / 2) * s, gate.y - aside * s - (LENGTH / 2) * c] as const;
  return arrowRing(foot, degrees, { length: LENGTH, width });
}

export const listFlowRings = ({ flows, scale }: Pick<FlowsView, 'flows' | 'scale'>) =>
  flows.flatMap((flow) => ways.map((way) => ({ flow, way, ring: ringOf(flow, way, widthOf(flow[way], scale)) })));

/** `12`, `≥ 12` where parts of it are missing, `< 5` where it is withheld, `…` where it would give away another, `?` where nobody knows. */
export function writeCell(cell: CountCell, leastShown: number, language: Language): string {
  const { format } = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 0 });
  if (cell.mark === 'few') return `< ${format(leastShown)}`;
  if (cell.mark === 'hidden') return '…';
  if (!isTold(cell) || cell.value === undefined) return '?';
  const signs: Partial<Record<CountCell['mark'], string>> = { part: '≥ ', about: '± ' };
  return `${signs[cell.mark] ?? ''}${format(cell.value)}`;
}

export function listFlowPieces(view: FlowsView): readonly PaintPiece[] {
  return listFlowRings(view).flatMap(({ flow, way, ring }) => {
    const { mark } = flow[way];
    const isCounted = isTold(flow[way]);
    const line = closedLine(ring);
    const edge = (width: number, color: string, layer: number, parts: readonly (readonly number[])[] = [line]) =>
      parts.flatMap((part) =>
        stripAlong(part, width).map((each): PaintPiece => ({ rings: [each], color, alpha: 1, layer })),
      );
    const color = flowColors[way];
    // Withheld has an edge, unknown a dashed one: neither has a width that says anything.
    if (!isCounted)
      return [
        { rings: [ring], color: flowColors.edge, alpha: 0.6, layer: 0 },
        ...edge(
          0.5,
          flow.isSelected ? flowColors.chosen : flowColors.quiet,
          2,
          mark === 'few' || mark === 'hidden' ? [line] : dashesOf(line, 2, 1.4),
        ),
      ];
    return [
      ...edge(flow.isSelected ? 2.2 : 0.9, flow.isSelected ? flowColors.chosen : flowColors.edge, 0),
      { rings: [ring], color, alpha: 0.92, layer: 1 },
    ];
  });
}

export function listFlowLabels(view: FlowsView, nap: (x: number, y: number) => number): readonly CrowdLabel[] {
  return listFlowRings(view).map(({ flow, way, ring }): CrowdLabel => {
    // The arrow's point: the fifth of its seven corners.
    const [px, py] = [ring[8] as number, ring[9] as number];
    const [x, y] = [px * 0.7 + flow.gate.x * 0.3, py * 0.7 + flow.gate.y * 0.3];
    const cell = flow[way];
    const isCounted = isTold(cell);
    return {
      id: `${flow.gate.id} ${way}`,
      at: { x, y, nap: nap(x, y) + TEXT_HEIGHT },
      text: `${flowWords[view.language][way]} ${writeCell(cell, view.leastShown, view.language)}`,
      kind: flow.isSelected ? 'strong' : isCounted ? 'plain' : 'quiet',
      importance: flow.isSelected ? 100 : 10 + (isCounted ? Math.log10(1 + (cell.value ?? 0)) * 8 : 0),
      reach: 4000,
    };
  });
}
