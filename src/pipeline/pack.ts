/**
 * One municipality, or a part of it, with the viewer in one folder that any web server serves, also without network. What
 * the pack does not hold is not asked for: datasets at other hosts are left out and named.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CATALOG_FILE, catalogToJson } from '../model/data-catalog.ts';
import { EVENING_LINK } from '../model/evening.ts';
import type { RdExtent } from '../model/grid.ts';
import { InputError } from '../model/input-error.ts';
import { type Dataset, type Municipality, parseMunicipality } from '../model/municipality.ts';
import { isElsewhere } from '../model/origin.ts';
import { listSitePolicy } from '../model/security-headers.ts';
import { softwareVersion } from '../model/version.ts';
import { EVENING_FILE, listEveningNotes, readEveningFile } from './evening-file.ts';
import { putPolicyInPages } from './headers/page.ts';
import { writeSecurityText } from './headers.ts';
import { putApp } from './pack/app.ts';
import { cutMunicipality } from './pack/cut-municipality.ts';
import { listPackedFiles, PACK_FILE, type PackFile } from './pack/pack-file.ts';
import { readPlans } from './plans/read-plans.ts';
import { writeBeside } from './write-beside.ts';

export interface PackOptions {
  /** Folder to fill; replaced as a whole when it is a pack already. */
  readonly out: string;
  /** RD New metres; absent: all of it. */
  readonly extent?: RdExtent;
  /** Where below the server's root the viewer lies: `/` or `/path/`. */
  readonly base?: string;
  /** Folder of a built viewer; absent: built now. */
  readonly app?: string;
  /** A file of scenarios: the programme of an information evening, instead of the one that the municipality names. */
  readonly evening?: string;
}

export interface PackReport extends PackFile {
  readonly out: string;
  /** Datasets that stream from other hosts: a pack without network cannot show them. */
  readonly notPacked: readonly string[];
  /** What to look at before the evening. */
  readonly notes: readonly string[];
  readonly seconds: number;
}

const NAME = 'municipality.json';

/** An id of `public/made`, or a made folder itself. */
export function findMade(municipality: string): string {
  const made = join('public/made', municipality);
  const folder = [made, municipality].find((path) => existsSync(join(path, NAME)));
  if (folder === undefined)
    throw new InputError(
      `${made}: no made municipality; run "npm run --silent cli -- build data/${municipality}" first.`,
    );
  return folder;
}

export function readMade(folder: string): Municipality {
  const file = join(folder, NAME);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new InputError(`${file}: not valid JSON: ${(error as Error).message}`);
  }
  return parseMunicipality(json, file);
}

const isDataset = (value: unknown): value is Dataset =>
  typeof value === 'object' && value !== null && 'source' in value;

/** What is not beside `municipality.json` goes. Throws for sources that were never made. */
function keepLocal(municipality: Municipality, file: string): { local: Municipality; notPacked: string[] } {
  const notPacked: string[] = [];
  const isLocal = (name: string, dataset: Dataset): boolean => {
    // One that only tells a source has nothing to pack.
    if (dataset.url === undefined && dataset.files)
      throw new InputError(`${file}: ${name} has no url: these are sources; pack what "build" made of them.`);
    const isStreamed = dataset.url !== undefined && isElsewhere(dataset.url);
    if (isStreamed) notPacked.push(name);
    return !isStreamed;
  };
  const entries = Object.entries(municipality).filter(([name, value]) => !isDataset(value) || isLocal(name, value));
  const buildings = municipality.buildings.filter((dataset) => isLocal(`buildings ${dataset.id}`, dataset));
  return { local: { ...(Object.fromEntries(entries) as Municipality), buildings }, notPacked };
}

/** Files of a folder with all below it, with `/` between; not those that only the builder needs. */
function listMadeFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !/(^|\/)(\.|report\.json$)/.test(name) && statSync(join(folder, name)).isFile())
    .sort();
}

interface PackedEvening {
  /** `municipality.json` names the programme. */
  readonly made: Municipality;
  /** Undefined where the pack has no programme. */
  readonly text: string | undefined;
  readonly notes: readonly string[];
}

/** The file that is asked for, else the one that was made with the municipality. */
function addEvening(made: Municipality, from: string, { evening, extent }: PackOptions): PackedEvening {
  const file = evening ?? (made.evening === undefined ? undefined : join(from, made.evening));
  if (file === undefined) return { made, text: undefined, notes: [] };
  const read = readEveningFile(file, made, readPlans(from, made.plans));
  const notes = listEveningNotes(file, read, made, extent);
  return { made: { ...made, evening: EVENING_FILE }, text: read.text, notes };
}

async function copyMade(
  from: string,
  to: string,
  extent: RdExtent | undefined,
  { made, text: evening }: PackedEvening,
): Promise<void> {
  const { municipality, texts, isKept, writers } = await cutMunicipality(from, made, extent);
  const all = new Map([...texts, [NAME, `${JSON.stringify(municipality, undefined, 2)}\n`]]);
  if (existsSync(join(from, CATALOG_FILE))) all.set(CATALOG_FILE, catalogToJson(municipality));
  if (evening !== undefined) all.set(EVENING_FILE, evening);
  for (const path of new Set([...listMadeFiles(from).filter(isKept), ...all.keys()])) {
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true });
    const text = all.get(path);
    const write = writers.get(path);
    if (text !== undefined) await writeFile(target, text);
    else if (write) await write(join(from, path), target);
    else await copyFile(join(from, path), target);
  }
}

/** Nothing but a pack is ever replaced. */
function checkTarget(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, PACK_FILE))) return;
  throw new InputError(
    `${resolve(out)}: holds something else than a pack; name an empty folder or one that is not there.`,
  );
}

/** Throws {@link InputError} with one line; what was at `out` before then stays as it was. */
export async function packMunicipality(name: string, options: PackOptions): Promise<PackReport> {
  const { out, extent, base = '/', app } = options;
  const started = performance.now();
  checkTarget(out);
  const from = findMade(name);
  const { local, notPacked } = keepLocal(readMade(from), join(from, NAME));
  const { id, dataHash, dataDate } = local;
  const evening = addEvening(local, from, options);
  const pack = await writeBeside(out, 'folder', async (folder) => {
    const place = join(folder, base);
    await mkdir(place, { recursive: true });
    await putApp(place, id, app);
    await copyMade(from, join(place, 'made', id), extent, evening);
    await putPolicyInPages(place, listSitePolicy([local]));
    await writeSecurityText(folder, [local]);
    const sizes = listPackedFiles(folder).map((file) => statSync(join(folder, file)).size);
    const facts: PackFile = {
      tweelingstadPack: 1,
      municipality: id,
      path: base,
      ...(extent ? { extent: [...extent] } : {}),
      ...(evening.text === undefined ? {} : { evening: `#${EVENING_LINK}` }),
      ...(dataHash === undefined ? {} : { dataHash }),
      ...(dataDate === undefined ? {} : { dataDate }),
      madeWith: softwareVersion,
      files: sizes.length,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
    };
    await writeFile(join(folder, PACK_FILE), `${JSON.stringify(facts, undefined, 2)}\n`);
    return facts;
  });
  const seconds = Math.round(performance.now() - started) / 1000;
  return { ...pack, out: resolve(out), notPacked, notes: evening.notes, seconds };
}
