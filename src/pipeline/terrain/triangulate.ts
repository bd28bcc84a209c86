/**
 * Heights on a lattice within a tile → a Delaunay mesh whose error at every lattice point is at most `maxError`, by
 * greedy insertion (Garland & Heckbert 1995, "Fast polygonal approximation of terrains and height fields", algorithm
 * III): the worst point of all triangles is inserted until none is worse than the bound.
 *
 * Unlike delatin the lattice may lie askew in the tile, so that source cells themselves become vertices, and the border
 * is given, so that neighbouring tiles share theirs. Positions are whole quantised units: what is decoded is what was
 * triangulated, and orientation tests are exact. About 0.5 µs per lattice point.
 */
import { createErrorQueue } from './error-queue.ts';

export interface Border {
  /** Quantised position 0…32767, counter-clockwise from the south-western corner; the corners are among them. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly value: readonly number[];
}

export interface Lattice {
  readonly width: number;
  readonly height: number;
  /** `width * height`, index `row * width + col`; read only where `isClosed` is 0. */
  readonly values: Float32Array;
  /** 1 where no vertex may be put: outside the tile, or on its border. Vertices are marked here as they come. */
  readonly isClosed: Uint8Array;
  /** Lattice column and row of quantised (x, y): `a x + b y + c`, `d x + e y + f`. */
  readonly toLattice: readonly [number, number, number, number, number, number];
  /** Quantised position of lattice (column, row), likewise. */
  readonly fromLattice: readonly [number, number, number, number, number, number];
  /** Metres per quantised unit eastward and northward. */
  readonly unit: readonly [number, number];
}

export interface Triangulation {
  readonly vertexCount: number;
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Lattice index of each vertex, or −1 − its place in the border. */
  readonly origin: Int32Array;
  /** Three vertices per triangle, counter-clockwise. */
  readonly triangles: Int32Array;
}

export const quantisedMaximum = 32767;
/** Relative rounding of the in-circle test: below it four points count as cocircular and nothing is flipped. */
const cocircular = 1e-12;
/** Instead of a half-edge: the border of the tile, or a neighbour that is yet to be made. */
const BORDER = -1;
const LATER = -2;

