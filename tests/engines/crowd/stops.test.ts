import { describe, expect, it } from 'vitest';
import { type CrowdFrame, runCrowd } from '../../../src/engines/crowd.ts';
import type { CrowdScenario } from '../../../src/model/crowd.ts';
import type { CrowdAnswer } from '../../../src/model/crowd-answer.ts';
import { loadKernel } from '../../../src/pipeline/compile-kernel.ts';
import { door, everyone, rectangle, scene } from './scenes.ts';

const west = rectangle(0.3, 8, 3, 12);
const come = (persons: number, until: number, via: readonly string[]) => ({ ...everyone(persons, west), until, via });

/** A square with a bar along its northern half, a door to the east. */
const square = scene({
  walkable: [rectangle(0, 0, 30, 20)],
  obstacles: [rectangle(10, 16, 18, 17)],
  stops: [
    { id: 'bar', polygon: rectangle(10, 10, 18, 16), seconds: [10, 10], places: 2 },
    { id: 'stage', polygon: rectangle(20, 2, 26, 8), seconds: [30, 60] },
  ],
  exits: [door('out', 30, 8, 30, 12)],
  seconds: 900,
});

const stopOf = ({ stops }: CrowdAnswer, id: string) => stops.find((stop) => stop.id === id) as CrowdAnswer['stops'][0];

