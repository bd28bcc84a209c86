/** Houses along streets: rows, pairs and single houses, parallel to the street, each on its own free ground. */

import type { Plot } from './building.ts';
import { lineLength, stationAt } from './curve.ts';
import { dressRoof } from './dormer.ts';
import { dot, left, mix, move, type Point, rectangle, scale, subtract, unit } from './point.ts';
import type { Random } from './random.ts';
import type { Occupancy } from './raster.ts';
import {
  flatShape,
  gable,
  halfHipShape,
  hipShape,
  mansard,
  type Profile,
  profileShape,
  type Quad,
  type Shape,
  shed,
  turned,
} from './roof.ts';
import { halfWidth, type Street } from './street.ts';

type RoofForm = 'gable' | 'steep' | 'hip' | 'halfhip' | 'mansard' | 'flat' | 'shed' | 'asymmetric' | 'frontgable';

export interface HousingStyle {
  readonly units: readonly (readonly [number, number])[];
  readonly width: readonly [number, number];
  readonly depth: readonly [number, number];
  readonly setback: readonly [number, number];
  readonly garden: number;
  /** Metres between two rows. */
  readonly gap: readonly [number, number];
  readonly eaves: readonly [number, number];
  /** Slope of the roof, degrees. */
  readonly pitch: readonly [number, number];
  readonly roofs: readonly (readonly [RoofForm, number])[];
  readonly years: readonly [number, number];
  /** Share of houses with a shed at the end of the garden. */
  readonly sheds: number;
  /** Blocks of flats, so many metres of front for each. */
  readonly flatWidth?: number;
}

export interface Housing {
  readonly plots: Plot[];
  /** Gardens from footway to back fence, with the house still in it. */
  readonly gardens: Point[][];
}

const tan = (degrees: number) => Math.tan((degrees * Math.PI) / 180);

/** A house with its front A→B on the street; `first` and `last` tell whether that end stands free. */
function houseShape(quad: Quad, form: RoofForm, eaves: number, pitch: number, first: boolean, last: boolean): Shape {
  const depth = Math.hypot(quad[2].x - quad[1].x, quad[2].y - quad[1].y);
  const width = Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y);
  const ridge = eaves + (depth / 2) * tan(pitch);
  const along = turned(quad);
  const across = (profile: Profile) => profileShape(along, profile);
  const hip = Math.min(0.45, (depth / 2 / width) * 0.9);
  if (form === 'flat') return flatShape(quad, eaves + 3, 0.3);
  if (form === 'frontgable') return profileShape(quad, gable(eaves, eaves + (width / 2) * tan(pitch)));
  if (form === 'shed') return across(shed(eaves, eaves + depth * tan(Math.min(pitch, 22))));
  if (form === 'asymmetric') return across(gable(eaves, eaves + depth * 0.38 * tan(pitch), 0.38));
  if (form === 'mansard') return across(mansard(eaves - 1.2, eaves + 1.6, ridge - 0.6));
  // The ridge runs from the right end (B–C) to the left end (D–A).
  if (form === 'hip' && (first || last)) return hipShape(along, eaves, ridge, last ? hip : 0, first ? hip : 0);
  if (form === 'halfhip' && first && last) return halfHipShape(along, eaves, eaves + (ridge - eaves) * 0.6, ridge);
  return across(gable(eaves, ridge));
}

