/** The options of `cli sunlight`, and how its answer is written. */
import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { sunYears } from '../../model/sun.ts';
import { type SunDay, type SunPointResult, type SunRule, sunRules, sunTrees } from '../../model/sunlight.ts';
import { parseNumber } from '../parse-options.ts';
import type { SunlightReport, SunlightRun } from '../sunlight.ts';
import { writeBeside } from '../write-beside.ts';
import { readRules } from './read-rules.ts';
import { findMainBlocker, listColumns, writeClock, writeRow } from './rows.ts';

const MOST_DAYS = 3660;

function parseDay(text: string): string {
  const day = text.trim();
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new InvalidArgumentError(`"${day}" is no date; it must be YYYY-MM-DD, or two with a slash between.`);
  const year = Number(day.slice(0, 4));
  if (year < sunYears.first || year > sunYears.last)
    throw new InvalidArgumentError(`Its year must be from ${sunYears.first} to ${sunYears.last}.`);
  return day;
}

/** A day, or the first and last of a period. */
export function parsePeriod(text: string): SunlightRun['date'] {
  const [from = '', until = from, ...more] = text.split('/').map(parseDay);
  if (more.length > 0) throw new InvalidArgumentError('It must be one date, or two with a slash between.');
  if (until < from) throw new InvalidArgumentError(`The period ends (${until}) before it begins (${from}).`);
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
  if (days > MOST_DAYS) throw new InvalidArgumentError(`${days} days are more than ${MOST_DAYS}.`);
  return { from, until };
}

function parseRules(text: string): SunRule[] {
  return text.split(',').flatMap((part) => {
    if (part.trim().endsWith('.json')) return readRules(part.trim());
    const known = sunRules.find(({ id }) => id === part.trim());
    if (known) return known;
    const own = /^([a-z][a-z0-9-]*):(\d\d-\d\d)\/(\d\d-\d\d):([\d.]+)(?::([\d.]+))?$/.exec(part.trim());
    if (!own)
      throw new InvalidArgumentError(
        `"${part.trim()}" is none of ${sunRules.map(({ id }) => id).join(', ')}, nor like own:02-19/10-21:2:10 (name, first and last day, hours, lowest sun in degrees), nor a .json file.`,
      );
    const [, id = '', from = '', until = '', hours, lowest] = own;
    // In a leap year, so that 29 February is a day.
    parseDay(`2024-${from}`);
    parseDay(`2024-${until}`);
    if (until < from) throw new InvalidArgumentError(`${id}: the period must lie within a year.`);
    return { id, from, until, hours: Number(hours), minElevationDegrees: Number(lowest ?? 0) };
  });
}

interface SunlightOptions
  extends Omit<SunlightRun, 'buildings' | 'rules' | 'remove' | 'windows' | 'onProgress' | 'onNote'> {
  readonly buildings?: readonly string[];
  readonly map?: string;
  readonly dsm?: readonly string[];
  readonly windows?: number;
  readonly storey: number;
  readonly rules?: readonly SunRule[];
  readonly remove?: readonly string[];
  readonly minElevation: number;
  readonly worst: boolean;
  readonly out?: string;
  readonly json: boolean;
}

/** What belongs together and does not come so; the first that is wrong. */
function findMisuse({ buildings, points, windows, plan, map, dsm, date, json }: SunlightOptions): string | undefined {
  if ((map === undefined) !== (dsm === undefined)) return '--map and --dsm go together.';
  if (map !== undefined && date.from !== date.until) return '--map is of one date.';
  if (map !== undefined && json && buildings === undefined) return '--json is about points; --map writes a file.';
  if (buildings === undefined) return map === undefined ? 'give --buildings, or --dsm with --map.' : undefined;
  if (points === undefined && windows === undefined) return 'give points (--points), or --windows with a plan.';
  return windows !== undefined && plan === undefined ? '--windows needs --plan.' : undefined;
}

