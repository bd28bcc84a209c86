/**
 * Street centre lines as a network of short pieces. Lines meet where they cross and where one ends within a few metres of another:
 * bridges over streets are not told apart, so that they join too.
 */

export interface RoadNetwork {
  /** x, y per node, RD metres. */
  readonly nodes: Float64Array;
  /** Two nodes per piece. */
  readonly pieces: Uint32Array;
  /** Row of the street per piece. */
  readonly streets: Uint32Array;
}

/** m: how near to another line an end must lie to be a junction. */
const SNAP = 4;
/** m: longest piece, so that every house has a node near. */
const PIECE = 25;
/** m: side of the squares that segments are sorted in. */
const SQUARE = 50;

interface Segment {
  readonly street: number;
  readonly line: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Where it is cut, 0 to 1. */
  readonly cuts: number[];
}

interface Joint {
  readonly street: number;
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

function listSegments(streets: readonly (readonly (readonly number[])[])[]): { segments: Segment[]; ends: number[][] } {
  const segments: Segment[] = [];
  /** x, y, number of the line and of its street. */
  const ends: number[][] = [];
  let line = 0;
  for (const [street, lines] of streets.entries()) {
    for (const points of lines) {
      for (let i = 0; i + 3 < points.length; i += 2) {
        const [x1, y1, x2, y2] = points.slice(i, i + 4) as [number, number, number, number];
        segments.push({ street, line, x1, y1, x2, y2, cuts: [] });
      }
      ends.push([points[0] as number, points[1] as number, line, street]);
      ends.push([points.at(-2) as number, points.at(-1) as number, line, street]);
      line++;
    }
  }
  return { segments, ends };
}

function sortIntoSquares(segments: readonly Segment[]): Map<string, number[]> {
  const squares = new Map<string, number[]>();
  for (const [i, { x1, y1, x2, y2 }] of segments.entries()) {
    for (
      let x = Math.floor((Math.min(x1, x2) - SNAP) / SQUARE);
      x <= Math.floor((Math.max(x1, x2) + SNAP) / SQUARE);
      x++
    ) {
      for (
        let y = Math.floor((Math.min(y1, y2) - SNAP) / SQUARE);
        y <= Math.floor((Math.max(y1, y2) + SNAP) / SQUARE);
        y++
      ) {
        const key = `${x},${y}`;
        const square = squares.get(key);
        if (square) square.push(i);
        else squares.set(key, [i]);
      }
    }
  }
  return squares;
}

/** Cuts both where they cross. */
function cutCrossing(a: Segment, b: Segment): void {
  const [ax, ay, bx, by] = [a.x2 - a.x1, a.y2 - a.y1, b.x2 - b.x1, b.y2 - b.y1];
  const cross = ax * by - ay * bx;
  if (Math.abs(cross) < 1e-9) return;
  const [dx, dy] = [b.x1 - a.x1, b.y1 - a.y1];
  const s = (dx * by - dy * bx) / cross;
  const t = (dx * ay - dy * ax) / cross;
  if (s < 0 || s > 1 || t < 0 || t > 1) return;
  a.cuts.push(s);
  b.cuts.push(t);
}

/** `streets`: per street its lines, flat x, y pairs. */
export function createRoadNetwork(streets: readonly (readonly (readonly number[])[])[]): RoadNetwork {
  const { segments, ends } = listSegments(streets);
  const squares = sortIntoSquares(segments);
  for (const square of squares.values()) {
    for (const [k, i] of square.entries()) {
      const a = segments[i] as Segment;
      for (const j of square.slice(k + 1)) {
        const b = segments[j] as Segment;
        if (a.line !== b.line) cutCrossing(a, b);
      }
    }
  }
  /** End of a line → the point on another line that it is taken to touch. */
  const joints: Joint[] = [];
  for (const [x, y, line, street] of ends as [number, number, number, number][]) {
    let best: Segment | undefined;
    let [nearest, at] = [SNAP, 0];
    for (const i of squares.get(`${Math.floor(x / SQUARE)},${Math.floor(y / SQUARE)}`) ?? []) {
      const segment = segments[i] as Segment;
      if (segment.line === line) continue;
      const [dx, dy] = [segment.x2 - segment.x1, segment.y2 - segment.y1];
      const share = Math.min(
        1,
        Math.max(0, ((x - segment.x1) * dx + (y - segment.y1) * dy) / (dx * dx + dy * dy || 1)),
      );
      const gap = Math.hypot(x - segment.x1 - share * dx, y - segment.y1 - share * dy);
      if (gap >= nearest) continue;
      nearest = gap;
      best = segment;
      at = share;
    }
    if (!best) continue;
    best.cuts.push(at);
    joints.push({ street, x, y, toX: best.x1 + at * (best.x2 - best.x1), toY: best.y1 + at * (best.y2 - best.y1) });
  }
  return collect(segments, joints);
}

function collect(segments: readonly Segment[], joints: readonly Joint[]): RoadNetwork {
  const nodes: number[] = [];
  const pieces: number[] = [];
  const owners: number[] = [];
  const known = new Map<string, number>();
  const nodeAt = (x: number, y: number) => {
    const key = `${x.toFixed(1)},${y.toFixed(1)}`;
    let node = known.get(key);
    if (node === undefined) {
      node = nodes.length / 2;
      nodes.push(x, y);
      known.set(key, node);
    }
    return node;
  };
  const add = (a: number, b: number, street: number) => {
    if (a === b) return;
    pieces.push(a, b);
    owners.push(street);
  };
  for (const { street, x1, y1, x2, y2, cuts } of segments) {
    const count = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / PIECE));
    const shares = [...Array.from({ length: count + 1 }, (_, i) => i / count), ...cuts].sort((a, b) => a - b);
    let before = nodeAt(x1, y1);
    for (const share of shares.slice(1)) {
      const node = nodeAt(x1 + share * (x2 - x1), y1 + share * (y2 - y1));
      add(before, node, street);
      before = node;
    }
  }
  for (const { street, x, y, toX, toY } of joints) add(nodeAt(x, y), nodeAt(toX, toY), street);
  return { nodes: Float64Array.from(nodes), pieces: Uint32Array.from(pieces), streets: Uint32Array.from(owners) };
}
