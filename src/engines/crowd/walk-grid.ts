/** Where people can walk, on cells: which are free, how far walls are, and which walls a person there may touch. */
import type { CrowdLine, CrowdPolygon } from '../../model/crowd.ts';
import { scanPolygon } from '../../model/scan-polygon.ts';

/** m: side of the cells of way-finding. */
export const FIELD_CELL = 0.25;
/** m: walls farther than this have no effect on a person. */
const WALL_REACH = 0.75;

export interface WalkGrid {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
  /** Per cell `row * width + col`, row 0 south: metres from its centre to the nearest wall, at most {@link WALL_REACH}; 0 outside. */
  readonly clearance: Float32Array;
  /** Walls: x1, y1, x2, y2 each, metres from the grid's south-western corner. */
  readonly walls: Float64Array;
  /** Walls near cell i are `nearWalls[wallStart[i]]` to before `wallStart[i + 1]`. */
  readonly wallStart: Int32Array;
  readonly nearWalls: Int32Array;
}

/** Of the frame: metres from its corner. */
function listWalls(polygons: readonly CrowdPolygon[], west: number, south: number): Float64Array {
  const walls: number[] = [];
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        walls.push(
          (ring[j] as number) - west,
          (ring[j + 1] as number) - south,
          (ring[i] as number) - west,
          (ring[i + 1] as number) - south,
        );
      }
    }
  }
  return Float64Array.from(walls);
}

/** Squared distance from a point to a wall. */
export function wallDistanceSquared(walls: Float64Array, w: number, x: number, y: number): number {
  const x1 = walls[w * 4] as number;
  const y1 = walls[w * 4 + 1] as number;
  const dx = (walls[w * 4 + 2] as number) - x1;
  const dy = (walls[w * 4 + 3] as number) - y1;
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length)) : 0;
  const ex = x - x1 - t * dx;
  const ey = y - y1 - t * dy;
  return ex * ex + ey * ey;
}

/** m: a wall that runs this close along a door is open there: a body could not reach the line otherwise. */
const DOOR = 0.2;

/** Walls without the parts that run along doors: an exit that is drawn on the edge of the ground can be left through. */
function openDoors(walls: Float64Array, doors: readonly CrowdLine[], west: number, south: number): Float64Array {
  let open = [...walls];
  for (const door of doors) {
    for (let i = 2; i < door.length; i += 2) {
      const [ax, ay] = [(door[i - 2] as number) - west, (door[i - 1] as number) - south];
      const [bx, by] = [(door[i] as number) - west, (door[i + 1] as number) - south];
      const next: number[] = [];
      for (let w = 0; w < open.length; w += 4) {
        const [x1, y1, x2, y2] = open.slice(w, w + 4) as [number, number, number, number];
        const length = Math.hypot(x2 - x1, y2 - y1);
        const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
        const from = (ax - x1) * ux + (ay - y1) * uy;
        const to = (bx - x1) * ux + (by - y1) * uy;
        const asideA = Math.abs((ax - x1) * uy - (ay - y1) * ux);
        const asideB = Math.abs((bx - x1) * uy - (by - y1) * ux);
        const first = Math.max(0, Math.min(from, to));
        const last = Math.min(length, Math.max(from, to));
        if (asideA > DOOR || asideB > DOOR || last - first < 1e-6) {
          next.push(x1, y1, x2, y2);
          continue;
        }
        if (first > 1e-6) next.push(x1, y1, x1 + ux * first, y1 + uy * first);
        if (length - last > 1e-6) next.push(x1 + ux * last, y1 + uy * last, x2, y2);
      }
      open = next;
    }
  }
  return Float64Array.from(open);
}

