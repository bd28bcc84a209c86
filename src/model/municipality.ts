/**
 * One municipality as data: what the data steward writes (`data/<id>/municipality.json`, sources as files) and what the
 * viewer reads (`made/<id>/municipality.json`, everything as addresses that stream). Both have the same shape, so that a
 * municipality may mix its own made files with live national services.
 */
import * as z from 'zod/mini';
import { attributeKeys } from './building-attributes.ts';
import { countDirections } from './counts.ts';
import { measureKinds } from './flood-measure.ts';
import { isMonthDay } from './month-day.ts';
import { isExactOrigin } from './origin.ts';
import { questionIds } from './question-ids.ts';
import { flatLayouts } from './solar.ts';
import { sunRules } from './sunlight.ts';
import { OWN_RULE } from './sunlight-choice.ts';

// zod compiles parsers with `new Function` unless told not to; the viewer's content security policy forbids that.
z.config({ jitless: true });

export const localised = z.object({ nl: z.string(), en: z.string() });

/** Where figures come from. Every dataset carries one and every screen can show it. */
export const provenance = z.object({
  title: localised,
  holder: z.string(),
  /** Date of the data, ISO 8601, day or year. */
  date: z.string(),
  licence: z.string(),
  url: z.optional(z.string()),
  /** Credit that must be visible while the data are drawn. */
  attribution: z.optional(z.string()),
  /** Standard error in metres, where known. */
  accuracyM: z.optional(z.number()),
  /** What a reader must know before using it. */
  note: z.optional(localised),
});

const heightDatum = z.enum(['nap', 'ellipsoid']);

/** Files relative to the municipality's folder (the pipeline makes them stream), or an address that streams already. */
const dataset = z.object({
  files: z.optional(z.array(z.string())),
  url: z.optional(z.string()),
  heightDatum: z.optional(heightDatum),
  source: provenance,
});

const buildings = z.extend(dataset, {
  id: z.string(),
  title: localised,
  /** Level of detail asked of CityJSON files. */
  lod: z.optional(z.string()),
  /** Attribute names that may hold the building's id, first match wins, case-insensitive. */
  idAttribute: z.optional(z.array(z.string())),
  /** What the source calls things where the customary names of `building-attributes.ts` do not say it. */
  attributes: z.optional(z.partialRecord(z.enum(attributeKeys), z.array(z.string()))),
});

/** Raster map tiles: XYZ in Web Mercator, `{z}/{x}/{y}` in the address once made. */
const map = z.extend(dataset, {
  minimumLevel: z.optional(z.number()),
  maximumLevel: z.optional(z.number()),
  /** Degrees: west, south, east, north; what the tiles cover. */
  rectangle: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  /** Pixels along a tile's side, 256 where absent. */
  tileSize: z.optional(z.number()),
  /** A part that has finer tiles at the same address. */
  detail: z.optional(
    z.object({ maximumLevel: z.number(), rectangle: z.tuple([z.number(), z.number(), z.number(), z.number()]) }),
  ),
});

const positive = z.number().check(z.positive());

const storm = z.object({
  /** Also the name of its folder. */
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  millimetres: z.number().check(z.positive(), z.maximum(2000)),
  minutes: z.number().check(z.minimum(1), z.maximum(14_400)),
  shape: z.enum(['block', 'peaked']),
  title: localised,
  source: localised,
});

/** Who must be able to come when streets are under water; see `flood-effects.ts` for what is taken where nothing is said. */
const rescue = z.object({
  /** m: in deeper water their vehicles do not drive. */
  depthM: z.optional(z.number().check(z.minimum(0.05), z.maximum(2))),
  /** Where they come from, RD metres: stations, a hospital, or the roads by which they enter the municipality. */
  from: z.optional(z.array(z.object({ title: localised, position: z.tuple([z.number(), z.number()]) }))),
});

/** Surface water: what the municipality knows better than the defaults of `flood-ground.ts` and `flood-site.ts`. */
const waterBarriers = z.extend(dataset, {
  /** Levels that the water before them is known for, m NAP; the first is where a breach begins. */
  levels: z.optional(z.array(z.object({ title: localised, nap: z.number(), source: localised }))),
});

