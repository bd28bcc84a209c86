/**
 * `flood/index.json`: what the pipeline made for water, beside the files that it names. Addresses are relative to it. All rasters are
 * cloud-optimised GeoTIFFs in RD with overviews, on the cells of `frame` or on coarser ones of the same extent.
 */
import * as z from 'zod/mini';
import { localised } from './municipality.ts';

const frame = z.object({
  west: z.number(),
  south: z.number(),
  cellSize: z.number().check(z.positive()),
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
});

const storm = z.object({
  id: z.string(),
  millimetres: z.number().check(z.nonnegative()),
  minutes: z.number().check(z.positive()),
  shape: z.enum(['block', 'peaked']),
  title: z.optional(localised),
  source: z.optional(localised),
});

const run = z.object({
  storm,
  /** Seconds from the start of the rain of each file in `depths`, ascending. */
  seconds: z.array(z.number()),
  /** Depth at those moments: uint16, whole millimetres. */
  depths: z.array(z.string()),
  /** Which way and how fast it flows at those moments: uint16, codes of `flood-flow.ts`. */
  flows: z.optional(z.array(z.string())),
  /** Greatest depth, uint16, whole millimetres. */
  deepest: z.string(),
  /** Whole minutes until 5 cm, and with 5 cm or more; uint16, 65535: never. */
  arrival: z.string(),
  duration: z.string(),
  /** What computed it, and SHA-256 of what it was given. */
  engine: z.string(),
  hash: z.string(),
  /** m³; see `MassBalance`. */
  massBalance: z.optional(
    z.object({
      initial: z.number(),
      rain: z.number(),
      inflow: z.number(),
      infiltrated: z.number(),
      sewer: z.number(),
      outflow: z.number(),
      stored: z.number(),
      relativeError: z.number(),
    }),
  ),
  /** m; absent: that of the frame. */
  cellSize: z.optional(z.number().check(z.positive())),
});

const index = z.object({
  schema: z.literal(1),
  frame,
  /** m; how deep open water is taken to be before it rains. */
  waterDepth: z.number(),
  files: z.object({
    /** m NAP. */
    heights: z.string(),
    /** uint8, codes of `floodGroundIds`. */
    ground: z.string(),
    /** Row in the table of buildings + 1. */
    buildings: z.string(),
    /** Level of open water, m NAP. */
    water: z.string(),
  }),
  /** `flood-facades.ts`. */
  facades: z.optional(z.string()),
  /** What the runs were computed with, beside the sources. */
  settings: z.optional(
    z.object({
      sewerMmPerHour: z.optional(z.number()),
      sewerStorageMm: z.optional(z.number()),
      ground: z.optional(
        z.record(
          z.string(),
          z.object({ manning: z.optional(z.number()), infiltrationMmPerHour: z.optional(z.number()) }),
        ),
      ),
    }),
  ),
  runs: z.array(run),
});

export type FloodIndex = z.infer<typeof index>;
export type FloodRunEntry = z.infer<typeof run>;

/** What types cannot say: one line, or undefined where all fits. */
function findContradiction({ runs }: FloodIndex): string | undefined {
  for (const [i, { seconds, depths, storm: of }] of runs.entries()) {
    const name = `runs.${i} ("${of.id}")`;
    if (seconds.length !== depths.length) return `${name} has ${seconds.length} moments and ${depths.length} depths`;
    const late = seconds.findIndex((second, k) => second <= (seconds[k - 1] ?? 0));
    if (late >= 0) return `${name}: seconds.${late} is ${seconds[late]}, which does not come after the one before`;
    if (runs.findIndex((run) => run.storm.id === of.id) < i) return `${name} is there twice`;
  }
  return undefined;
}

/** Throws an Error whose message names the file and every field that is wrong. */
export function parseFloodIndex(json: unknown, file: string): FloodIndex {
  const result = index.safeParse(json);
  if (result.success) {
    const problem = findContradiction(result.data);
    if (problem) throw new Error(`${file} contradicts itself: ${problem}`);
    return result.data;
  }
  const issues = result.error.issues.map((issue) => `${issue.path.join('.') || '(top level)'}: ${issue.message}`);
  throw new Error(`${file} is no index of floods: ${issues.join('; ')}`);
}