/** Throws when the border has no four corners or goes clockwise. */
export function triangulate(lattice: Lattice, border: Border, maxError: number): Triangulation {
  const { width, height, values, isClosed } = lattice;
  const [a, b, c, d, e, f] = lattice.toLattice;
  const [unitX, unitY] = lattice.unit;
  let open = border.x.length;
  for (let i = 0; i < isClosed.length; i++) if (isClosed[i] === 0) open++;

  let vertexCount = 0;
  const x = new Int32Array(open);
  const y = new Int32Array(open);
  const z = new Float64Array(open);
  const column = new Float64Array(open);
  const row = new Float64Array(open);
  const origin = new Int32Array(open);
  /** Border half-edge that starts at a border vertex. */
  const borderEdge = new Int32Array(open).fill(-1);

  let edgeCount = 0;
  const corners = new Int32Array(6 * open);
  /** The other half of each edge in the neighbouring triangle, or BORDER. */
  const twin = new Int32Array(6 * open);
  const candidate = new Int32Array(2 * open);
  const queue = createErrorQueue(2 * open);
  const isStale = new Uint8Array(2 * open);
  const stale: number[] = [];

  function addVertex(atX: number, atY: number, value: number, from: number): number {
    x[vertexCount] = atX;
    y[vertexCount] = atY;
    z[vertexCount] = value;
    column[vertexCount] = a * atX + b * atY + c;
    row[vertexCount] = d * atX + e * atY + f;
    origin[vertexCount] = from;
    return vertexCount++;
  }

  function link(edge: number, other: number): void {
    twin[edge] = other;
    if (other >= 0) twin[other] = edge;
    else if (other === BORDER) borderEdge[corners[edge] as number] = edge;
  }

  function markStale(triangle: number): void {
    queue.remove(triangle);
    if (isStale[triangle] === 1) return;
    isStale[triangle] = 1;
    stale.push(triangle);
  }

  /** Triangle p q r at half-edge `at`, with the outer halves of its edges pq, qr, rp. */
  function setTriangle(p: number, q: number, r: number, pq: number, qr: number, rp: number, at = edgeCount): number {
    if (at === edgeCount) edgeCount += 3;
    corners[at] = p;
    corners[at + 1] = q;
    corners[at + 2] = r;
    link(at, pq);
    link(at + 1, qr);
    link(at + 2, rp);
    markStale(at / 3);
    return at;
  }

  const next = (edge: number) => (edge % 3 === 2 ? edge - 2 : edge + 1);
  const previous = (edge: number) => (edge % 3 === 0 ? edge + 2 : edge - 1);
  const corner = (edge: number) => corners[edge] as number;
  const other = (edge: number) => twin[edge] as number;

  /** Twice the area of p q (px, py): positive when counter-clockwise. Exact. */
  function turn(p: number, q: number, px: number, py: number): number {
    const x0 = x[p] as number;
    const y0 = y[p] as number;
    return ((x[q] as number) - x0) * (py - y0) - ((y[q] as number) - y0) * (px - x0);
  }

  function isInCircle(p: number, q: number, r: number, s: number): boolean {
    const dx = ((x[p] as number) - (x[s] as number)) * unitX;
    const dy = ((y[p] as number) - (y[s] as number)) * unitY;
    const ex = ((x[q] as number) - (x[s] as number)) * unitX;
    const ey = ((y[q] as number) - (y[s] as number)) * unitY;
    const fx = ((x[r] as number) - (x[s] as number)) * unitX;
    const fy = ((y[r] as number) - (y[s] as number)) * unitY;
    const ap = dx * dx + dy * dy;
    const bp = ex * ex + ey * ey;
    const cp = fx * fx + fy * fy;
    const first = ap * (ex * fy - ey * fx);
    const second = bp * (dx * fy - dy * fx);
    const third = cp * (dx * ey - dy * ex);
    const scale = Math.abs(first) + Math.abs(second) + Math.abs(third);
    return first - second + third > cocircular * scale;
  }

  /** Flips edges that are not Delaunay, starting at `edge`, whose opposite corner is the new vertex. */
  function legalise(first: number): void {
    const pending = [first];
    for (let edge = pending.pop(); edge !== undefined; edge = pending.pop()) {
      const across = other(edge);
      if (across < 0) continue;
      const apex = corner(previous(edge));
      const p = corner(edge);
      const q = corner(across);
      const far = corner(previous(across));
      if (!isInCircle(p, q, apex, far)) continue;
      const qApex = other(next(edge));
      const apexP = other(previous(edge));
      const pFar = other(next(across));
      const farQ = other(previous(across));
      const one = setTriangle(apex, p, far, apexP, pFar, LATER, edge - (edge % 3));
      const two = setTriangle(apex, far, q, one + 2, farQ, qApex, across - (across % 3));
      pending.push(one + 1, two + 1);
    }
  }

  /** Splits the edge pq (and its other half) at vertex v that lies on it. */
  function splitEdge(edge: number, v: number): void {
    const across = other(edge);
    const p = corner(edge);
    const q = corner(next(edge));
    const apex = corner(previous(edge));
    const qApex = other(next(edge));
    const apexP = other(previous(edge));
    const beyond = across < 0 ? BORDER : LATER;
    const one = setTriangle(apex, p, v, apexP, beyond, LATER, edge - (edge % 3));
    const two = setTriangle(apex, v, q, one + 2, beyond, qApex);
    if (across < 0) {
      legalise(one);
      legalise(two + 2);
      return;
    }
    const far = corner(previous(across));
    const pFar = other(next(across));
    const farQ = other(previous(across));
    const three = setTriangle(far, v, p, LATER, one + 1, pFar, across - (across % 3));
    const four = setTriangle(far, q, v, farQ, two + 1, three);
    for (const start of [one, two + 2, three + 2, four]) legalise(start);
  }

  function splitTriangle(triangle: number, v: number): void {
    const edge = 3 * triangle;
    const [p, q, r] = [corner(edge), corner(edge + 1), corner(edge + 2)];
    const [pq, qr, rp] = [other(edge), other(edge + 1), other(edge + 2)];
    const one = setTriangle(p, q, v, pq, LATER, LATER, edge);
    const two = setTriangle(q, r, v, qr, LATER, one + 1);
    const three = setTriangle(r, p, v, rp, one + 2, two + 1);
    for (const start of [one, two, three]) legalise(start);
  }

  /** Finds the lattice point within a triangle where the mesh is farthest off, and queues it when it is too far. */
  function measure(triangle: number): void {
    const p = corners[3 * triangle] as number;
    const q = corners[3 * triangle + 1] as number;
    const r = corners[3 * triangle + 2] as number;
    const px = column[p] as number;
    const py = row[p] as number;
    const qx = (column[q] as number) - px;
    const qy = (row[q] as number) - py;
    const rx = (column[r] as number) - px;
    const ry = (row[r] as number) - py;
    const area = qx * ry - qy * rx;
    const pz = z[p] as number;
    const qz = (z[q] as number) - pz;
    const rz = (z[r] as number) - pz;
    const slopeX = (qz * ry - rz * qy) / area;
    const slopeY = (rz * qx - qz * rx) / area;
    const low = Math.max(Math.ceil(py + Math.min(0, qy, ry)), 0);
    const high = Math.min(Math.floor(py + Math.max(0, qy, ry)), height - 1);
    let worst = maxError;
    let at = -1;
    for (let j = low; j <= high; j++) {
      const dy = j - py;
      // Where the row crosses two of the three sides.
      let left = Number.POSITIVE_INFINITY;
      let right = Number.NEGATIVE_INFINITY;
      for (let side = 0; side < 3; side++) {
        const x0 = side === 0 ? 0 : side === 1 ? qx : rx;
        const y0 = side === 0 ? 0 : side === 1 ? qy : ry;
        const x1 = side === 0 ? qx : side === 1 ? rx : 0;
        const y1 = side === 0 ? qy : side === 1 ? ry : 0;
        if (y0 === y1 || (dy < y0 && dy < y1) || (dy > y0 && dy > y1)) continue;
        const crossing = x0 + ((dy - y0) / (y1 - y0)) * (x1 - x0);
        if (crossing < left) left = crossing;
        if (crossing > right) right = crossing;
      }
      const end = Math.min(Math.floor(px + right), width - 1);
      let i = Math.max(Math.ceil(px + left), 0);
      let height = pz + slopeX * (i - px) + slopeY * dy;
      for (let index = j * width + i; i <= end; i++, index++, height += slopeX) {
        if (isClosed[index] !== 0) continue;
        const error = Math.abs((values[index] as number) - height);
        if (error > worst) {
          worst = error;
          at = index;
        }
      }
    }
    candidate[triangle] = at;
    if (at >= 0) queue.push(triangle, worst);
  }

  function measureStale(): void {
    for (let t = stale.pop(); t !== undefined; t = stale.pop()) {
      isStale[t] = 0;
      measure(t);
    }
  }

  /** Inserts the worst lattice point of a triangle. Rounding may put it into a neighbour, or on a vertex: then nothing is inserted. */
  function insertWorst(triangle: number): void {
    const index = candidate[triangle] as number;
    isClosed[index] = 1;
    markStale(triangle);
    const [g, h, k, l, m, n] = lattice.fromLattice;
    const i = index % width;
    const j = (index - i) / width;
    const atX = Math.round(g * i + h * j + k);
    const atY = Math.round(l * i + m * j + n);
    let within = triangle;
    for (let steps = 0; steps < 8; steps++) {
      let outward = -1;
      let on = -1;
      let touching = 0;
      for (let edge = 3 * within; edge < 3 * within + 3; edge++) {
        const side = turn(corner(edge), corner(next(edge)), atX, atY);
        if (side < 0) outward = edge;
        else if (side === 0) {
          on = edge;
          touching++;
        }
      }
      if (outward >= 0) {
        if (other(outward) < 0) return;
        within = Math.floor(other(outward) / 3);
        continue;
      }
      if (touching > 1 || (on >= 0 && other(on) < 0)) return;
      const v = addVertex(atX, atY, values[index] as number, index);
      if (on >= 0) splitEdge(on, v);
      else splitTriangle(within, v);
      return;
    }
  }

  const isCorner = (i: number) =>
    (border.x[i] === 0 || border.x[i] === quantisedMaximum) && (border.y[i] === 0 || border.y[i] === quantisedMaximum);
  const addBorder = (i: number) =>
    addVertex(border.x[i] as number, border.y[i] as number, border.value[i] as number, -1 - i);
  const cornerPlaces = border.x.map((_, i) => i).filter(isCorner);
  if (cornerPlaces.length !== 4) throw new Error(`Expected a border with 4 corners, got ${cornerPlaces.length}.`);
  const [sw, se, ne, nw] = cornerPlaces.map(addBorder) as [number, number, number, number];
  const half = setTriangle(sw, se, ne, BORDER, BORDER, LATER);
  setTriangle(sw, ne, nw, half + 2, BORDER, BORDER);
  let last = sw;
  let nextCorner = 0;
  for (let i = 0; i < border.x.length; i++) {
    if (isCorner(i)) last = nextCorner++;
    else {
      const v = addBorder(i);
      splitEdge(borderEdge[last] as number, v);
      last = v;
    }
  }
  measureStale();
  for (let t = queue.pop(); t >= 0; t = queue.pop()) {
    insertWorst(t);
    measureStale();
  }
  return {
    vertexCount,
    x: x.slice(0, vertexCount),
    y: y.slice(0, vertexCount),
    origin: origin.slice(0, vertexCount),
    triangles: corners.slice(0, edgeCount),
  };
}