/** Places houses along one side of a street. `side` is +1 for the left of the line. */
function buildSide(
  street: Street,
  side: 1 | -1,
  style: HousingStyle,
  occupancy: Occupancy,
  random: Random,
  housing: Housing,
): void {
  const total = lineLength(street.line);
  const edge = halfWidth(street);
  const between = ([low, high]: readonly [number, number]) => random.between(low, high);
  let along = random.between(0, 3);
  while (along < total - 5) {
    const wanted = random.weighted(style.units);
    const width = Math.round(between(style.width) * 10) / 10;
    const depth = Math.round(between(style.depth) * 10) / 10;
    const setback = between(style.setback);
    let placed = false;
    for (let count = wanted; count >= Math.min(wanted, 2) && !placed; count--) {
      const run = count * width;
      if (along + run > total) continue;
      const place = rowPlace(street, side, along, run, edge + setback);
      const envelope = rectangle(
        move(place.corner, place.direction, -0.9, -1.2),
        place.direction,
        run + 1.8,
        depth + style.garden + 1.2,
      );
      if (!occupancy.isFree([envelope])) continue;
      const lot = rectangle(
        move(place.corner, place.direction, 0, -setback - 1.5),
        place.direction,
        run,
        setback + 1.5 + depth + style.garden,
      );
      occupancy.take([rectangle(place.corner, place.direction, run, depth + style.garden)]);
      housing.gardens.push([...lot]);
      buildRow(street, style, random, housing, { ...place, count, width, depth });
      along += run + between(style.gap);
      placed = true;
    }
    if (!placed) along += 2.5;
  }
}

interface Place {
  /** Front left corner seen from the street, and the direction in which the front runs; the house lies to its left. */
  readonly corner: Point;
  readonly direction: Point;
}

/** Straight front for a run along the street, at least `away` from its centre line everywhere. */
function rowPlace(street: Street, side: 1 | -1, along: number, run: number, away: number): Place {
  const a = stationAt(street.line, along).point;
  const b = stationAt(street.line, along + run).point;
  const chord = unit(subtract(b, a));
  // The house lies to the left of its front: on the right side of the street the front runs backward.
  const direction = side === 1 ? chord : scale(chord, -1);
  const outward = left(direction);
  let bulge = 0;
  for (let k = 1; k < 5; k++) {
    const p = stationAt(street.line, along + (run * k) / 5).point;
    bulge = Math.max(bulge, dot(subtract(p, a), outward));
  }
  const middle = move(mix(a, b, 0.5), outward, away + bulge);
  return { corner: move(middle, direction, -run / 2), direction };
}

function buildRow(
  street: Street,
  style: HousingStyle,
  random: Random,
  { plots }: Housing,
  row: Place & { count: number; width: number; depth: number },
): void {
  const form = random.weighted(style.roofs);
  const eaves = Math.round(random.between(...style.eaves) * 10) / 10;
  const pitch = random.between(...style.pitch);
  const year = random.whole(...style.years);
  for (let i = 0; i < row.count; i++) {
    const corner = move(row.corner, row.direction, i * row.width);
    const quad = rectangle(corner, row.direction, row.width, row.depth);
    const shape = houseShape(quad, form, eaves, pitch, i === 0, i === row.count - 1);
    const storeys = style.flatWidth ? Math.round((eaves + 3) / 3) : form === 'flat' || eaves > 4 ? 3 : 2;
    plots.push({
      parts: [{ footprint: quad, shape: form === 'flat' ? shape : dressRoof(shape, random) }],
      district: street.district,
      uses: ['woonfunctie'],
      dwellings: style.flatWidth ? storeys * Math.floor(row.width / style.flatWidth) : 1,
      storeys,
      year,
      monument: false,
      front: { point: mix(quad[0], quad[1], 0.5), street: street.name },
    });
    if (random.chance(style.sheds)) {
      const back = style.garden - 3.2;
      const shedQuad = rectangle(move(corner, row.direction, 0.15, row.depth + back), row.direction, 2.4, 3);
      plots.push({
        parts: [{ footprint: shedQuad, shape: profileShape(shedQuad, shed(2.2, 2.5)) }],
        district: street.district,
        uses: ['overige gebruiksfunctie'],
        dwellings: 0,
        storeys: 1,
        year: year + random.whole(0, 3),
        monument: false,
      });
    }
  }
}

export function buildHousing(
  streets: readonly Street[],
  styleOf: (street: Street, side: 1 | -1) => HousingStyle | undefined,
  occupancy: Occupancy,
  random: Random,
): Housing {
  const housing: Housing = { plots: [], gardens: [] };
  for (const street of streets) {
    for (const side of [1, -1] as const) {
      const style = styleOf(street, side);
      if (style) buildSide(street, side, style, occupancy, random, housing);
    }
  }
  return housing;
}
