/** The options of `cli poster`, and what it says. */
import type { Command } from 'commander';
import type { PosterOptions } from '../poster.ts';

interface PosterCommand extends Omit<PosterOptions, 'onProgress'> {
  readonly json: boolean;
}

export const addPosterCommand = (command: Command): Command =>
  command
    .description(
      'draw a picture (WebP, 1200 x 675, at most 60 kB) of every prepared viewpoint of a made municipality and its plans, with caption and ' +
        'summary; needs a Chromium',
    )
    .argument('<municipality>', 'its id (made in public/made/<id>), or the folder that "build" made')
    .option('--out <folder>', 'folder to fill (default: posters of the made municipality, where the viewer finds them)')
    .option('--view <names...>', 'only these, as home or havenkwartier-lucht; the others stay')
    .option('--app <folder>', 'a built viewer, such as dist (default: builds it now)')
    .option('--json', 'print the report as JSON on standard output', false)
    .action(async (municipality: string, { json, ...options }: PosterCommand) => {
      const { makePosters } = await import('../poster.ts');
      const { createProgress } = await import('../progress.ts');
      const progress = createProgress('posters');
      const report = await makePosters(municipality, { ...options, onProgress: progress.update }).catch(
        (error: unknown) => {
          progress.abandon();
          throw error;
        },
      );
      progress.stop();
      if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else {
        const largest = Math.max(...report.posters.map(({ bytes }) => bytes));
        process.stderr.write(
          `${report.posters.length} posters, the largest ${(largest / 1000).toFixed(0)} kB, in ${report.seconds} s: ${report.out}\n`,
        );
      }
    });
