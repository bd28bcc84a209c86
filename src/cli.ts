import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { BuildReport } from './pipeline/build.ts';
import { addClaimsCommand } from './pipeline/claims/command.ts';
import { addCountsCommand } from './pipeline/counts/command.ts';
import { addCrowdCommand } from './pipeline/crowd/command.ts';
import type { SourceGenerator } from './pipeline/demo.ts';
import { addBreachOptions, findBreachMisuse } from './pipeline/flood-run/breach-options.ts';
import type { FloodRun } from './pipeline/flood-run.ts';
import { addHeadersCommand } from './pipeline/headers/command.ts';
import { addLeafletCommand } from './pipeline/leaflet/command.ts';
import type { PackOptions } from './pipeline/pack.ts';
import { parseCount, parseNumber, parseNumberOrFile, parsePair } from './pipeline/parse-options.ts';
import { addPosterCommand } from './pipeline/poster/command.ts';
import { addSbomCommand } from './pipeline/sbom/command.ts';
import type { ServeOptions } from './pipeline/serve.ts';
import { addSolarOptions } from './pipeline/solar-run/options.ts';
import { addSunOptions } from './pipeline/sun.ts';
import { addSunlightCommand } from './pipeline/sunlight/command.ts';

interface TilesCommand {
  readonly out: string;
  readonly json: boolean;
  readonly lod: string;
  readonly threads?: number;
  readonly crs?: string;
  readonly origin?: readonly [number, number];
  readonly credit?: string;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535) || text === '')
    throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
  return port;
}

function parseExtent(text: string): [number, number, number, number] {
  const numbers = text.split(',').map(Number);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  if (numbers.length !== 4 || !(west < east && south < north))
    throw new InvalidArgumentError('It must be west,south,east,north in RD New metres.');
  return [west, south, east, north];
}

function parseBase(text: string): string {
  if (!/^\/([a-z0-9][a-z0-9._~-]*\/)*$/i.test(text))
    throw new InvalidArgumentError('It must be a path like /twin/, with a slash at both ends.');
  return text;
}

/** A file in which all is wrong must not bury the rest. */
const MOST_NOTES = 30;

