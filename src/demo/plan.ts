/** Puts the town together: streets, waters, buildings, gardens, greens, trees and what remains. */
import { type Area, clipToBox, grow, strip, unite, without } from './area.ts';
import { type Bridge, listBridges } from './bridges.ts';
import type { Plot } from './building.ts';
import { buildCoreSide, type CoreHouses, type CoreStyle } from './core-houses.ts';
import { subLine } from './curve.ts';
import { listDistrictStreets } from './district-streets.ts';
import { buildFarms } from './farms.ts';
import { carriagewayArea, coverGround, type GroundPatch, listBoxes, streetArea } from './ground.ts';
import { buildHousing } from './housing.ts';
import { housingStyles } from './housing-styles.ts';
import { dairy, listLandmarks } from './landmarks.ts';
import { arcWater, drawLandscape, type Landscape, piers } from './landscape.ts';
import { listMainStreets } from './main-streets.ts';
import { dropOverlapping } from './overlaps.ts';
import { plantTrees, type Tree } from './planting.ts';
import { isInside, type Path, type Point, points } from './point.ts';
import type { Random } from './random.ts';
import { createOccupancy, type Occupancy } from './raster.ts';
import { canalLine, canalWidth, dikeLine, marketSquare, moatLine, moatWidth, planArea, railLine } from './skeleton.ts';
import type { Street } from './street.ts';
import type { Surface } from './surface.ts';
import { levels, type TerrainPlan, townExtent, townGrid } from './terrain.ts';

export interface TownPlan {
  readonly streets: readonly Street[];
  readonly plots: readonly Plot[];
  readonly surfaces: readonly Surface[];
  readonly trees: readonly Tree[];
  readonly terrain: TerrainPlan;
}

/** Everything north of the crest of the dike. */
const lake: Area = [[...dikeLine.filter((p) => p.x > -600 && p.x < 3600), { x: 3600, y: 4000 }, { x: -600, y: 4000 }]];
const canals = without(
  unite(strip(canalLine, canalWidth / 2), strip(moatLine, moatWidth / 2, 'round')),
  strip(dikeLine, 20),
);

const oldTown: CoreStyle = {
  width: [5.2, 10.4],
  depth: [8.5, 13.5],
  storeys: [
    [1, 2],
    [2, 6],
    [3, 2],
  ],
  years: [1660, 1915],
  shops: 0.22,
  monuments: 0.45,
  yard: 8,
};
const quayside: CoreStyle = {
  ...oldTown,
  width: [5.4, 9],
  depth: [10, 14.5],
  storeys: [
    [2, 4],
    [3, 5],
    [4, 1],
  ],
  monuments: 0.6,
};

/** Beyond the canal, built in the years of the railway. */
const canalQuarter: CoreStyle = {
  ...oldTown,
  width: [6.2, 8.4],
  depth: [8.5, 10.5],
  years: [1884, 1916],
  shops: 0.1,
  yard: 12,
};

function coreStyleOf({ district, class: kind }: Street): CoreStyle | undefined {
  if (kind === 'quay') return quayside;
  if (district === 'Oude Kern') return oldTown;
  return district === 'Overgracht' ? canalQuarter : undefined;
}

/** The square's own edge as a street without width, so that houses stand around it. */
const marketSides: Street = {
  name: 'Grote Markt',
  class: 'alley',
  district: 'Oude Kern',
  line: (() => {
    const ring = grow([marketSquare], -2.2, 'sharp')[0] ?? marketSquare;
    return [...ring, ring[0] as Point];
  })(),
};

/** The old town between moat and canal: what no street or house takes are yards. */
const oldTownOutline: Area = [[...moatLine, ...subLine(canalLine, 60, 860).toReversed()]];
const canalQuarterOutline: Area = [
  points('1600,1405 1725,1400 1745,1758 1728,1950 1742,2140 1560,2150 1545,1950 1590,1640'),
];

