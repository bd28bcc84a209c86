/** Floods that the GPU and the processor both compute, small enough for a GPU made of software. */
import type { FloodInput } from '../../../../src/model/flood.ts';
import { createTown, pickCells, townRain } from '../town.ts';

const closed = { west: 'closed', east: 'closed', south: 'closed', north: 'closed' } as const;

/** Still water over a wavy bed of which some stands dry, at the given height above NAP. */
function createLake(above: number): FloodInput {
  const [width, height] = [70, 41];
  const bed = new Float32Array(width * height);
  const initialDepth = new Float32Array(bed.length);
  for (let cell = 0; cell < bed.length; cell++) {
    bed[cell] = above + 0.8 * Math.sin((cell % width) / 5) * Math.cos(Math.floor(cell / width) / 4);
    initialDepth[cell] = Math.max(0, above + 0.37 - (bed[cell] as number));
  }
  const frame = { west: 0, south: 0, cellSize: 1, width, height };
  return { frame, bed, initialDepth, manning: 0.03, rain: [], borders: closed, seconds: 20 };
}

/** Rain on an endless plane of 1 in 100 that drains freely: FL3. */
function createPlane(seconds: number): FloodInput {
  const bed = Float32Array.from({ length: 50 }, (_, i) => (49.5 - i) * 0.02);
  return {
    frame: { west: 0, south: 0, cellSize: 2, width: 50, height: 1 },
    bed,
    manning: 0.05,
    rain: townRain,
    borders: { ...closed, east: 'open' },
    seconds,
  };
}

/** The beginning of test 4 of the UK Environment Agency, on coarser cells: FL9. */
function createValley(seconds: number): FloodInput {
  const [width, height] = [40, 80];
  const series = [
    { second: 0, value: 5 },
    { second: 300, value: 12 },
    { second: 900, value: 20 },
  ];
  return {
    frame: { west: 0, south: 0, cellSize: 10, width, height },
    bed: new Float32Array(width * height),
    manning: 0.05,
    rain: [],
    inflows: [{ id: 'bres', cells: [39 * width, 40 * width], series }],
    borders: closed,
    seconds,
  };
}

/** Rain on a town with everything: sewers, a kerb with a gap, borders, an inflow, culverts in a row and pumps. */
function createAll(width: number, height: number, seconds: number): FloodInput {
  const row = Math.floor(height / 2) * width;
  const faces = Array.from({ length: width - 2 }, (_, i) => {
    const openness = i % 17 === 0 ? { openness: 0.3 } : { crest: 1.1 };
    return { cell: row + i, axis: i % 5 === 3 ? 'x' : 'y', ...openness } as const;
  });
  const street = (x: number, y: number) => y * width + x;
  const barrel = { width: 0.5, height: 0.4, length: 20, floorFrom: 0.2, floorTo: 0.1, manning: 0.013 };
  return {
    ...createTown(width, height),
    faces,
    infiltration: 2e-6,
    sewer: 4e-6,
    sewerStorage: 0.002,
    rain: townRain,
    inflows: [{ id: 'beek', cells: [street(1, 1), street(2, 1)], series: [{ second: 30, value: 0.2 }] }],
    culverts: [
      { id: 'duiker', from: street(2, 3), to: street(25, height - 3), ...barrel },
      { id: 'volgende', from: street(25, height - 3), to: street(2, height - 3), ...barrel, hasFlap: true },
      { id: 'uitlaat', from: street(2, height - 3), ...barrel },
    ],
    pumps: [
      { id: 'gemaal', from: street(3, height - 2), capacity: 0.05, onLevel: 0.5 },
      { id: 'terug', from: street(26, 2), to: street(2, 2), capacity: 0.02, onLevel: 0.3 },
    ],
    borders: { west: 'open', east: 'closed', south: 'closed', north: 1.05 },
    seconds,
  };
}

const rainyTown = (width: number, height: number, seconds: number): FloodInput => ({
  ...createTown(width, height),
  rain: townRain,
  infiltration: 2e-6,
  sewer: 4e-6,
  sewerStorage: 0.001,
  seconds,
});

/** A town of which every street stands under 30 cm. */
export function createWetTown(side: number, seconds: number): FloodInput {
  const town = rainyTown(side, side, seconds);
  return { ...town, initialDepth: Float32Array.from(town.bed, (_, cell) => (town.closed?.[cell] ? 0 : 0.3)) };
}

/** A quarter turn: cell (x, y) comes at (height − 1 − y, x). */
function turn(input: FloodInput): FloodInput {
  const { width, height } = input.frame;
  const to = Array.from(input.bed, (_, i) => (i % width) * height + height - 1 - Math.floor(i / width));
  return pickCells(input, to, [height, width]);
}

export const cases = {
  lake: () => createLake(0),
  highLake: () => createLake(300),
  town: () => rainyTown(75, 50, 300),
  turnedTown: () => turn(rainyTown(75, 50, 300)),
  plane: () => createPlane(2400),
  valley: () => createValley(900),
  all: () => createAll(61, 97, 120),
  drop: () => ({ ...rainyTown(3, 1, 60), closed: new Uint8Array(3) }),
  moment: () => rainyTown(40, 20, 0),
} satisfies Record<string, () => FloodInput>;

export type CaseName = keyof typeof cases;
