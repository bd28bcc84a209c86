/** A municipality's sources → everything that the viewer streams, in `public/made/<id>`; does again only what changed. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CATALOG_FILE, catalogToJson } from '../model/data-catalog.ts';
import { InputError } from '../model/input-error.ts';
import { findLeafletGaps } from '../model/leaflet.ts';
import { listSources } from '../model/list-sources.ts';
import { type Dataset, type MapDataset, type Municipality, parseMunicipality } from '../model/municipality.ts';
import { POSTERS_FILE } from '../model/poster.ts';
import { listFiles, planBuild } from './build/plan.ts';
import { openRecord } from './build/record.ts';
import { removeRemains } from './build/remains.ts';
import type { Step } from './build/step.ts';
import { CANVAS_FILE, readCanvasFiles } from './canvas-files.ts';
import { EVENING_FILE, type EveningFile, listEveningNotes, readEveningFile } from './evening-file.ts';
import { describeMap } from './map/describe.ts';
import { readPlans } from './plans/read-plans.ts';
import { listGeometryFiles } from './plans/read-variant.ts';
import { writeBeside } from './write-beside.ts';

/** Hears how a step goes; `stop` when all went well, else `abandon`. */
interface StepProgress {
  /** Done so far, 0 to 1. */
  update(share: number): void;
  stop(): void;
  abandon(): void;
}

export interface BuildOptions {
  /** Folder for what is made; default `public/made/<id>` in the working folder. */
  readonly out?: string;
  /** Makes everything again. */
  readonly force?: boolean;
  /** Called when a step begins that has to be done; answers what hears its progress and its end. */
  readonly onStep?: (name: string) => StepProgress;
}

export interface BuildReport {
  readonly id: string;
  readonly out: string;
  readonly steps: readonly {
    readonly name: string;
    readonly done: boolean;
    readonly seconds: number;
    /** What the step says of itself, where it was done. */
    readonly facts?: unknown;
  }[];
  /** What to look at: what steps left out of their sources, and stops of the evening that were made with other data. */
  readonly notes: readonly string[];
  /** Datasets whose files nothing is made of yet. */
  readonly notMade: readonly string[];
  readonly seconds: number;
  readonly peakMemoryMB: number;
}

const NAME = 'municipality.json';

function readMunicipality(folder: string): Municipality {
  const file = join(folder, NAME);
  if (!existsSync(file)) throw new InputError(`${file}: file not found; a municipality's folder holds ${NAME}.`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new InputError(`${file}: not valid JSON: ${(error as Error).message}`);
  }
  const municipality = parseMunicipality(json, file);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(municipality.id)) {
    throw new InputError(`${file}: id "${municipality.id}" must be lower-case letters, digits and dashes.`);
  }
  return municipality;
}

/** All that is missing at once, so that it is mended in one go. */
function checkFiles(folder: string, municipality: Municipality): void {
  const {
    buildings,
    terrain,
    heights,
    map,
    streets,
    trees,
    addresses,
    planArea,
    waterBarriers,
    claims,
    crowd,
    counts,
  } = municipality;
  const datasets: Record<string, Dataset | undefined> = {
    ...Object.fromEntries(buildings.map((dataset) => [`buildings ${dataset.id}`, dataset])),
    ...{ terrain, heights, map, streets, trees, addresses, planArea, waterBarriers, claims, crowd, counts },
  };
  const plans = readPlans(folder, municipality.plans);
  const geometry = plans.flatMap(({ id, variants }) =>
    variants.flatMap((variant) =>
      listGeometryFiles(variant).map((file) => ({ file, name: `plan ${id}, ${variant.id}` })),
    ),
  );
  const named = Object.entries(datasets).flatMap(([name, dataset]) =>
    listFiles(dataset).map((file) => ({ file, name })),
  );
  const { climate } = municipality.solar ?? {};
  const climates = climate === undefined ? [] : [{ file: climate, name: 'solar.climate' }];
  const rules =
    claims?.rules === undefined || claims.url !== undefined ? [] : [{ file: claims.rules, name: 'claims.rules' }];
  const events = crowd?.url === undefined ? (crowd?.events ?? []).map((file) => ({ file, name: 'crowd.events' })) : [];
  const gates =
    counts?.gates === undefined || counts.url !== undefined ? [] : [{ file: counts.gates, name: 'counts.gates' }];
  const missing = [...named, ...climates, ...rules, ...events, ...gates, ...geometry]
    .filter(({ file }) => !existsSync(join(folder, file)))
    .map(({ file, name }) => `${file} (${name})`);
  if (missing.length === 0) return;
  throw new InputError(`${join(folder, NAME)}: ${missing.length} source file(s) not found: ${missing.join(', ')}.`);
}

/** A leaflet that cannot say where its answer comes from is none. */
function checkLeaflets(folder: string, municipality: Municipality): void {
  const gaps = findLeafletGaps(municipality);
  if (gaps.length === 0) return;
  const told = gaps.map(
    ({ dataset, field, questions }) => `${dataset}: ${field} is not filled in (${questions.join(', ')})`,
  );
  throw new InputError(`${join(folder, NAME)}: sources that leaflets of questions need: ${told.join('; ')}.`);
}

