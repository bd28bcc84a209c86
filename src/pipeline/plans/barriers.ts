/** A variant held against the municipality's water barriers: where it cuts them, and whether the water is held all the same. */
import { cutBarrier } from '../../engines/barrier-cut.ts';
import { passesBarrier } from '../../engines/barrier-flood.ts';
import { createGrid, type HeightGrid } from '../../model/grid.ts';
import type { GroundPolygon } from '../../model/plan-geojson.ts';
import type { BarrierCut } from '../../model/plan-model.ts';
import { isInRings, type Ring } from '../../model/plan-ring.ts';
import type { WaterBarrier } from '../../model/water-barrier.ts';
import type { HeightAt } from './ground.ts';

/** Something that holds water back as it is drawn, up to its top. */
export interface Gate {
  /** RD New. */
  readonly rings: readonly Ring[];
  readonly upperNap: number;
}

/** Metres round the new ground that are looked at, the side of a cell, and the most cells. */
const AROUND = 30;
const CELL = 0.25;
const MOST_CELLS = 4_000_000;

function createWindow(pieces: readonly GroundPolygon[]): HeightGrid {
  const corners = pieces.flatMap(({ rings }) => rings[0] ?? []);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < corners.length; i += 2) {
    west = Math.min(west, corners[i] as number);
    east = Math.max(east, corners[i] as number);
    south = Math.min(south, corners[i + 1] as number);
    north = Math.max(north, corners[i + 1] as number);
  }
  const [width, height] = [east - west + 2 * AROUND, north - south + 2 * AROUND];
  const cell = Math.max(CELL, Math.sqrt((width * height) / MOST_CELLS));
  return createGrid(west - AROUND, south - AROUND, cell, Math.ceil(width / cell), Math.ceil(height / cell));
}

/** Calls `each` with every cell whose middle lies within the rings. */
function visitCells(grid: HeightGrid, rings: readonly Ring[], each: (index: number) => void) {
  const { west, south, cellSize, width, height } = grid;
  const [outer] = rings;
  const xs = outer.filter((_, i) => i % 2 === 0);
  const ys = outer.filter((_, i) => i % 2 === 1);
  const cellOf = (value: number, start: number, count: number) =>
    Math.min(count - 1, Math.max(0, Math.floor((value - start) / cellSize)));
  const [first, last] = [cellOf(Math.min(...xs), west, width), cellOf(Math.max(...xs), west, width)];
  for (let row = cellOf(Math.min(...ys), south, height); row <= cellOf(Math.max(...ys), south, height); row++)
    for (let column = first; column <= last; column++)
      if (isInRings(rings, west + (column + 0.5) * cellSize, south + (row + 0.5) * cellSize))
        each(row * width + column);
}

/** Calls `each` with every cell that the outline runs through, so that the thinnest gate leaves no gap. */
function visitOutline(grid: HeightGrid, [ring]: readonly Ring[], each: (index: number) => void) {
  const { west, south, cellSize, width, height } = grid;
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const [dx, dy] = [ring[j] - ring[i], ring[j + 1] - ring[i + 1]];
    const steps = Math.max(1, Math.ceil((Math.hypot(dx, dy) / cellSize) * 2));
    for (let k = 0; k <= steps; k++) {
      const column = Math.floor((ring[i] + (dx * k) / steps - west) / cellSize);
      const row = Math.floor((ring[i + 1] + (dy * k) / steps - south) / cellSize);
      if (column >= 0 && column < width && row >= 0 && row < height) each(row * width + column);
    }
  }
}

/** Today's heights, then with the new ground, then with the gates: the same grid, each time a step further. */
function createStages(pieces: readonly GroundPolygon[], gates: readonly Gate[], heightAt: HeightAt) {
  const grid = createWindow(pieces);
  const { west, south, cellSize, width, values } = grid;
  return {
    grid,
    layToday() {
      for (let i = 0; i < values.length; i++) {
        const [column, row] = [i % width, Math.floor(i / width)];
        values[i] = heightAt(west + (column + 0.5) * cellSize, south + (row + 0.5) * cellSize) ?? Number.NaN;
      }
    },
    layGround() {
      for (const { rings, level } of pieces)
        visitCells(grid, rings, (index) => {
          values[index] = level;
        });
    },
    closeGates() {
      for (const { rings, upperNap } of gates) {
        const raise = (index: number) => {
          values[index] = Math.max(values[index], upperNap);
        };
        visitCells(grid, rings, raise);
        visitOutline(grid, rings, raise);
      }
    },
  };
}

function whatHolds(
  { line, requiredNap }: WaterBarrier,
  pieces: readonly GroundPolygon[],
  gates: readonly Gate[],
  heightAt: HeightAt,
): BarrierCut['holds'] {
  const { grid, layToday, layGround, closeGates } = createStages(pieces, gates, heightAt);
  const passes = () => passesBarrier(grid, line, requiredNap);
  layToday();
  if (passes()) return 'unknown';
  layGround();
  if (!passes()) return 'ground';
  closeGates();
  return passes() ? 'nothing' : 'gates';
}

const round = (value: number, step: number) => Math.round(value * step) / step + 0;

export function listBarrierCuts(
  barriers: readonly WaterBarrier[],
  pieces: readonly GroundPolygon[],
  gates: readonly Gate[],
  heightAt: HeightAt,
): BarrierCut[] {
  const ground = pieces.map(({ rings, level, surface }) => ({ rings, level, isWater: surface === 'water' }));
  return barriers.flatMap((barrier) => {
    const { name, line, requiredNap } = barrier;
    const cut = cutBarrier(line, requiredNap, ground, heightAt);
    if (!cut) return [];
    return [
      {
        ...(name === undefined ? {} : { name }),
        requiredNap,
        length: round(cut.length, 100),
        lowestNap: round(cut.lowestNap, 1000),
        isWater: cut.isWater,
        holds: whatHolds(barrier, pieces, gates, heightAt),
      },
    ];
  });
}
