/** Builds what `engines/bvh.ts` casts rays through: splits by the surface area heuristic in sixteen bins (Wald 2007). */

/** Numbers of a node: boxes of the left and the right child (least x, y, z, most x, y, z), then their links and two spare. */
export const NODE = 16;
/** Numbers of a triangle: first corner, both sides from it, and their cross product. */
export const TRIANGLE = 12;
const BINS = 16;
/** Bins of small ranges, which are nearly all of them: as many as triangles, and no fewer than this. */
const FEWEST_BINS = 4;
/** Bins of one axis, and a place to gather. */
const ROOM = BINS + 1;
/** The most triangles of a leaf: what the kernel looks at together (and what three bits of a link can say). */
const LEAF = 4;
/** From here on ranges are cut in half, so that no tree is deeper than the stack that walks it. */
const DEEPEST_SPLIT = 48;
/** What looking at two boxes costs where a triangle costs one; from 1 to 3 it matters little, below leaves get too small for the kernel. */
const BOX_COST = 2;
/** Metres that boxes are larger, for rays that graze what is flat; and, of what lies far out, the share that single precision rounds. */
const PAD = 1e-5;
const ROUNDING = 2.5e-7;

export interface Bvh {
  readonly nodes: Float32Array;
  /** Same memory: a link is a node's offset, or the complement of `8 · first triangle + count`. */
  readonly links: Int32Array;
  /** In the order of the leaves. */
  readonly triangles: Float32Array;
  /** Which triangle of the input each of them is. */
  readonly order: Uint32Array;
  /** Link. */
  readonly root: number;
}

interface Work {
  readonly order: Uint32Array;
  /** Of each triangle: six numbers. */
  readonly boxes: Float32Array;
  /** Of each triangle: three numbers. */
  readonly middles: Float32Array;
  /** Per bin of each axis, {@link ROOM} of them: count, and its box. */
  readonly counts: Int32Array;
  readonly bins: Float64Array;
  /** Half areas of what lies left of the k-th cut. */
  readonly areas: Float64Array;
  /** Of the range last measured, and of the middles in it. */
  readonly box: Float64Array;
  readonly span: Float64Array;
  /** Bins per metre, per axis. */
  readonly scales: Float64Array;
}

function measureTriangles(positions: Float32Array, { boxes, middles, order }: Work): void {
  for (let t = 0; t < order.length; t++) {
    order[t] = t;
    for (let axis = 0; axis < 3; axis++) {
      const a = positions[9 * t + axis] as number;
      const b = positions[9 * t + 3 + axis] as number;
      const c = positions[9 * t + 6 + axis] as number;
      if (!Number.isFinite(a + b + c)) {
        throw new Error(
          `Expected places of triangle ${t} to be numbers, got ${a}, ${b} and ${c} on axis ${'xyz'[axis]}.`,
        );
      }
      const low = Math.min(a, b, c);
      const high = Math.max(a, b, c);
      const pad = PAD + ROUNDING * Math.max(Math.abs(low), Math.abs(high));
      boxes[6 * t + axis] = low - pad;
      boxes[6 * t + 3 + axis] = high + pad;
      middles[3 * t + axis] = (low + high) / 2;
    }
  }
}

function emptyBox(box: Float64Array, at: number): void {
  for (let k = 0; k < 3; k++) {
    box[at + k] = Infinity;
    box[at + 3 + k] = -Infinity;
  }
}

/** Grows the box at `at`; written out, since half of all building is this. */
function growTo(
  box: Float64Array,
  at: number,
  west: number,
  south: number,
  low: number,
  east: number,
  north: number,
  high: number,
): void {
  if (west < (box[at] as number)) box[at] = west;
  if (south < (box[at + 1] as number)) box[at + 1] = south;
  if (low < (box[at + 2] as number)) box[at + 2] = low;
  if (east > (box[at + 3] as number)) box[at + 3] = east;
  if (north > (box[at + 4] as number)) box[at + 4] = north;
  if (high > (box[at + 5] as number)) box[at + 5] = high;
}

/** Grows the box at `at` by the box at `from` of another list. */
function growBox(box: Float64Array, at: number, other: Float32Array | Float64Array, from: number): void {
  growTo(
    box,
    at,
    other[from] as number,
    other[from + 1] as number,
    other[from + 2] as number,
    other[from + 3] as number,
    other[from + 4] as number,
    other[from + 5] as number,
  );
}

