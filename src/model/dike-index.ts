/** `dikes.json`: the lines that hold back water, as the viewer needs them to let one give way; and places along them. */
import * as z from 'zod/mini';
import type { RdExtent } from './grid.ts';
import type { WaterBarrier } from './water-barrier.ts';

const index = z.object({
  schema: z.literal(1),
  dikes: z.array(
    z.object({
      name: z.optional(z.string()),
      requiredNap: z.number(),
      /** Flat x, y pairs in RD, whole centimetres; the water lies to its left. */
      line: z.array(z.number()).check(z.minLength(4)),
    }),
  ),
});

/** Throws an Error that names the file and what is wrong. */
export function parseDikeIndex(json: unknown, file: string): readonly WaterBarrier[] {
  const result = index.safeParse(json);
  if (!result.success) {
    const issues = result.error.issues.map(({ path, message }) => `${path.join('.') || '(top level)'}: ${message}`);
    throw new Error(`${file} is no list of dikes: ${issues.join('; ')}`);
  }
  return result.data.dikes.map(({ name, ...dike }) => ({ ...dike, ...(name === undefined ? {} : { name }) }));
}

export interface DikeSection {
  readonly name: string | undefined;
  /** Its middle, RD metres. */
  readonly x: number;
  readonly y: number;
  /** Metres along the line. */
  readonly chainage: number;
}

/** Metres between the middles of two sections. */
const SECTION = 250;

/** Places along the dikes within an extent, in the order of the lines. */
export function listSections(
  dikes: readonly WaterBarrier[],
  [west, south, east, north]: RdExtent,
): readonly DikeSection[] {
  return dikes.flatMap(({ name, line }) => {
    const sections: DikeSection[] = [];
    let passed = 0;
    let next = SECTION / 2;
    for (let k = 2; k < line.length; k += 2) {
      const [ax, ay, bx, by] = line.slice(k - 2, k + 2) as [number, number, number, number];
      const length = Math.hypot(bx - ax, by - ay);
      for (; next <= passed + length; next += SECTION) {
        const share = length > 0 ? (next - passed) / length : 0;
        const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
        if (x > west && x < east && y > south && y < north) sections.push({ name, x, y, chainage: next });
      }
      passed += length;
    }
    return sections;
  });
}

/** m from a point to the nearest dike. */
export function distanceToDikes(dikes: readonly WaterBarrier[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { line } of dikes) {
    for (let k = 2; k < line.length; k += 2) {
      const [ax, ay, bx, by] = line.slice(k - 2, k + 2) as [number, number, number, number];
      const [ux, uy] = [bx - ax, by - ay];
      const size = ux * ux + uy * uy;
      const share = size === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / size));
      least = Math.min(least, Math.hypot(ax + share * ux - x, ay + share * uy - y));
    }
  }
  return least;
}
