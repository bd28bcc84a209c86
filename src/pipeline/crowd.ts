/** `crowd`: people through what stands there (`engines/crowd.ts`), once or over several seeds. */
import { basename } from 'node:path';
import { type CrowdFrame, runCrowd } from '../engines/crowd.ts';
import type { CrowdAnswer } from '../model/crowd-answer.ts';
import { InputError } from '../model/input-error.ts';
import { parseCrowd } from '../model/parse-crowd.ts';
import { loadKernel } from './compile-kernel.ts';
import { readJsonFile } from './geojson.ts';

export interface CrowdRun {
  readonly file: string;
  /** Instead of the file's. */
  readonly seed?: number;
  /** How often, each with the next seed. */
  readonly runs: number;
  /** Seconds between frames of the first run. */
  readonly every: number;
  readonly onFrame?: (frame: CrowdFrame) => void;
  readonly onProgress?: (share: number) => void;
}

export interface CrowdReport {
  readonly answers: readonly CrowdAnswer[];
  readonly seeds: readonly number[];
  readonly persons: number;
  /** Of this machine. */
  readonly wallSeconds: number;
}

/** Throws {@link InputError} that names file and member. */
export async function simulateCrowd({ file, seed, runs, every, onFrame, onProgress }: CrowdRun): Promise<CrowdReport> {
  const scenario = parseCrowd(await readJsonFile(file), basename(file));
  const first = seed ?? scenario.seed;
  const seeds = Array.from({ length: runs }, (_, i) => first + i);
  const kernel = await WebAssembly.compile(await loadKernel('crowd'));
  const started = performance.now();
  const answers = seeds.map((each, i) => {
    try {
      return runCrowd(
        { ...scenario, seed: each },
        {
          every,
          kernel,
          onFrame(frame) {
            if (i === 0) onFrame?.(frame);
            onProgress?.((i + frame.second / scenario.seconds) / runs);
          },
        },
      );
    } catch (error) {
      if (error instanceof InputError) throw new InputError(`${basename(file)}: ${error.message}`);
      throw error;
    }
  });
  onProgress?.(1);
  return {
    answers,
    seeds,
    persons: scenario.sources.reduce((sum, { persons }) => sum + persons, 0),
    wallSeconds: (performance.now() - started) / 1000,
  };
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** As `summary.json` has it. */
export function summarise({ answers, seeds, persons, wallSeconds }: CrowdReport) {
  const [answer] = answers as [CrowdAnswer];
  const steps = answers.reduce((sum, { agentSteps }) => sum + agentSteps, 0);
  const spread = (values: readonly (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
    return known.length === 0
      ? undefined
      : { low: known[0], middle: known[Math.floor(known.length / 2)], high: known.at(-1) };
  };
  return {
    persons,
    evacuated: answer.evacuated,
    remaining: answer.remaining,
    waiting: answer.waiting,
    ...(answer.lastExitSecond !== undefined && { lastExitSecond: round(answer.lastExitSecond, 2) }),
    exits: answer.exits,
    gates: answer.gates.map(({ times: _, ...gate }) => ({
      ...gate,
      ...(gate.firstSecond !== undefined && { firstSecond: round(gate.firstSecond, 2) }),
      ...(gate.lastSecond !== undefined && { lastSecond: round(gate.lastSecond, 2) }),
      peakPersonsPerMetreSecond: round(gate.peakPersonsPerMetreSecond, 4),
    })),
    passages: answer.passages.map(({ id, widthBefore, widthNow, capacityPersonsPerSecond, line }) => ({
      id,
      widthBefore: round(widthBefore, 4),
      widthNow: round(widthNow, 4),
      capacityPersonsPerSecond: round(capacityPersonsPerSecond, 4),
      line,
    })),
    maximumDensity: round(answer.maximumDensity, 3),
    levelOfService: answer.levelOfService,
    seconds: round(answer.seconds, 2),
    seed: seeds[0],
    ...(answers.length > 1 && {
      runs: answers.length,
      spread: {
        lastExitSecond: spread(answers.map(({ lastExitSecond }) => lastExitSecond)),
        evacuated: spread(answers.map(({ evacuated }) => evacuated)),
        maximumDensity: spread(answers.map(({ maximumDensity }) => maximumDensity)),
      },
    }),
    agentStepsPerSecond: Math.round(steps / wallSeconds),
  };
}
