/** Checks what the build wrote of claims, once, at the edge; and writes it. Errors name the file and the place in it. */
import * as z from 'zod/mini';
import { hardnesses } from './claim.ts';
import type { ClaimTown } from './claim-town.ts';
import { InputError } from './input-error.ts';
import { provenance, themeName, themePair } from './municipality.ts';
import { heightReferences } from './plan-volume.ts';
import { readChecked } from './read-checked.ts';

const flat = z.array(z.number());
const text = z.optional(z.string());
const number = z.optional(z.number());

const claim = z.object({
  id: z.string(),
  name: z.string(),
  theme: z.string(),
  hardness: z.enum(hardnesses),
  parts: z.array(z.array(flat)),
  lines: z.array(flat),
  diameterM: number,
  lower: number,
  upper: number,
  reference: z.enum(heightReferences),
  peilNap: number,
  bufferM: z.number(),
  basis: z.optional(z.object({ instrument: z.string(), id: text, article: text, url: text })),
  holder: text,
  status: text,
  validFrom: text,
  validUntil: text,
  priority: number,
  combinableWith: z.array(z.string()),
  accuracyM: number,
  roundingM: number,
  source: z.optional(z.object({ dataset: z.string(), date: text })),
  norms: z.array(z.object({ type: z.string(), value: z.number(), unit: z.string(), article: text })),
});

const claimTown = z.object({
  schema: z.literal(1),
  claims: z.array(claim),
  heights: z.array(z.object({ lowerNap: number, upperNap: number, errorM: z.number() })),
  groundNap: z.array(z.nullable(z.number())),
  themes: z.array(themeName),
  matrix: z.array(themePair),
  source: provenance,
  notes: z.array(z.string()),
});

/** Throws {@link InputError}. */
export function parseClaimTown(json: unknown, file: string): ClaimTown {
  const { schema: _, groundNap, ...town } = readChecked(claimTown.safeParse(json), file);
  const rows = town.claims.length;
  for (const [name, count] of [
    ['heights', town.heights.length],
    ['groundNap', groundNap.length],
  ] as const)
    if (count !== rows) throw new InputError(`${file}: ${name} has ${count} values, expected ${rows}`);
  return { ...(town as Omit<ClaimTown, 'groundNap'>), groundNap: groundNap.map((height) => height ?? undefined) };
}

const toMillimetres = (value: number) => Math.round(value * 1000) / 1000 + 0;

/** Of places and heights the millimetres. */
export function claimTownToJson({ claims, heights, groundNap, ...rest }: ClaimTown): string {
  return JSON.stringify({
    schema: 1,
    ...rest,
    claims: claims.map((claim) => ({
      ...claim,
      parts: claim.parts.map((rings) => rings.map((ring) => ring.map(toMillimetres))),
      lines: claim.lines.map((line) => line.map(toMillimetres)),
    })),
    heights: heights.map(({ lowerNap, upperNap, errorM }) => ({
      ...(lowerNap === undefined ? {} : { lowerNap: toMillimetres(lowerNap) }),
      ...(upperNap === undefined ? {} : { upperNap: toMillimetres(upperNap) }),
      errorM: toMillimetres(errorM),
    })),
    groundNap: groundNap.map((height) => (height === undefined ? null : toMillimetres(height))),
  });
}