const flood = z.extend(dataset, {
  /** Storms to compute beforehand, by id; absent: a few customary ones. */
  storms: z.optional(z.array(z.string())),
  /** Where they are computed, RD metres: west, south, east, north; absent: all of the finest heights. */
  extent: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  /** m; some whole times the cells of the heights. */
  cellSize: z.optional(positive),
  /** By kind of ground. */
  ground: z.optional(
    z.record(
      z.string(),
      z.object({
        manning: z.optional(z.number().check(z.minimum(0.001), z.maximum(10))),
        infiltrationMmPerHour: z.optional(z.number().check(z.minimum(0), z.maximum(1000))),
      }),
    ),
  ),
  sewerMmPerHour: z.optional(z.number().check(z.minimum(0), z.maximum(1000))),
  /** What gullies and pipes hold, mm over the paved ground; absent: it overflows into open water without end. */
  sewerStorageMm: z.optional(z.number().check(z.minimum(0), z.maximum(1000))),
  /** How deep open water is taken to be, m. */
  waterDepthM: z.optional(z.number().check(z.minimum(0.05), z.maximum(50))),
  /** How far thresholds lie above the lowest ground at the façade, m. */
  thresholdM: z.optional(z.number().check(z.minimum(0), z.maximum(5))),
  ambulance: z.optional(rescue),
  fire: z.optional(rescue),
  /** What a building and what is in it are worth, euro per m² of one floor, and who says so; absent: damage is told as a share. */
  value: z.optional(z.object({ eurosPerSquareMetre: positive, source: localised })),
  /** Euro per m², m, piece or building that a measure costs, instead of what `flood-measure.ts` assumes. */
  measureCosts: z.optional(z.partialRecord(z.enum(measureKinds), z.number().check(z.minimum(0)))),
});

/** Sun on roofs: what the municipality chooses otherwise than `solar-defaults.ts`; units are in `solar.ts`. */
const solar = z.extend(dataset, {
  /** Its own climate, a CSV file beside this one; absent: De Bilt. */
  climate: z.optional(z.string()),
  settings: z.optional(
    z.object({
      panel: z.optional(z.object({ width: positive, height: positive, peakW: positive })),
      edge: z.optional(z.number().check(z.minimum(0), z.maximum(10))),
      flat: z.optional(
        z.object({
          layout: z.enum(flatLayouts),
          tiltDegrees: z.number().check(z.minimum(0), z.maximum(60)),
          pitch: positive,
        }),
      ),
      performanceRatio: z.optional(z.number().check(z.positive(), z.maximum(1))),
      thresholds: z.optional(z.object({ excellent: positive, good: positive, moderate: positive })),
      fewestPanels: z.optional(z.number().check(z.minimum(1), z.maximum(10_000))),
      priceKwh: z.optional(z.number().check(z.minimum(0), z.maximum(10))),
      co2Kwh: z.optional(z.number().check(z.minimum(0), z.maximum(10))),
      albedo: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
    }),
  ),
});

const monthDay = z.string().check(z.refine(isMonthDay, 'expected a month and a day, as 02-19'));
const takenRules: readonly string[] = [OWN_RULE, ...sunRules.map(({ id }) => id)];

/** How much possible sun a dwelling should have, as `SunRule` of `sunlight.ts`, with what people call it and who set it. */
const sunRule = z
  .object({
    id: z.string().check(
      z.regex(/^[a-z][a-z0-9-]*$/),
      z.refine(
        (id) => !takenRules.includes(id),
        `is the id of a rule that is there already (${takenRules.join(', ')})`,
      ),
    ),
    title: localised,
    source: z.optional(localised),
    from: monthDay,
    until: monthDay,
    hours: z.number().check(z.positive(), z.maximum(16)),
    minElevationDegrees: z.number().check(z.minimum(0), z.maximum(60)),
  })
  .check(
    z.refine(({ from, until }) => from <= until, {
      message: 'expected a period within a year: until not before from',
      path: ['until'],
    }),
  );

/** Norms for sun, beside the customary ones; also what `cli sunlight --rules file.json` reads. */
export const sunlightNorms = z.object({
  rules: z
    .array(sunRule)
    .check(z.refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'two rules have the same id')),
});

