/** `cli solar` as commander knows it. */
import type { Command } from 'commander';
import { parseCount, parsePair } from '../parse-options.ts';
import type { SolarRun } from '../solar-run.ts';

interface SolarCommand extends Omit<SolarRun, 'files' | 'onProgress'> {
  readonly json: boolean;
}

export function addSolarOptions(command: Command): Command {
  return command
    .description(
      'sun on roofs through a year: CSV with a row per roof plane: area (m2), slope and azimuth (degrees, clockwise from true north, -1 flat), ' +
        'sky view factor, irradiation without and with shade (kWh/m2 a year in the plane), panels that fit (pieces, kWp, kWh a year), CO2 (kg a year)',
    )
    .argument('[files...]', 'CityJSON documents (.city.json) or sequences (.city.jsonl) with roofs of LoD 2')
    .option(
      '--dsm <F.tif>',
      'GeoTIFF of heights of everything, m NAP, RD New: trees, ground and other buildings shade too',
    )
    .option('--out <roofs.csv>', 'file to write (default: standard output)')
    .option(
      '--points <F.csv>',
      'instead of roofs: free-standing planes of 1 m2 as id,x,y,z_nap,slope_degrees,azimuth_degrees (RD, m NAP); the files are what stands around',
    )
    .option('--climate <F.csv>', 'monthly sums as month,ghi_kwh_m2[,dhi_kwh_m2] on flat ground (default: De Bilt)')
    .option(
      '--lod <level>',
      'level of detail, 1 to 4; a building that lacks it gets the nearest lower one, else higher',
      '2.2',
    )
    .option('--crs <system>', 'reference system of the coordinates, such as EPSG:7415, instead of what the files say')
    .option('--origin <x,y>', 'for files without reference system: where their origin lies, RD New metres', parsePair)
    .option('--threads <number>', 'threads to use (default: one per core, one for few buildings)', parseCount)
    .option('--json', 'print everything as JSON on standard output', false)
    .action(async (files: string[], { json, ...options }: SolarCommand, self: Command) => {
      if (files.length === 0 && options.points === undefined)
        self.error("error: missing required argument 'files' (or --points)");
      const { runSolarFiles } = await import('../solar-run.ts');
      const { createProgress } = await import('../progress.ts');
      const progress = createProgress('solar');
      const { csv, ...report } = await runSolarFiles({ ...options, files, onProgress: progress.update }).catch(
        (error: unknown) => {
          progress.abandon();
          throw error;
        },
      );
      progress.stop();
      for (const note of report.notes) process.stderr.write(`note: ${note}\n`);
      if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else if (options.out === undefined) process.stdout.write(csv);
      if (json) return;
      for (const { id, surface, reason } of report.skipped.slice(0, SHOWN))
        process.stderr.write(`skipped: ${id}${surface === undefined ? '' : `, surface ${surface}`}: ${reason}\n`);
      if (report.skipped.length > SHOWN)
        process.stderr.write(`skipped: ${report.skipped.length - SHOWN} more (--json names all)\n`);
      const what = options.points === undefined ? `roof planes of ${report.buildings} buildings` : 'points';
      process.stderr.write(`${report.roofs.length} ${what} in ${report.seconds} s, climate ${report.climate}\n`);
    });
}

/** Lines on standard error. */
const SHOWN = 20;
