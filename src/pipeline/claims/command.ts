/** The options of `cli claims`, and where its answer goes. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { ClaimsRun } from '../claims.ts';
import { parseNumber } from '../parse-options.ts';
import { writeBeside } from '../write-beside.ts';

interface ClaimsOptions extends Omit<ClaimsRun, 'files'> {
  readonly out?: string;
  readonly table: boolean;
  readonly json: boolean;
}

/** What belongs together and does not come so; the first that is wrong. */
function findMisuse({ rules, trees, table, json }: ClaimsOptions): string | undefined {
  if (table && json) return '--table and --json cannot go together.';
  return trees !== undefined && rules === undefined ? '--trees needs --rules.' : undefined;
}

export function addClaimsCommand(command: Command): Command {
  return command
    .description(
      'which spatial claims want the same space at the same time, and whether they go together: JSON with conflicts (m², m³, m NAP, ' +
        'days from and until), checks against rules, and a balance per theme (m²). Touching is not overlapping. A conflict is unknown where ' +
        'a height is missing, the matrix of themes says nothing, or the two reach less far into each other than lines and heights are accurate',
    )
    .argument('<claims...>', 'GeoJSON or GeoPackage of claims')
    .option(
      '--plan <plan.geojson>',
      'buildings of a plan (lower, upper, reference), or a variant that the build made (plans/<plan>/<variant>.json), to hold against the claims (planConflicts) and --rules',
    )
    .option('--rules <rules.json>', "a municipality's rules, for the plan and for claims that they name")
    .option(
      '--matrix <F.json>',
      'which themes exclude or combine: [{ themes: [a, b], kind: "excludes" | "combinable" }]; other pairs as is customary',
    )
    .option('--dtm <F.tif...>', 'GeoTIFFs of the ground in m NAP, RD New, for claims that count from the ground')
    .option('--dtm-error <m>', 'standard error of those heights, m', parseNumber(0, 10), 0.1)
    .option('--peil <m NAP>', 'the peil of claims and plan that say none, m NAP', parseNumber(-50, 400))
    .option('--trees <T.geojson...>', "today's trees that stay, for rules about them")
    .option(
      '--accuracy <m>',
      'standard error of lines of the plan and of claims that say none, m; 0: as drawn',
      parseNumber(0, 100),
      0,
    )
    .option('--out <F.json>', 'file to write instead of standard output')
    .option('--table', 'print tables for people instead of JSON', false)
    .option('--json', 'as for other commands; this one prints JSON anyway', false)
    .action(async (files: string[], options: ClaimsOptions) => {
      const misuse = findMisuse(options);
      if (misuse !== undefined) command.error(`error: ${misuse}`, { exitCode: 2 });
      const { out, table, json: _, ...run } = options;
      const { computeClaims } = await import('../claims.ts');
      const { describeReport, writeTables } = await import('./rows.ts');
      const report = await computeClaims({ ...run, files });
      for (const note of report.notes) process.stderr.write(`note: ${note}\n`);
      const text = table ? writeTables(report) : `${JSON.stringify(describeReport(report))}\n`;
      if (out === undefined) process.stdout.write(text);
      else await writeBeside(out, 'file', (file) => writeFile(file, text));
    });
}
