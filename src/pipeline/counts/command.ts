/** The options of `cli counts`, and where its answer goes. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CountWay, countIntervals, countWays } from '../../model/count-choice.ts';
import type { CountsRun } from '../counts.ts';
import { parseNumber } from '../parse-options.ts';

interface CountsOptions extends Omit<CountsRun, 'files'> {
  readonly direction: CountWay;
  readonly json: boolean;
}

function parseDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(Date.parse(text))) return text;
  throw new InvalidArgumentError('expected a day like 2026-06-13.');
}

function parseLeast(text: string): number {
  const least = parseNumber(0, 1000)(text);
  if (Number.isInteger(least)) return least;
  throw new InvalidArgumentError('expected a whole number of persons.');
}

export function addCountsCommand(command: Command): Command {
  return command
    .description(
      'how many people pass the entries of a town on a day: per gate and direction, the busiest moment with its error, what is usual on ' +
        'comparable days, and how many are in the centre, with an error that grows. Small totals are withheld, with what would give them away',
    )
    .argument(
      '<counts...>',
      'CSV: location,start,duration_minutes,direction,count (or locatie,begintijd,duur_min,richting,aantal), and where they are there ' +
        'excluded, used_minutes and received; times with an offset from UTC, or as the Dutch clock shows them',
    )
    .option(
      '--gates <gates.geojson>',
      'points with id, title, inDegrees (towards the centre, clockwise from RD north), errorShare and errorPersons (standard deviation of a count)',
    )
    .option('--least <persons>', 'totals below are withheld; 0: none', parseLeast, 5)
    .option('--day <YYYY-MM-DD>', 'day by the Dutch clock (default: the last one)', parseDay)
    .addOption(new Option('--interval <step>', 'steps of time').choices(countIntervals).default('quarter'))
    .addOption(new Option('--direction <way>', 'of whose peak the tables tell').choices(countWays).default('in'))
    .option('--json', 'print one JSON document instead of tables', false)
    .action(async (files: string[], { direction, json, ...run }: CountsOptions) => {
      const { answerCounts } = await import('../counts.ts');
      const { describeCounts } = await import('./describe.ts');
      const { writeCountTables } = await import('./rows.ts');
      const report = await answerCounts({ ...run, files });
      for (const note of report.notes) process.stderr.write(`note: ${note}\n`);
      process.stdout.write(json ? `${JSON.stringify(describeCounts(report))}\n` : writeCountTables(report, direction));
    });
}