describe('stops', () => {
  it('keep each person for its seconds, and are empty in the end', () => {
    const scenario = { ...square, sources: [come(40, 20, ['stage'])] };
    const answer = runCrowd(scenario);
    const stage = stopOf(answer, 'stage');
    expect(answer).toMatchObject({ evacuated: 40, remaining: 0, waiting: 0 });
    expect(stage).toMatchObject({ served: 40, longestQueue: 0, spilled: 0 });
    expect(stage.staying[0]).toBeGreaterThan(30);
    expect(stage.staying.at(-1)).toBe(0);
    // Nobody is out before the shortest stay and the way there and on.
    const first = answer.series.left.findIndex((left) => left > 0);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(answer.lastExitSecond).toBeGreaterThan(60);
    // A kilometre of walking is not in it either.
    expect(answer.lastExitSecond).toBeLessThan(180);
    expect(stopOf(answer, 'bar')).toMatchObject({ served: 0, longestQueue: 0 });
    expect(stopOf(answer, 'bar').waiting).toHaveLength(answer.series.present.length);
  });

  it('serve as many at once as there are places, one after the other', () => {
    const answer = runCrowd({ ...square, sources: [come(20, 0, ['bar'])] });
    const bar = stopOf(answer, 'bar');
    expect(bar.served).toBe(20);
    expect(Math.max(...bar.staying)).toBeLessThanOrEqual(2);
    // Ten rounds of ten seconds, and some seconds to walk up to the bar each time.
    expect(answer.lastExitSecond).toBeGreaterThan(100);
    expect(answer.lastExitSecond).toBeLessThan(100 + 10 * 10 + 40);
    expect(bar.longestQueue).toBeGreaterThan(15);
    expect(bar.longestWaitSeconds).toBeGreaterThan(80);
    expect(bar.middleWaitSeconds).toBeLessThan(bar.longestWaitSeconds);
  });

  it('serve in the order of arrival', () => {
    // One place, so that who is served after whom is plain.
    const one = {
      ...square,
      stops: [{ id: 'bar', polygon: rectangle(10, 10, 18, 16), seconds: [8, 8] as const, places: 1 }],
    };
    const arrived: number[] = [];
    const served: number[] = [];
    runCrowd(
      { ...one, sources: [come(12, 30, ['bar'])] },
      {
        every: 0.25,
        onFrame({ people, grid }: CrowdFrame) {
          for (let i = 0; i < people.walking; i++) {
            const person = people.active[i] as number;
            if (people.bound[person] === 1 && !arrived.includes(person)) arrived.push(person);
            const [x, y] = [(people.x[person] as number) + grid.west, (people.y[person] as number) + grid.south];
            const isServed = Math.hypot(x - 14, y - 15.6) < 0.35;
            if (isServed && people.bound[person] === 1 && !served.includes(person)) served.push(person);
          }
        },
      },
    );
    expect(arrived).toHaveLength(12);
    expect(served).toEqual(arrived);
  });

  it('tell of a line that is longer than its room, and serve everyone all the same', () => {
    const shallow = { id: 'bar', polygon: rectangle(10, 13, 18, 16), seconds: [5, 5] as const, places: 2 };
    const answer = runCrowd({ ...square, stops: [shallow], sources: [come(40, 0, ['bar'])] });
    const bar = stopOf(answer, 'bar');
    expect(bar.spilled).toBeGreaterThan(10);
    expect(bar.spilled).toBeLessThan(bar.longestQueue);
    expect(bar.served).toBe(40);
    expect(answer).toMatchObject({ evacuated: 40, remaining: 0 });
  });

  it('let who stays stand at two to the square metre, more wait around until there is room', () => {
    const small = { id: 'stage', polygon: rectangle(20, 4, 24, 8), seconds: [20, 20] as const };
    const answer = runCrowd({ ...square, stops: [small], sources: [come(60, 0, ['stage'])] });
    const stage = stopOf(answer, 'stage');
    // 4 by 4 m; cells of the ground begin 0.25 m before its edge.
    expect(Math.max(...stage.staying)).toBeLessThanOrEqual(32);
    expect(stage.spilled).toBeGreaterThan(5);
    expect(stage.served).toBe(60);
    expect(answer.remaining).toBe(0);
  });

  it('are visited one after the other, by each group its own, and only where a group may leave it does', () => {
    const scenario: CrowdScenario = {
      ...square,
      exits: [door('out', 30, 8, 30, 12), door('back', 0, 2, 0, 5)],
      sources: [
        { ...come(15, 20, ['stage', 'bar', 'stage']), id: 'long' },
        { ...come(15, 20, []), id: 'through', to: ['back'], speed: { mean: 0.8, sd: 0, min: 0.8, max: 0.8 } },
      ],
    };
    const answer = runCrowd(scenario);
    expect(answer.stops.map(({ served }) => served)).toEqual([15, 30]);
    expect(answer.exits).toEqual([
      { id: 'out', left: 15, isReachable: true },
      { id: 'back', left: 15, isReachable: true },
    ]);
  });

  it('walk alike in the kernel: everyone is served, waits over seeds within a fifth', async () => {
    const kernel = await WebAssembly.compile(await loadKernel('crowd'));
    const scenario = { ...square, sources: [come(30, 20, ['bar', 'stage'])] };
    const mean = (options: { kernel?: WebAssembly.Module }) =>
      [1, 2, 3].reduce((sum, seed) => {
        const answer = runCrowd({ ...scenario, seed }, options);
        expect(answer.stops.map(({ served }) => served)).toEqual([30, 30]);
        return sum + stopOf(answer, 'bar').middleWaitSeconds / 3;
      }, 0);
    expect(Math.abs(mean({ kernel }) / mean({}) - 1)).toBeLessThan(0.2);
    expect(runCrowd(scenario, { kernel })).toEqual(runCrowd(scenario, { kernel }));
  });

  it('that no one can reach, that have no ground or too many places, are refused by name', () => {
    const sources = [come(5, 0, ['bar'])];
    const stop = (polygon: ReturnType<typeof rectangle>, places?: number) => ({
      ...square,
      sources,
      stops: [{ id: 'bar', polygon, seconds: [5, 5] as const, ...(places && { places }) }],
    });
    expect(() => runCrowd(stop(rectangle(10.2, 16.2, 17.8, 16.8)))).toThrow('stops: bar has no free ground');
    expect(() => runCrowd(stop(rectangle(40, 0, 50, 5)))).toThrow('stops: bar has no free ground');
    const walled = { ...stop(rectangle(22, 2, 28, 8)), obstacles: [rectangle(20, 0, 20.5, 20)] };
    expect(() => runCrowd(walled)).toThrow('sources: from in no one can reach the stop bar');
    expect(() => runCrowd(stop(rectangle(10, 10, 18, 16), 40))).toThrow('stops: bar has 40 places on a side of 8.0 m');
  });

  it('are left by an exit that is still open when another is not, which is told', () => {
    const answer = runCrowd({
      ...square,
      obstacles: [rectangle(0, 0, 2, 6), ...square.obstacles],
      exits: [...square.exits, door('back', 0, 2, 0, 5)],
      sources: [{ ...come(5, 0, []), to: ['back', 'out'] }],
    });
    expect(answer.exits).toEqual([
      { id: 'out', left: 5, isReachable: true },
      { id: 'back', left: 0, isReachable: false },
    ]);
  });
});