interface Built {
  readonly plots: Plot[];
  readonly yards: Path[];
  readonly gardens: Path[];
  readonly farmYards: Path[];
}

/** What nothing may be built on. */
function reserveGround(streets: readonly Street[], landscape: Landscape, landmarks: readonly Plot[]): Occupancy {
  const occupancy = createOccupancy(townGrid);
  for (const street of streets) occupancy.take(streetArea(street));
  for (const area of [grow(canals, 0.8), strip(railLine, 14), strip(dikeLine, 27), lake, landscape.reserved]) {
    occupancy.take(area);
  }
  occupancy.take([marketSquare]);
  occupancy.take([planArea]);
  for (const { parts } of landmarks) for (const { footprint } of parts) occupancy.take(grow([footprint], 2.5));
  return occupancy;
}

function build(streets: readonly Street[], landscape: Landscape, random: Random): Built {
  const landmarks = listLandmarks();
  const occupancy = reserveGround(streets, landscape, landmarks);
  const core: CoreHouses = { plots: [], yards: [] };
  const built = createOccupancy(townGrid);
  const coreRandom = random.fork('core');
  buildCoreSide(marketSides, -1, quayside, occupancy, built, coreRandom, core);
  for (const street of streets) {
    const style = coreStyleOf(street);
    if (!style || street.name === 'Grote Markt') continue;
    for (const side of [1, -1] as const) buildCoreSide(street, side, style, occupancy, built, coreRandom, core);
  }
  for (const { parts } of core.plots) for (const { footprint } of parts) occupancy.take(grow([footprint], 0.5));
  const farms = buildFarms(
    streets.filter((street) => street.district === 'Polder' && street.class === 'country'),
    occupancy,
    random.fork('farms'),
  );
  const housing = buildHousing(
    streets,
    (street) =>
      ['ring', 'avenue', 'quay', 'country', 'dike', 'alley', 'path'].includes(street.class)
        ? undefined
        : housingStyles[street.district],
    occupancy,
    random.fork('housing'),
  );
  return {
    plots: [...landmarks, ...dropOverlapping(core.plots), ...farms.plots, ...housing.plots, dairy()],
    yards: core.yards,
    gardens: housing.gardens,
    farmYards: farms.yards,
  };
}

/** A wide patch in blocks of 125 m: its surfaces stay small, and few of their neighbours matter to each. */
const inBlocks = (patch: GroundPatch): GroundPatch[] =>
  listBoxes(townExtent, 125).flatMap((box) => {
    const area = clipToBox(patch.area, box);
    return area.length > 0 ? [{ ...patch, area }] : [];
  });

function layGround(
  streets: readonly Street[],
  roads: Area,
  landscape: Landscape,
  town: Built,
  bridges: readonly Bridge[],
) {
  const footprints = town.plots.flatMap((plot) => plot.parts.map((part) => part.footprint));
  const above: GroundPatch[] = [
    ...footprints.map((ring): GroundPatch => ({ kind: 'building', area: [ring] })),
    { kind: 'water', area: canals, extra: { waterpeil: levels.polderWater } },
    ...landscape.water.filter(({ kind }) => kind !== 'ditch'),
    { kind: 'square', area: [marketSquare], name: 'Grote Markt' },
  ];
  const below: GroundPatch[] = [
    { kind: 'rail', area: strip(railLine, 6) },
    ...town.gardens.map((ring): GroundPatch => ({ kind: 'garden', area: [ring] })),
    ...town.yards.map((ring): GroundPatch => ({ kind: 'garden', area: [ring] })),
    ...town.farmYards.map((ring): GroundPatch => ({ kind: 'garden', area: [ring] })),
    { kind: 'fallow', area: [planArea], name: 'De Eendracht' },
    ...piers.map((line): GroundPatch => ({ kind: 'stone', area: strip(line, 4, 'round') })),
    ...inBlocks({ kind: 'dikegrass', area: without(strip(dikeLine, 25), strip(dikeLine, 4)) }),
    ...inBlocks({ kind: 'lake', area: lake, name: 'Markermeer', extra: { waterpeil: levels.lake } }),
    ...landscape.water.filter(({ kind }) => kind === 'ditch'),
    ...landscape.green,
    ...inBlocks({ kind: 'garden', area: unite(oldTownOutline, canalQuarterOutline) }),
    ...inBlocks({ kind: 'green', area: townExtent }),
  ];
  const decks = bridges.map(({ area }): GroundPatch => ({ kind: 'bridge', area }));
  return coverGround({ streets, roads, extent: townExtent, above, below, bridges: decks }, 50);
}