export const themeName = z.object({ id: z.string(), title: localised });
export const themePair = z.object({
  themes: z.tuple([z.string(), z.string()]),
  kind: z.enum(['excludes', 'combinable']),
  why: z.optional(localised),
});

/** Who wants which space (`claim.ts`), as GeoJSON or GeoPackage files; made: `claims/claims.json` (`claim-town.ts`). */
const claims = z.extend(dataset, {
  /** Themes of its own, or other names for the customary ones. */
  themes: z.optional(z.array(themeName)),
  /** Which themes go together, where it chooses otherwise than `claim-matrix.ts`; pairs that are not in it are taken from there. */
  matrix: z.optional(z.array(themePair)),
  /** What plans are checked against: a file of rules (`claim-rules.ts`). */
  rules: z.optional(z.string()),
});

const position = z.tuple([z.number(), z.number()]);

/** Where an event can be planned: what can be walked on within an outline, or on the ground surfaces of a name. */
const eventGround = z
  .object({
    id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
    title: z.string().check(z.minLength(1)),
    /** RD metres; closed or not. */
    polygon: z.optional(z.array(position).check(z.minLength(3, 'expected at least three points'))),
    /** Name that surfaces of the map's files carry. */
    area: z.optional(z.string()),
  })
  .check(
    z.refine(
      ({ polygon, area }) => (polygon === undefined) !== (area === undefined),
      'expected either polygon or area',
    ),
  );

/** Events (`event-plan.ts`); made: `crowd/events.json`. `files`: GeoJSON of what stands in the street, as furniture. */
const crowd = z.extend(dataset, {
  places: z.optional(z.array(eventGround)),
  /** Event plans: files relative to the municipality's folder. */
  events: z.optional(z.array(z.string())),
});

/** Counts of people, as CSV files (`counts.ts`); made: `counts/counts.json`. */
const counts = z.extend(dataset, {
  /** GeoJSON points: the gates that the counts name. */
  gates: z.optional(z.string()),
  /** Lower totals are withheld; absent: see `counts.ts`. */
  leastShown: z.optional(z.number().check(z.minimum(1), z.maximum(1000), z.int('expected a whole number'))),
  /** The day that is shown first; absent: the last one. */
  day: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day, as 2026-06-13'))),
  /** OGC SensorThings 1.1. */
  live: z.optional(
    z.object({
      url: z.url(),
      datastreams: z.array(z.object({ gate: z.string(), direction: z.enum(countDirections), id: z.string() })),
      refreshSeconds: z.number().check(z.minimum(5), z.maximum(86_400)),
    }),
  ),
});

const exactOrigin = z
  .string()
  .check(z.refine(isExactOrigin, 'expected an exact origin, as https://www.gemeente.nl: no path, no *, https'));

/** For `/.well-known/security.txt` (RFC 9116). */
const security = z.object({
  /** Where someone reports a leak, best first: `mailto:`, `https:` or `tel:`. */
  contact: z
    .array(z.string().check(z.regex(/^(mailto:[^\s@<>]+@[^\s@<>]+|https:\/\/[^\s<>]+|tel:\+[\d-]+)$/)))
    .check(z.minLength(1)),
  /** The municipality's policy for who reports one. */
  policy: z.optional(z.string().check(z.regex(/^https:\/\/[^\s<>]+$/))),
  /** Key to write to the contact with. */
  encryption: z.optional(z.string().check(z.regex(/^(https:\/\/|openpgp4fpr:|dns:)[^\s<>]+$/))),
});

const saying = {
  /** On what ground the municipality may use the answer. */
  legalBasis: z.optional(localised),
  /** How someone objects, or asks for another look. */
  objection: z.optional(localised),
  /** Whom to ask: a role, never the name of a person. */
  contact: z.optional(localised),
  /** Who decides, where that is said better than in the leaflet. */
  decides: z.optional(localised),
};

