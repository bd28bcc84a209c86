/** A breach in `cli flood`: from its options to the engine's input, and what it did to breach.csv. */
import { join } from 'node:path';
import { dikeMaterials } from '../../engines/flood-breach/growth.ts';
import { buildBreach } from '../../engines/flood-breach.ts';
import type { DikeMaterialId } from '../../model/breach-choice.ts';
import { defaultBreachSettings } from '../../model/breach-settings.ts';
import { findDikePlace } from '../../model/dike-line.ts';
import type { FloodInput, FloodResult } from '../../model/flood.ts';
import { InputError } from '../../model/input-error.ts';
import { readBarriers } from '../plans/read-barriers.ts';
import { writeText } from './write-results.ts';

export interface BreachRun {
  readonly breach?: readonly [number, number];
  readonly dike?: string;
  readonly lakeLevel?: number;
  readonly lakeDepth?: number;
  readonly lakeArea?: number;
  readonly dikeMaterial?: DikeMaterialId;
  /** Minutes. */
  readonly breachStart?: number;
  readonly breachWidth?: number;
  readonly breachWidest?: number;
  readonly breachLoweringMinutes?: number;
  readonly breachLowest?: number;
  readonly scheme?: 'inertial' | 'full';
  readonly onNote?: (note: string) => void;
}

export interface BreachSummary {
  /** RD metres, on the dike's line. */
  readonly x: number;
  readonly y: number;
  /** m NAP and m. */
  readonly crest: number;
  readonly lowest: number;
  readonly width: number;
  /** m³/s, and m³ in all. */
  readonly peakDischarge: number;
  readonly volume: number;
}

/** m: who names a place further from the dike has probably made a mistake. */
const FAR = 100;

export const breachFiles = ({ dike }: BreachRun): readonly (string | undefined)[] => [dike];

/** The input as it is where no breach is asked for. Throws InputError for what cannot be. */
export async function addBreach(run: BreachRun, input: FloodInput): Promise<FloodInput> {
  const { breach, dike, lakeLevel } = run;
  if (breach === undefined || dike === undefined || lakeLevel === undefined) return input;
  const [x, y] = breach;
  const near = (await readBarriers([dike]))
    .map(({ line }) => ({ line, distance: findDikePlace(line, x, y, 100).distance }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (!near) throw new InputError(`${dike}: holds no line.`);
  if (near.distance > FAR)
    throw new InputError(`--breach: ${x}, ${y} lies ${near.distance.toFixed(0)} m from the nearest dike in ${dike}.`);
  const material = dikeMaterials[run.dikeMaterial ?? 'sand'];
  const built = buildBreach(input, {
    x,
    y,
    line: near.line,
    lake: {
      level: lakeLevel,
      depth: run.lakeDepth ?? defaultBreachSettings.lakeDepth,
      ...(run.lakeArea === undefined ? {} : { area: run.lakeArea * 1e6 }),
    },
    ...(run.breachLowest === undefined ? {} : { lowest: run.breachLowest }),
    growth: {
      start: (run.breachStart ?? 0) * 60,
      lowering: (run.breachLoweringMinutes ?? defaultBreachSettings.loweringMinutes) * 60,
      width: run.breachWidth ?? defaultBreachSettings.width,
      widest: Math.max(run.breachWidest ?? material.widest, run.breachWidth ?? defaultBreachSettings.width),
      criticalSpeed: material.criticalSpeed,
    },
  });
  for (const { growth } of built.breaches ?? [])
    run.onNote?.(
      `the dike falls from ${growth.crest.toFixed(2)} to ${growth.lowest.toFixed(2)} m NAP; computed with scheme full`,
    );
  return built;
}

/** Writes breach.csv; the part of the summary that tells of it. */
export async function writeBreach(
  out: string,
  input: FloodInput,
  { breaches }: FloodResult,
): Promise<{ breach?: BreachSummary }> {
  const moments = breaches?.[0]?.moments;
  const breach = input.breaches?.[0];
  if (!moments || !breach) return {};
  const lines = moments.map(({ second, width, crest, outside, inside, discharge, volume }) =>
    [
      (second / 60).toFixed(2),
      ...[width, crest, outside, inside].map((value) => value.toFixed(2)),
      discharge.toFixed(1),
      volume.toFixed(0),
    ].join(','),
  );
  const head = 'minute,width_m,crest_m,outside_m,inside_m,m3_per_s,m3';
  await writeText(join(out, 'breach.csv'), `${head}\n${lines.join('\n')}\n`);
  const { west, south, cellSize, width } = input.frame;
  const middle = breach.sides.reduce((a, b) => (Math.abs(b.from + b.until) < Math.abs(a.from + a.until) ? b : a));
  return {
    breach: {
      x: west + ((middle.cell % width) + 0.5) * cellSize,
      y: south + (Math.floor(middle.cell / width) + 0.5) * cellSize,
      crest: breach.growth.crest,
      lowest: breach.growth.lowest,
      width: moments.at(-1)?.width ?? 0,
      peakDischarge: Math.max(...moments.map(({ discharge }) => discharge)),
      volume: moments.at(-1)?.volume ?? 0,
    },
  };
}
