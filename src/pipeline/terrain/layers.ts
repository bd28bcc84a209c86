/**
 * Height grids of different resolution → layers without holes, the finest first, that join without a cliff.
 *
 * Known heights are never changed. Unknown ones become what the coarser layers say plus the difference at the nearest
 * known cells, continued smoothly. Around the data that difference holds over a reach and then fades to nothing over a
 * blend, so a layer meets the coarser one, and the coarsest meets NAP zero. Holes enclosed by data never fade.
 */
import { createGrid, type HeightGrid } from '../../model/grid.ts';
import { distanceToKnown, distanceUnit, markOutside } from './distance.ts';
import { fillHoles } from './fill-holes.ts';

export interface FillCount {
  /** Unknown cells within the file's extent, filled from their surroundings. */
  holesFilled: number;
  /** Unknown cells within the file's extent that lie outside the data: they take the coarser layer's height. */
  outside: number;
}

/** Metres. */
interface Margin {
  reach: number;
  blend: number;
}

/** Heights of the coarser layers (sea level where there are none) at a row of points `firstX + i * step`. */
function sampleRow(layers: readonly HeightGrid[], firstX: number, step: number, y: number, into: Float32Array): void {
  into.fill(0);
  for (let k = layers.length - 1; k >= 0; k--) {
    const { west, south, cellSize, width, height, values } = layers[k] as HeightGrid;
    const row = (y - south) / cellSize - 0.5;
    if (row < -0.5 || row > height - 0.5) continue;
    const r0 = Math.min(Math.max(Math.floor(row), 0), height - 1);
    const r1 = Math.min(r0 + 1, height - 1);
    const fy = Math.min(Math.max(row - r0, 0), 1);
    const start = Math.max(0, Math.ceil((west - firstX) / step));
    const end = Math.min(into.length - 1, Math.floor((west + width * cellSize - firstX) / step));
    for (let i = start; i <= end; i++) {
      const column = (firstX + i * step - west) / cellSize - 0.5;
      const c0 = Math.min(Math.max(Math.floor(column), 0), width - 1);
      const c1 = Math.min(c0 + 1, width - 1);
      const fx = Math.min(Math.max(column - c0, 0), 1);
      const a = values[r0 * width + c0] as number;
      const b = values[r1 * width + c0] as number;
      const near = a + ((values[r0 * width + c1] as number) - a) * fx;
      into[i] = near + (b + ((values[r1 * width + c1] as number) - b) * fx - near) * fy;
    }
  }
}

function padGrid({ west, south, cellSize, width, height, values }: HeightGrid, pad: number): HeightGrid {
  const padded = createGrid(west - pad * cellSize, south - pad * cellSize, cellSize, width + 2 * pad, height + 2 * pad);
  for (let r = 0; r < height; r++) {
    padded.values.set(values.subarray(r * width, (r + 1) * width), (r + pad) * padded.width + pad);
  }
  return padded;
}

function isInner(i: number, { width, height }: HeightGrid, pad: number): boolean {
  const c = i % width;
  const r = (i - c) / width;
  return c >= pad && r >= pad && c < width - pad && r < height - pad;
}

/** One grid, wider by its margin and without holes, that meets the layers below at its border. */
function completeGrid(
  grid: HeightGrid,
  below: readonly HeightGrid[],
  { reach, blend }: Margin,
): { layer: HeightGrid; count: FillCount } {
  const pad = Math.ceil((reach + blend) / grid.cellSize) + 1;
  const layer = padGrid(grid, pad);
  const { width, height, values, cellSize, west, south } = layer;
  const base = new Float32Array(width);
  const difference = new Float32Array(values.length);
  // Unknown cells hold what lies below until the difference is known.
  for (let r = 0; r < height; r++) {
    sampleRow(below, west + cellSize / 2, cellSize, south + (r + 0.5) * cellSize, base);
    for (let c = 0; c < width; c++) {
      const i = r * width + c;
      const value = values[i] as number;
      difference[i] = value - (base[c] as number);
      if (Number.isNaN(value)) values[i] = base[c] as number;
    }
  }
  const isFilled = fillHoles(difference, width, height);
  const distance = distanceToKnown(isFilled, width, height);
  const toUnits = distanceUnit / cellSize;
  const isOutside = markOutside(distance, width, height, reach * toUnits);
  const count = { holesFilled: 0, outside: 0 };
  for (let i = 0; i < values.length; i++) {
    if (isFilled[i] === 0) continue;
    const t = isOutside[i] === 1 ? Math.min(((distance[i] as number) / toUnits - reach) / blend, 1) : 0;
    values[i] = (values[i] as number) + (difference[i] as number) * (1 - t * t * (3 - 2 * t));
    if (isInner(i, layer, pad)) count[t > 0 ? 'outside' : 'holesFilled']++;
  }
  return { layer, count };
}