async function writeMap({ map, dsm, date, minElevation }: SunlightOptions): Promise<void> {
  if (map === undefined || dsm === undefined) return;
  const { mapSunHours } = await import('./map.ts');
  const { cells, cellSize, suns, seconds } = await mapSunHours({
    map,
    dsm,
    date: date.from,
    minElevationDegrees: Math.max(0, minElevation),
  });
  process.stderr.write(`${cells} cells of ${cellSize} m, ${suns} suns in ${seconds} s: ${map}\n`);
}

const describeDay = (day: SunDay) => ({
  hours: Number((day.minutes / 60).toFixed(4)),
  hoursLow: Number((day.low / 60).toFixed(4)),
  hoursHigh: Number((day.high / 60).toFixed(4)),
  first: day.intervals[0] ? writeClock(day.intervals[0].from) : null,
  last: day.intervals.at(-1) ? writeClock(day.intervals.at(-1)?.until ?? 0) : null,
  blockedBy: findMainBlocker(day)?.id ?? null,
  treeHours: Number((day.trees.minutes / 60).toFixed(4)),
  treeLight: Number(day.trees.share.toFixed(3)),
  intervals: day.intervals.map(({ from, until }) => ({ from: writeClock(from), until: writeClock(until) })),
  shadows: day.shadows.map(({ from, until, by }) => ({ from: writeClock(from), until: writeClock(until), ...by })),
});

function describeAnswer(answer: SunPointResult['today'] | undefined) {
  if (typeof answer !== 'object') return answer ?? null;
  return {
    ...describeDay(answer.day),
    rules: answer.judgements.map(({ rule, verdict, worst }) => ({
      ...rule,
      verdict,
      worstDay: { date: worst.date, ...describeDay(worst) },
    })),
  };
}

/** Each point with the day on which it has least sun only. */
function keepWorst(report: SunlightReport): SunlightReport {
  const points = report.points.map((point) => {
    const date = findWorst(point.days, report.hasPlan)?.date ?? point.days[0]?.date;
    return { ...point, days: point.days.filter((day) => day.date === date) };
  });
  return { ...report, points };
}

/** The days with the least sun, before and after. */
function findWorst(days: SunlightReport['points'][number]['days'], isAfter: boolean) {
  let worst: SunDay | undefined;
  for (const { result } of days) {
    const answer = isAfter ? result.variants[0] : result.today;
    if (typeof answer === 'object' && !(worst && worst.minutes <= answer.day.minutes)) worst = answer.day;
  }
  return worst ? { date: worst.date, hours: Number((worst.minutes / 60).toFixed(4)) } : null;
}

const describeReport = ({ points, ...rest }: SunlightReport, run: SunlightOptions) => ({
  ...rest,
  error: run.error,
  minElevationDegrees: run.minElevation,
  points: points.map(({ point: { where: _, ...point }, days, problem }) => ({
    ...point,
    problem: problem || null,
    worst: { before: findWorst(days, false), ...(rest.hasPlan && { after: findWorst(days, true) }) },
    days: days.map(({ date, result }) => ({
      date,
      before: describeAnswer(result.today),
      ...(rest.hasPlan && { after: describeAnswer(result.variants[0]) }),
    })),
  })),
});

function writeTable({ points, hasPlan }: SunlightReport, rules: readonly SunRule[]): string {
  const ids = rules.map(({ id }) => id);
  const rows = points.flatMap(({ days, problem }) =>
    days.map(({ date, result }) => writeRow(result, date, hasPlan, ids, problem)),
  );
  return `${[listColumns(hasPlan, ids).join(','), ...rows].join('\n')}\n`;
}

