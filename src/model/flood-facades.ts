/** `flood/facades.json`: where water first comes to each building, and how high its threshold is taken to be. */
import * as z from 'zod/mini';

const facades = z.object({
  schema: z.literal(1),
  /** m above the lowest ground at the façade; doors are not in the data. */
  threshold: z.number(),
  /** Lowest ground beside the building, m NAP, per row of the table of buildings; null where none is known. */
  lowest: z.array(z.nullable(z.number())),
});

export type FloodFacades = z.infer<typeof facades>;

/** m: doors are taken to lie so far above the lowest ground at the façade. An assumption, not a measurement. */
export const ASSUMED_THRESHOLD = 0.15;

/** Throws an Error whose message names the file and what is wrong. */
export function parseFloodFacades(json: unknown, file: string): FloodFacades {
  const result = facades.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${file} tells no façades: ${issue?.path.join('.')}: ${issue?.message}`);
}
