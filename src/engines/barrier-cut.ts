/**
 * Where new ground cuts a water barrier: along its line, the stretches on which the new ground lies under the height that the
 * barrier must have, while today's ground reaches it. Exact: the line is split at every edge of the new ground, whose pieces are
 * flat. Today's ground is looked at every metre, so that a gap of today counts to within a metre.
 *
 * Not in it: strength, waves, seepage, and the bed of water, of which a plan draws the surface only.
 */

type Ring = readonly number[];

export interface FlatGround {
  /** RD New, outer ring first, not closed. */
  readonly rings: readonly Ring[];
  /** Metres NAP. */
  readonly level: number;
  readonly isWater: boolean;
}

export interface BarrierCutLine {
  /** Metres along the line, all stretches together. */
  readonly length: number;
  /** Metres NAP of the lowest ground on them, and whether that is the surface of water. */
  readonly lowestNap: number;
  readonly isWater: boolean;
}

/** Metres between looks at today's ground. */
const STEP = 1;
/** Shorter stretches are rounding, metres. */
const SHORTEST = 0.005;

function isInRing(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Even-odd over all rings: holes lie outside. */
const isInside = ({ rings }: FlatGround, x: number, y: number) =>
  rings.filter((ring) => isInRing(ring, x, y)).length % 2 === 1;

/** Parts of the leg from a to b, 0 to 1, at which an edge of the ring crosses it. */
function addCrossings(ring: Ring, ax: number, ay: number, bx: number, by: number, into: number[]) {
  const [ux, uy] = [bx - ax, by - ay];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [px, py, qx, qy] = [ring[j], ring[j + 1], ring[i], ring[i + 1]] as [number, number, number, number];
    const cross = ux * (qy - py) - uy * (qx - px);
    if (cross === 0) continue;
    const t = ((px - ax) * (qy - py) - (py - ay) * (qx - px)) / cross;
    const s = ((px - ax) * uy - (py - ay) * ux) / cross;
    if (t > 0 && t < 1 && s >= 0 && s <= 1) into.push(t);
  }
}

/**
 * `line` as flat x, y pairs in RD New; `heightAt` gives today's ground in m NAP, undefined where it is not known (then it is
 * taken to hold). Undefined where nothing is cut. Linear in legs times corners.
 */
export function cutBarrier(
  line: readonly number[],
  requiredNap: number,
  ground: readonly FlatGround[],
  heightAt: (x: number, y: number) => number | undefined,
): BarrierCutLine | undefined {
  let length = 0;
  let lowest: FlatGround | undefined;
  for (let k = 2; k < line.length; k += 2) {
    const [ax, ay, bx, by] = line.slice(k - 2, k + 2) as [number, number, number, number];
    const size = Math.hypot(bx - ax, by - ay);
    const stops = [0, 1];
    for (const { rings } of ground) for (const ring of rings) addCrossings(ring, ax, ay, bx, by, stops);
    // Nothing crosses it and it does not lie within: most legs of a dike.
    if (stops.length === 2 && !ground.some((piece) => isInside(piece, (ax + bx) / 2, (ay + by) / 2))) continue;
    for (let t = STEP / size; t < 1; t += STEP / size) stops.push(t);
    stops.sort((s, t) => s - t);
    for (let i = 1; i < stops.length; i++) {
      const [from, until] = [stops[i - 1] as number, stops[i] as number];
      const middle = (from + until) / 2;
      const [x, y] = [ax + (bx - ax) * middle, ay + (by - ay) * middle];
      const piece = ground.find((candidate) => isInside(candidate, x, y));
      if (!piece || piece.level >= requiredNap) continue;
      if ((heightAt(x, y) ?? requiredNap) < requiredNap) continue;
      length += (until - from) * size;
      if (!lowest || piece.level < lowest.level) lowest = piece;
    }
  }
  return lowest && length > SHORTEST ? { length, lowestNap: lowest.level, isWater: lowest.isWater } : undefined;
}
