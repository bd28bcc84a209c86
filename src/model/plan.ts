/**
 * A building plan as data (`data/<municipality>/plans/<id>.json`): what is proposed, how far it is decided, and where its
 * geometry lies. The made form has the same shape, with one address per variant instead of files.
 */
import * as z from 'zod/mini';
import { eveningTimes } from './evening.ts';
import { localised, provenance, viewpoint } from './municipality.ts';

/** From first thought to building; a plan is never more certain than this says. */
const planStatuses = ['idea', 'concept', 'consultation', 'decided', 'built'] as const;

/** A local date and time of day in Europe/Amsterdam: what people mean by "five o'clock in March". */
export const moment = z.object({
  /** ISO 8601, `2026-03-21`. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Minutes after midnight of the clock on the wall, 0 up to 1440. */
  minutes: z.number().check(z.minimum(0), z.maximum(1439)),
});

/** Files relative to the municipality's folder. */
const files = z.optional(z.array(z.string()));

/** A glTF or glb that is put in its place: its own axes are metres, y up (as glTF has it), its origin goes to `position`. */
const placedModel = z.object({
  file: z.string(),
  /** RD New metres. */
  position: z.tuple([z.number(), z.number()]),
  /** Metres NAP of the model's origin. */
  nap: z.number(),
  /** Clockwise seen from above. */
  rotationDegrees: z.optional(z.number()),
  scale: z.optional(z.number()),
});

const geometry = z.object({
  /** GeoJSON polygons with `lower`, `upper`, `reference`, `roof`, and `retains` for gates (see `plan-volume.ts`). */
  volumes: files,
  /** CityJSON 1.0 to 2.0 in RD and NAP. */
  cityjson: files,
  models: z.optional(z.array(placedModel)),
  /** GeoJSON polygons of the new ground: `surface`, `level` in m NAP. */
  ground: files,
  /** GeoJSON points: `hoogte`, `kroondiameter`. */
  trees: files,
  /** Metres that the drawing may be off. */
  precisionM: z.number(),
});

const variant = z.object({
  id: z.string(),
  title: localised,
  summary: localised,
  /** In order of building; features name theirs in `phase`. None: all at once. */
  phases: z.optional(z.array(z.object({ id: z.string(), title: localised, from: z.string() }))),
  geometry: z.optional(geometry),
  /** What its geometry does not tell and rules ask for; absent: not known. */
  figures: z.optional(
    z.object({
      parkingPlaces: z.optional(z.number().check(z.minimum(0))),
      /** m³ of rain held beside open water: in crates, wadis and under streets. */
      waterStorageM3: z.optional(z.number().check(z.minimum(0))),
      /** m² of the area that is paved or built on today. */
      pavedTodayM2: z.optional(z.number().check(z.minimum(0))),
    }),
  ),
  /** Ids of today's buildings that go. Those whose centre lies within a new volume or the new ground go too. */
  replaces: z.optional(z.array(z.string())),
  /** Made: address of its plan model (see `plan-model.ts`). */
  url: z.optional(z.string()),
});

/** A prepared place to look from, with what to say there. */
const stop = z.extend(viewpoint, {
  caption: localised,
  /** Variant to show, absent: today. */
  variant: z.optional(z.string()),
  moment: z.optional(moment),
});

const plan = z.object({
  schema: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  title: localised,
  summary: localised,
  status: z.enum(planStatuses),
  /** Who makes the plan. */
  holder: z.string(),
  /** A role, never a person. */
  contact: localised,
  dates: z.array(z.object({ date: z.string(), title: localised })),
  documents: z.array(z.object({ title: localised, date: z.string(), url: z.optional(z.string()) })),
  /** What is no longer open to discussion, and what is. */
  fixed: z.array(localised),
  open: z.array(localised),
  /** The plan's own zero for building heights, metres NAP. */
  peilNap: z.number(),
  /** Outline, RD New metres. */
  area: z.array(z.tuple([z.number(), z.number()])).check(z.minLength(3)),
  variants: z.array(variant).check(z.minLength(1)),
  /** The evening's order. */
  stops: z.array(stop),
  /** How it goes by itself, where not as usual. */
  evening: z.optional(z.object(eveningTimes)),
  source: provenance,
});

export type Moment = z.infer<typeof moment>;
export type PlacedModel = z.infer<typeof placedModel>;
export type PlanStop = z.infer<typeof stop>;
export type PlanVariant = z.infer<typeof variant>;
export type Plan = z.infer<typeof plan>;

/** Throws an Error whose message names the file and every field that is wrong. */
export function parsePlan(json: unknown, file: string): Plan {
  const result = plan.safeParse(json);
  if (!result.success) {
    const issues = result.error.issues.map((issue) => `${issue.path.join('.') || '(top level)'}: ${issue.message}`);
    throw new Error(`${file} is not a plan: ${issues.join('; ')}`);
  }
  const { variants, stops } = result.data;
  const ids = variants.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new Error(`${file} is not a plan: variants: two are called "${twice}"`);
  const lost = stops.find((item) => item.variant !== undefined && !ids.includes(item.variant));
  if (lost)
    throw new Error(`${file} is not a plan: stops: "${lost.id}" shows variant "${lost.variant}", which is not there`);
  return result.data;
}
