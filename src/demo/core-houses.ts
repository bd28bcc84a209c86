/**
 * The old town: houses wall to wall along crooked streets. Every house has its own width, height, roof and year; side walls
 * are shared, so that a row bends with its street and plots become trapezoids, as in a grown town.
 */
import type { Plot } from './building.ts';
import { lineLength, stationAt } from './curve.ts';
import { distance, mix, type Path, type Point, ringArea } from './point.ts';
import type { Random } from './random.ts';
import type { Occupancy } from './raster.ts';
import { flatShape, gable, halfHipShape, mansard, profileShape, type Quad, type Shape, shed, turned } from './roof.ts';
import { halfWidth, type Street } from './street.ts';

export interface CoreStyle {
  readonly width: readonly [number, number];
  readonly depth: readonly [number, number];
  readonly storeys: readonly (readonly [storeys: number, weight: number])[];
  readonly years: readonly [number, number];
  /** Share of houses with a shop, and of monuments. */
  readonly shops: number;
  readonly monuments: number;
  readonly yard: number;
}

export interface CoreHouses {
  readonly plots: Plot[];
  readonly yards: Path[];
}

const tan = (degrees: number) => Math.tan((degrees * Math.PI) / 180);

function roofOf(quad: Quad, eaves: number, random: Random): Shape {
  const width = distance(quad[0], quad[1]);
  const depth = distance(quad[1], quad[2]);
  const form = random.weighted([
    ['front', 5],
    ['along', 4],
    ['mansard', 2],
    ['halfhip', 1],
    ['flat', 0.7],
  ] as const);
  const steep = random.between(46, 56);
  if (form === 'flat') return flatShape(quad, eaves + 0.6, 0.4);
  // A wide house has its ridge along the street, a narrow one its gable on the street.
  if (form === 'along' || width > 8.5) {
    return profileShape(turned(quad), gable(eaves, eaves + (depth / 2) * tan(Math.min(steep, 44))));
  }
  const rise = (width / 2) * tan(steep);
  if (form === 'mansard') return profileShape(quad, mansard(eaves, eaves + 2.2, eaves + 3.4, 0.16));
  if (form === 'halfhip') return halfHipShape(quad, eaves, eaves + rise * 0.6, eaves + rise);
  return profileShape(quad, gable(eaves, eaves + rise));
}

/** A lower wing behind the house, with a lean-to roof from the house's back wall down. */
function wingOf([, , c, d]: Quad, back: Path, eaves: number): { quad: Quad; shape: Shape } {
  const quad: Quad = [d, c, back[1] as Point, back[0] as Point];
  return { quad, shape: profileShape(turned(quad), shed(eaves + 0.9, eaves - 0.5)) };
}

const isSound = (quad: Path) => {
  const front = distance(quad[0] as Point, quad[1] as Point);
  const back = distance(quad[3] as Point, quad[2] as Point);
  return ringArea(quad) > 12 && back > front * 0.6 && back < front * 1.7;
};

/** Fills one side of a street (`side` +1 left of its line). `built` keeps what the old town itself has taken. */
export function buildCoreSide(
  street: Street,
  side: 1 | -1,
  style: CoreStyle,
  occupancy: Occupancy,
  built: Occupancy,
  random: Random,
  into: CoreHouses,
): void {
  const away = halfWidth(street) + 0.25;
  const total = lineLength(street.line);
  /** Point at a distance along the street and from its edge. */
  const place = (along: number, deep: number): Point => {
    const { point, direction } = stationAt(street.line, along);
    const across = side * (away + deep);
    return { x: point.x - direction.y * across, y: point.y + direction.x * across };
  };
  let along = random.between(0.5, 4);
  let joined = false;
  while (along < total - 4) {
    const width = Math.min(random.between(...style.width), total - along);
    const until = along + width;
    const depth = random.between(...style.depth);
    // The house lies to the left of its front.
    const [from, to] = side === 1 ? [along, until] : [until, along];
    const quadAt = (deep: number, start = 0): Quad => [
      place(from, start),
      place(to, start),
      place(to, deep),
      place(from, deep),
    ];
    const quad = quadAt(depth);
    // Neighbours share a wall: only what lies more than a step inside counts for them.
    const inset = (share: number): Path => {
      const [a, b, c, d] = quadAt(depth + 0.8);
      const cut = joined ? share : 0.02;
      const [s, e] = side === 1 ? [cut, 0.02] : [0.02, cut];
      return [mix(a, b, s), mix(b, a, e), mix(c, d, e), mix(d, c, s)];
    };
    if (!isSound(quad) || !occupancy.isFree([quadAt(depth + 0.8)]) || !built.isFree([inset(0.15)])) {
      along += 1.5;
      joined = false;
      continue;
    }
    into.plots.push(planHouse(street, style, quad, random, (deep) => quadAt(depth + deep, depth), occupancy, built));
    built.take([quad]);
    const yard = quadAt(depth + style.yard, depth);
    if (occupancy.isFree([yard]) && isSound(yard)) into.yards.push(yard);
    along = until;
    joined = true;
    // Now and then a passage to the yards.
    if (random.chance(0.06)) {
      along += 2.4;
      joined = false;
    }
  }
}

function planHouse(
  street: Street,
  style: CoreStyle,
  quad: Quad,
  random: Random,
  behind: (deep: number) => Quad,
  occupancy: Occupancy,
  built: Occupancy,
): Plot {
  const storeys = random.weighted(style.storeys);
  const eaves = Math.round((storeys * 3.05 + random.between(-0.3, 0.7)) * 10) / 10;
  const shop = random.chance(style.shops);
  const parts = [{ footprint: quad as Path, shape: roofOf(quad, eaves, random) }];
  const extension = behind(random.between(3, 5));
  if (random.chance(0.45) && isSound(extension) && occupancy.isFree([extension]) && built.isFree([extension])) {
    const wing = wingOf(quad, [extension[3], extension[2]], 2.8);
    parts.push({ footprint: wing.quad, shape: wing.shape });
    built.take([extension]);
  }
  const year = random.chance(0.12) ? random.whole(1950, 1990) : random.whole(...style.years);
  return {
    parts,
    district: street.district,
    uses: shop ? ['winkelfunctie', 'woonfunctie'] : ['woonfunctie'],
    dwellings: storeys >= 3 && shop ? 2 : 1,
    storeys: storeys + 1,
    year,
    monument: year < 1900 && random.chance(style.monuments),
    front: { point: mix(quad[0], quad[1], 0.5), street: street.name },
  };
}