/** It is no part of the data: its scenarios carry their hash. */
function readEvening(
  folder: string,
  municipality: Municipality,
): (EveningFile & { readonly file: string }) | undefined {
  if (municipality.evening === undefined) return undefined;
  const file = join(folder, municipality.evening);
  return { ...readEveningFile(file, municipality, readPlans(folder, municipality.plans)), file };
}

/** Of what a step says of itself: lines under `notes`. */
const notesOf = (facts: unknown): readonly string[] =>
  typeof facts === 'object' && facts !== null && 'notes' in facts && Array.isArray(facts.notes) ? facts.notes : [];

const round = (seconds: number) => Math.round(seconds * 1000) / 1000;

/**
 * Throws {@link InputError} with one line when a source is missing or broken; what was made before then stays as it was, and
 * steps that went well are not done again. `municipality.json` is written last: it never names what is not there.
 */
export async function buildMunicipality(folder: string, options: BuildOptions = {}): Promise<BuildReport> {
  const started = performance.now();
  const municipality = readMunicipality(folder);
  checkFiles(folder, municipality);
  checkLeaflets(folder, municipality);
  const evening = readEvening(folder, municipality);
  const canvases = readCanvasFiles(folder, municipality);
  const out = resolve(options.out ?? join('public/made', municipality.id));
  await mkdir(out, { recursive: true });
  await removeRemains(out);
  const record = openRecord(out);
  const { steps, made, notMade } = planBuild(folder, municipality);

  async function runStep(step: Step) {
    const begun = performance.now();
    const key = await record.keyOf(step);
    if (!options.force && record.isMade(step, key)) return { name: step.name, done: false, seconds: 0 };
    const progress = options.onStep?.(step.name);
    try {
      const facts = await step.run(join(out, step.output), (share) => progress?.update(share));
      await record.keep(step, key);
      progress?.stop();
      const seconds = round((performance.now() - begun) / 1000);
      return { name: step.name, done: true, seconds, ...(facts === undefined ? {} : { facts }) };
    } catch (error) {
      progress?.abandon();
      throw error;
    }
  }

  const done: BuildReport['steps'][number][] = [];
  let hasFailed = false;
  async function runInTurn(lane: readonly Step[]): Promise<void> {
    for (const step of lane) {
      if (hasFailed) return;
      try {
        done[steps.indexOf(step)] = await runStep(step);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  }
  const beside = steps.filter(({ isBeside }) => isBeside);
  const inTurn = steps.filter(({ isBeside }) => !isBeside);
  // The step that still runs ends before a failure is told, or it would outlive the build.
  const lanes = await Promise.allSettled([runInTurn(beside), runInTurn(inTurn)]);
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
  // Levels and rectangle of the map are known once it is there.
  const hasMap = made.map && steps.some(({ name }) => name === 'map');
  const map = hasMap ? { ...made.map, ...(await describeMap(join(out, 'map'))) } : made.map;
  const dataHash = record.dataHash(steps);
  const version = dataHash === undefined ? {} : { dataHash, dataDate: newestDate(municipality) };
  await writeText(join(out, EVENING_FILE), evening?.text);
  await writeText(join(out, CANVAS_FILE), canvases);
  const whole: Municipality = {
    ...made,
    ...(map ? { map: map as MapDataset } : {}),
    ...version,
    ...(evening ? { evening: EVENING_FILE } : {}),
    ...(canvases === undefined ? {} : { canvases: [CANVAS_FILE] }),
    // Made by another command, which a build does not take away.
    ...(existsSync(join(out, POSTERS_FILE)) ? { posters: POSTERS_FILE } : {}),
  };
  await writeText(join(out, CATALOG_FILE), catalogToJson(whole));
  await writeText(join(out, NAME), toJson(whole));
  for (const stale of await record.forgetOthers(steps)) await rm(join(out, stale), { recursive: true, force: true });
  return {
    id: municipality.id,
    out,
    steps: done,
    notes: [
      ...done.flatMap(({ facts }) => notesOf(facts)),
      ...(evening ? listEveningNotes(evening.file, evening, { ...made, ...version }) : []),
    ],
    notMade,
    seconds: round((performance.now() - started) / 1000),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Of the sources, not of the build: the same sources give the same files. ISO 8601 sorts as text. */
const newestDate = (municipality: Municipality): string =>
  listSources(municipality)
    .map(({ source }) => source.date)
    .sort()
    .at(-1) ?? '';

const toJson = (made: Municipality) => `${JSON.stringify(made, undefined, 2)}\n`;

/** Undefined: it goes. */
async function writeText(file: string, text: string | undefined): Promise<void> {
  if (text === undefined) return rm(file, { force: true });
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  await writeBeside(file, 'file', (path) => writeFile(path, text));
}
