/**
 * The geometry of one plan variant, ready to draw and to compute with. Made by the pipeline from files, and in the browser
 * from what is drawn or imported: both through the same functions. Plain JSON.
 *
 * Frame: metres east, north and up of `origin` (RD New x, y and metres NAP); RD is taken as flat over a plan of a few
 * kilometres, so lengths are RD lengths (at most 1 part in 10,000 off true).
 */
import * as z from 'zod/mini';
import { barrierHolds } from './water-barrier.ts';

/** What a triangle of a building is. */
export const planParts = ['wall', 'roof', 'ground'] as const;
/** What a piece of new ground is; decides its colour. */
export const groundSurfaces = ['road', 'path', 'paving', 'green', 'garden', 'water', 'quay', 'bare'] as const;

const flat = z.array(z.number());
const indices = z.array(z.number());

export const planSolid = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  /** As in the source: `wonen`, `winkel`… */
  use: z.optional(z.string()),
  phase: z.optional(z.string()),
  dwellings: z.optional(z.number()),
  /** m² of floors with other uses than homes. */
  floorM2: z.optional(z.number()),
  /** Rings of flat x, y pairs in the frame, outer first, not closed. */
  footprint: z.array(flat),
  /** Lowest and highest point, metres NAP. */
  lowerNap: z.number(),
  upperNap: z.number(),
  /** Flat x, y, z; every triangle has corners of its own where it meets another at an edge. */
  positions: flat,
  /** Three per triangle, counter-clockwise from outside. */
  indices,
  /** Index into `planParts`, one per triangle. */
  parts: indices,
});

const groundPiece = z.object({
  id: z.string(),
  surface: z.enum(groundSurfaces),
  phase: z.optional(z.string()),
  /** m², seen from above; 0 for the walls between levels. */
  area: z.number(),
  /** A wall that the plan cuts in today's ground, from the new ground up to today's. */
  isCut: z.optional(z.boolean()),
  positions: flat,
  indices,
});

/** Where the new ground cuts a line that must hold back water (`waterBarriers` of the municipality). */
const barrierCut = z.object({
  /** Of the barrier. */
  name: z.optional(z.string()),
  /** Metres NAP that the barrier must have. */
  requiredNap: z.number(),
  /** Metres along the barrier's line. */
  length: z.number(),
  /** Metres NAP of the lowest new ground on the line; where `isWater`, of the water's surface. */
  lowestNap: z.number(),
  isWater: z.boolean(),
  holds: z.enum(barrierHolds),
});

const planModel = z.object({
  schema: z.literal(1),
  origin: z.tuple([z.number(), z.number(), z.number()]),
  solids: z.array(planSolid),
  ground: z.array(groundPiece),
  /** Where today's ground makes way: rings in RD New, flat x, y pairs, without holes. */
  cut: z.array(flat),
  /** Absent: not looked for, as in what is drawn in the viewer. */
  barrierCuts: z.optional(z.array(barrierCut)),
  /** Ids of today's buildings that are gone. */
  removed: z.array(z.string()),
  /** x, y in RD New, ground in m NAP, height and crown width in metres. */
  trees: z.array(
    z.object({
      x: z.number(),
      y: z.number(),
      nap: z.number(),
      height: z.number(),
      crown: z.number(),
      phase: z.optional(z.string()),
    }),
  ),
  /** glTF files beside this one, or at addresses of the page. */
  models: z.array(
    z.object({
      url: z.string(),
      name: z.optional(z.string()),
      position: z.tuple([z.number(), z.number()]),
      nap: z.number(),
      rotationDegrees: z.number(),
      scale: z.number(),
      /** Of its triangles in their place; absent where they could not be read. */
      measured: z.optional(
        z.object({
          lowerNap: z.number(),
          upperNap: z.number(),
          /** m² seen from above, whatever lies over each other counted once. */
          footprint: z.number(),
        }),
      ),
    }),
  ),
  /** Metres that the drawing may be off. */
  precisionM: z.number(),
});

export type PlanSolid = z.infer<typeof planSolid>;
export type BarrierCut = z.infer<typeof barrierCut>;
export type GroundPiece = z.infer<typeof groundPiece>;
export type PlanModel = z.infer<typeof planModel>;

/** Throws an Error whose message names the file and every field that is wrong. */
export function parsePlanModel(json: unknown, file: string): PlanModel {
  const result = planModel.safeParse(json);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.') || '(top level)'}: ${issue.message}`);
  throw new Error(`${file} is not a plan model: ${issues.join('; ')}`);
}
