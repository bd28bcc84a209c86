/** How long 100,000 plots take to be held against each other, and that all is right, beside every pair by another library. */

import { TOUCH_M } from '../../src/engines/claims/width.ts';
import { createClaimSpace } from '../../src/engines/claims.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { ClaimAnswer } from '../../src/model/claim-answer.ts';
import { makePlots } from '../engines/claim-plots.ts';
import { listEveryPair } from '../engines/every-pair.ts';
import { printFigure, printNote } from './figures.ts';

const settings = {
  matrix: [{ themes: ['housing', 'housing'] as [string, string], kind: 'excludes' as const }],
  assumedAccuracyM: 0,
};
const COUNT = 100_000;
const SMALL = 2000;

interface Run {
  readonly seconds: number;
  readonly answer: ClaimAnswer;
}

/** Processor time, the collection of garbage counted in: what else runs on the machine does not count. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function run(claims: readonly Claim[]): Run {
  const heights = claims.map(({ lower, upper }) => ({
    lowerNap: lower as number,
    upperNap: upper as number,
    errorM: 0,
  }));
  const start = process.cpuUsage();
  const answer = createClaimSpace(claims, heights).answer(settings);
  return { seconds: secondsSince(start), answer };
}

/** The faster of two: garbage of what went before is not its own. */
function runBest(claims: readonly Claim[]): Run {
  const [one, other] = [run(claims), run(claims)];
  return one.seconds < other.seconds ? one : other;
}

/** Megabytes in use now, garbage left out where the runtime lets us. */
function usedMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** Against every pair: areas within 1 cm², but for pairs that only touch, which the other library gives slivers of rounding. */
function compareWithEveryPair(): void {
  const claims = makePlots(SMALL, 3);
  const ours = runBest(claims);
  const start = process.cpuUsage();
  const every = listEveryPair(claims);
  const seconds = secondsSince(start);
  const areas = new Map(ours.answer.conflicts.map(({ a, b, areaM2 }) => [`${a} ${b}`, areaM2]));
  const touching = every.filter(({ a, b, widthM }) => widthM <= TOUCH_M && !areas.has(`${a} ${b}`));
  let worst = 0;
  for (const one of every) {
    if (touching.includes(one)) continue;
    worst = Math.max(worst, Math.abs(one.areaM2 - (areas.get(`${one.a} ${one.b}`) ?? 0)));
    areas.delete(`${one.a} ${one.b}`);
  }
  for (const areaM2 of areas.values()) worst = Math.max(worst, areaM2);
  const seen = `${SMALL} plots, ${ours.answer.conflicts.length} conflicts, beside every pair by polygon-clipping`;
  printFigure('area of a conflict off by', seen, worst * 1e4, '≤', 1, 'cm²');
  printNote('only touching, by slivers narrower than 1 mm', seen, touching.length, 'pairs');
  printFigure('every pair takes', seen, seconds / ours.seconds, '≥', 5);
}

export function benchClaims(): void {
  const [half, whole] = [makePlots(COUNT / 2, 5), makePlots(COUNT, 5)];
  const before = usedMegabytes();
  const first = run(whole);
  const [one, two] = [runBest(half), runBest(whole)];
  const conflicts = two.answer.conflicts.length;
  const seen = `${COUNT} plots, ${conflicts} conflicts, processor time of one thread and of collecting garbage`;
  printFigure('all pairs of plots', `${seen}, the first time in a process`, first.seconds, '≤', 3, 's');
  printNote('all pairs of plots', `${seen}, once compiled`, two.seconds, 's');
  printFigure('twice the plots take', seen, two.seconds / one.seconds, '≤', 2.4, 'times');
  const memory = `${seen}; ${Math.round(before)} MB before it`;
  printFigure('memory of the whole process', memory, process.resourceUsage().maxRSS / 1000, '≤', 500, 'MB');
  compareWithEveryPair();
}
