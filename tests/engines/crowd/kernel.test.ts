import { beforeAll, describe, expect, it } from 'vitest';
import { type CrowdFrame, type CrowdOptions, runCrowd } from '../../../src/engines/crowd.ts';
import type { CrowdAnswer } from '../../../src/model/crowd-answer.ts';
import { loadKernel } from '../../../src/pipeline/compile-kernel.ts';
import { door, everyone, rectangle, scene } from './scenes.ts';

/** A room with a wide pillar and a door of 1.2 m. */
const room = scene({
  walkable: [rectangle(0, 0, 14, 8)],
  obstacles: [rectangle(8, 3, 9, 5)],
  sources: [everyone(150, rectangle(0.3, 0.3, 7.5, 7.7))],
  exits: [door('out', 14, 3.4, 14, 4.6)],
  gates: [{ id: 'middle', line: [7.7, 0, 7.7, 8] }],
});

describe('the kernel of people on foot', () => {
  let kernel: WebAssembly.Module;
  beforeAll(async () => {
    kernel = await WebAssembly.compile(await loadKernel('crowd'));
  });

  it('knows powers of e to four millionths', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
    const { exports } = new WebAssembly.Instance(kernel, { env: { memory } });
    const power = exports['exponentialOf'] as (x: number) => number;
    let worst = 0;
    for (let x = -8; x <= 8; x += 0.0078125) worst = Math.max(worst, Math.abs(power(x) / Math.exp(x) - 1));
    expect(worst).toBeLessThan(4e-6);
    expect(worst).toBeGreaterThan(0);
  });

  it('walks everyone where plain JavaScript does, within a millimetre after a second', () => {
    const placesOf = (options: CrowdOptions) => {
      const places: number[] = [];
      runCrowd(room, {
        ...options,
        every: 1,
        onFrame({ second, people }: CrowdFrame) {
          if (second !== 1) return;
          for (let person = 0; person < people.count; person++)
            places.push(people.x[person] as number, people.y[person] as number);
        },
      });
      return places;
    };
    const [plain, fast] = [placesOf({}), placesOf({ kernel })];
    expect(plain).toHaveLength(300);
    expect(fast).toHaveLength(300);
    let worst = 0;
    for (const [i, place] of plain.entries()) worst = Math.max(worst, Math.abs(place - (fast[i] as number)));
    expect(worst).toBeLessThan(1e-3);
    // Another way to reckon, not the same code.
    expect(worst).toBeGreaterThan(0);
  });

  it('does the same from the same seed', () => {
    expect(runCrowd(room, { kernel })).toEqual(runCrowd(room, { kernel }));
  });

  it('says over seeds what plain JavaScript says: time to clear and flow within 5 %', () => {
    const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
    const answers = (options: CrowdOptions) => seeds.map((seed) => runCrowd({ ...room, seed }, options));
    const [plain, fast] = [answers({}), answers({ kernel })];
    const mean = (all: readonly CrowdAnswer[], pick: (answer: CrowdAnswer) => number) =>
      all.reduce((sum, answer) => sum + pick(answer), 0) / all.length;
    for (const answer of [...plain, ...fast]) expect(answer).toMatchObject({ evacuated: 150, remaining: 0 });
    const clear = ({ lastExitSecond }: CrowdAnswer) => lastExitSecond as number;
    const peak = ({ gates }: CrowdAnswer) => gates[0]?.peakPersonsPerMetreSecond as number;
    expect(Math.abs(mean(fast, clear) / mean(plain, clear) - 1)).toBeLessThan(0.05);
    expect(Math.abs(mean(fast, peak) / mean(plain, peak) - 1)).toBeLessThan(0.05);
  });
});
