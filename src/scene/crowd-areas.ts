/** What of an event lies on the ground, as flat pieces: entries with their arrows, stops, where groups come from, emergency routes. */
import type { RouteAnswer } from '../model/crowd-answer.ts';
import { groupLook } from '../model/crowd-levels.ts';
import type { EventEntry, EventPlan } from '../model/event-plan.ts';
import type { PaintPiece } from './crowd-paint.ts';
import { arrowRing, closedLine, dashesOf, stripAlong } from './crowd-strip.ts';

export const areaColors = {
  entry: '#0b5559',
  stop: '#5a4a8a',
  route: '#1f6fb2',
  tooNarrow: '#b3261e',
  selected: '#0b5559',
  paper: '#fffdf7',
} as const;

export interface AreasView {
  readonly plan: EventPlan;
  readonly routes: readonly RouteAnswer[];
  readonly selected: string | undefined;
  readonly hasRoutes: boolean;
  /** A place well within the square: where entries lead to. */
  readonly middle: readonly [x: number, y: number];
}

/** m along a route on both sides of where it is too narrow. */
const AROUND = 2.5;

const strip = (line: readonly number[], width: number, color: string, alpha: number, layer = 1): PaintPiece[] =>
  stripAlong(line, width).map((ring) => ({ rings: [ring], color, alpha, layer }));

/** Degrees clockwise from north, across an entry's line towards the square. */
export function entryDirection({ line }: EventEntry, [mx, my]: readonly [number, number]): number {
  const [ax, ay, bx, by] = [line[0], line[1], line.at(-2), line.at(-1)] as [number, number, number, number];
  const degrees = (Math.atan2(-(by - ay), bx - ax) * 180) / Math.PI;
  const [s, c] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return (mx - (ax + bx) / 2) * s + (my - (ay + by) / 2) * c >= 0 ? degrees : degrees + 180;
}

function listEntryPieces({ plan, selected, middle }: AreasView): PaintPiece[] {
  return plan.entries.flatMap((entry) => {
    const { line, id } = entry;
    const [ax, ay, bx, by] = [line[0], line[1], line.at(-2), line.at(-1)] as [number, number, number, number];
    const degrees = entryDirection(entry, middle);
    const angle = (degrees * Math.PI) / 180;
    const [s, c] = [Math.sin(angle), Math.cos(angle)];
    const groups = [...plan.groups.entries()].filter(([, { from }]) => from === id);
    const isLeft = plan.groups.some(({ to }) => to.includes(id));
    const wide = id === selected ? 0.9 : 0.5;
    const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
    const reach = Math.hypot(bx - ax, by - ay);
    const size = { length: 2.6, width: 0.7 };
    const arrows = groups.map(([row], i): PaintPiece => {
      const aside = ((i + 1) / (groups.length + (isLeft ? 2 : 1)) - 0.5) * Math.min(reach, 12);
      const foot = [
        mx + (aside * (bx - ax)) / (reach || 1) + 0.6 * s,
        my + (aside * (by - ay)) / (reach || 1) + 0.6 * c,
      ] as const;
      return { rings: [arrowRing(foot, degrees, size)], color: groupLook(row).color, alpha: 0.95, layer: 3 };
    });
    const out = isLeft ? ((groups.length + 1) / (groups.length + 2) - 0.5) * Math.min(reach, 12) : 0;
    const foot = [
      mx + (out * (bx - ax)) / (reach || 1) - 0.6 * s,
      my + (out * (by - ay)) / (reach || 1) - 0.6 * c,
    ] as const;
    return [
      ...strip(line, wide + 0.3, areaColors.paper, 0.85),
      ...strip(line, wide, areaColors.entry, 0.95, 2),
      ...arrows,
      ...(isLeft
        ? [{ rings: [arrowRing(foot, degrees + 180, size)], color: areaColors.entry, alpha: 0.8, layer: 3 }]
        : []),
    ];
  });
}

const listStopPieces = ({ plan, selected }: AreasView): PaintPiece[] =>
  plan.stops.flatMap(({ id, polygon, places }) => {
    const isSelected = id === selected;
    const edge = polygon.flatMap((ring) => {
      const line = closedLine(ring);
      // Where one queues its edge is dashed, where one stays it is not.
      const parts = places === undefined ? [line] : dashesOf(line, 0.9, 0.6);
      return parts.flatMap((part) => strip(part, isSelected ? 0.4 : 0.22, areaColors.stop, 0.95, 2));
    });
    return [{ rings: polygon, color: areaColors.stop, alpha: isSelected ? 0.26 : 0.13 }, ...edge];
  });

/** How far along a line the place lies that is nearest to a point. */
function alongTo(line: readonly number[], [x, y]: readonly [number, number]): number {
  let [along, nearest, found] = [0, Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, bx, by] = line.slice(i, i + 4) as [number, number, number, number];
    const length = Math.hypot(bx - ax, by - ay);
    const t = Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length * length || 1), 0), 1);
    const away = Math.hypot(ax + (bx - ax) * t - x, ay + (by - ay) * t - y);
    if (away < nearest) [nearest, found] = [away, along + t * length];
    along += length;
  }
  return found;
}

/** The part of a line between two distances along it. */
function partOf(line: readonly number[], from: number, to: number): number[] {
  const part: number[] = [];
  let along = 0;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, bx, by] = line.slice(i, i + 4) as [number, number, number, number];
    const length = Math.hypot(bx - ax, by - ay);
    const at = (t: number) => [ax + ((bx - ax) * t) / length, ay + ((by - ay) * t) / length];
    const [low, high] = [Math.max(from - along, 0), Math.min(to - along, length)];
    if (high > low) {
      if (part.length === 0) part.push(...at(low));
      part.push(...at(high));
    }
    along += length;
  }
  return part;
}

const listRoutePieces = ({ plan, routes, selected }: AreasView): PaintPiece[] =>
  plan.routes.flatMap((route) => {
    const { line, widthM, id } = route;
    const across = routes.find((answer) => answer.id === id && answer.verdict !== 'ok')?.across;
    const at = across && alongTo(line, [(across[0] + across[2]) / 2, (across[1] + across[3]) / 2]);
    const narrow = at === undefined ? [] : [partOf(line, at - AROUND, at + AROUND)];
    const half = widthM / 2;
    const edges = [-1, 1].flatMap((side) => {
      const edge = stripAlong(line, 2 * half).flatMap((ring, i) => {
        const [a, b] = side > 0 ? [0, 2] : [6, 4];
        const from = [ring[a] as number, ring[a + 1] as number];
        const to = [ring[b] as number, ring[b + 1] as number];
        return i === 0 ? [...from, ...to] : to;
      });
      return strip(edge, id === selected ? 0.3 : 0.16, areaColors.route, 0.95, 2);
    });
    return [
      ...strip(line, widthM, areaColors.route, id === selected ? 0.34 : 0.2, 0),
      ...edges,
      ...narrow.flatMap((part) =>
        stripAlong(part, widthM).map(
          (ring): PaintPiece => ({
            rings: [ring],
            color: areaColors.tooNarrow,
            alpha: 0.85,
            pattern: 'hatch',
            layer: 3,
          }),
        ),
      ),
    ];
  });

export const listAreaPieces = (view: AreasView): readonly PaintPiece[] => [
  ...listStopPieces(view),
  ...(view.hasRoutes ? listRoutePieces(view) : []),
  ...listEntryPieces(view),
];
