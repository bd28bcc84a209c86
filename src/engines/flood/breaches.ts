/**
 * Dikes that give way while the flood runs, and lakes beyond the grid. Before each step a breach looks at the water on both sides
 * and at what went through, grows (`flood-breach/growth.ts`), and opens the sides of cells on the dike's crest: each over the part
 * of it that lies in the gap, down to the gap's crest. The discharge is not a formula's: it is what the full scheme lets through.
 */
import type { Basin, Breach, BreachHistory, BreachMoment, FloodInput } from '../../model/flood.ts';
import { InputError } from '../../model/input-error.ts';
import { crestAt, widthGained } from '../flood-breach/growth.ts';
import { type FloodGrid, padCell } from './layout.ts';
import { FACE, type SpecialFaces } from './special-faces.ts';
import { countFlow, type FloodSums } from './sums.ts';
import type { Water } from './works.ts';

export interface Dikes {
  /** Comes before the step from `now` to `now + dt`. */
  run(now: number, dt: number): void;
  /** Until `now`. */
  tell(now: number): BreachHistory[];
}

/** Seconds between two moments that are kept. */
const EVERY = 60;

/** Part of a side within a gap of `width` around the middle. */
function shareOf(from: number, until: number, width: number): number {
  const [low, high] = [Math.max(from, -width / 2), Math.min(until, width / 2)];
  if (until > from) return Math.max(0, high - low) / (until - from);
  return Math.abs(from) <= width / 2 ? 1 : 0;
}

function createBreach(breach: Breach, grid: FloodGrid, faces: SpecialFaces, water: Water) {
  const { id, growth, sides, outside, inside } = breach;
  const opened = sides.map(({ cell, axis, from, until, inward }) => {
    const at = padCell(grid, cell);
    const kind = axis === 'x' ? FACE.eastward : FACE.northward;
    const face = faces.at.findIndex((place, i) => place === at && faces.kind[i] === kind);
    if (face < 0) throw new InputError(`Flood: breach "${id}" has a side that is no face of the input.`);
    return { at, face, flows: axis === 'x' ? grid.qx : grid.qy, from, until, inward };
  });
  const outsideCells = outside.map((cell) => padCell(grid, cell));
  const insideCells = inside.map((cell) => padCell(grid, cell));
  const moments: BreachMoment[] = [];
  let width = growth.width;
  let crest = growth.crest;
  let volume = 0;
  let toldVolume = 0;
  let toldSecond = 0;
  let lastStep = 0;
  let isChanged = true;

  /** Mean of the levels, none lower than the lowest crest. */
  function levelOf(cells: readonly number[]): number {
    let sum = 0;
    for (const at of cells) sum += Math.max(growth.lowest, water.depth(at) > 0 ? water.level(at) : growth.lowest);
    return cells.length > 0 ? sum / cells.length : growth.lowest;
  }

  /** m³/s into the polder in the last step. */
  function dischargeNow(): number {
    let sum = 0;
    for (const { flows, at, inward } of opened) sum += flows[at] * inward;
    return sum * grid.cellSize;
  }

  function open(): void {
    for (const { face, from, until } of opened) {
      const share = shareOf(from, until, width);
      faces.sill[face] = (share > 0 ? crest : growth.crest) - grid.datum;
      faces.openness[face] = share > 0 ? share : 1;
    }
  }

  function note(second: number, up: number, down: number): void {
    const passed = second - toldSecond;
    const discharge = passed > 0 ? (volume - toldVolume) / passed : 0;
    moments.push({
      second,
      width: second < growth.start ? 0 : width,
      crest,
      outside: up,
      inside: down,
      discharge,
      volume,
    });
    toldVolume = volume;
    toldSecond = second;
  }

  return {
    run(now: number, dt: number): void {
      const discharge = dischargeNow();
      volume += discharge * lastStep;
      lastStep = dt;
      const isTime = moments.length === 0 || now - toldSecond >= EVERY;
      const isWidening = now >= growth.start + growth.lowering && width < growth.widest;
      if (isTime || isWidening) {
        const [up, down] = [levelOf(outsideCells), levelOf(insideCells)];
        const depth = Math.max(0.01, Math.max(up, down) - growth.lowest);
        if (isWidening && Math.abs(discharge) / (width * depth) > growth.criticalSpeed) {
          width = Math.min(growth.widest, width + widthGained(growth, up - down, now, now + dt));
          isChanged = true;
        }
        if (isTime) note(now, up, down);
      }
      const lower = crestAt(growth, now + dt);
      isChanged ||= lower !== crest;
      crest = lower;
      if (isChanged && now >= growth.start) {
        open();
        isChanged = false;
      }
    },
    tell(now: number): BreachHistory {
      volume += dischargeNow() * lastStep;
      lastStep = 0;
      if (now > toldSecond) note(now, levelOf(outsideCells), levelOf(insideCells));
      return { id, moments };
    },
  };
}

/** Keeps cells at the level of a lake, which falls by what flows out of it. */
function createBasin({ cells, level, area }: Basin, grid: FloodGrid, water: Water, sums: FloodSums) {
  const places = cells.map((cell) => padCell(grid, cell));
  const cellArea = grid.cellSize * grid.cellSize;
  let now = level;
  return (): void => {
    let given = 0;
    for (const at of places) {
      const before = water.depth(at);
      given += water.add(at, water.round(now - water.level(at))) - before;
    }
    countFlow(sums, given * cellArea);
    if (area !== undefined) now -= (given * cellArea) / area;
  };
}

export function createDikes(
  { breaches = [], basins = [], scheme }: FloodInput,
  grid: FloodGrid,
  faces: SpecialFaces,
  water: Water,
  sums: FloodSums,
): Dikes {
  if (breaches.length > 0 && scheme !== 'full') throw new InputError('Flood: a breach needs scheme "full".');
  const growing = breaches.map((breach) => createBreach(breach, grid, faces, water));
  const lakes = basins.map((basin) => createBasin(basin, grid, water, sums));
  return {
    run(now, dt) {
      for (const fill of lakes) fill();
      for (const breach of growing) breach.run(now, dt);
    },
    tell: (now) => growing.map((breach) => breach.tell(now)),
  };
}