function halfArea(box: Float64Array, at: number): number {
  const x = (box[at + 3] as number) - (box[at] as number);
  const y = (box[at + 4] as number) - (box[at + 1] as number);
  const z = (box[at + 5] as number) - (box[at + 2] as number);
  return x < 0 ? 0 : x * y + y * z + z * x;
}

/** The box of a range, and the box of the middles of its triangles. */
function measureRange({ order, boxes, middles, box, span }: Work, first: number, size: number): void {
  emptyBox(box, 0);
  emptyBox(span, 0);
  for (let i = first; i < first + size; i++) {
    const t = order[i] as number;
    growBox(box, 0, boxes, 6 * t);
    for (let axis = 0; axis < 3; axis++) {
      const middle = middles[3 * t + axis] as number;
      if (middle < (span[axis] as number)) span[axis] = middle;
      if (middle > (span[3 + axis] as number)) span[3 + axis] = middle;
    }
  }
}

interface Cut {
  axis: number;
  low: number;
  /** Bins per metre. */
  scale: number;
  /** First bin of the right side; 0: none found. */
  bin: number;
  cost: number;
}

const binOf = (middle: number, low: number, scale: number, last: number) =>
  Math.min(last, Math.floor((middle - low) * scale));
const binsFor = (size: number) => Math.min(BINS, Math.max(FEWEST_BINS, size));

/** Counts a range into bins on all three axes at once: what costs is finding the triangles. A flat axis has a scale of 0. */
function fillBins({ order, middles, boxes, counts, bins, span, scales }: Work, first: number, size: number): void {
  const last = binsFor(size) - 1;
  for (let axis = 0; axis < 3; axis++) {
    const width = (span[3 + axis] as number) - (span[axis] as number);
    scales[axis] = width > 0 ? (last + 1) / width : 0;
    for (let bin = axis * ROOM; bin <= axis * ROOM + last; bin++) {
      counts[bin] = 0;
      emptyBox(bins, 6 * bin);
    }
  }
  const [low0, low1, low2] = span as unknown as [number, number, number];
  const [scale0, scale1, scale2] = scales as unknown as [number, number, number];
  for (let i = first; i < first + size; i++) {
    const t = order[i] as number;
    const west = boxes[6 * t] as number;
    const south = boxes[6 * t + 1] as number;
    const low = boxes[6 * t + 2] as number;
    const east = boxes[6 * t + 3] as number;
    const north = boxes[6 * t + 4] as number;
    const high = boxes[6 * t + 5] as number;
    // Of a flat axis all are in the first bin, which nobody looks at.
    const bin0 = binOf(middles[3 * t] as number, low0, scale0, last);
    const bin1 = ROOM + binOf(middles[3 * t + 1] as number, low1, scale1, last);
    const bin2 = 2 * ROOM + binOf(middles[3 * t + 2] as number, low2, scale2, last);
    counts[bin0] = (counts[bin0] as number) + 1;
    counts[bin1] = (counts[bin1] as number) + 1;
    counts[bin2] = (counts[bin2] as number) + 1;
    growTo(bins, 6 * bin0, west, south, low, east, north, high);
    growTo(bins, 6 * bin1, west, south, low, east, north, high);
    growTo(bins, 6 * bin2, west, south, low, east, north, high);
  }
}

/** Improves `best` by the best cut on one axis. */
function tryAxis({ counts, bins, areas, span, scales }: Work, size: number, axis: number, best: Cut): void {
  const scale = scales[axis] as number;
  if (scale === 0) return;
  const count = binsFor(size);
  const base = axis * ROOM;
  // The place behind the bins gathers: from the left, then from the right.
  const gathered = 6 * (base + BINS);
  emptyBox(bins, gathered);
  for (let cut = 1, passed = 0; cut < count; cut++) {
    growBox(bins, gathered, bins, 6 * (base + cut - 1));
    passed += counts[base + cut - 1] as number;
    areas[cut] = halfArea(bins, gathered) * passed;
  }
  emptyBox(bins, gathered);
  for (let cut = count - 1, passed = 0; cut > 0; cut--) {
    growBox(bins, gathered, bins, 6 * (base + cut));
    passed += counts[base + cut] as number;
    if (passed === 0 || passed === size) continue;
    const cost = (areas[cut] as number) + halfArea(bins, gathered) * passed;
    if (cost >= best.cost) continue;
    best.axis = axis;
    best.low = span[axis] as number;
    best.scale = scale;
    best.bin = cut;
    best.cost = cost;
  }
}

