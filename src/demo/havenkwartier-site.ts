/**
 * The site of Havenkwartier and what it is drawn with. Its own frame: `e` metres east and `n` north of the south-western
 * corner, turned 10° so that it runs along canal and avenue; lengths are those of the town frame.
 */
import { type Area, areaSize, closeGaps, grow, intersect, listPolygons, strip, unite, without } from './area.ts';
import { lineLength, offsetLine, stationAt, subLine } from './curve.ts';
import type { Feature } from './geojson-file.ts';
import { layPatches, type PlanPatch } from './plan-ground.ts';
import { isInside, move, type Path, type Point, rectangle } from './point.ts';
import type { Random } from './random.ts';
import { canalLine, canalWidth, southBridgeLine } from './skeleton.ts';
import { type SpeciesName, speciesOf } from './species.ts';

const TURN = (10 * Math.PI) / 180;
const corner: Point = { x: 1633, y: 960 };
export const eastward: Point = { x: Math.cos(TURN), y: Math.sin(TURN) };
export const northward: Point = { x: -Math.sin(TURN), y: Math.cos(TURN) };

/** Levels in m NAP. */
const siteLevels = { ground: -3.6, road: -3.7, water: -4.9 };

export const place = (e: number, n: number): Point => move(corner, eastward, e, n);
export const box = (e: number, n: number, width: number, depth: number): Path =>
  rectangle(place(e, n), eastward, width, depth);

/** From the canal, a metre inside its water, to the avenue, the Waterrijk and the meadow in the north. */
const canalSide = subLine(canalLine, 1030, 1330);
const outline: Path = [
  ...canalSide.filter(({ y }) => y < 1203 && y > 915),
  { x: 1625, y: 912 },
  { x: 1838, y: 960 },
  { x: 1846, y: 990 },
  { x: 1846, y: 1112 },
  { x: 1826, y: 1160 },
  { x: 1818, y: 1203 },
];
const entry: Path = [place(72, -60), place(72, -20)];
export const siteArea: Area = listPolygons(
  unite(
    without([outline], unite(strip(canalLine, canalWidth / 2 - 1), strip(southBridgeLine, 9))),
    // The new street runs on over the verge to the avenue's carriageway.
    without(strip(entry, 2.75), strip(southBridgeLine, 3.05)),
  ),
)
  .toSorted((a, b) => areaSize([b.outer]) - areaSize([a.outer]))
  .slice(0, 1)
  .map(({ outer }) => outer);

/** The band between two distances from the middle of the canal. */
export const canalBand = (from: number, until: number): Area =>
  intersect(without(strip(canalLine, until), strip(canalLine, from)), siteArea);
/** A line along the canal at a distance from its middle, from north to south, between two latitudes of the site. */
export const alongCanal = (across: number, north: number, south: number): Path =>
  offsetLine(canalLine, across).filter(({ y }) => y < place(0, north).y && y > place(0, south).y);

interface StreetSketch {
  readonly line: Path;
  /** Parking lanes on both sides, or only pavements. */
  readonly profile: 'street' | 'lane';
}

/** Metres from the middle to the end of carriageway, parking and pavement. */
const profiles = { street: [2.75, 4.75, 6.75], lane: [2.5, 2.5, 4.5] } as const;

type Roof =
  | { readonly shape: 'flat' }
  | { readonly shape: string; readonly eaves: number; readonly ridgeDegrees?: number };

interface Building {
  readonly name: string;
  readonly use: string;
  readonly footprint: Path;
  readonly dwellings?: number;
  /** Metres above peil. */
  readonly upper: number;
  readonly lower?: number;
  readonly roof: Roof;
  readonly phase?: string;
}

export interface Sketch {
  readonly buildings: Building[];
  readonly streets: StreetSketch[];
  /** Laid in this order, each takes what those before left; streets come after `water`, `green` after all. */
  readonly water: Area[];
  readonly patches: { readonly surface: PlanPatch['surface']; readonly area: Area; readonly level?: number }[];
  readonly trees: { readonly line: Path; readonly spacing: number; readonly species: readonly SpeciesName[] }[];
  readonly groves: { readonly ring: Path; readonly spacing: number; readonly species: readonly SpeciesName[] }[];
}

export const emptySketch = (): Sketch => ({
  buildings: [],
  streets: [],
  water: [],
  patches: [],
  trees: [],
  groves: [],
});

/** Clockwise from north, of a direction in the town frame. */
export const compassOf = ({ x, y }: Point): number => {
  const degrees = (Math.atan2(x, y) * 180) / Math.PI;
  return Math.round(((degrees + 360) % 360) * 10) / 10;
};

/** Metres that the top storey of a flat building stands back, and its height. */
const SETBACK = { depth: 1.8, height: 3.1 };

