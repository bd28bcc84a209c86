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
