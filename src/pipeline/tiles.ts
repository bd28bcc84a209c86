/** Buildings: CityJSON to 3D Tiles 1.1. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { SolarRoofs } from '../model/solar.ts';
import { addColumns, type Columns } from './tiles/attributes.ts';
import { type BuildingIndex, joinIndexes } from './tiles/building-index.ts';
import { createCrew } from './tiles/crew.ts';
import type { Part, ReadResult, Skipped } from './tiles/read-buildings.ts';
import { listFallbacks } from './tiles/read-buildings.ts';
import { joinRoofRows } from './tiles/roof-rows.ts';
import { listEmpty, planMetadata } from './tiles/schema.ts';
import { borrowHeader, readHeader, sniffSource } from './tiles/source.ts';
import { toTileset } from './tiles/tileset.ts';
import { buildTree, listNodes } from './tiles/tree.ts';
import { listWarnings } from './tiles/warnings.ts';
import type { WrittenTile } from './tiles/write-tile.ts';
import { writeBeside } from './write-beside.ts';

export interface TilesOptions {
  /** Level of detail asked for; the best there is where a building lacks it. Default "2.2". */
  readonly lod?: string;
  /** Threads; default one per core, at most 4 (each takes some 100 MB), one for small input. */
  readonly threads?: number;
  /** Reference system instead of the files' own, "EPSG:7415". */
  readonly crs?: string;
  /** For files without reference system: where their origin lies, RD New metres. */
  readonly origin?: readonly [number, number];
  /** Credit shown by viewers while the tiles are drawn. */
  readonly credit?: string;
  /** Sun on roofs as `solar/roofs.json` has it, and the ids of the table of buildings that it counts in. */
  readonly sun?: { readonly roofs: SolarRoofs; readonly ids: readonly string[] };
  /** Called as work goes on, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface TilesReport {
  /** Buildings of the input: CityJSON Building objects, and parts that belong to none. */
  readonly buildings: number;
  readonly buildingsWritten: number;
  readonly skipped: readonly Skipped[];
  /** At full detail. */
  readonly surfaces: number;
  readonly triangles: number;
  /** Of all tiles, and of those at full detail. */
  readonly bytes: number;
  readonly bytesFullDetail: number;
  readonly tiles: number;
  readonly seconds: number;
  readonly peakMemoryMB: number;
  readonly lod: string;
  /** Buildings drawn with another level of detail, by level ("?" where the file does not say). */
  readonly lodFallbacks: Readonly<Record<string, number>>;
  /** Attributes without a value anywhere: not in the tiles. */
  readonly emptyAttributes: readonly string[];
  /** City objects that are no building, by type. */
  readonly otherObjects: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}

/** Bytes of a sequence that a thread takes at a time. */
const RUN = 4e6;

/** Below this many bytes a second thread takes longer to start than it saves. */
const WORTH_THREADS = 12e6;

/** Also how many bytes there are. Throws {@link InputError} for what is missing, empty or without header. */
function listParts(files: readonly string[]): { parts: Part[]; bytes: number } {
  const parts: Part[] = [];
  let bytes = 0;
  let before: string | undefined;
  for (const file of files) {
    const sniffed = sniffSource(file);
    bytes += sniffed.size;
    if (sniffed.kind === 'document') parts.push({ kind: 'document', file, before });
    else {
      const header = sniffed.header ?? borrowHeader(before ? readHeader(before) : undefined, file);
      for (let start = sniffed.start; start < sniffed.size; start += RUN)
        parts.push({ kind: 'run', file, header, start, end: Math.min(start + RUN, sniffed.size) });
    }
    if (sniffed.kind === 'document' || sniffed.header) before = file;
  }
  return { parts, bytes };
}

const defaultThreads = (bytes: number) => (bytes < WORTH_THREADS ? 1 : Math.min(availableParallelism(), 4));

function joinCounts(maps: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const joined = new Map<string, number>();
  for (const map of maps) for (const [key, count] of map) joined.set(key, (joined.get(key) ?? 0) + count);
  return joined;
}

function joinColumns(results: readonly ReadResult[]): Columns {
  const columns: Columns = new Map();
  for (const result of results) addColumns(columns, result.columns);
  return columns;
}

