import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';

const program = new Command('tweelingstad')
  .description(
    'From the sources of a municipality to a digital twin. Coordinates are RD New metres, heights metres NAP.',
  )
  .option('--verbose', 'print the stack trace of a failure')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

program
  .command('geodesy')
  .description('convert points between ETRS89 with ellipsoidal height and RD New with NAP; CSV in, CSV out')
  .option('--inverse', 'from RD New (rd_x_m,rd_y_m,nap_m) to ETRS89 (latitude_deg,longitude_deg,h_ellipsoid_m)', false)
  .action(async ({ inverse }: { inverse: boolean }) => {
    const { convertPoints } = await import('./pipeline/geodesy.ts');
    process.stdout.write(convertPoints(readFileSync(0, 'utf8'), inverse));
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
    const report = await makeTerrain(files, out, attribution === undefined ? {} : { attribution });
    const { tiles, triangles, bytes, seconds } = report;
    if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else process.stderr.write(`${tiles} tiles, ${triangles} triangles, ${bytes} bytes in ${seconds} s: ${out}\n`);
  });

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