const minimumSurroundCell = 20;
/** Over this distance the outermost heights fade to NAP zero: 500 m, and longer for high ground (slope at most 6 %). */
const surroundBlend = 500;
const surroundBlendPerMetre = 25;

/** A coarse mean of everything known, from which the heights fade to sea level. */
function createSurround(grids: readonly HeightGrid[]): { grid: HeightGrid; margin: Margin } {
  const cellSize = Math.max(minimumSurroundCell, 2 * Math.max(...grids.map((grid) => grid.cellSize)));
  const west = Math.floor(Math.min(...grids.map((grid) => grid.west)) / cellSize) * cellSize;
  const south = Math.floor(Math.min(...grids.map((grid) => grid.south)) / cellSize) * cellSize;
  const east = Math.max(...grids.map((grid) => grid.west + grid.width * grid.cellSize));
  const north = Math.max(...grids.map((grid) => grid.south + grid.height * grid.cellSize));
  const surround = createGrid(
    west,
    south,
    cellSize,
    Math.ceil((east - west) / cellSize),
    Math.ceil((north - south) / cellSize),
  );
  const sums = new Float64Array(surround.values.length);
  const areas = new Float64Array(surround.values.length);
  let highest = 0;
  for (const grid of grids) {
    const area = grid.cellSize ** 2;
    for (let r = 0; r < grid.height; r++) {
      const row = Math.floor((grid.south + (r + 0.5) * grid.cellSize - south) / cellSize) * surround.width;
      for (let c = 0; c < grid.width; c++) {
        const value = grid.values[r * grid.width + c] as number;
        if (Number.isNaN(value)) continue;
        const i = row + Math.floor((grid.west + (c + 0.5) * grid.cellSize - west) / cellSize);
        sums[i] = (sums[i] as number) + value * area;
        areas[i] = (areas[i] as number) + area;
        highest = Math.max(highest, Math.abs(value));
      }
    }
  }
  for (let i = 0; i < sums.length; i++) {
    if (areas[i] !== 0) surround.values[i] = (sums[i] as number) / (areas[i] as number);
  }
  const blend = surroundBlend + surroundBlendPerMetre * highest;
  return { grid: surround, margin: { reach: 2 * cellSize, blend } };
}

/**
 * Grids may overlap; where two of one resolution do, the first wins. Layers come finest first, each without NaN; `fade`
 * metres outside the data the ground is at NAP zero.
 */
export function stackLayers(grids: readonly HeightGrid[]): { layers: HeightGrid[]; count: FillCount; fade: number } {
  const coarseFirst = grids.toReversed().sort((a, b) => b.cellSize - a.cellSize);
  const surround = createSurround(grids);
  const layers = [completeGrid(surround.grid, [], surround.margin).layer];
  const count = { holesFilled: 0, outside: 0 };
  for (const grid of coarseFirst) {
    const margin = { reach: Math.max(25, 2 * grid.cellSize), blend: Math.max(50, 8 * grid.cellSize) };
    const done = completeGrid(grid, layers, margin);
    layers.unshift(done.layer);
    count.holesFilled += done.count.holesFilled;
    count.outside += done.count.outside;
  }
  return { layers, count, fade: surround.margin.blend };
}
