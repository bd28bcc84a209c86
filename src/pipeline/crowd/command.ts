/** The options of `cli crowd`, and where its answer goes. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { CrowdAnswer } from '../../model/crowd-answer.ts';
import { parseCount, parseNumber } from '../parse-options.ts';
import { createProgress } from '../progress.ts';
import { writeBeside } from '../write-beside.ts';

interface CrowdOptions {
  readonly out?: string;
  readonly seed?: number;
  readonly runs: number;
  readonly trajectories: boolean;
  readonly every: number;
  readonly json: boolean;
  readonly town?: string;
  readonly event?: string;
  readonly layout?: string;
}

export function addCrowdCommand(command: Command): Command {
  return command
    .description(
      'people who walk through what stands there: who is out when, flow through gates (persons/(m·s)), free width of passages (m) before and ' +
        'after obstacles, density (persons/m²) and levels of service after Fruin. A simulation is no forecast',
    )
    .argument(
      '<scenario.json>',
      'walkable, fixed, obstacles, sources, stops, exits, gates, agents, seconds, seed, densityCell, limit, everySeconds: metres and ' +
        'seconds; or the plan of an event, or what the build made of events (crowd/events.json)',
    )
    .option(
      '--out <DIR>',
      'folder for summary.json, series.csv, density.csv (persons/m², the most over ten seconds and the mean; s above the limit), ' +
        'density-max.tif, density-mean.tif and above-limit.tif where it lies in RD New, spread.csv of several runs, trajectories.csv',
    )
    .option('--town <events.json>', "the ground of an event's plan, as the build makes it")
    .option('--event <id>', 'which, of several')
    .option('--layout <id>', 'which layout of the event, of several')
    .option('--seed <n>', "instead of the scenario's", parseCount)
    .option('--runs <n>', 'how often, each with the next seed: gives a spread', parseCount, 1)
    .option('--trajectories', 'write where everyone is (second, person, x, y; m), of the first run', false)
    .option('--every <s>', 'between those moments, s', parseNumber(0.05, 3600), 1)
    .option('--json', 'as for other commands; this one prints JSON anyway', false)
    .action(async (file: string, options: CrowdOptions) => {
      const { out, seed, runs, trajectories, every, town, event, layout } = options;
      if (trajectories && out === undefined) command.error('error: --trajectories needs --out DIR.', { exitCode: 2 });
      const { simulateCrowd, summarise } = await import('../crowd.ts');
      const { writeDensity, writeDensityRasters } = await import('./density.ts');
      const { writeSeries, writeSpread } = await import('./series.ts');
      const lines = ['second,person,x,y'];
      const progress = createProgress('crowd');
      const report = await simulateCrowd({
        ...{ file, runs, every, town, event, layout },
        ...(seed !== undefined && { seed }),
        onProgress: progress.update,
        ...(trajectories && {
          onFrame({ second, people, grid }) {
            for (let i = 0; i < people.walking; i++) {
              const person = people.active[i] as number;
              const x = (people.x[person] as number) + grid.west;
              const y = (people.y[person] as number) + grid.south;
              lines.push(`${second.toFixed(2)},${person},${x.toFixed(3)},${y.toFixed(3)}`);
            }
          },
        }),
      });
      progress.stop();
      for (const member of report.outside) process.stderr.write(`${member} lies outside what is walkable.\n`);
      for (const { id, isReachable } of (report.answers[0] as CrowdAnswer).exits)
        if (!isReachable) process.stderr.write(`exits: no one can reach ${id}.\n`);
      const text = `${JSON.stringify(summarise(report))}\n`;
      if (out === undefined) {
        process.stdout.write(text);
        return;
      }
      await writeBeside(out, 'folder', async (folder) => {
        await writeFile(join(folder, 'summary.json'), text);
        const [answer] = report.answers as [CrowdAnswer];
        await writeFile(join(folder, 'density.csv'), writeDensity(answer.density));
        await writeFile(join(folder, 'series.csv'), writeSeries(answer));
        if (runs > 1) await writeFile(join(folder, 'spread.csv'), writeSpread(report.spread));
        if (report.crs === 'EPSG:28992') await writeDensityRasters(folder, answer.density);
        if (trajectories) await writeFile(join(folder, 'trajectories.csv'), `${lines.join('\n')}\n`);
      });
      process.stdout.write(text);
    });
}
