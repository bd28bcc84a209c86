/** The step in the kernel (`kernel/crowd.ts`): what it reads and writes lies in one memory, so that nothing is copied between steps. */
import type { Neighbours } from './neighbours.ts';
import type { People } from './people.ts';
import { createMemoryRoom, type Room, SPARE } from './room.ts';
import type { Behaviour } from './step.ts';
import type { WalkGrid } from './walk-grid.ts';

interface KernelExports {
  readonly setup: (sizes: number, numbers: number) => void;
  readonly step: (walking: number, seed: number, time: number) => void;
}

/** Bytes of a person in {@link People} and {@link Neighbours}, and columns in all. */
const PERSON = 160;
const COLUMNS = 40;

interface Extent {
  readonly grid: WalkGrid;
  readonly persons: number;
  readonly destinations: number;
  readonly nearCells: number;
}

/** Room for everything that the kernel reads. */
export function createKernelRoom({ grid, persons, destinations, nearCells }: Extent) {
  const { clearance, walls, wallStart, nearWalls } = grid;
  const ground = clearance.byteLength + walls.byteLength + wallStart.byteLength + nearWalls.byteLength;
  const ways = 8 * clearance.length * destinations;
  return createMemoryRoom(ground + ways + 4 * (nearCells + 1) + PERSON * persons + COLUMNS * SPARE + 1024);
}

interface KernelWorld {
  readonly room: Room & { readonly memory: WebAssembly.Memory };
  readonly grid: WalkGrid;
  readonly people: People;
  readonly near: Neighbours;
  /** Of all destinations, one after the other. */
  readonly directions: Float32Array;
  readonly how: Behaviour;
}

/** As `stepJavascript`. */
export function createKernelStep(
  module: WebAssembly.Module,
  { room, grid, people, near, directions, how }: KernelWorld,
): (seed: number, time: number) => void {
  const kernel = new WebAssembly.Instance(module, { env: { memory: room.memory } }).exports as unknown as KernelExports;
  const clearance = room.f32(grid.clearance.length);
  const walls = room.f64(grid.walls.length);
  const wallStart = room.i32(grid.wallStart.length);
  const nearWalls = room.i32(grid.nearWalls.length);
  clearance.set(grid.clearance);
  walls.set(grid.walls);
  wallStart.set(grid.wallStart);
  nearWalls.set(grid.nearWalls);
  const columns = [
    ...[directions, clearance, walls, wallStart, nearWalls],
    ...[near.start, near.x, near.y, near.singleX, near.singleY, near.row],
    ...[people.x, people.y, people.vx, people.vy, people.speed, people.start, people.fromX, people.fromY],
    ...[
      people.destination,
      people.on,
      people.held,
      people.aside,
      people.turn,
      people.bound,
      people.goalX,
      people.goalY,
    ],
  ];
  const given = [grid.width, grid.height, near.columns, near.rows, ...columns.map(({ byteOffset }) => byteOffset)];
  const sizes = room.i32(given.length);
  sizes.set(given);
  const numbers = room.f64(9);
  numbers.set([how.radius, how.headway, how.gap, ...how.others, ...how.wall, how.pass, how.right]);
  kernel.setup(sizes.byteOffset, numbers.byteOffset);
  return (seed, time) => kernel.step(people.walking, seed, time);
}
