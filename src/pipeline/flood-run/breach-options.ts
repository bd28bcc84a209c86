/** The options of `cli flood` for a breach of a dike. */
import { type Command, Option } from 'commander';
import { dikeMaterialIds } from '../../model/breach-choice.ts';
import { defaultBreachSettings } from '../../model/breach-settings.ts';
import { parseNumber, parsePair } from '../parse-options.ts';
import type { BreachRun } from './breach.ts';

const level = parseNumber(-1e4, 1e4);

export const addBreachOptions = (command: Command): Command =>
  command
    .option(
      '--breach <x,y>',
      'a dike gives way at its point nearest to this one, RD metres; also writes breach.csv; computes scheme full',
      parsePair,
    )
    .option(
      '--dike <lines.geojson>',
      "the dike's crest as LineStrings with the water to their left and vereiste_hoogte in m NAP",
    )
    .option('--lake-level <m NAP>', 'level of the water that the dike holds back, m NAP', level)
    .option(
      '--lake-depth <m>',
      'how deep the lake is under the surface that the heights hold, m; 0 where they hold its bed (default: 3.5)',
      parseNumber(0, 100),
    )
    .option(
      '--lake-area <km2>',
      'of the lake, so that it falls; without it stays at its level, km2',
      parseNumber(0.01, 1e5),
    )
    .addOption(
      new Option('--dike-material <kind>', 'what the dike is made of: 0.2 m/s (sand) or 0.5 m/s (clay) takes it along')
        .choices(dikeMaterialIds)
        .default('sand'),
    )
    .option('--breach-start <minutes>', 'when the dike gives way, minutes', parseNumber(0, 527_040), 0)
    .option('--breach-width <m>', 'of the gap at first, m', parseNumber(1, 1000), defaultBreachSettings.width)
    .option('--breach-widest <m>', 'that it may become, m (default: sand 200, clay 75)', parseNumber(1, 5000))
    .option(
      '--breach-lowering-minutes <minutes>',
      'until the gap is at its lowest and begins to widen, minutes',
      parseNumber(0, 14_400),
      defaultBreachSettings.loweringMinutes,
    )
    .option('--breach-lowest <m NAP>', 'its lowest level, m NAP (default: the ground behind the dike)', level)
    .addOption(
      new Option('--scheme <kind>', 'inertial for rain, full for fast flow; a breach is always computed with full')
        .choices(['inertial', 'full'])
        .default('inertial'),
    );

/** What belongs together; undefined when nothing is wrong. */
export function findBreachMisuse({ breach, dike, lakeLevel }: BreachRun): string | undefined {
  const given = [breach, dike, lakeLevel].filter((value) => value !== undefined).length;
  if (given !== 0 && given !== 3) return '--breach, --dike and --lake-level go together.';
  return undefined;
}
