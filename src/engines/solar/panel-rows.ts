/**
 * Rows of equal rectangles within an outline, at least a clearance away from its edges and from what stands in it. Exact: for a row the
 * places along it that an edge comes too near are an interval, what is left between intervals is free. Which rows: of all heights at which
 * a row rests on a corner or on a row below it, those that together hold most (dynamic programming over heights).
 */

export interface RowShape {
  /** Of one place in a row: along the row and across it, metres. */
  readonly width: number;
  readonly depth: number;
  /** Between neighbours in a row, and from row to row. */
  readonly gap: number;
  readonly pitch: number;
  readonly clearance: number;
}

export interface Rows {
  readonly count: number;
  /** Lower left corners: u, v of each place. */
  readonly places: readonly number[];
}

/** Metres by which what touches is not too near. */
const TOUCH = 0.001;
const MOST_HEIGHTS = 32;

/** Intervals of u: their ends by turns, sorted by their beginnings, and how many numbers. */
let blocked = new Float64Array(256);
let blockedCount = 0;

/** Puts an interval in its place. */
function block(from: number, until: number): void {
  if (blockedCount === blocked.length) {
    const more = new Float64Array(2 * blockedCount);
    more.set(blocked);
    blocked = more;
  }
  let at = blockedCount;
  for (; at > 0 && blocked[at - 2] > from; at -= 2) {
    blocked[at] = blocked[at - 2];
    blocked[at + 1] = blocked[at - 1];
  }
  blocked[at] = from;
  blocked[at + 1] = until;
  blockedCount += 2;
}

/** Numbers of an edge: its ends, and from it to the lines beside it at the clearance. */
const EDGE = 6;

/** Of every row the edges are the same: what depends on nothing else is made once. */
function putEdge(edges: Float64Array, at: number, au: number, av: number, bu: number, bv: number, radius: number) {
  const length = Math.hypot(bu - au, bv - av);
  edges[at] = au;
  edges[at + 1] = av;
  edges[at + 2] = bu;
  edges[at + 3] = bv;
  edges[at + 4] = length > 0 ? (-(bv - av) / length) * radius : 0;
  edges[at + 5] = length > 0 ? ((bu - au) / length) * radius : 0;
}

function edgesOfOutline(outline: Float64Array, radius: number): Float64Array {
  const edges = new Float64Array((EDGE * outline.length) / 4);
  for (let at = 0, to = 0; at < outline.length; at += 4, to += EDGE)
    putEdge(edges, to, outline[at], outline[at + 1], outline[at + 2], outline[at + 3], radius);
  return edges;
}

function edgesOfThing(thing: Float64Array, radius: number): Float64Array {
  const edges = new Float64Array((EDGE * thing.length) / 2);
  for (let at = 0, to = 0; at < thing.length; at += 2, to += EDGE) {
    const next = at + 2 === thing.length ? 0 : at + 2;
    putEdge(edges, to, thing[at], thing[at + 1], thing[next], thing[next + 1], radius);
  }
  return edges;
}

/** What a row must stay clear of. */
interface Bounds {
  readonly outline: Float64Array;
  /** Metres that it must stay away. */
  readonly radius: number;
  readonly edges: Float64Array;
  readonly things: readonly Float64Array[];
}

function boundsOf(outline: Float64Array, things: readonly Float64Array[], clearance: number): Bounds {
  const radius = Math.max(0, clearance - TOUCH);
  return {
    outline,
    radius,
    edges: edgesOfOutline(outline, radius),
    things: things.map((thing) => edgesOfThing(thing, radius)),
  };
}

/** Widest u that points within `radius` of the edge have between two v; `range` grows. */
function growByEdge(edges: Float64Array, at: number, radius: number, low: number, high: number): void {
  const au = edges[at];
  const av = edges[at + 1];
  const bu = edges[at + 2];
  const bv = edges[at + 3];
  const nu = edges[at + 4];
  const nv = edges[at + 5];
  growByCircle(range, au, av, radius, low, high);
  growByCircle(range, bu, bv, radius, low, high);
  growByLine(range, au + nu, av + nv, bu + nu, bv + nv, low, high);
  growByLine(range, au - nu, av - nv, bu - nu, bv - nv, low, high);
}

function growByCircle(range: Float64Array, u: number, v: number, radius: number, low: number, high: number): void {
  const off = Math.min(high, Math.max(low, v)) - v;
  if (Math.abs(off) > radius) return;
  const half = Math.sqrt(radius * radius - off * off);
  if (u - half < range[0]) range[0] = u - half;
  if (u + half > range[1]) range[1] = u + half;
}