/** A flat building whose top storey stands back on all sides: its body, and that storey upon it. */
export function withSetback(body: Building): Building[] {
  const roof = body.upper - SETBACK.height;
  const [top] = grow([body.footprint], -SETBACK.depth, 'sharp');
  const { dwellings: _, ...rest } = body;
  return [
    { ...body, upper: roof },
    ...(top ? [{ ...rest, name: `${body.name}, bovenste laag`, footprint: top, lower: roof }] : []),
  ];
}

/** Houses along a line, fronts on it, bodies to its left: a footprint each, side by side. */
export function listAlong(line: Path, widths: readonly number[], depth: number): Path[] {
  let along = 0;
  return widths.map((width) => {
    const from = stationAt(line, along).point;
    along += width;
    const until = stationAt(line, along).point;
    const length = Math.hypot(until.x - from.x, until.y - from.y);
    const direction = { x: (until.x - from.x) / length, y: (until.y - from.y) / length };
    // A finger's width free at the sides, so that neighbours never overlap where the line bends.
    return rectangle(move(from, direction, 0.02), direction, length - 0.04, depth);
  });
}

function listGround({ streets, water, patches }: Sketch): Feature[] {
  const bands = (index: 0 | 1 | 2) =>
    unite(...streets.map(({ line, profile }) => strip(line, profiles[profile][index], 'round')));
  const atLevel = ({ surface, area, level }: Sketch['patches'][number]): PlanPatch => ({
    surface,
    area,
    level: level ?? siteLevels.ground,
  });
  return layPatches(siteArea, [
    { surface: 'water', area: unite(canalBand(0, canalWidth / 2), ...water), level: siteLevels.water },
    { surface: 'road', area: closeGaps(bands(0), 3), level: siteLevels.road },
    ...patches.filter(({ surface }) => surface === 'quay').map(atLevel),
    { surface: 'paving', area: bands(1), level: siteLevels.ground },
    { surface: 'path', area: bands(2), level: siteLevels.ground },
    ...patches.filter(({ surface }) => surface !== 'quay').map(atLevel),
    { surface: 'green', area: siteArea, level: siteLevels.ground },
  ]);
}

function plant(sketch: Sketch, ground: readonly Feature[], random: Random): Feature[] {
  const hard = ground.flatMap(({ properties, geometry }) =>
    geometry.type === 'Polygon' && (properties['surface'] === 'road' || properties['surface'] === 'water')
      ? [geometry.polygon]
      : [],
  );
  const kept = sketch.buildings.map(({ footprint }) => grow([footprint], 2.2, 'sharp')[0] as Path);
  const isFree = (p: Point) =>
    siteArea.some((ring) => isInside(p, ring)) &&
    !kept.some((ring) => isInside(p, ring)) &&
    !hard.some(({ outer, holes }) => isInside(p, outer) && !holes.some((hole) => isInside(p, hole)));
  const features: Feature[] = [];
  const taken: Point[] = [];
  function add(point: Point, species: SpeciesName) {
    if (!isFree(point) || taken.some((p) => Math.hypot(p.x - point.x, p.y - point.y) < 4)) return;
    taken.push(point);
    const { name, height, crown } = speciesOf(species);
    // Planted big, seen after about ten years.
    const tall = (height[0] + random.between(-1.5, 1.5)) * 0.75;
    features.push({
      properties: {
        hoogte: Math.round(tall * 10) / 10,
        kroondiameter: Math.round(tall * crown * random.between(0.85, 1.1) * 10) / 10,
        soort: name,
      },
      geometry: { type: 'Point', point },
    });
  }
  for (const { line, spacing, species } of sketch.trees)
    for (let s = spacing / 2; s < lineLength(line); s += spacing * random.between(0.94, 1.06))
      add(stationAt(line, s).point, random.pick(species));
  for (const { ring, spacing, species } of sketch.groves) {
    const xs = ring.map(({ x }) => x);
    const ys = ring.map(({ y }) => y);
    for (let y = Math.min(...ys); y < Math.max(...ys); y += spacing)
      for (let x = Math.min(...xs); x < Math.max(...xs); x += spacing) {
        const point = { x: x + random.between(0, spacing), y: y + random.between(0, spacing) };
        if (isInside(point, ring)) add(point, random.pick(species));
      }
  }
  return features;
}

export interface VariantSources {
  readonly volumes: readonly Feature[];
  readonly ground: readonly Feature[];
  readonly trees: readonly Feature[];
}

export function finishSketch(sketch: Sketch, random: Random): VariantSources {
  const ground = listGround(sketch);
  return {
    volumes: sketch.buildings.map(({ name, use, footprint, dwellings, lower = -0.5, upper, roof, phase }, i) => ({
      properties: {
        id: `V${String(i + 1).padStart(3, '0')}`,
        name,
        use,
        ...(dwellings === undefined ? {} : { dwellings }),
        ...(phase === undefined ? {} : { phase }),
        lower,
        upper,
        reference: 'peil',
        roof,
      },
      geometry: { type: 'Polygon', polygon: { outer: footprint, holes: [] } },
    })),
    ground,
    trees: plant(sketch, ground, random),
  };
}
