import { describe, expect, it } from 'vitest';
import { createRandom, valueNoise } from '../../src/demo/random.ts';
import { createFloodDetail } from '../../src/engines/flood-detail.ts';
import { buildFloodInput } from '../../src/engines/flood-input.ts';
import { depthDoubt, findUndecided, meanHeightError } from '../../src/engines/flood-uncertainty.ts';
import { ASSUMED_HEIGHT_ERROR } from '../../src/model/flood.ts';
import { floodGroundCode } from '../../src/model/flood-ground.ts';
import type { FloodSite } from '../../src/model/flood-site.ts';
import { attest } from './flood/attest.ts';
import { flood } from './flood/engine.ts';
import { isFull, tell } from './flood/ground.ts';

/** m: cells of the measurement, on which the picture is drawn. */
const MEASURED = 1;
const SIDE = isFull ? 320 : 140;

/** A town of blocks: streets 15 cm below the gardens, on ground that rises and falls by half a metre. */
function makeTruth(): FloodSite {
  const count = SIDE * SIDE;
  const heights = new Float32Array(count);
  const ground = new Uint8Array(count);
  const buildings = new Uint16Array(count);
  for (let cell = 0; cell < count; cell++) {
    const [x, y] = [cell % SIDE, Math.floor(cell / SIDE)];
    const isStreet = x % 50 < 8 || y % 40 < 8;
    const isBuilding = !isStreet && x % 50 >= 16 && x % 50 < 42 && y % 40 >= 15 && y % 40 < 25;
    heights[cell] = -3.5 + 0.35 * valueNoise(x, y, 70, 3) + 0.12 * valueNoise(x, y, 25, 4) - (isStreet ? 0.15 : 0);
    ground[cell] = floodGroundCode(isBuilding ? 'building' : isStreet ? 'asphalt' : 'grass');
    buildings[cell] = isBuilding ? 1 : 0;
  }
  const frame = { west: 0, south: 0, cellSize: MEASURED, width: SIDE, height: SIDE };
  return { frame, heights, ground, buildings, water: new Float32Array(count).fill(Number.NaN) };
}

/** As the viewer has it: depths on the measured cells, in millimetres, and where nothing is asked. */
function drawDepths(site: FloodSite, cellSize: number) {
  const input = buildFloodInput(site, {
    cellSize,
    waterDepth: 0.5,
    sewerMillimetresPerHour: 20,
    rain: [
      { second: 0, value: 0.07 / 3600 },
      { second: 3600, value: 0 },
    ],
    seconds: 4500,
    borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
  });
  const { maxima } = flood(input);
  const { width, height } = input.frame;
  const mm = Uint16Array.from(maxima.depth, (depth) => (depth < 0.03 ? 0 : Math.round(depth * 100) * 10));
  const isLeftOut = Uint8Array.from(site.buildings, (row) => (row ? 1 : 0));
  const bed = Float32Array.from(input.bed, (z, cell) => (input.closed?.[cell] ? Number.NaN : z));
  const factor = cellSize / MEASURED;
  const detail = createFloodDetail({ width, height, bed, factor, fineBed: site.heights, isLeftOut });
  return { millimetres: detail.depths(mm, 0xffff), isLeftOut };
}

interface Case {
  readonly name: string;
  /** m: cells of the run. */
  readonly run: number;
  readonly seeds: number;
  /** m that a measurement errs by beside its single points. */
  readonly more: (x: number, y: number, seed: number) => number;
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

/** Measures the town so many times, and holds what is told of each measurement against the answer on the true ground. */
function countWrongs({ run, seeds, more }: Case) {
  const truth = makeTruth();
  const answer = drawDepths(truth, run);
  const doubt = depthDoubt(ASSUMED_HEIGHT_ERROR, MEASURED, run);
  const sigma = meanHeightError(ASSUMED_HEIGHT_ERROR, MEASURED);
  const random = createRandom(5);
  const sum = { cells: 0, hatched: 0, wrong: 0, wrongHatched: 0, off: 0, deep: 0 };
  for (let seed = 0; seed < seeds; seed++) {
    const heights = truth.heights.map(
      (z, cell) => z + random.normal(0, sigma) + more(cell % SIDE, Math.floor(cell / SIDE), seed),
    );
    const { millimetres, isLeftOut } = drawDepths({ ...truth, heights }, run);
    const undecided = findUndecided({ width: SIDE, height: SIDE, bed: heights, isLeftOut }, millimetres, doubt);
    for (let cell = 0; cell < heights.length; cell++) {
      if (isLeftOut[cell]) continue;
      const [here, there] = [millimetres[cell] as number, answer.millimetres[cell] as number];
      const isWrong = here >= 50 !== there >= 50;
      sum.cells++;
      sum.hatched += undecided[cell] as number;
      if (here >= 100 && there >= 100) {
        sum.deep++;
        sum.off += ((here - there) / 1000) ** 2;
      }
      if (!isWrong) continue;
      sum.wrong++;
      sum.wrongHatched += undecided[cell] as number;
    }
  }
  const { cells, hatched, wrong, wrongHatched } = sum;
  return {
    ...sum,
    off: Math.sqrt(sum.off / sum.deep),
    derived: doubt / 1.2816,
    plain: (wrong - wrongHatched) / (cells - hatched),
  };
}

const cases: readonly Case[] = [
  { name: 'single points err', run: 2, seeds: isFull ? 60 : 20, more: () => 0 },
  { name: 'single points err, cells of 4 m', run: 4, seeds: 20, more: () => 0 },
  { name: 'and the whole strip lies 5 cm too high', run: 2, seeds: isFull ? 20 : 3, more: () => 0.05 },
  {
    name: 'and the strip has waves of 2 cm, 80 m long',
    run: 2,
    seeds: isFull ? 20 : 3,
    more: (x, y, seed) => 0.02 * valueNoise(x, y, 80, 100 + seed),
  },
];

describe('where the height measurement leaves the answer open', () => {
  it.each(cases)('$name: hatching covers the answers that are wrong', { timeout: 600_000 }, (one) => {
    const { cells, hatched, wrong, wrongHatched, plain, off, derived } = countWrongs(one);
    const say = (what: string, found: string, expected: string) => tell(`${one.name}: ${what}`, found, expected);
    say('hatched', percent(hatched, cells), 'below 25 %');
    say('wrong answers', percent(wrong, cells), '-');
    say('of those hatched', percent(wrongHatched, wrong), 'above 85 %');
    say('wrong where not hatched', percent(plain, 1), 'below 1 %');
    say('wrong under hatching', percent(wrongHatched, hatched), '10 to 50 %');
    say('depth off by', `${(1000 * off).toFixed(1)} mm`, `at most ${(1000 * derived).toFixed(1)} mm, derived`);
    if (one === cases[0] && !isFull) attest('hatched', (100 * wrongHatched) / wrong);
    expect(hatched / cells).toBeLessThan(0.25);
    expect(wrongHatched / wrong).toBeGreaterThan(0.85);
    expect(plain).toBeLessThan(0.01);
    // Neither decoration nor a coin that is tossed.
    expect(wrongHatched / hatched).toBeGreaterThan(0.1);
    expect(wrongHatched / hatched).toBeLessThan(0.5);
    expect(off).toBeGreaterThan(0.7 * derived);
    expect(off).toBeLessThan(1.1 * derived);
  });
});
