/** A claim as the demo draws it, in the town frame, and as the record that files hold. */
import { Clipper } from 'clipper2-ts';
import type { Claim, ClaimTheme, Hardness } from '../model/claim.ts';
import { withoutRepeats } from '../model/plan-ring.ts';
import { type Area, listPolygons, strip } from './area.ts';
import { at, origin, type Path } from './point.ts';

type Facts = Partial<
  Pick<
    Claim,
    | 'diameterM'
    | 'bufferM'
    | 'peilNap'
    | 'status'
    | 'validFrom'
    | 'validUntil'
    | 'priority'
    | 'combinableWith'
    | 'accuracyM'
    | 'norms'
    | 'holder'
  >
>;

export interface ClaimSketch extends Facts {
  /** Begins its id: `NL.GM9998.GAS-001`. */
  readonly group: string;
  readonly name: string;
  readonly theme: ClaimTheme;
  readonly hardness: Hardness;
  /** One of both; a line has a diameter. */
  readonly area?: Area;
  readonly line?: Path;
  /** Metres above what they count from; absent at either side: not known. */
  readonly heights: readonly [reference: Claim['reference'], lower?: number, upper?: number];
  /** Instrument, article. */
  readonly basis: readonly [instrument: string, article?: string];
}

/** What is left of an area beside the pipes that lie in it, those of one street not counted. */
export type KeepClear = (area: Area, ownStreet?: string) => Area;

/** Metres that a drawn line may stray: curves are sampled every three metres and mostly straight. */
const TOLERANCE = 0.05;
const DATE = '2026-01-01';

const round = (value: number) => Math.round(value * 1000) / 1000 + 0;
const toFlat = (path: Path) => path.flatMap((p) => [round(p.x + origin.x), round(p.y + origin.y)]);
export const simplify = (path: Path): Path => Clipper.ramerDouglasPeuckerD([...path], TOLERANCE);

/** As {@link strip}, of a line with only the points that it needs. */
export const band = (line: Path, halfWidth: number, ends: 'butt' | 'round' = 'butt'): Area =>
  strip(simplify(line), halfWidth, ends);

const circleCorners = 48;
export const circle = (x: number, y: number, radius: number): Area => [
  Array.from({ length: circleCorners }, (_, i) => {
    const angle = (2 * Math.PI * i) / circleCorners;
    return at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }),
];

/** Numbered within their groups, in this order. */
export function toClaims(sketches: readonly ClaimSketch[]): Claim[] {
  const counts = new Map<string, number>();
  return sketches.map((sketch) => {
    const { group, area, line, heights, basis, ...facts } = sketch;
    const number = (counts.get(group) ?? 0) + 1;
    counts.set(group, number);
    const [reference, lower, upper] = heights;
    const [instrument, article] = basis;
    return {
      id: `NL.GM9998.${group}-${String(number).padStart(3, '0')}`,
      bufferM: 0,
      combinableWith: [],
      norms: [],
      accuracyM: 0.5,
      source: { dataset: 'Claims Markerwaard (verzonnen)', date: DATE },
      ...facts,
      parts: area
        ? listPolygons(area).map(({ outer, holes }) => [outer, ...holes].map((ring) => withoutRepeats(toFlat(ring))))
        : [],
      lines: line ? [toFlat(simplify(line))] : [],
      ...(lower === undefined ? {} : { lower: round(lower) }),
      ...(upper === undefined ? {} : { upper: round(upper) }),
      reference,
      basis: { instrument, ...(article === undefined ? {} : { article }) },
    };
  });
}