/** Reorders a range so that its first part lies left of the cut; answers where the right part begins. */
function partition({ order, middles }: Work, first: number, size: number, { axis, low, scale, bin }: Cut): number {
  const last = binsFor(size) - 1;
  let right = first + size;
  for (let i = first; i < right; ) {
    const t = order[i] as number;
    if (binOf(middles[3 * t + axis] as number, low, scale, last) < bin) i++;
    else {
      right--;
      order[i] = order[right] as number;
      order[right] = t;
    }
  }
  return right;
}

/** Where the right part begins; 0 where the range had better stay together. */
function split(work: Work, first: number, size: number, depth: number): number {
  const best: Cut = { axis: 0, low: 0, scale: 0, bin: 0, cost: Infinity };
  if (depth < DEEPEST_SPLIT) {
    fillBins(work, first, size);
    for (let axis = 0; axis < 3; axis++) tryAxis(work, size, axis, best);
  }
  const whole = halfArea(work.box, 0);
  if (size <= LEAF && best.cost + BOX_COST * whole >= size * whole) return 0;
  // All in one place, or too deep already: any halves do.
  return best.bin > 0 ? partition(work, first, size, best) : first + (size >> 1);
}

function copyTriangles(positions: Float32Array, order: Uint32Array): Float32Array {
  const triangles = new Float32Array(TRIANGLE * order.length);
  for (let i = 0; i < order.length; i++) {
    const from = 9 * (order[i] as number);
    const at = TRIANGLE * i;
    for (let k = 0; k < 3; k++) {
      triangles[at + k] = positions[from + k] as number;
      triangles[at + 3 + k] = (positions[from + 3 + k] as number) - (positions[from + k] as number);
      triangles[at + 6 + k] = (positions[from + 6 + k] as number) - (positions[from + k] as number);
    }
    for (let k = 0; k < 3; k++) {
      const [l, m] = [(k + 1) % 3, (k + 2) % 3];
      triangles[at + 9 + k] =
        (triangles[at + 3 + l] as number) * (triangles[at + 6 + m] as number) -
        (triangles[at + 3 + m] as number) * (triangles[at + 6 + l] as number);
    }
  }
  return triangles;
}

/** `positions`: nine numbers a triangle, within some kilometres of their zero. Throws where one is no number. */
export function buildBvh(positions: Float32Array): Bvh {
  if (positions.length % 9 !== 0) throw new Error(`Expected nine numbers a triangle, got ${positions.length} in all.`);
  const count = positions.length / 9;
  const work: Work = {
    order: new Uint32Array(count),
    boxes: new Float32Array(6 * count),
    middles: new Float32Array(3 * count),
    counts: new Int32Array(3 * ROOM),
    bins: new Float64Array(3 * 6 * ROOM),
    areas: new Float64Array(BINS),
    box: new Float64Array(6),
    span: new Float64Array(6),
    scales: new Float64Array(3),
  };
  measureTriangles(positions, work);
  const nodes = new Float32Array(NODE * Math.max(1, count));
  const links = new Int32Array(nodes.buffer);
  let used = 0;
  let root = ~0;
  // Ranges that need a node: first triangle, how many, where its link and box go (node · 2 + side, −1 the root), depth.
  const todo: number[] = count > 0 ? [0, count, -1, 0] : [];
  while (todo.length > 0) {
    const depth = todo.pop() as number;
    const slot = todo.pop() as number;
    const size = todo.pop() as number;
    const first = todo.pop() as number;
    measureRange(work, first, size);
    if (slot >= 0) for (let k = 0; k < 6; k++) nodes[NODE * (slot >> 1) + 6 * (slot & 1) + k] = work.box[k] as number;
    const right = size > 1 ? split(work, first, size, depth) : 0;
    const link = right > 0 ? NODE * used : ~(8 * first + size);
    if (slot < 0) root = link;
    else links[NODE * (slot >> 1) + 12 + (slot & 1)] = link;
    if (right === 0) continue;
    todo.push(right, first + size - right, 2 * used + 1, depth + 1, first, right - first, 2 * used, depth + 1);
    used++;
  }
  const kept = nodes.slice(0, NODE * used);
  return {
    nodes: kept,
    links: new Int32Array(kept.buffer),
    triangles: copyTriangles(positions, work.order),
    order: work.order,
    root,
  };
}