function printBuild({ notMade, notes, steps, seconds, out, ...rest }: BuildReport, json: boolean): void {
  if (notMade.length > 0) process.stderr.write(`note: nothing is made yet of ${notMade.join(', ')}\n`);
  for (const note of notes.slice(0, MOST_NOTES)) process.stderr.write(`note: ${note}\n`);
  if (notes.length > MOST_NOTES)
    process.stderr.write(`note: and ${notes.length - MOST_NOTES} more: --json tells all\n`);
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...rest, out, steps, notMade, notes, seconds })}\n`);
    return;
  }
  const done = steps.filter((step) => step.done).length;
  process.stderr.write(`${done} of ${steps.length} steps done in ${seconds} s: ${out}\n`);
}

const program = new Command('tweelingstad')
  .description(
    'From the sources of a municipality to a digital twin. Coordinates are RD New metres, heights metres NAP.',
  )
  .option('--verbose', 'print the stack trace of a failure')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

interface BuildCommand {
  readonly out?: string;
  readonly force: boolean;
  readonly json: boolean;
}

program
  .command('demo')
  .description(
    'write the sources of Markerwaard, the fictional municipality, to data/markerwaard/sources, and build it',
  )
  .option('--if-missing', 'write the sources only when they are gone or those of an older version', false)
  .option('--out <folder>', 'folder to fill (default: public/made/markerwaard)')
  .option('--force', 'make everything again', false)
  .option('--viewer', 'also build the viewer, in dist', false)
  .option('--json', 'print the report as JSON on standard output', false)
  .action(
    async ({ json, viewer, ...options }: BuildCommand & { readonly ifMissing: boolean; readonly viewer: boolean }) => {
      const { generatorVersion } = await import('./demo/generator-version.ts');
      const { makeDemo } = await import('./pipeline/demo.ts');
      const { createProgress } = await import('./pipeline/progress.ts');
      const generator: SourceGenerator = {
        version: generatorVersion,
        async write(folder, onProgress) {
          const { writeMarkerwaard } = await import('./demo/markerwaard.ts');
          await writeMarkerwaard(folder, { onProgress: (_, share) => onProgress(share) });
        },
      };
      const making = makeDemo('data/markerwaard', generator, { ...options, onStep: createProgress });
      if (viewer) {
        const { buildViewer } = await import('./pipeline/build-viewer.ts');
        await buildViewer(making);
      }
      printBuild(await making, json);
    },
  );

program
  .command('build')
  .description("make everything that the viewer streams of a municipality's sources; does again only what changed")
  .argument('<folder>', "the municipality's folder, with municipality.json and its sources")
  .option('--out <folder>', 'folder to fill (default: public/made/<id>)')
  .option('--force', 'make everything again', false)
  .option('--json', 'print the report as JSON on standard output', false)
  .action(async (folder: string, { json, ...options }: BuildCommand) => {
    const { buildMunicipality } = await import('./pipeline/build.ts');
    const { createProgress } = await import('./pipeline/progress.ts');
    const report = await buildMunicipality(folder, { ...options, onStep: createProgress });
    printBuild(report, json);
  });

program
  .command('pack')
  .description(
    'put the viewer and one made municipality in one folder that any web server serves, also without network; "serve" is one',
  )
  .argument('<municipality>', 'its id (made in public/made/<id>), or the folder that "build" made')
  .requiredOption('--out <folder>', 'folder to fill; an earlier pack is replaced as a whole when all went well')
  .option(
    '--extent <west,south,east,north>',
    'only this part, RD New metres; around it the town is coarse',
    parseExtent,
  )
  .option('--base </path/>', "where below the server's root the viewer lies", parseBase, '/')
  .option(
    '--evening <file>',
    'programme of an information evening, as the tool "scenarios" of the viewer saves it (.tweeling.json)',
  )
  .option('--app <folder>', 'a built viewer, such as dist (default: builds it now)')
  .option('--json', 'print the report as JSON on standard output', false)
  .action(async (municipality: string, { json, ...options }: PackOptions & { readonly json: boolean }) => {
    const { packMunicipality } = await import('./pipeline/pack.ts');
    const report = await packMunicipality(municipality, options);
    const { notPacked, notes, evening, files, bytes, out, seconds } = report;
    for (const name of notPacked)
      process.stderr.write(`note: ${name} streams from another host and is not in the pack\n`);
    for (const note of notes) process.stderr.write(`note: ${note}\n`);
    if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else process.stderr.write(`${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s: ${out}\n`);
    if (!json && evening !== undefined)
      process.stderr.write(
        `The evening opens at ${report.path}${evening} of its server; "serve ${options.out}" prints the whole address.\n`,
      );
  });

program
  .command('serve')
  .description('serve a pack or a built site from this machine until Ctrl+C, and print the addresses, also for phones')
  .argument('<folder>', 'a folder that "pack" or "npm run build" made')
  .option('--port <number>', 'port to listen at; 0 for any that is free', parsePort, 8080)
  .option('--host <address>', 'address to listen at; 127.0.0.1 for this machine only', '0.0.0.0')
  .option('--json', 'print the addresses as JSON on standard output', false)
  .action(async (folder: string, { json, ...options }: ServeOptions & { readonly json: boolean }) => {
    const { serveFolder } = await import('./pipeline/serve.ts');
    const { addresses, evening, close } = await serveFolder(folder, options);
    if (json) process.stdout.write(`${JSON.stringify({ addresses, evening })}\n`);
    else {
      const list = (title: string, lines: readonly string[]) =>
        lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
      process.stderr.write(`${list('The town:', addresses)}${list('The evening:', evening)}Ctrl+C ends it.\n`);
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
  });

addHeadersCommand(program.command('headers'));
addSbomCommand(program.command('sbom'));

program
  .command('geodesy')
  .description('convert points between ETRS89 with ellipsoidal height and RD New with NAP; CSV in, CSV out')
  .option('--inverse', 'from RD New (rd_x_m,rd_y_m,nap_m) to ETRS89 (latitude_deg,longitude_deg,h_ellipsoid_m)', false)
  .action(async ({ inverse }: { inverse: boolean }) => {
    const { convertPoints } = await import('./pipeline/geodesy.ts');
    process.stdout.write(convertPoints(readFileSync(0, 'utf8'), inverse));
  });

program
  .command('tiles')
  .description(
    'buildings: CityJSON 1.0, 1.1, 2.0 or CityJSONSeq to 3D Tiles 1.1 (tileset.json, tiles/*.glb, report.json)',
  )
  .argument('<files...>', 'CityJSON documents (.city.json) or sequences (.city.jsonl)')
  .requiredOption('--out <folder>', 'folder to write; replaced as a whole when all went well')
  .option(
    '--lod <level>',
    'level of detail, 0 to 4; a building that lacks it gets the nearest lower one, else higher',
    '2.2',
  )
  .option('--threads <number>', 'threads to use (default: one per core, at most 4; 1 below 12 MB of input)', parseCount)
  .option('--crs <system>', 'reference system of the coordinates, such as EPSG:7415, instead of what the files say')
  .option('--origin <x,y>', 'for files without reference system: where their origin lies, RD New metres', parsePair)
  .option('--credit <text>', 'credit that viewers show while the tiles are drawn')
  .option('--json', 'print the report as JSON on standard output', false)
  .action(async (files: string[], options: TilesCommand) => {
    const { makeBuildingTiles } = await import('./pipeline/tiles.ts');
    const { createProgress } = await import('./pipeline/progress.ts');
    const { out, json, ...rest } = options;
    const progress = createProgress('buildings');
    const report = await makeBuildingTiles(files, out, {
      ...rest,
      onProgress: progress.update,
    }).catch((error: unknown) => {
      progress.abandon();
      throw error;
    });
    progress.stop();
    for (const warning of report.warnings) process.stderr.write(`note: ${warning}\n`);
    if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else {
      const { buildings, buildingsWritten, skipped, bytes, seconds, peakMemoryMB } = report;
      process.stderr.write(
        `${buildingsWritten} of ${buildings} buildings in ${out}, ${skipped.length} skipped (see report.json), ` +
          `${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s, ${peakMemoryMB} MB memory\n`,
      );
    }
  });

program
  .command('terrain')
  .description('make a quantized-mesh terrain pyramid (heights above the ellipsoid) from GeoTIFFs in RD New and NAP')
  .argument('<dtm.tif...>', 'GeoTIFFs of heights in metres NAP, EPSG:28992 or 7415; where they overlap the finer wins')
  .requiredOption('--out <folder>', 'folder to fill with layer.json, {z}/{x}/{y}.terrain and report.json')
  .option('--attribution <text>', 'credit that the viewer shows')
  .option('--json', 'print the report as JSON on standard output', false)
  .action(async (files: string[], { out, attribution, json }: { out: string; attribution?: string; json: boolean }) => {
    const { makeTerrain } = await import('./pipeline/terrain.ts');
    const { createProgress } = await import('./pipeline/progress.ts');
    const progress = createProgress('terrain');
    const report = await makeTerrain(files, out, {
      ...(attribution === undefined ? {} : { attribution }),
      onProgress: progress.update,
    }).catch((error: unknown) => {
      progress.abandon();
      throw error;
    });
    progress.stop();
    const { tiles, triangles, bytes, seconds } = report;
    if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else process.stderr.write(`${tiles} tiles, ${triangles} triangles, ${bytes} bytes in ${seconds} s: ${out}\n`);
  });

const minutes = parseNumber(1e-3, 527_040);

interface FloodCommand extends Omit<FloodRun, 'onProgress' | 'onNote'> {
  readonly json: boolean;
}

/** What belongs together, or cannot go together; the first that is wrong. */
function findMisuse({ rainMm, rainMinutes, rainSeries, initialDepth, initialLevel, ...rest }: FloodCommand) {
  if ((rainMm === undefined) !== (rainMinutes === undefined)) return '--rain-mm and --rain-minutes go together.';
  if (rainMm !== undefined && rainSeries !== undefined) return '--rain-series and --rain-mm cannot go together.';
  if (initialDepth !== undefined && initialLevel !== undefined)
    return '--initial-depth and --initial-level cannot go together.';
  if (rest.sewerStorageMm !== undefined && rest.sewerMmPerHour === 0)
    return '--sewer-storage-mm needs --sewer-mm-per-hour.';
  return findBreachMisuse(rest);
}

addBreachOptions(program.command('flood'))
  .description(
    'compute surface water over a height grid: rain, infiltration, sewers, inflows. Writes depth-max.tif and level-max.tif (m, m NAP), ' +
      'speed-max.tif (m/s), arrival.tif (minutes until 0.05 m), gauges.csv and summary.json; NoData is -9999',
  )
  .requiredOption(
    '--dtm <F.tif>',
    'GeoTIFF of heights in metres NAP, RD New; where it has no height nothing flows or falls',
  )
  .option('--rain-mm <mm>', 'rain that falls evenly during --rain-minutes, mm', parseNumber(0, 10_000))
  .option('--rain-minutes <minutes>', 'how long it rains, minutes', minutes)
  .option('--rain-series <rain.csv>', 'rain as minute,mm_per_hour; each value holds until the next minute')
  .option(
    '--infiltration-mm-per-hour <mm/h or F.tif>',
    'what the ground takes, mm/h, everywhere or per cell (NoData: 0)',
    parseNumberOrFile(0, 1e6),
    0,
  )
  .option('--sewer-mm-per-hour <mm/h>', 'what gullies take, mm/h, until the storage is full', parseNumber(0, 1e6), 0)
  .option('--sewer-storage-mm <mm>', 'what the sewer can hold, mm (default: no end)', parseNumber(0, 1e6))
  .option(
    '--manning <n or F.tif>',
    "Manning's n, s/m^(1/3), everywhere or per cell (NoData: 0.03)",
    parseNumberOrFile(0.001, 10),
    0.03,
  )
  .option('--initial-depth <F.tif>', 'water that stands there at the start, m (NoData: dry)')
  .option(
    '--initial-level <m NAP>',
    'at the start water stands up to this level wherever the ground is lower, m NAP',
    parseNumber(-1e4, 1e4),
  )
  .option(
    '--inflow <inflow.csv>',
    'discharges as id,x,y,minute,m3_per_s (RD); straight lines between the minutes of a point',
  )
  .option(
    '--buildings <A.city.json...>',
    'CityJSON whose footprints are closed to water; rain on roofs goes to the nearest open cells',
  )
  .addOption(
    new Option('--boundary <kind>', 'closed: a wall around the heights; open: water leaves at the slope of the ground')
      .choices(['closed', 'open'])
      .default('closed'),
  )
  .option(
    '--cell-size <m>',
    'coarser cells, some whole times those of the heights, m; walls and gaps keep their effect',
    parseNumber(1e-3, 1e4),
  )
  .option(
    '--minutes <minutes>',
    'how long to compute (default: until 60 minutes after the last rain or inflow)',
    minutes,
  )
  .option('--every <minutes>', 'also write depth-<minute>.tif so often', minutes)
  .option(
    '--gauges <points.csv>',
    'points as id,x,y (RD) of which gauges.csv tells depth, level and velocity every minute',
  )
  .option('--threads <number>', 'threads to use (default: one per core, one for a small grid)', parseCount)
  .requiredOption('--out <folder>', 'folder to write to; other files in it stay')
  .option('--json', 'print the summary as JSON on standard output', false)
  .action(async (options: FloodCommand, command: Command) => {
    const misuse = findMisuse(options);
    if (misuse) command.error(`error: ${misuse}`);
    const { runFloodFiles } = await import('./pipeline/flood-run.ts');
    const { createProgress } = await import('./pipeline/progress.ts');
    const { json, ...run } = options;
    const progress = createProgress('flood');
    const summary = await runFloodFiles({
      ...run,
      onProgress: progress.update,
      onNote: (note) => process.stderr.write(`note: ${note}\n`),
    }).catch((error: unknown) => {
      progress.abandon();
      throw error;
    });
    progress.stop();
    if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    else {
      const { cells, steps, seconds, engine, massBalance, out } = summary;
      process.stderr.write(
        `${cells} cells, ${steps} steps in ${seconds} s (${engine}), mass error ${massBalance.relativeError.toExponential(1)}: ${out}\n`,
      );
    }
  });

addSunOptions(program.command('sun'));
addSunlightCommand(program.command('sunlight'));
addSolarOptions(program.command('solar'));
addClaimsCommand(program.command('claims'));

addCrowdCommand(program.command('crowd'));
addPosterCommand(program.command('poster'));
addCountsCommand(program.command('counts'));
addLeafletCommand(program.command('leaflet'));

/** Exit code: 0 done, 1 failed, 2 wrong usage. */
async function run(): Promise<number> {
  try {
    await program.parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const failure = error instanceof Error ? error : new Error(String(error));
    const text = program.opts<{ verbose?: boolean }>().verbose
      ? (failure.stack ?? failure.message)
      : failure.message.replaceAll('\n', ' ');
    process.stderr.write(`tweelingstad: ${text}\n`);
    return 1;
  }
}

process.exitCode = await run();
