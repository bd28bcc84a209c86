/** `cli solar`: sun on the roofs of CityJSON files, or on free-standing planes among them. */

import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { deBilt } from '../engines/solar/climate-de-bilt.ts';
import type { Surroundings } from '../engines/solar/neighbourhood.ts';
import { listNeighbourhoods } from '../engines/solar/town.ts';
import { InputError } from '../model/input-error.ts';
import { rdToLonLat } from '../model/rd.ts';
import type { SolarSettings } from '../model/solar.ts';
import { defaultSolarSettings } from '../model/solar-defaults.ts';
import { readClimate } from './solar-climate.ts';
import { readTown, type Town } from './solar-roofs/read-town.ts';
import { computeTownRoofs } from './solar-roofs.ts';
import { computePoints, readPoints } from './solar-run/points.ts';
import { lowestWithin, surfaceField } from './solar-run/surface-heights.ts';
import { type SolarRow, toCsv, toObjects } from './solar-run/write-rows.ts';
import { readGeotiff } from './terrain/read-geotiff.ts';
import { writeBeside } from './write-beside.ts';

export interface SolarRun {
  readonly files: readonly string[];
  readonly dsm?: string;
  readonly out?: string;
  readonly points?: string;
  readonly climate?: string;
  readonly lod?: string;
  readonly crs?: string;
  readonly origin?: readonly [number, number];
  readonly threads?: number;
  readonly onProgress?: (share: number) => void;
}

export interface SolarReport {
  readonly buildings: number;
  readonly climate: string;
  readonly settings: SolarSettings;
  /** As in the CSV. */
  readonly roofs: readonly Record<string, string | number>[];
  readonly skipped: readonly { readonly id: string; readonly surface?: number; readonly reason: string }[];
  readonly notes: readonly string[];
  readonly seconds: number;
  readonly csv: string;
}

/** Share of the progress that reading takes. */
const READING = 0.2;

async function roofRows(
  town: Town,
  surroundings: Surroundings,
  run: SolarRun,
  question: { settings: SolarSettings; climate: typeof deBilt },
) {
  const { settings } = question;
  const { roofs, left } = await computeTownRoofs(town.buildings, {
    ...question,
    surroundings,
    ...(run.threads === undefined ? {} : { threads: run.threads }),
    onProgress: (share) => run.onProgress?.(READING + (1 - READING) * share),
  });
  const rows = roofs.map(
    (roof): SolarRow => ({
      building: town.ids[roof.building],
      surface: roof.surfaces[0],
      area_m2: roof.area,
      slope_degrees: roof.slopeDegrees,
      azimuth_degrees: roof.azimuthDegrees,
      sky_view_factor: roof.skyView,
      irradiation_unshaded_kwh_m2_year: roof.unshaded,
      irradiation_kwh_m2_year: roof.irradiation,
      shading_loss_percent: roof.unshaded > 0 ? 100 * (1 - roof.irradiation / roof.unshaded) : 0,
      suitability: roof.suitability,
      panels: roof.panels,
      peak_kwp: roof.peakKw,
      yield_kwh_year: roof.yieldKwh,
      co2_kg_year: roof.yieldKwh * settings.co2Kwh,
    }),
  );
  const withRoof = new Set(roofs.map(({ building }) => building));
  const without = new Set(left.map(({ building }) => building));
  return {
    rows,
    skipped: [
      ...left.map(({ building, surface, reason }) => ({ id: town.ids[building], surface, reason })),
      ...town.ids.flatMap((id, row) =>
        withRoof.has(row) || without.has(row) ? [] : [{ id, reason: 'none of its surfaces is a roof' }],
      ),
    ],
  };
}

/** Throws {@link InputError} with one line for what is wrong with the files. */
export async function runSolarFiles(run: SolarRun): Promise<SolarReport> {
  const started = performance.now();
  const lod = run.lod ?? '2.2';
  if (!Number.isFinite(Number(lod))) throw new InputError(`--lod ${lod} is not a level of detail such as 2.2.`);
  const points = run.points === undefined ? undefined : readPoints(run.points);
  const heights = run.dsm === undefined ? undefined : (await readGeotiff(run.dsm)).grid;
  const { crs, origin } = run;
  const town = readTown(run.files, {
    lod,
    ...(crs === undefined ? {} : { crs }),
    ...(origin === undefined ? {} : { origin }),
    ...(heights ? { groundAround: (...box) => lowestWithin(heights, ...box) } : {}),
    onProgress: (share) => run.onProgress?.(READING * share),
  });
  if (!points && town.ids.length === 0 && town.skipped.length === 0)
    throw new InputError(`${run.files.map((file) => basename(file)).join(', ')}: no building was found.`);
  const latitude = points ? rdToLonLat(points[0]).lat : (town.buildings.latitudes[0] ?? 52.1);
  const climate = run.climate === undefined ? deBilt : await readClimate(run.climate, latitude);
  const surroundings = { obstacles: [], fields: heights ? [surfaceField(heights, town.buildings)] : [] };
  const notes = [...town.notes];
  if (heights && town.ids.length > 0 && town.buildings.grounds.every(Number.isNaN))
    notes.push(`${basename(run.dsm ?? '')}: none of the buildings stands on its heights`);
  const question = { settings: defaultSolarSettings, climate };
  const { rows, skipped } = points
    ? {
        rows: await computePoints(
          points,
          {
            ...question,
            buildings: town.buildings,
            neighbourhoods: listNeighbourhoods(town.buildings),
            surroundings,
          },
          (note) => notes.push(note),
        ),
        skipped: [],
      }
    : await roofRows(town, surroundings, run, question);
  const first = points ? 'id' : 'building';
  const csv = toCsv(rows, first);
  if (run.out !== undefined) await writeBeside(run.out, 'file', (path) => writeFile(path, csv));
  return {
    buildings: town.ids.length,
    climate: `${climate.title}: ${climate.source}`,
    settings: question.settings,
    roofs: toObjects(rows, first),
    skipped: [...town.skipped, ...skipped],
    notes,
    seconds: Math.round(performance.now() - started) / 1000,
    csv,
  };
}
