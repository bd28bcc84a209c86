/** The flood grid in buffers of the GPU: 84 bytes a cell, of which the largest buffer holds 16. */
import type { FloodInput } from '../../../model/flood.ts';
import type { FloodGrid } from '../layout.ts';
import { OPEN_BORDER, type SpecialFaces } from '../special-faces.ts';
import type { PackedWorks } from './pack-works.ts';
import { STATE, TILE } from './prelude.ts';

/** Of the WebGPU standard: TypeScript's library has its types, not these numbers. The mode of mapping to read is also 1. */
export const USAGE = { MAP_READ: 1, COPY_SRC: 4, COPY_DST: 8, UNIFORM: 0x40, STORAGE: 0x80 } as const;

/** Bytes of the largest buffer, which the device's limits must allow. */
export const largestBuffer = ({ frame }: FloodInput): number => (frame.width + 5) * (frame.height + 2) * 16;

export const countTiles = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  tilesX: Math.ceil(width / TILE.width),
  tilesY: Math.ceil(height / TILE.height),
});

/** The uniform that every shader reads, in the order of `Grid` in `prelude.ts`. */
export interface GridNumbers {
  readonly faces: number;
  readonly works: number;
  readonly rounds: number;
  readonly series: number;
  readonly pumped: number;
  readonly factor: number;
  readonly tick: number;
  readonly reach: number;
  readonly leastDepth: number;
  readonly storage: number;
}

/** Puts the values of some arrays beside each other. */
function weave(arrays: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const [first] = arrays as [Float32Array];
  const woven = new Float32Array(first.length * arrays.length);
  for (const [i, values] of arrays.entries()) {
    for (let at = 0; at < first.length; at++) woven[at * arrays.length + i] = values[at] as number;
  }
  return woven;
}

/** Bit 0: wet at the start; bit 2: water may come in from outside. Two words a tile, of which the second is the shaders' own. */
function markTiles(grid: FloodGrid, faces: SpecialFaces): Uint32Array<ArrayBuffer> {
  const { width, height, stride, depth, bed } = grid;
  const { tilesX, tilesY } = countTiles(grid);
  const tiles = new Uint32Array(tilesX * tilesY * 2);
  const mark = (at: number, bit: number) => {
    const row = Math.floor(at / stride) - 1;
    const column = (at % stride) - 1;
    tiles[(Math.floor(row / TILE.height) * tilesX + Math.floor(column / TILE.width)) * 2] |= bit;
  };
  for (let row = 1; row <= height; row++) {
    for (let at = row * stride + 1; at <= row * stride + width; at++) if ((depth[at] as number) > 0) mark(at, 1);
  }
  for (const [i, kind] of faces.kind.entries()) {
    if (kind < 2 || kind >= OPEN_BORDER) continue;
    const cell = (faces.at[i] as number) + (kind === 2 ? 1 : kind === 4 ? stride : 0);
    if ((faces.sill[i] as number) > (bed[cell] as number)) mark(cell, 4);
  }
  return tiles;
}

function packFaces({ at, kind, sill, openness }: SpecialFaces): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(Math.max(1, at.length) * 4);
  const floats = new Float32Array(words.buffer);
  for (let i = 0; i < at.length; i++) {
    words[i * 4] = at[i] as number;
    words[i * 4 + 1] = kind[i] as number;
    floats[i * 4 + 2] = sill[i] as number;
    floats[i * 4 + 3] = openness[i] as number;
  }
  return words;
}

function packGrid({ width, height, stride, cellSize }: FloodGrid, numbers: GridNumbers): Uint32Array<ArrayBuffer> {
  const { tilesX } = countTiles({ width, height });
  const { faces, works, rounds, series, pumped, factor, tick, reach, leastDepth, storage } = numbers;
  const words = new Uint32Array(16);
  words.set([width, height, stride, tilesX, faces, works, rounds, series]);
  new Float32Array(words.buffer).set(
    [pumped, cellSize, tick, reach, leastDepth, storage, cellSize * cellSize, factor],
    8,
  );
  return words;
}

export type FloodBuffers = ReturnType<typeof createBuffers>;

/** Whoever calls it destroys them. */
export function createBuffers(
  device: GPUDevice,
  grid: FloodGrid,
  faces: SpecialFaces,
  works: PackedWorks,
  numbers: GridNumbers,
  planWords: number,
) {
  const usage = USAGE.STORAGE | USAGE.COPY_DST | USAGE.COPY_SRC;
  const cells = grid.rows * grid.stride;
  const empty = (label: string, size: number, use: number = usage) => device.createBuffer({ label, size, usage: use });

  function filled(label: string, values: Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>, use: number = usage) {
    const buffer = device.createBuffer({
      label,
      size: Math.ceil(values.byteLength / 16) * 16,
      usage: use,
      mappedAtCreation: true,
    });
    new Uint8Array(buffer.getMappedRange()).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    buffer.unmap();
    return buffer;
  }

  const never = new Float32Array(cells).fill(-1);
  const dry = new Float32Array(cells);
  return {
    grid: filled('grid', packGrid(grid, numbers), USAGE.UNIFORM | USAGE.COPY_DST),
    state: empty('state', STATE.words * 4),
    plan: empty('plan', planWords * 4),
    tiles: filled('tiles', markTiles(grid, faces)),
    ground: filled('ground', weave([grid.bed, grid.friction])),
    soil: filled('soil', weave([grid.rainFactor, grid.infiltration, grid.sewer, dry])),
    depth: filled('depth', weave([grid.depth])),
    excess: empty('excess', cells * 4),
    flows: empty('flows', cells * 8),
    next: empty('next', cells * 8),
    scales: filled('scales', new Float32Array(cells).fill(1)),
    marks: filled('marks', weave([dry, dry, never, dry])),
    faces: filled('faces', packFaces(faces)),
    works: filled('works', works.words),
    taken: empty('taken', cells * 16),
    faceBooks: empty('books of faces', Math.max(1, faces.at.length) * 16),
    workBooks: empty('books of works', Math.max(1, works.count) * 16),
  };
}

/** A copy of a buffer's first bytes on this side. */
export async function readBuffer(
  device: GPUDevice,
  buffer: GPUBuffer,
  size: number = buffer.size,
): Promise<ArrayBuffer> {
  const staging = device.createBuffer({ size, usage: USAGE.MAP_READ | USAGE.COPY_DST });
  try {
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(buffer, 0, staging, 0, size);
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(USAGE.MAP_READ);
    return staging.getMappedRange().slice(0);
  } finally {
    staging.destroy();
  }
}
