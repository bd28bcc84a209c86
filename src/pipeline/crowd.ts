/** `crowd`: people through what stands there (`engines/crowd.ts`), once or over several seeds. */
import { basename } from 'node:path';
import { listOutside } from '../engines/crowd/outside.ts';
import { type CrowdFrame, runCrowd } from '../engines/crowd.ts';
import type { CrowdScenario } from '../model/crowd.ts';
import type { CrowdAnswer } from '../model/crowd-answer.ts';
import { type Band, type CrowdSpread, spreadOf } from '../model/crowd-spread.ts';
import { InputError } from '../model/input-error.ts';
import { loadKernel } from './compile-kernel.ts';
import { readScenario, type ScenarioSource } from './crowd/read-scenario.ts';

export interface CrowdRun extends ScenarioSource {
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
  readonly crs: CrowdScenario['crs'];
  /** Members that touch no walkable ground. */
  readonly outside: readonly string[];
  readonly spread: CrowdSpread;
  /** Of this machine. */
  readonly wallSeconds: number;
}

/** Throws {@link InputError} that names file and member. */
export async function simulateCrowd(run: CrowdRun): Promise<CrowdReport> {
  const { file, seed, runs, every, onFrame, onProgress } = run;
  const scenario = await readScenario(run);
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
    crs: scenario.crs,
    outside: listOutside(scenario),
    spread: spreadOf(answers),
    wallSeconds: (performance.now() - started) / 1000,
  };
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

const toBand = ({ low, middle, high }: Band, decimals: number) => ({
  low: round(low, decimals),
  middle: round(middle, decimals),
  high: round(high, decimals),
});

function tellSpread({
  cleared,
  clearSeconds,
  evacuated,
  maximumDensity,
  overSeconds,
  longestQueue,
  gates,
}: CrowdSpread) {
  return {
    cleared,
    ...(clearSeconds && { clearSeconds: toBand(clearSeconds, 2) }),
    evacuated: toBand(evacuated, 1),
    maximumDensity: toBand(maximumDensity, 3),
    secondsAboveLimit: toBand(overSeconds, 1),
    longestQueue: longestQueue.map(({ id, ...band }) => ({ id, ...toBand(band, 1) })),
    gates: gates.map(({ id, forward, backward, peakPersonsPerMetreSecond }) => ({
      id,
      forward: toBand(forward, 1),
      backward: toBand(backward, 1),
      peakPersonsPerMetreSecond: toBand(peakPersonsPerMetreSecond, 4),
    })),
  };
}

/** Where the limit is passed: how much ground, for how long and from when. */
function tellOver({ density: { cell, overSeconds, overFrom } }: CrowdAnswer) {
  let areaM2 = 0;
  let longest = 0;
  let from = Infinity;
  for (const [i, seconds] of overSeconds.entries()) {
    if (seconds === 0) continue;
    areaM2 += cell * cell;
    longest = Math.max(longest, seconds);
    from = Math.min(from, overFrom[i] as number);
  }
  return { areaM2, longestSeconds: longest, ...(areaM2 > 0 && { fromSecond: from }) };
}

/** As `summary.json` has it. */
export function summarise({ answers, seeds, persons, outside, spread, wallSeconds }: CrowdReport) {
  const [answer] = answers as [CrowdAnswer];
  const steps = answers.reduce((sum, { agentSteps }) => sum + agentSteps, 0);
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
    stops: answer.stops.map(({ id, served, longestQueue, spilled, middleWaitSeconds, longestWaitSeconds }) => ({
      ...{ id, served, longestQueue, spilled },
      middleWaitSeconds: round(middleWaitSeconds, 1),
      longestWaitSeconds: round(longestWaitSeconds, 1),
    })),
    maximumDensity: round(answer.maximumDensity, 3),
    ...(answer.densestAt && { densestAt: answer.densestAt }),
    aboveLimit: tellOver(answer),
    levelOfService: answer.levelOfService,
    seconds: round(answer.seconds, 2),
    seed: seeds[0],
    ...(answers.length > 1 && { runs: answers.length, spread: tellSpread(spread) }),
    ...(outside.length > 0 && { outside }),
    agentStepsPerSecond: Math.round(steps / wallSeconds),
  };
}
