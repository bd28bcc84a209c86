/** Checks what the pipeline wrote of sun on roofs, once, at the edge. Errors name the file, the column and what is wrong. */
import * as z from 'zod/mini';
import { InputError } from './input-error.ts';
import { checkLengths, readChecked } from './read-checked.ts';
import { flatLayouts, type SolarIndex, type SolarRoofs, solarClasses } from './solar.ts';

const numbers = z.array(z.number());
const positive = z.number().check(z.positive());
const months = numbers.check(z.minLength(12), z.maxLength(12));

const settings = z.object({
  panel: z.object({ width: positive, height: positive, peakW: positive }),
  edge: z.number().check(z.minimum(0)),
  flat: z.object({ layout: z.enum(flatLayouts), tiltDegrees: z.number(), pitch: positive }),
  performanceRatio: positive,
  thresholds: z.object({ excellent: z.number(), good: z.number(), moderate: z.number() }),
  fewestPanels: z.number(),
  priceKwh: z.number(),
  co2Kwh: z.number(),
  albedo: z.number(),
});

const solarIndex = z.object({
  engine: z.string(),
  inputsHash: z.string(),
  settings,
  climate: z.object({ title: z.string(), source: z.string(), global: months, diffuse: months }),
  roofs: z.string(),
  skipped: z.array(z.object({ id: z.string(), reason: z.string() })),
});

const solarRoofs = z.object({
  building: numbers,
  surface: numbers,
  merged: z.optional(z.object({ plane: numbers, surface: numbers })),
  x: numbers,
  y: numbers,
  nap: numbers,
  area: numbers,
  slope: numbers,
  azimuth: numbers,
  skyView: numbers,
  unshaded: numbers,
  irradiation: numbers,
  suitability: numbers,
  panels: numbers,
  yield: numbers,
});

/** Throws {@link InputError}. */
export function parseSolarIndex(json: unknown, file: string): SolarIndex {
  return readChecked(solarIndex.safeParse(json), file);
}

/** Throws {@link InputError}. */
export function parseSolarRoofs(json: unknown, file: string): SolarRoofs {
  const roofs = readChecked(solarRoofs.safeParse(json), file);
  const rows = roofs.building.length;
  const { merged, ...columns } = roofs;
  checkLengths(columns, rows, file);
  if (merged && (merged.plane.length !== merged.surface.length || merged.plane.some((plane) => !(plane < rows))))
    throw new InputError(`${file}: merged: expected as many planes as surfaces, each a row below ${rows}`);
  const wrong = roofs.suitability.findIndex((rank) => solarClasses[rank] === undefined);
  if (wrong >= 0)
    throw new InputError(`${file}: suitability[${wrong}] is ${roofs.suitability[wrong]}, expected a class`);
  const lost = roofs.building.findIndex((row) => !Number.isInteger(row) || row < -1);
  if (lost >= 0) throw new InputError(`${file}: building[${lost}] is ${roofs.building[lost]}, expected a row`);
  return roofs;
}