/** What only the municipality can say in leaflets (`leaflet.ts`): of all questions, and of some otherwise. */
const leaflets = z.object({
  ...saying,
  /** As it is officially called. */
  organisation: z.optional(z.string()),
  department: z.optional(z.string()),
  email: z.optional(z.string().check(z.regex(/^[^\s@<>]+@[^\s@<>]+$/, 'expected an address, as info@gemeente.nl'))),
  /** Where people write to. */
  website: z.optional(z.string().check(z.regex(/^https:\/\/[^\s<>"]+$/, 'expected an address with https'))),
  questions: z.optional(z.partialRecord(z.enum([...questionIds, 'window']), z.object(saying))),
});

/** Eye in RD New (x, y, metres) and metres NAP, clockwise from north, negative pitch looks down. */
export const viewpoint = z.object({
  id: z.string(),
  title: localised,
  position: z.tuple([z.number(), z.number(), z.number()]),
  headingDegrees: z.number(),
  pitchDegrees: z.number(),
});

const municipality = z.object({
  schema: z.literal(1),
  id: z.string(),
  name: z.string(),
  fictional: z.boolean(),
  /** RD New metres: west, south, east, north. */
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** The first one is home. */
  viewpoints: z.array(viewpoint).check(z.minLength(1)),
  /** Heights: GeoTIFF files, or quantized mesh. */
  terrain: z.optional(dataset),
  /** Made by the pipeline: heights as a cloud-optimised GeoTIFF in RD and NAP, for the engines. */
  heights: z.optional(dataset),
  buildings: z.array(buildings),
  /** Ground surfaces as GeoJSON files, or raster map tiles. */
  map: z.optional(map),
  /** Street centre lines as GeoJSON files; made: labels as JSON. */
  streets: z.optional(dataset),
  /** Trees as GeoJSON files, or 3D Tiles with instanced models. */
  trees: z.optional(dataset),
  /** Addresses as GeoJSON files; made: the search index. */
  addresses: z.optional(dataset),
  /** Made by the pipeline: one row per building, for the text twin and tables. */
  buildingTable: z.optional(dataset),
  /** How many people pass where. */
  counts: z.optional(counts),
  /** Surface water; made: `flood/index.json` with what it names. */
  flood: z.optional(flood),
  /** Sun on roofs: computed where it is asked for; made: `solar/index.json` with what it names. */
  solar: z.optional(solar),
  /** Norms for sun of the municipality's own. */
  sunlight: z.optional(sunlightNorms),
  /** Storms of the municipality's own, beside the customary ones. */
  storms: z.optional(z.array(storm)),
  /** Outline of the plan area. */
  planArea: z.optional(dataset),
  /** Lines that must hold back water (`water-barrier.ts`), against which plans are held; made: only where they come from. */
  waterBarriers: z.optional(waterBarriers),
  /** Who wants which space. */
  claims: z.optional(claims),
  /** Events on squares. */
  crowd: z.optional(crowd),
  /** Building plans, as `plan.ts` describes them: files relative to the municipality's folder, or made ones with addresses. */
  plans: z.optional(z.array(z.string())),
  /** The programme of an information evening: a file of scenarios (`scenario.ts`), relative to the municipality's folder. */
  evening: z.optional(z.string()),
  /** Canvases of questions (`use-case-canvas.ts`): files relative to the municipality's folder, or the one that was made of them. */
  canvases: z.optional(z.array(z.string())),
  /** Sites that may show the viewer in a page of theirs (`security-headers.ts`) and talk with it. */
  embedders: z.optional(z.array(exactOrigin)),
  security: z.optional(security),
  leaflets: z.optional(leaflets),
  /** Made by `cli poster`: pictures of the prepared viewpoints (`poster.ts`). */
  posters: z.optional(z.string()),
  /** Made by the pipeline: SHA-256 (hexadecimal) of all that was made, and the newest date among the sources. */
  dataHash: z.optional(z.string()),
  dataDate: z.optional(z.string()),
});

export type Localised = z.infer<typeof localised>;
export type Provenance = z.infer<typeof provenance>;
export type Dataset = z.infer<typeof dataset>;
export type NamedSunRule = z.infer<typeof sunRule>;
export type BuildingsDataset = z.infer<typeof buildings>;
export type MapDataset = z.infer<typeof map>;
export type Viewpoint = z.infer<typeof viewpoint>;
export type Municipality = z.infer<typeof municipality>;

/** Throws an Error whose message names the file and every field that is wrong. */
export function parseMunicipality(json: unknown, file: string): Municipality {
  const result = municipality.safeParse(json);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.') || '(top level)'}: ${issue.message}`);
  throw new Error(`${file} is not a municipality: ${issues.join('; ')}`);
}
