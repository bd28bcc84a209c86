/** Checks what the pipeline wrote of spatial claims, once, at the edge. Errors name the file and the place in it. */
import * as z from 'zod/mini';
import { conflictKinds, hardnesses } from './claim.ts';
import type { ClaimTown } from './claim-town.ts';
import { InputError } from './input-error.ts';
import { heightReferences } from './plan-volume.ts';
import { readChecked } from './read-checked.ts';

const text = z.optional(z.string());
const number = z.optional(z.number());
const ring = z.array(z.number());
const localised = z.object({ nl: z.string(), en: z.string() });

const claim = z.looseObject({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  theme: z.string(),
  hardness: z.enum(hardnesses),
  parts: z.array(z.array(ring)),
  lines: z.array(ring),
  diameterM: number,
  lower: number,
  upper: number,
  reference: z.enum(heightReferences),
  peilNap: number,
  bufferM: z.number(),
  basis: z.optional(z.looseObject({ instrument: z.string(), id: text, article: text, url: text })),
  holder: text,
  status: text,
  validFrom: text,
  validUntil: text,
  priority: number,
  combinableWith: z.array(z.string()),
  accuracyM: number,
  source: z.optional(z.looseObject({ dataset: z.string(), date: text })),
  norms: z.array(z.looseObject({ type: z.string(), value: z.number(), unit: z.string(), article: text })),
});

const town = z.looseObject({
  claims: z.array(claim),
  heights: z.array(z.object({ lowerNap: number, upperNap: number, errorM: z.number() })),
  groundNap: z.array(z.nullable(z.number())),
  themes: z.array(z.object({ id: z.string(), title: localised })),
  matrix: z.array(
    z.object({
      themes: z.tuple([z.string(), z.string()]),
      kind: z.enum(conflictKinds).check(z.refine((kind) => kind !== 'unknown', 'expected excludes or combinable')),
      why: z.optional(localised),
    }),
  ),
  source: z.looseObject({
    title: localised,
    holder: z.string(),
    date: z.string(),
    licence: z.string(),
    accuracyM: number,
  }),
  notes: z.array(z.string()),
});

/** Throws {@link InputError}. */
export function parseClaimTown(json: unknown, file: string): ClaimTown {
  const read = readChecked(town.safeParse(json), file);
  for (const name of ['heights', 'groundNap'] as const)
    if (read[name].length !== read.claims.length)
      throw new InputError(`${file}: ${name} has ${read[name].length} values, expected ${read.claims.length}`);
  return { ...read, groundNap: read.groundNap.map((nap) => nap ?? undefined) } as ClaimTown;
}