const sum = (values: Iterable<number>) => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

function report(
  results: readonly ReadResult[],
  index: BuildingIndex,
  tiles: readonly WrittenTile[],
  leaves: ReadonlySet<string>,
  lod: string,
): Omit<TilesReport, 'emptyAttributes' | 'seconds' | 'peakMemoryMB'> {
  const skipped = results.flatMap((result) => result.skipped);
  const others = joinCounts(results.map((result) => result.others));
  return {
    buildings: index.count + skipped.length,
    buildingsWritten: index.count,
    skipped,
    surfaces: sum(index.surfaces),
    triangles: sum(index.triangles),
    bytes: sum(tiles.map(({ bytes }) => bytes)),
    bytesFullDetail: sum(tiles.filter(({ name }) => leaves.has(name)).map(({ bytes }) => bytes)),
    tiles: tiles.length,
    lod,
    lodFallbacks: listFallbacks(joinCounts(results.map((result) => result.lods)), lod),
    otherObjects: Object.fromEntries([...others].sort()),
    warnings: listWarnings(results, index, others),
  };
}

/**
 * Writes `tileset.json`, `tiles/*.glb` and `report.json` into `outDir`, all or nothing. Memory does not grow with sequences
 * beyond about 200 bytes a building; a single CityJSON document is parsed whole. Throws {@link InputError} with one line.
 */
export async function makeBuildingTiles(
  files: readonly string[],
  outDir: string,
  options: TilesOptions = {},
): Promise<TilesReport> {
  const started = performance.now();
  const lod = options.lod ?? '2.2';
  if (!Number.isFinite(Number(lod))) throw new InputError(`--lod ${lod} is not a level of detail such as 2.2.`);
  if (files.length === 0) throw new InputError('No CityJSON file was given.');
  const { parts, bytes } = listParts(files);
  const threads = options.threads ?? defaultThreads(bytes);
  const credit = options.credit ?? '';
  return writeBeside(outDir, 'folder', async (folder) => {
    const crew = createCrew(threads);
    const spillFolder = join(folder, '.spill');
    const tileFolder = join(folder, 'tiles');
    await mkdir(spillFolder);
    await mkdir(tileFolder);
    try {
      const spillFiles = Array.from({ length: threads }, (_, i) => join(spillFolder, `${i}.bin`));
      const settings = spillFiles.map((spillFile, spillNumber) => ({
        lod,
        crs: options.crs,
        origin: options.origin,
        spillFile,
        spillNumber,
      }));
      let done = 0;
      const results = await crew.read(parts, settings, () => options.onProgress?.((0.6 * ++done) / parts.length));
      const index = joinIndexes(results.map((result) => result.index));
      const columns = joinColumns(results);
      const plans = planMetadata(columns, index.count, options.sun !== undefined);
      const roofs = options.sun && joinRoofRows(options.sun.roofs, options.sun.ids, index);
      const root = buildTree(index);
      const nodes = listNodes(root);
      const tiles: WrittenTile[] = [];
      const jobs = nodes.map(({ name, buildings, level }) => ({ name, buildings, level }));
      await crew.write(jobs, { spillFiles, outDir: tileFolder, index, plans, credit, roofs }, (tile) => {
        tiles.push(tile);
        options.onProgress?.(0.6 + (0.4 * tiles.length) / jobs.length);
      });
      const leaves = new Set(nodes.filter(({ height }) => height === 0).map(({ name }) => name));
      const tileset = toTileset(root, tiles, { buildings: index.count, credit, lod });
      await writeFile(join(folder, 'tileset.json'), `${JSON.stringify(tileset)}\n`);
      const facts: TilesReport = {
        ...report(results, index, tiles, leaves, lod),
        emptyAttributes: listEmpty(columns),
        seconds: Math.round(performance.now() - started) / 1000,
        peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
      };
      await writeFile(join(folder, 'report.json'), `${JSON.stringify(facts, undefined, 2)}\n`);
      return facts;
    } finally {
      await crew.destroy();
      await rm(spillFolder, { recursive: true, force: true });
    }
  });
}