export function addSunlightCommand(command: Command): Command {
  return command
    .description(
      'possible sun (as if the sky were clear) at points, by rays against the true form of the buildings; CSV: a row for each point and ' +
        'day with hours, their least and most by the error of the geometry, first and last minute on the clock (summer time in summer), and ' +
        'the building that blocks longest, today (before) and with the plan (after). The sun counts while its middle stands above the ' +
        'horizon, without refraction; on a facade only from before the wall',
    )
    .option('--buildings <A.city.json...>', 'CityJSON of what stands there today')
    .option(
      '--plan <files...>',
      'new buildings as CityJSON, or as volumes in .geojson (lower, upper, reference); what stands in their place today goes',
    )
    .option('--peil <m NAP>', 'what volumes count from that say reference peil, m NAP', parseNumber(-50, 400))
    .option('--dtm <F.tif...>', 'GeoTIFFs of the ground in m NAP, RD New: dikes and hills shade too')
    .option(
      '--trees <T.geojson...>',
      'trees, which take no possible sun away unless --tree-shade says so; tree_hours tells of the hours that pass through crowns (needs --dtm)',
    )
    .addOption(
      new Option('--tree-shade <when>', 'whether trees keep the sun away: no, summer (while in leaf), yes (all year)')
        .choices([...sunTrees])
        .default('no'),
    )
    .option('--remove <ids...>', 'buildings of today that make way for the plan')
    .option(
      '--points <G.geojson>',
      'points with heightNap (m NAP) and, where on a facade, facingDegrees (outward, clockwise from north); those are put 5 cm before it',
    )
    .option(
      '--windows <m>',
      'also, or instead of points: all window sills (0.75 m above each floor, in the middle of each wall) of buildings within these metres of the plan',
      parseNumber(0, 5000),
    )
    .option('--storey <m>', 'from floor to floor for those windows, m', parseNumber(2, 10), 2.8)
    .requiredOption('--date <YYYY-MM-DD[/YYYY-MM-DD]>', 'a day, or the first and last of a period', parsePeriod)
    .option(
      '--rules <ids>',
      'also judge, over the period of each in the year of the first day: tno-light, tno-strict, haagse-norm with commas between, own:02-19/10-21:2:10, or a .json with those of a municipality',
      parseRules,
    )
    .option(
      '--min-elevation <degrees>',
      "lower sun does not count on the dates asked, degrees; -0.833 for the almanac's sunrise and sunset",
      parseNumber(-1, 60),
      0,
    )
    .option(
      '--worst',
      'only the day of the period with the least sun, of each point: with the plan where there is one',
      false,
    )
    .option(
      '--error <m>',
      'how far heights and edges of buildings may be off, m; 0 for no doubt',
      parseNumber(0, 5),
      0.2,
    )
    .option('--lod <level>', 'level of detail to use; a building that lacks it gives the nearest', '2.2')
    .option(
      '--map <hours.tif>',
      'also, or instead of points: sun hours of the day on every cell of --dsm, by shadows swept over the grid',
    )
    .option('--dsm <F.tif...>', 'GeoTIFFs of all that stands there in m NAP, RD New, for --map')
    .option('--out <F.csv>', 'file to write instead of standard output')
    .option('--json', 'print one JSON document, with all intervals and what blocks when', false)
    .action(async (options: SunlightOptions) => {
      const misuse = findMisuse(options);
      if (misuse !== undefined) command.error(`error: ${misuse}`, { exitCode: 2 });
      if (options.map !== undefined) await writeMap(options);
      if (options.buildings === undefined) return;
      const { buildings } = options;
      const { computeSunlight } = await import('../sunlight.ts');
      const { createProgress } = await import('../progress.ts');
      const progress = createProgress('sunlight');
      const { rules = [], remove = [], minElevation, worst, windows, storey, ...rest } = options;
      const notes: string[] = [];
      const found = await computeSunlight({
        ...rest,
        buildings,
        ...(windows !== undefined && { windows: { around: windows, storey } }),
        rules,
        remove,
        minElevationDegrees: minElevation,
        onProgress: progress.update,
        onNote: (note) => notes.push(note),
      }).catch((error: unknown) => {
        progress.abandon();
        throw error;
      });
      progress.stop();
      const report = worst ? keepWorst(found) : found;
      for (const note of notes) process.stderr.write(`note: ${note}\n`);
      const text = options.json ? `${JSON.stringify(describeReport(report, options))}\n` : writeTable(report, rules);
      if (options.out === undefined) process.stdout.write(text);
      else await writeBeside(options.out, 'file', (file) => writeFile(file, text));
      if (report.points.every(({ problem }) => problem !== ''))
        throw new Error(`None of the ${report.points.length} points can have sun: see the notes.`);
    });
}