/** `areas` are free and do not overlap (`walkable-area.ts`). Cost: cells, and cells along walls. */
export function createWalkGrid(areas: readonly CrowdPolygon[], doors: readonly CrowdLine[] = []): WalkGrid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of areas) {
    for (let i = 0; i < outer.length; i += 2) {
      west = Math.min(west, outer[i] as number);
      east = Math.max(east, outer[i] as number);
      south = Math.min(south, outer[i + 1] as number);
      north = Math.max(north, outer[i + 1] as number);
    }
  }
  west -= FIELD_CELL;
  south -= FIELD_CELL;
  const width = Math.ceil((east - west) / FIELD_CELL) + 1;
  const height = Math.ceil((north - south) / FIELD_CELL) + 1;
  const clearance = new Float32Array(width * height);
  const frame = { west, south, cellSize: FIELD_CELL, width, height };
  for (const area of areas) {
    scanPolygon(frame, area, (row, from, until) => {
      clearance.fill(WALL_REACH, row * width + from, row * width + until);
    });
  }
  const walls = openDoors(listWalls(areas, west, south), doors, west, south);
  const counts = new Int32Array(width * height + 1);
  // A wall serves a cell when anywhere in it a person may feel it.
  const reach = WALL_REACH + FIELD_CELL * Math.SQRT1_2;
  const pairs: number[] = [];
  for (let w = 0; w < walls.length / 4; w++) {
    const [x1, y1, x2, y2] = [walls[w * 4], walls[w * 4 + 1], walls[w * 4 + 2], walls[w * 4 + 3]] as [
      number,
      number,
      number,
      number,
    ];
    const slope = y2 === y1 ? undefined : (x2 - x1) / (y2 - y1);
    const bottom = Math.max(0, Math.floor((Math.min(y1, y2) - reach) / FIELD_CELL));
    const top = Math.min(height - 1, Math.floor((Math.max(y1, y2) + reach) / FIELD_CELL));
    for (let row = bottom; row <= top; row++) {
      // Only the part of a long wall that lies near this row.
      const low = row * FIELD_CELL - reach;
      const high = (row + 1) * FIELD_CELL + reach;
      let [from, until] = [Math.min(x1, x2), Math.max(x1, x2)];
      if (slope !== undefined) {
        const xa = x1 + slope * (Math.min(Math.max(low, Math.min(y1, y2)), Math.max(y1, y2)) - y1);
        const xb = x1 + slope * (Math.min(Math.max(high, Math.min(y1, y2)), Math.max(y1, y2)) - y1);
        from = Math.min(xa, xb);
        until = Math.max(xa, xb);
      }
      const first = Math.max(0, Math.floor((from - reach) / FIELD_CELL));
      const last = Math.min(width - 1, Math.floor((until + reach) / FIELD_CELL));
      for (let col = first; col <= last; col++) {
        const cell = row * width + col;
        const squared = wallDistanceSquared(walls, w, (col + 0.5) * FIELD_CELL, (row + 0.5) * FIELD_CELL);
        if (squared > reach * reach) continue;
        pairs.push(cell, w);
        counts[cell + 1] = (counts[cell + 1] as number) + 1;
        const free = clearance[cell] as number;
        if (free * free > squared) clearance[cell] = Math.sqrt(squared);
      }
    }
  }
  for (let i = 0; i < width * height; i++) counts[i + 1] = (counts[i + 1] as number) + (counts[i] as number);
  const fill = counts.slice();
  const nearWalls = new Int32Array(pairs.length / 2);
  for (let p = 0; p < pairs.length; p += 2) {
    const cell = pairs[p] as number;
    nearWalls[fill[cell] as number] = pairs[p + 1] as number;
    fill[cell] = (fill[cell] as number) + 1;
  }
  return { west, south, width, height, clearance, walls, wallStart: counts, nearWalls };
}

/** m from a point (from the grid's corner) in a cell to the nearest wall, at most {@link WALL_REACH}; 0 in a cell that is not free. */
export function wallDistance(grid: WalkGrid, cell: number, x: number, y: number): number {
  if (grid.clearance[cell] === 0) return 0;
  let least = WALL_REACH * WALL_REACH;
  for (let k = grid.wallStart[cell] as number; k < (grid.wallStart[cell + 1] as number); k++)
    least = Math.min(least, wallDistanceSquared(grid.walls, grid.nearWalls[k] as number, x, y));
  return Math.sqrt(least);
}