function growByLine(
  range: Float64Array,
  au: number,
  av: number,
  bu: number,
  bv: number,
  low: number,
  high: number,
): void {
  if ((av < low && bv < low) || (av > high && bv > high)) return;
  const rise = bv - av;
  const from = rise === 0 ? 0 : Math.min(1, Math.max(0, ((rise > 0 ? low : high) - av) / rise));
  const until = rise === 0 ? 1 : Math.min(1, Math.max(0, ((rise > 0 ? high : low) - av) / rise));
  const p = au + from * (bu - au);
  const q = au + until * (bu - au);
  range[0] = Math.min(range[0], p, q);
  range[1] = Math.max(range[1], p, q);
}

const range = new Float64Array(2);
const isEmpty = () => !(range[0] <= range[1]);
const clear = () => {
  range[0] = Number.POSITIVE_INFINITY;
  range[1] = Number.NEGATIVE_INFINITY;
};

/** Intervals of u, sorted, in {@link blocked}. */
function listBlocked({ edges, things, radius }: Bounds, low: number, high: number) {
  blockedCount = 0;
  for (let at = 0; at < edges.length; at += EDGE) {
    const av = edges[at + 1];
    const bv = edges[at + 3];
    if ((av > high + radius && bv > high + radius) || (av < low - radius && bv < low - radius)) continue;
    clear();
    growByEdge(edges, at, radius, low, high);
    if (!isEmpty()) block(range[0], range[1]);
  }
  for (let i = 0; i < things.length; i++) {
    const thing = things[i];
    clear();
    for (let at = 0; at < thing.length; at += EDGE) growByEdge(thing, at, radius, low, high);
    if (!isEmpty()) block(range[0], range[1]);
  }
}

function isInside(outline: Float64Array, u: number, v: number): boolean {
  let inside = false;
  for (let at = 0; at < outline.length; at += 4) {
    const av = outline[at + 1];
    const bv = outline[at + 3];
    if (av > v === bv > v) continue;
    if (outline[at] + ((v - av) / (bv - av)) * (outline[at + 2] - outline[at]) > u) inside = !inside;
  }
  return inside;
}

/** Places of a row whose lower side is at `low`; their u goes to `places` where it is asked for. */
function fillRow(bounds: Bounds, { width, depth, gap }: RowShape, low: number, places?: number[]): number {
  const high = low + depth;
  listBlocked(bounds, low + TOUCH, high - TOUCH);
  let count = 0;
  let end = blocked[1];
  for (let i = 2; i < blockedCount; i += 2) {
    const start = blocked[i];
    const fit = Math.floor((start - end + gap + TOUCH) / (width + gap));
    if (fit > 0 && isInside(bounds.outline, (end + start) / 2, low + depth / 2)) {
      count += fit;
      const first = end + (start - end - fit * (width + gap) + gap) / 2;
      if (places) for (let k = 0; k < fit; k++) places.push(first + k * (width + gap), low);
    }
    if (blocked[i + 1] > end) end = blocked[i + 1];
  }
  return count;
}

/** Lower sides that a row may have. */
function listHeights(
  outline: Float64Array,
  things: readonly Float64Array[],
  { depth, pitch, clearance }: RowShape,
): number[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const corners = new Set<number>();
  const note = (v: number) => corners.add(Math.round(v * 100) / 100);
  for (let at = 1; at < outline.length; at += 2) {
    const v = outline[at];
    if (v < low) low = v;
    if (v > high) high = v;
    note(v);
  }
  for (const thing of things) for (let at = 1; at < thing.length; at += 2) note(thing[at]);
  const heights = new Set<number>();
  const last = high - clearance - depth;
  const stack = (from: number, step: number) => {
    for (let v = from; v <= last + TOUCH && v >= low + clearance - TOUCH && heights.size < MOST_HEIGHTS; v += step)
      heights.add(Math.round(v * 1000) / 1000);
  };
  stack(low + clearance, pitch);
  stack(last, -pitch);
  for (const v of corners) {
    stack(v + clearance, pitch);
    stack(v - clearance - depth, -pitch);
  }
  return [...heights].sort((a, b) => a - b);
}

/** `outline`: four numbers an edge; `things`: convex shapes, flat u, v. */
export function fillRows(outline: Float64Array, things: readonly Float64Array[], shape: RowShape): Rows {
  const heights = listHeights(outline, things, shape);
  const bounds = boundsOf(outline, things, shape.clearance);
  const counts = heights.map((low) => fillRow(bounds, shape, low));
  const best = new Array<number>(heights.length + 1).fill(0);
  const next = new Array<number>(heights.length);
  for (let i = heights.length - 1, after = heights.length; i >= 0; i--) {
    while (after > i + 1 && heights[after - 1] >= heights[i] + shape.pitch - 2 * TOUCH) after--;
    next[i] = after;
    best[i] = Math.max(best[i + 1], counts[i] + best[after]);
  }
  const places: number[] = [];
  for (let i = 0; i < heights.length; ) {
    if (best[i] === best[i + 1]) i++;
    else {
      fillRow(bounds, shape, heights[i], places);
      i = next[i];
    }
  }
  return { count: best[0], places };
}
