/** Variant A, "Kade": streets of terraced houses behind a quay with narrow houses of three and four storeys. */
import { strip } from './area.ts';
import { subLine } from './curve.ts';
import {
  alongCanal,
  box,
  canalBand,
  compassOf,
  emptySketch,
  listAlong,
  northward,
  place,
  type Sketch,
} from './havenkwartier-site.ts';
import { left, mix, type Path, type Point } from './point.ts';
import type { Random } from './random.ts';

const AVENUE = 72;
const LANE = 142;
const SOUTH = -12;
const MIDDLE = 112;
const NORTH = 205;

/** Seven-metre houses on the quay, gables to the water. */
function drawQuay(sketch: Sketch, random: Random) {
  for (const [north, south] of [
    [195, 119],
    [104, 2],
  ] as const) {
    const line = alongCanal(21, north, south);
    const total = line.length * 3 - 6;
    const widths: number[] = [];
    for (let sum = 0; sum < total; ) {
      const width = random.pick([6.4, 6.9, 7.4, 7.9]);
      if (sum + width > total) break;
      widths.push(width);
      sum += width;
    }
    for (const footprint of listAlong(line, widths, 11)) {
      const storeys = random.weighted([
        [3, 3],
        [4, 2],
      ]);
      const eaves = storeys * 3 - random.between(0, 0.8);
      const [a, b] = footprint as [Point, Point];
      sketch.buildings.push({
        name: 'Kadehuis',
        use: storeys === 4 ? 'wonen en werken' : 'wonen',
        footprint,
        dwellings: 1,
        upper: Math.round((eaves + random.between(2.6, 3.6)) * 10) / 10,
        phase: 'kade',
        roof: {
          shape: 'gabled',
          eaves: Math.round(eaves * 10) / 10,
          ridgeDegrees: compassOf(left({ x: b.x - a.x, y: b.y - a.y })),
        },
      });
    }
  }
}

/** A row of houses under one roof; `n` is its southern end, `e` its western side. */
function drawRow(sketch: Sketch, e: number, n: number, houses: number, width: number, phase: string) {
  const length = houses * width;
  sketch.buildings.push({
    name: `Rij van ${houses}`,
    use: 'wonen',
    footprint: box(e, n, 10, length),
    dwellings: houses,
    upper: 10.2,
    phase,
    roof: { shape: 'gabled', eaves: 6, ridgeDegrees: compassOf(northward) },
  });
}

function drawPair(sketch: Sketch, n: number) {
  sketch.buildings.push({
    name: 'Twee-onder-een-kap',
    use: 'wonen',
    footprint: box(151, n, 10, 12),
    dwellings: 2,
    upper: 9.6,
    phase: 'straten',
    roof: { shape: 'hipped', eaves: 5.6 },
  });
}

const street = (...points: Path): Path =>
  points.flatMap((p, i) => (i === 0 ? [p] : [mix(points[i - 1] as Point, p, 0.5), p]));

export function drawKade(random: Random): Sketch {
  const sketch = emptySketch();
  const quayStreet = alongCanal(14.5, NORTH + 2, SOUTH - 2);
  sketch.streets.push(
    { line: street(place(AVENUE, -60), place(AVENUE, NORTH)), profile: 'street' },
    { line: street(place(LANE, SOUTH), place(LANE, NORTH)), profile: 'street' },
    { line: street(place(6, SOUTH), place(LANE, SOUTH)), profile: 'street' },
    { line: street(place(18, MIDDLE), place(LANE, MIDDLE)), profile: 'lane' },
    { line: street(place(15, NORTH), place(LANE, NORTH)), profile: 'street' },
    { line: quayStreet, profile: 'lane' },
  );
  sketch.patches.push({ surface: 'quay', area: canalBand(6, 11.9) });
  drawQuay(sketch, random);
  const rows = [
    [2, 8, 5.6],
    [53, 8, 5.6],
    [122, 7, 5.6],
    [168, 5, 5.4],
  ] as const;
  for (const [n, houses, width] of rows) {
    drawRow(sketch, 53.5, n, houses, width, 'kade');
    drawRow(sketch, 80.5, n, houses, width, 'straten');
    if (n < 100) drawRow(sketch, 123.5, n, houses, width, 'straten');
  }
  for (const n of [4, 24, 44, 64, 84, 124, 144, 164, 184]) drawPair(sketch, n);
  sketch.patches.push(
    { surface: 'path', area: strip(street(place(107, 2), place(107, 98)), 0.8) },
    {
      surface: 'path',
      area: strip(
        street(place(94, 158), place(135, 150), place(150, 118), place(210, 140), place(222, 170), place(214, 204)),
        1.4,
      ),
    },
    { surface: 'path', area: strip(street(place(LANE, 112), place(190, 112), place(235, 102)), 1.4) },
    { surface: 'paving', area: [box(20, 104, 40, 16)] },
    { surface: 'garden', area: [box(10, -8, 62, 112), box(12, 118, 60, 84)] },
    { surface: 'garden', area: [box(AVENUE, -8, LANE - AVENUE, 116), box(AVENUE, 112, 29, 90)] },
    { surface: 'garden', area: [box(LANE, -8, 33, 113), box(LANE, 116, 33, 88)] },
  );
  for (const e of [AVENUE, LANE])
    for (const side of [-5.6, 5.6])
      sketch.trees.push({
        line: street(place(e + side, 0), place(e + side, 200)),
        spacing: 13,
        species: ['pear', 'fieldMaple'],
      });
  sketch.trees.push(
    { line: subLine(alongCanal(9.2, NORTH, SOUTH), 4, 400), spacing: 11, species: ['elm'] },
    { line: street(place(20, SOUTH - 10), place(190, SOUTH - 12)), spacing: 12, species: ['lime'] },
  );
  sketch.groves.push(
    { ring: box(105, 122, 28, 72), spacing: 11, species: ['oak', 'lime', 'cherry'] },
    { ring: box(180, -10, 50, 210), spacing: 13, species: ['alder', 'birch', 'willow', 'oak'] },
  );
  return sketch;
}
