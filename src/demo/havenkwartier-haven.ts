/** Variant C, "Haven": a basin dug from the canal, blocks and two towers along its quays, terraces behind. */
import { strip } from './area.ts';
import {
  alongCanal,
  box,
  canalBand,
  compassOf,
  eastward,
  emptySketch,
  northward,
  place,
  type Sketch,
} from './havenkwartier-site.ts';
import type { Path } from './point.ts';

const SOUTH = -12;
const NORTH = 205;
const EAST = 190;
const LANES = { south: 50, north: 161 };
/** The basin: from the canal to its head. */
const basin = { from: -10, until: 150, south: 88, north: 122 };
const DWELLING = 92;
const NET = 0.8;

function drawBlock(sketch: Sketch, name: string, footprint: Path, floor: number, storeys: number) {
  sketch.buildings.push({
    name,
    use: 'wonen, werken en horeca',
    footprint,
    // The ground floor holds workplaces.
    dwellings: Math.round((floor * (storeys - 1) * NET) / DWELLING),
    upper: storeys * 3.05 + 1,
    phase: 'haven',
    roof: { shape: 'flat' },
  });
}

/** A warehouse in form: gables to the water. */
function drawWarehouse(sketch: Sketch, e: number, n: number, storeys: number) {
  sketch.buildings.push({
    name: 'Pakhuis',
    use: 'wonen',
    footprint: box(e, n, 14, 15),
    dwellings: Math.round((14 * 15 * storeys * NET) / DWELLING),
    upper: storeys * 3 + 5,
    phase: 'haven',
    roof: { shape: 'gabled', eaves: storeys * 3, ridgeDegrees: compassOf(northward) },
  });
}

function drawRow(sketch: Sketch, e: number, n: number, houses: number) {
  sketch.buildings.push({
    name: `Rij van ${houses}`,
    use: 'wonen',
    footprint: box(e, n, houses * 5.6, 10),
    dwellings: houses,
    upper: 10,
    phase: 'straten',
    roof: { shape: 'gabled', eaves: 6, ridgeDegrees: compassOf(eastward) },
  });
}

export function drawHaven(): Sketch {
  const sketch = emptySketch();
  const { from, until, south, north } = basin;
  const water = box(from, south, until - from, north - south);
  sketch.water.push([water]);
  drawBlock(sketch, 'Havenhoofd', box(160, 95, 20, 20), 400, 12);
  drawBlock(sketch, 'Kanaaltoren', box(28, 132, 19, 19), 361, 9);
  for (const [e, n, width, storeys] of [
    [28, 66, 32, 5],
    [104, 66, 40, 6],
    [56, 131, 36, 5],
    [132, 131, 18, 4],
  ] as const)
    drawBlock(sketch, n < 100 ? 'Zuidkade' : 'Noordkade', box(e, n, width, 13), width * 13, storeys);
  for (const e of [66, 84]) drawWarehouse(sketch, e, 65, 4);
  for (const e of [98, 115]) drawWarehouse(sketch, e, 130.5, 4);
  for (const n of [-3, 31.5]) for (const e of [24, 80, 134]) drawRow(sketch, e, n, e === 24 ? 7 : 8);
  for (const e of [38, 90, 142]) drawRow(sketch, e, 186.5, 7);
  sketch.buildings.push({
    name: 'Loopbrug',
    use: 'brug',
    footprint: box(12, south - 1.5, 3.2, north - south + 3),
    // Of the quays' level: 0.2 m below peil.
    lower: -0.55,
    upper: -0.15,
    phase: 'haven',
    roof: { shape: 'flat' },
  });
  sketch.streets.push(
    { line: [place(72, -60), place(72, SOUTH)], profile: 'street' },
    { line: [place(8, SOUTH), place(EAST, SOUTH)], profile: 'street' },
    { line: [place(EAST, SOUTH), place(EAST, NORTH)], profile: 'street' },
    { line: [place(20, NORTH), place(EAST, NORTH)], profile: 'street' },
    { line: [place(72, SOUTH), place(72, LANES.south)], profile: 'street' },
    { line: [place(22, LANES.south), place(EAST, LANES.south)], profile: 'street' },
    { line: [place(24, LANES.north), place(EAST, LANES.north)], profile: 'street' },
  );
  sketch.patches.push(
    { surface: 'quay', area: canalBand(6, 13) },
    { surface: 'quay', area: [box(from, south - 7, until - from + 9, north - south + 14)] },
    { surface: 'paving', area: [box(157, 86, 26, 38), box(20, 124, 130, 30), box(20, 58, 130, 25)] },
    { surface: 'path', area: strip([place(EAST, 104), place(250, 98)], 1.6) },
    { surface: 'garden', area: [box(22, -8, 46, 52), box(77, -8, 106, 52)] },
    { surface: 'garden', area: [box(36, 168, 148, 34)] },
  );
  const rows: [Path, number][] = [
    [[place(20, 84), place(148, 84)], 12],
    [[place(20, 126), place(148, 126)], 12],
    [[place(EAST - 5.6, 0), place(EAST - 5.6, 200)], 12],
    [[place(EAST + 5.6, 0), place(EAST + 5.6, 200)], 12],
    [[place(26, SOUTH - 5.6), place(184, SOUTH - 5.6)], 12],
    [[place(26, LANES.south + 5.6), place(184, LANES.south + 5.6)], 12],
    [[place(26, LANES.north - 5.6), place(184, LANES.north - 5.6)], 12],
    [[place(26, NORTH - 5.6), place(184, NORTH - 5.6)], 12],
  ];
  sketch.trees.push(
    ...rows.map(([line, spacing], i) => ({
      line,
      spacing,
      species: i < 2 ? (['plane'] as const) : (['maple', 'pear'] as const),
    })),
    { line: alongCanal(10.8, NORTH, SOUTH), spacing: 12, species: ['elm'] },
  );
  sketch.groves.push(
    { ring: box(204, -10, 36, 210), spacing: 12, species: ['alder', 'willow', 'birch', 'oak'] },
    { ring: box(78, 8, 100, 20), spacing: 10, species: ['apple', 'cherry'] },
  );
  return sketch;
}
