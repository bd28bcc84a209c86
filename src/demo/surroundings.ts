/** What lies around the detailed extent, 12 × 12 km: polder, ring dike and lake, coarsely, on the map and as heights. */
import { type Area, boxArea, clipToBox, intersect, strip, unite, without } from './area.ts';
import { resample, smooth } from './curve.ts';
import { carriagewayArea, coverGround, type GroundPatch, listBoxes } from './ground.ts';
import { divideLand } from './parcels.ts';
import { at, type Path, points, rectangle } from './point.ts';
import { type Random, valueNoise } from './random.ts';
import { burn, type Grid, visitNear } from './raster.ts';
import { canalLine, canalWidth, dikeLine, railLine } from './skeleton.ts';
import type { Street } from './street.ts';
import type { Surface } from './surface.ts';
import { levels, townExtent } from './terrain.ts';

/** Town frame, metres; row 0 south. */
export const wideGrid: Grid = { west: -4500, south: -4750, cellSize: 10, width: 1200, height: 1200 };
const wideBox = { west: -4500, south: -4750, east: 7500, north: 7250 };

/** Everything outside the crest of the dike. */
const wideLake: Area = intersect(
  [
    [
      ...dikeLine,
      { x: 20_000, y: -2500 },
      { x: 20_000, y: 20_000 },
      { x: -20_000, y: 20_000 },
      { x: -20_000, y: -3200 },
    ],
  ],
  boxArea(wideBox),
);

const roads: readonly (readonly [name: string, line: Path])[] = [
  ['Middenweg', points('3000,345 4500,360 7500,420')],
  ['Noorderweg', points('0,1640 -1400,1600 -4500,1480')],
  ['Oosterringweg', points('3000,1652 4200,1690 4400,-4750')],
  ['Zuiderweg', points('2095,0 2085,-1900 2070,-4750')],
  ['Zuiderdwarsweg', points('-4500,-1850 2085,-1900 7500,-1930')],
  ['Westervaartweg', points('-1400,1600 -1420,-1860 -1450,-4750')],
];

export const wideStreets: readonly Street[] = roads.map(([name, line]) => ({
  name,
  class: 'country',
  line: smooth(line, 20),
  district: 'Polder',
}));

const woods: readonly Path[] = [
  rectangle(at(-3600, -1500), at(0.99, 0.05), 1500, 700),
  rectangle(at(4700, -1200), at(1, -0.02), 900, 1300),
  rectangle(at(-900, -3600), at(1, 0), 1200, 600),
];

export function drawSurroundings(random: Random): Surface[] {
  const land = without(without(boxArea(wideBox), townExtent), wideLake);
  const canal = without(strip(canalLine, canalWidth / 2), strip(dikeLine, 20));
  const fields = divideLand(
    {
      area: without(land, unite(...woods.map((ring): Area => [ring]))),
      ditchesRun: 1,
      spacing: 240,
      length: 900,
      halfDitch: 2.5,
    },
    random,
  );
  const above: GroundPatch[] = [
    {
      kind: 'lake',
      area: without(wideLake, strip(dikeLine, 16)),
      name: 'Markermeer',
      extra: { waterpeil: levels.lake },
    },
    { kind: 'water', area: canal, extra: { waterpeil: levels.polderWater } },
  ];
  const below: GroundPatch[] = [
    { kind: 'dikegrass', area: strip(dikeLine, 25) },
    { kind: 'rail', area: strip(railLine, 6) },
    ...fields.patches.filter(({ kind }) => kind === 'ditch'),
    ...woods.map((ring): GroundPatch => ({ kind: 'wood', area: [ring] })),
    ...fields.patches.filter(({ kind }) => kind !== 'ditch'),
    ...listBoxes(boxArea(wideBox), 1500).map((box): GroundPatch => ({ kind: 'meadow', area: clipToBox(land, box) })),
  ];
  const extent = without(boxArea(wideBox), townExtent);
  const streets = [...wideStreets, dikeRoad];
  return coverGround({ streets, roads: carriagewayArea(streets), extent, above, below, bridges: [] }, 600);
}

const dikeRoad: Street = { name: 'Markerdijk', class: 'dike', line: resample(dikeLine, 25), district: 'Polder' };

/** Heights of the surroundings, m NAP, row 0 south; the detailed extent is in it too, roughly. */
export function shapeSurroundings(seed: number): Float32Array {
  const z = new Float32Array(wideGrid.width * wideGrid.height);
  const wet = new Uint8Array(z.length);
  burn(wideGrid, wet, wideLake, 1);
  for (let row = 0; row < wideGrid.height; row++) {
    for (let column = 0; column < wideGrid.width; column++) {
      const i = row * wideGrid.width + column;
      const x = wideGrid.west + (column + 0.5) * wideGrid.cellSize;
      const y = wideGrid.south + (row + 0.5) * wideGrid.cellSize;
      z[i] = wet[i] === 1 ? levels.lake : levels.field + valueNoise(x, y, 420, seed) * 0.15;
    }
  }
  visitNear(wideGrid, resample(dikeLine, 40), 30, (i, gap) => {
    z[i] = Math.max(z[i] as number, levels.dike - Math.max(0, gap - 4.2) / 3);
  });
  return z.map((level) => Math.round(level * 1000) / 1000);
}
