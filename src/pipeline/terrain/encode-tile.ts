/** A tile mesh → quantized-mesh 1.0 bytes with octahedral normals. */
import { horizonOcclusionPoint, toEarthFixed, type Vector } from './ellipsoid.ts';
import type { TileMesh } from './mesh-tile.ts';
import { type Tile, tilePoint } from './tiling.ts';
import { quantisedMaximum } from './triangulate.ts';

const headerBytes = 92;
/** Finest step of height that still fits the header's 32-bit heights, metres. */
const finestStep = 2 ** -16;

/**
 * One step of height for all tiles: a power of two (1–2 mm for lowland), so that a height decodes to the same number in
 * every tile that has it, whatever the tile's own range.
 */
export const chooseHeightStep = (range: number): number =>
  Math.max(finestStep, 2 ** Math.ceil(Math.log2(Math.max(range, 1e-9) / quantisedMaximum)));

/** Vertices in the order in which triangles name them first, as high-water-mark coding asks. */
function orderVertices({ triangles, u }: TileMesh): Int32Array {
  const place = new Int32Array(u.length).fill(-1);
  const order = new Int32Array(u.length);
  let count = 0;
  for (const vertex of triangles) {
    if ((place[vertex] as number) >= 0) continue;
    place[vertex] = count;
    order[count++] = vertex;
  }
  return order.slice(0, count);
}

/** Unit vector → two bytes on the unfolded octahedron (Meyer et al. 2010), −1…1 as 0…255. */
function encodeNormal(x: number, y: number, z: number): [number, number] {
  const sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
  let [a, b] = [x / sum, y / sum];
  if (z < 0) [a, b] = [(1 - Math.abs(b)) * (a < 0 ? -1 : 1), (1 - Math.abs(a)) * (b < 0 ? -1 : 1)];
  return [Math.round((a * 0.5 + 0.5) * 255), Math.round((b * 0.5 + 0.5) * 255)];
}

const zigZag = (difference: number) => (difference << 1) ^ (difference >> 31);

/** Heights as whole steps above a minimum; the tile's own step is the common one or a finer power of two. */
function quantiseHeights(heights: Float64Array, order: Int32Array, step: number) {
  const whole = Int32Array.from(order, (vertex) => Math.round((heights[vertex] as number) / step));
  const low = whole.reduce((a, b) => Math.min(a, b));
  const high = whole.reduce((a, b) => Math.max(a, b));
  let finer = 1;
  while ((high - low) * finer * 2 <= quantisedMaximum && step / (finer * 2) >= finestStep) finer *= 2;
  if ((high - low) * finer > quantisedMaximum) throw new Error('Expected heights within the range of the step.');
  return {
    codes: whole.map((value) => (value - low) * finer),
    minimum: low * step,
    maximum: low * step + (quantisedMaximum * step) / finer,
    highest: high * step,
  };
}

/** `step` from {@link chooseHeightStep}. About 8 bytes per vertex and 6 per triangle. */
export function encodeTile(tile: Tile, mesh: TileMesh, step: number): Uint8Array<ArrayBuffer> {
  const { u, v, normals, triangles } = mesh;
  const order = orderVertices(mesh);
  const count = order.length;
  const { codes, minimum, maximum, highest } = quantiseHeights(mesh.heights, order, step);
  const columns = [Int32Array.from(order, (i) => u[i] as number), Int32Array.from(order, (i) => v[i] as number), codes];
  const [us, vs] = columns as [Int32Array, Int32Array, Int32Array];

  const points: Vector[] = [];
  for (let i = 0; i < count; i++) {
    const at = tilePoint(tile, (us[i] as number) / quantisedMaximum, (vs[i] as number) / quantisedMaximum);
    points.push(toEarthFixed(at, mesh.heights[order[i] as number] as number));
  }
  const centre = toEarthFixed(tilePoint(tile, 0.5, 0.5), (minimum + highest) / 2);
  const [cx, cy, cz] = centre;
  const radius = points.reduce((most, [x, y, z]) => Math.max(most, Math.hypot(x - cx, y - cy, z - cz)), 0);
  const occlusion = horizonOcclusionPoint(centre, points);

  const sides = [
    [us, 0],
    [vs, 0],
    [us, quantisedMaximum],
    [vs, quantisedMaximum],
  ] as const;
  // West and east sides from south to north, the others from west to east; of vertices in one place one is enough.
  const lists = sides.map(([along, at], side) => {
    const list: number[] = [];
    for (let i = 0; i < count; i++) if (along[i] === at) list.push(i);
    const across = side % 2 === 0 ? vs : us;
    list.sort((a, b) => (across[a] as number) - (across[b] as number));
    return list.filter((vertex, i) => i === 0 || across[vertex] !== across[list[i - 1] as number]);
  });

  const size = count > 65536 ? 4 : 2;
  const padding = (size - ((headerBytes + 6 * count) % size)) % size;
  const indices = triangles.length + lists.reduce((sum, list) => sum + list.length, 0);
  const bytes = new Uint8Array(headerBytes + 6 * count + padding + 5 * 4 + indices * size + 5 + 2 * count);
  const view = new DataView(bytes.buffer);
  const putDoubles = (values: readonly number[], start: number) => {
    for (const [i, value] of values.entries()) view.setFloat64(start + 8 * i, value, true);
  };
  putDoubles(centre, 0);
  view.setFloat32(24, minimum, true);
  view.setFloat32(28, maximum, true);
  putDoubles([...centre, radius, ...occlusion], 32);
  view.setUint32(88, count, true);
  let at = headerBytes;
  for (const column of columns) {
    let last = 0;
    for (const value of column) {
      view.setUint16(at, zigZag(value - last), true);
      last = value;
      at += 2;
    }
  }
  at += padding;
  const put = (value: number) => {
    if (size === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += size;
  };
  const putLength = (length: number) => {
    view.setUint32(at, length, true);
    at += 4;
  };
  const place = new Int32Array(u.length);
  for (let i = 0; i < count; i++) place[order[i] as number] = i;
  putLength(triangles.length / 3);
  let waterMark = 0;
  for (const vertex of triangles) {
    const index = place[vertex] as number;
    put(waterMark - index);
    if (index === waterMark) waterMark++;
  }
  for (const list of lists) {
    putLength(list.length);
    for (const index of list) put(index);
  }
  view.setUint8(at, 1);
  view.setUint32(at + 1, 2 * count, true);
  at += 5;
  for (let i = 0; i < count; i++, at += 2) {
    const k = 3 * (order[i] as number);
    bytes.set(encodeNormal(normals[k] as number, normals[k + 1] as number, normals[k + 2] as number), at);
  }
  return bytes;
}
