/** Variant B, "Hoven": three green courts of four to six storeys round a park with a pond; cars stay at the edge. */
import { strip } from './area.ts';
import { smooth } from './curve.ts';
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
const EAST = 196;
/** Net floor per dwelling, m², and the part of the gross floor that is lived in. */
const DWELLING = 100;
const NET = 0.8;

interface Wing {
  readonly e: number;
  readonly n: number;
  readonly width: number;
  readonly depth: number;
  readonly storeys: number;
  readonly pitched?: boolean;
}

const courts: readonly { name: string; phase: string; wings: readonly Wing[] }[] = [
  {
    name: 'Zuiderhof',
    phase: 'zuid',
    wings: [
      { e: 26, n: 4, width: 12, depth: 44, storeys: 4, pitched: true },
      { e: 26, n: 52, width: 40, depth: 12, storeys: 4 },
      { e: 70, n: 20, width: 12, depth: 44, storeys: 5 },
    ],
  },
  {
    name: 'Oosterhof',
    phase: 'zuid',
    wings: [
      { e: 112, n: 4, width: 48, depth: 12, storeys: 4, pitched: true },
      { e: 164, n: 4, width: 12, depth: 40, storeys: 5 },
      { e: 124, n: 50, width: 40, depth: 12, storeys: 5 },
    ],
  },
  {
    name: 'Noorderhof',
    phase: 'noord',
    wings: [
      { e: 60, n: 134, width: 12, depth: 46, storeys: 4, pitched: true },
      { e: 76, n: 184, width: 42, depth: 12, storeys: 5 },
      { e: 122, n: 136, width: 12, depth: 42, storeys: 6 },
    ],
  },
];

function drawWing(sketch: Sketch, { e, n, width, depth, storeys, pitched }: Wing, name: string, phase: string) {
  const upper = storeys * 3 + 0.6;
  sketch.buildings.push({
    name,
    use: 'wonen',
    footprint: box(e, n, width, depth),
    dwellings: Math.round((width * depth * storeys * NET) / DWELLING),
    upper: pitched ? upper + 3 : upper,
    phase,
    roof: pitched
      ? { shape: 'gabled', eaves: storeys * 3, ridgeDegrees: compassOf(width > depth ? eastward : northward) }
      : { shape: 'flat' },
  });
}

/** Bends gently through the points. */
const walk = (...points: Path): Path => smooth(points, 4);

export function drawHoven(): Sketch {
  const sketch = emptySketch();
  for (const { name, phase, wings } of courts) for (const wing of wings) drawWing(sketch, wing, name, phase);
  sketch.buildings.push({
    name: 'Buurtkas',
    use: 'ontmoeten',
    footprint: box(36, 112, 18, 9),
    upper: 6.5,
    phase: 'noord',
    roof: { shape: 'gabled', eaves: 3.6, ridgeDegrees: compassOf(eastward) },
  });
  sketch.streets.push(
    { line: [place(72, -60), place(72, SOUTH)], profile: 'street' },
    { line: [place(10, SOUTH), place(EAST, SOUTH)], profile: 'street' },
    { line: [place(EAST, SOUTH), place(EAST, NORTH)], profile: 'street' },
    { line: [place(30, NORTH), place(EAST, NORTH)], profile: 'street' },
  );
  const pond = smooth(
    [place(80, 92), place(96, 86), place(126, 90), place(148, 100), place(140, 114), place(108, 112), place(84, 106)],
    3,
    true,
  );
  sketch.water.push([pond]);
  const paths: [Path, number][] = [
    [walk(place(10, 92), place(60, 80), place(100, 76), place(150, 82), place(EAST, 92)), 1.7],
    [walk(place(10, 122), place(60, 126), place(110, 122), place(152, 120), place(EAST, 108)), 1.7],
    [walk(place(EAST, 98), place(220, 104), place(245, 98)), 1.7],
    [walk(place(54, 0), place(54, 30), place(60, 48), place(68, 80)), 1.2],
    [walk(place(98, SOUTH), place(98, 40), place(102, 76)), 1.7],
    [walk(place(140, 16), place(144, 40), place(118, 46), place(112, 76)), 1.2],
    [walk(place(96, 124), place(97, 160), place(80, 178), place(70, 200)), 1.2],
    [walk(place(146, 120), place(150, 160), place(128, 190), place(124, NORTH)), 1.7],
  ];
  sketch.patches.push(
    { surface: 'quay', area: canalBand(6, 13) },
    { surface: 'paving', area: [box(32, 106, 30, 20)] },
    ...paths.map(([line, half]) => ({ surface: 'path' as const, area: strip(line, half) })),
    // Ground floors have gardens of their own, three metres deep.
    ...sketch.buildings
      .filter(({ name }) => name !== 'Buurtkas')
      .map(({ footprint }) => ({ surface: 'garden' as const, area: strip([...footprint, footprint[0]], 3) })),
  );
  sketch.trees.push(
    { line: alongCanal(10.8, NORTH, SOUTH), spacing: 11, species: ['elm'] },
    { line: [place(EAST - 5.6, 0), place(EAST - 5.6, 200)], spacing: 11, species: ['lime'] },
    { line: [place(EAST + 5.6, 0), place(EAST + 5.6, 200)], spacing: 11, species: ['lime'] },
    { line: [place(18, SOUTH + 5.6), place(190, SOUTH + 5.6)], spacing: 12, species: ['maple', 'pear'] },
    { line: [place(40, NORTH - 5.6), place(190, NORTH - 5.6)], spacing: 12, species: ['maple', 'pear'] },
    { line: [...pond.slice(0, -1).filter((_, i) => i % 3 === 0)], spacing: 14, species: ['willow', 'alder'] },
  );
  sketch.groves.push(
    { ring: box(40, 16, 28, 34), spacing: 9, species: ['apple', 'pear', 'cherry'] },
    { ring: box(116, 20, 46, 28), spacing: 9, species: ['apple', 'fieldMaple', 'cherry'] },
    { ring: box(76, 136, 44, 46), spacing: 9, species: ['apple', 'pear', 'birch'] },
    { ring: box(20, 68, 170, 64), spacing: 14, species: ['oak', 'beech', 'lime', 'birch'] },
    { ring: box(20, 130, 38, 66), spacing: 11, species: ['oak', 'chestnut', 'lime'] },
    { ring: box(138, 124, 50, 76), spacing: 11, species: ['alder', 'birch', 'oak'] },
    { ring: box(206, -10, 32, 210), spacing: 12, species: ['alder', 'willow', 'birch'] },
  );
  return sketch;
}
