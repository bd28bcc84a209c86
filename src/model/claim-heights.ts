/** Between which heights a claim stands, in m NAP: what it counts from, the ground below it and how sure that is. */
import type { Claim, ClaimHeights } from './claim.ts';
import { extentAlong, isInRings, ringArea, ringCentre } from './plan-ring.ts';

/** The ground below a claim, m NAP. */
export interface GroundBelow {
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** Standard error of the mean as the height at any place of the claim: spread of the ground, and of the heights themselves. */
  readonly error: number;
  /** At the middle of the claim, where that is known. */
  readonly middle: number | undefined;
}

type HeightAt = (x: number, y: number) => number | undefined;

/** Places looked at across a claim; a street of 500 m then has one every few metres. */
const SAMPLES = 12;
const LINE_SAMPLES = 64;

/** The middle of the largest part; of lines the place halfway the longest. */
export function claimMiddle({ parts, lines }: Pick<Claim, 'parts' | 'lines'>): [number, number] {
  const largest = parts.reduce<readonly number[]>(
    (best, [outer = []]) =>
      Math.abs(ringArea(outer)) > (best.length > 0 ? Math.abs(ringArea(best)) : 0) ? outer : best,
    [],
  );
  if (largest.length > 0) return ringCentre(largest);
  const measured = lines.map((line) => ({ line, length: lengthOf(line) }));
  const longest = measured.reduce((best, next) => (next.length > best.length ? next : best));
  return alongLine(longest.line, longest.length / 2);
}

function lengthOf(line: readonly number[]): number {
  let length = 0;
  for (let i = 2; i < line.length; i += 2) length += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
  return length;
}

function alongLine(line: readonly number[], distance: number): [number, number] {
  let left = distance;
  for (let i = 2; i < line.length; i += 2) {
    const [dx, dy] = [line[i] - line[i - 2], line[i + 1] - line[i - 1]];
    const length = Math.hypot(dx, dy);
    if (left <= length && length > 0) return [line[i - 2] + (dx * left) / length, line[i - 1] + (dy * left) / length];
    left -= length;
  }
  return [line.at(-2) as number, line.at(-1) as number];
}

/** Places spread evenly: a lattice within areas with their corners, and steps along lines. */
function* listPlaces({ parts, lines }: Pick<Claim, 'parts' | 'lines'>): Generator<[number, number]> {
  for (const rings of parts) {
    const [outer = []] = rings;
    const [[west, east], [south, north]] = [extentAlong(outer, 1, 0), extentAlong(outer, 0, 1)];
    for (let row = 0; row < SAMPLES; row++)
      for (let column = 0; column < SAMPLES; column++) {
        const x = west + ((column + 0.5) / SAMPLES) * (east - west);
        const y = south + ((row + 0.5) / SAMPLES) * (north - south);
        if (isInRings(rings, x, y)) yield [x, y];
      }
    for (let i = 0; i < outer.length; i += 2) yield [outer[i], outer[i + 1]];
  }
  for (const line of lines) {
    const length = lengthOf(line);
    for (let i = 0; i < LINE_SAMPLES; i++) yield alongLine(line, ((i + 0.5) / LINE_SAMPLES) * length);
  }
}

/** Undefined where no height below it is known. `heightErrorM`: standard error of the heights themselves. */
export function groundBelow(claim: Claim, heightAt: HeightAt, heightErrorM: number): GroundBelow | undefined {
  let [count, sum, squares] = [0, 0, 0];
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let first: number | undefined;
  for (const [x, y] of listPlaces(claim)) {
    const height = heightAt(x, y);
    if (height === undefined) continue;
    first ??= height;
    count++;
    // From the first one: squares of small numbers lose nothing.
    sum += height - first;
    squares += (height - first) ** 2;
    lowest = Math.min(lowest, height);
    highest = Math.max(highest, height);
  }
  if (first === undefined) return undefined;
  const spread = Math.max(0, squares / count - (sum / count) ** 2);
  const [x, y] = claimMiddle(claim);
  return {
    mean: first + sum / count,
    lowest,
    highest,
    error: Math.sqrt(spread + heightErrorM ** 2),
    middle: heightAt(x, y),
  };
}

/** Heights that cannot be known stay away: without a ground or a peil nothing is guessed. */
export function resolveHeights(
  { lower, upper, reference, peilNap }: Claim,
  ground: Pick<GroundBelow, 'mean' | 'error'> | undefined,
): ClaimHeights {
  const zero = { nap: 0, peil: peilNap, ground: ground?.mean }[reference];
  const errorM = reference === 'ground' ? (ground?.error ?? 0) : 0;
  if (zero === undefined) return { errorM };
  return {
    ...(lower === undefined ? {} : { lowerNap: zero + lower }),
    ...(upper === undefined ? {} : { upperNap: zero + upper }),
    errorM,
  };
}