const isCourtyard = ({ kind, polygon }: Surface) =>
  kind === 'garden' &&
  [...oldTownOutline, ...canalQuarterOutline].some((ring) => isInside(polygon.outer[0] as Point, ring));

/** Dips that a shower fills: four in the newest district, three in the rows of the sixties. */
const dips = [
  { point: { x: 2110, y: 1190 }, depth: 0.22, radius: 26 },
  { point: { x: 2440, y: 1120 }, depth: 0.18, radius: 24 },
  { point: { x: 2290, y: 969 }, depth: 0.25, radius: 28 },
  { point: { x: 2560, y: 1390 }, depth: 0.16, radius: 22 },
  { point: { x: 620, y: 1362 }, depth: 0.24, radius: 30 },
  { point: { x: 1010, y: 1600 }, depth: 0.2, radius: 26 },
  { point: { x: 640, y: 1040 }, depth: 0.28, radius: 30 },
];

export function drawTown(seed: number, random: Random): TownPlan {
  const streets = [...listMainStreets(), ...listDistrictStreets()];
  const landscape = drawLandscape(random.fork('land'));
  const town = build(streets, landscape, random);
  const wet = unite(canals, arcWater);
  const bridges = listBridges(streets, wet);
  const roads = carriagewayArea(streets);
  const surfaces = layGround(streets, roads, landscape, town, bridges);
  const hard = createOccupancy(townGrid);
  for (const area of [roads, canals, arcWater, strip(railLine, 7), lake, ...landscape.ponds]) hard.take(area);
  for (const { parts } of town.plots) for (const { footprint } of parts) hard.take(grow([footprint], 1));
  const trees = plantTrees(
    {
      streets,
      gardens: town.gardens,
      farmYards: town.farmYards,
      ditches: landscape.ditches,
      squares: [marketSquare],
      courtyards: surfaces.filter(isCourtyard).map(({ polygon }) => polygon),
      greens: surfaces.filter(({ kind, name }) => kind === 'green' && !name).map(({ polygon }) => polygon),
      hard,
    },
    random.fork('trees'),
  );
  const embankments = [
    { line: dikeLine, halfTop: 4.2, levels: [[0, levels.dike]], run: 3 } as const,
    { line: railLine, halfTop: 6, levels: [[0, -3.1]], run: 2 } as const,
    ...piers.map((line) => ({ line, halfTop: 2.5, levels: [[0, 1.2]], run: 1.5 }) as const),
    ...streets
      .filter((street) => street.levels && street.class !== 'dike')
      .map((street) => ({ line: street.line, halfTop: 6, levels: street.levels ?? [], run: 3 })),
  ];
  return {
    streets,
    plots: town.plots,
    surfaces,
    trees,
    terrain: {
      grid: townGrid,
      seed,
      streets,
      surfaces,
      embankments,
      lake,
      quays: [
        { area: canals, bed: levels.canalBed },
        { area: arcWater, bed: levels.canalBed },
      ],
      ditches: ditchesOf(surfaces),
      ponds: landscape.ponds,
      dips,
      bridges,
    },
  };
}

/** Ditches as they came out between roads and yards. */
const ditchesOf = (surfaces: readonly Surface[]): Area =>
  surfaces.filter(({ kind }) => kind === 'ditch').flatMap(({ polygon }) => [polygon.outer, ...polygon.holes]);
