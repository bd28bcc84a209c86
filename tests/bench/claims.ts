/** How long 100,000 plots take to be held against each other, and that all is right, beside every pair by another library. */
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

function run(claims: readonly Claim[]): Run {
  const heights = claims.map(({ lower, upper }) => ({
    lowerNap: lower as number,
    upperNap: upper as number,
    errorM: 0,
  }));
  const start = performance.now();
  const answer = createClaimSpace(claims, heights).answer(settings);
  return { seconds: (performance.now() - start) / 1000, answer };
}

/** Megabytes in use now, garbage left out where the runtime lets us. */
function usedMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

export function benchClaims(): void {
  const small = makePlots(SMALL, 3);
  const ours = run(small);
  const start = performance.now();
  const every = listEveryPair(small);
  const seconds = (performance.now() - start) / 1000;
  const areas = new Map(ours.answer.conflicts.map(({ a, b, areaM2 }) => [`${a} ${b}`, areaM2]));
  let worst = 0;
  for (const { a, b, areaM2 } of every) {
    worst = Math.max(worst, Math.abs(areaM2 - (areas.get(`${a} ${b}`) ?? 0)));
    areas.delete(`${a} ${b}`);
  }
  for (const areaM2 of areas.values()) worst = Math.max(worst, areaM2);
  const pairs = `${SMALL} plots, every pair (${every.length} overlap) by polygon-clipping`;
  printFigure('area of a conflict off by', pairs, worst * 1e4, '≤', 1, 'cm²');
  printFigure('every pair takes', pairs, seconds / ours.seconds, '≥', 1);

  const [half, whole] = [makePlots(COUNT / 2, 5), makePlots(COUNT, 5)];
  const before = usedMegabytes();
  run(makePlots(COUNT / 10, 7));
  const [one, two] = [run(half), run(whole)];
  const seen = `${COUNT} plots, ${two.answer.conflicts.length} conflicts, one thread`;
  printFigure('all pairs of plots', seen, two.seconds, '≤', 3, 's');
  printFigure('twice the plots take', seen, two.seconds / one.seconds, '≤', 2.4, 'times');
  printFigure('memory of the whole program', seen, process.resourceUsage().maxRSS / 1000, '≤', 500, 'MB');
  printNote('claims themselves', seen, before, 'MB');
}
