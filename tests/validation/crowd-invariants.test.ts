/** People on foot: what must hold whatever the case is (persons, walls, seeds, mirrors, queues), and CR10. */
import { describe, expect, it } from 'vitest';
import { measurePassages } from '../../src/engines/crowd/passages.ts';
import { STEP } from '../../src/engines/crowd/step.ts';
import { wallDistanceSquared } from '../../src/engines/crowd/walk-grid.ts';
import { type CrowdFrame, runCrowd } from '../../src/engines/crowd.ts';
import { CAPACITY_PER_METRE, type CrowdPolygon, type CrowdScenario, defaultAgents } from '../../src/model/crowd.ts';
import type { CrowdAnswer } from '../../src/model/crowd-answer.ts';
import { loadKernel } from '../../src/pipeline/compile-kernel.ts';
import { door, everyone, rectangle, scene } from '../engines/crowd/scenes.ts';

const kernel = await WebAssembly.compile(await loadKernel('crowd'));

/** A square with stalls, a bar, a stage, two doors; three groups that cross each other. */
const square: CrowdScenario = scene({
  walkable: [rectangle(0, 0, 40, 24)],
  obstacles: [
    rectangle(8, 9, 10, 15),
    rectangle(30, 8, 32, 16),
    rectangle(14, 21, 22, 22),
    rectangle(16, 10, 19, 11.5),
  ],
  stops: [
    { id: 'bar', polygon: rectangle(14, 15, 22, 21), seconds: [8, 14], places: 4 },
    { id: 'stage', polygon: rectangle(18, 1, 28, 7), seconds: [30, 60] },
  ],
  sources: [
    { ...everyone(70, rectangle(0.3, 10, 3, 14), ['east']), id: 'one', until: 60, via: ['bar'] },
    { ...everyone(70, rectangle(37, 10, 39.7, 14), ['west']), id: 'two', until: 60 },
    { ...everyone(40, rectangle(0.3, 1, 3, 5), ['east', 'west']), id: 'three', until: 40, via: ['stage', 'bar'] },
  ],
  exits: [door('west', 0, 16, 0, 20), door('east', 40, 4, 40, 8)],
  gates: [{ id: 'middle', line: [25, 0, 25, 24] }],
  seconds: 900,
});

describe('whatever the case is', () => {
  it.each([
    ['plain JavaScript', undefined],
    ['the kernel', kernel],
  ])('every person is somewhere at each step, and no one in or through a wall: %s', (name, module) => {
    let [steps, wall, faults, come, gone] = [0, Infinity, 0, 0, 0];
    /** When each was seen last: 0 never, −1 gone. */
    const seen = new Int32Array(180);
    const answer = runCrowd(square, {
      ...(module && { kernel: module }),
      every: STEP,
      onFrame({ people, grid }: CrowdFrame) {
        steps++;
        for (let i = 0; i < people.walking; i++) {
          const person = people.active[i] as number;
          // Nobody is there twice, or comes back once gone.
          if (seen[person] === steps || seen[person] === -1) faults++;
          if (seen[person] === 0) come++;
          seen[person] = steps;
          const [x, y] = [people.x[person] as number, people.y[person] as number];
          const cell = Math.floor(y * 4) * grid.width + Math.floor(x * 4);
          for (let k = grid.wallStart[cell] as number; k < (grid.wallStart[cell + 1] as number); k++)
            wall = Math.min(wall, wallDistanceSquared(grid.walls, grid.nearWalls[k] as number, x, y));
        }
        for (let person = 0; person < seen.length; person++) {
          if ((seen[person] as number) <= 0 || seen[person] === steps) continue;
          gone++;
          seen[person] = -1;
        }
        if (come - gone !== people.walking || people.count !== come) faults++;
      },
    });
    expect(faults).toBe(0);
    const nearest = Math.sqrt(wall);
    console.log(
      `persons: ${steps} steps, ${come} came, all out after ${answer.lastExitSecond?.toFixed(1)} s; ${name}: ` +
        `nobody nearer to a wall than ${nearest.toFixed(3)} m (radius ${defaultAgents.radius})`,
    );
    expect(answer).toMatchObject({ evacuated: 180, remaining: 0, waiting: 0 });
    expect(answer.gates[0]?.crossed.forward).toBeGreaterThan(0);
    // A step's crossings of a wall would put someone's middle on it.
    expect(nearest).toBeGreaterThan(0.9 * defaultAgents.radius - 1e-6);
  });

  it('stops are emptied, everyone is served who went there', () => {
    const { stops, series } = runCrowd(square, { kernel });
    for (const { id, served, staying, waiting, longestQueue, middleWaitSeconds } of stops)
      console.log(
        `stop ${id}: ${served} served, longest queue ${longestQueue}, middle wait ${middleWaitSeconds.toFixed(1)} s; empty after row ${waiting.length}: ${staying.at(-1)} stay`,
      );
    expect(stops.map(({ served }) => served)).toEqual([110, 40]);
    for (const { staying, waiting } of stops) {
      expect(Math.max(...staying)).toBeGreaterThan(0);
      expect([staying.at(-1), waiting.at(-1)]).toEqual([0, 0]);
      expect(staying).toHaveLength(series.present.length);
    }
  });

  it('the same seed is the same answer to the last bit, another seed another', () => {
    const first = runCrowd(square, { kernel });
    expect(runCrowd(square, { kernel })).toEqual(first);
    expect(runCrowd({ ...square, seed: 2 }, { kernel }).gates[0]?.times).not.toEqual(first.gates[0]?.times);
  });

  it('a mirrored square, where people keep left, has the mirrored flow within what seeds differ', () => {
    const flip = (ring: readonly number[]) => ring.map((v, i) => (i % 2 ? v : 40 - v));
    const mirrored = (polygons: readonly CrowdPolygon[]) => polygons.map((polygon) => polygon.map(flip));
    const mirror: CrowdScenario = {
      ...square,
      walkable: mirrored(square.walkable),
      obstacles: mirrored(square.obstacles),
      stops: square.stops.map((stop) => ({ ...stop, polygon: stop.polygon.map(flip) })),
      sources: square.sources.map((source) => ({
        ...source,
        place: 'polygon' in source.place ? { polygon: source.place.polygon.map(flip) } : source.place,
      })),
      exits: [door('west', 40, 16, 40, 20), door('east', 0, 4, 0, 8)],
      // Forward stays what it was when the line is turned too.
      gates: [{ id: 'middle', line: [15, 24, 15, 0] }],
    };
    const seeds = Array.from({ length: 6 }, (_, i) => i + 1);
    const figures = (scenario: CrowdScenario, keeps: 'left' | 'right') => {
      const answers = seeds.map((seed) => runCrowd({ ...scenario, seed }, { kernel, keeps }));
      const about = (pick: (answer: CrowdAnswer) => number) => {
        const values = answers.map(pick);
        const mean = values.reduce((a, b) => a + b) / values.length;
        const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
        return { mean, error: sd / Math.sqrt(values.length) };
      };
      return {
        'time to clear, s': about(({ lastExitSecond }) => lastExitSecond as number),
        'peak at the gate, persons/(m·s) × 1000': about(
          ({ gates }) => (gates[0]?.peakPersonsPerMetreSecond as number) * 1000,
        ),
        'densest, persons/m² × 10': about(({ maximumDensity }) => maximumDensity * 10),
        'middle wait at the bar, s': about(({ stops }) => stops[0]?.middleWaitSeconds as number),
      };
    };
    const [here, there] = [figures(square, 'right'), figures(mirror, 'left')];
    for (const name of Object.keys(here) as (keyof typeof here)[]) {
      const [a, b] = [here[name], there[name]];
      const error = Math.hypot(a.error, b.error);
      console.log(
        `mirror: ${name}: ${a.mean.toFixed(1)} and ${b.mean.toFixed(1)} (${seeds.length} seeds; standard error of their difference ${error.toFixed(1)})`,
      );
      // Places are drawn by chance, which is not mirrored: three standard errors, and a rounding.
      expect(Math.abs(a.mean - b.mean)).toBeLessThan(3 * error + 1);
    }
  });

  it('a queue keeps its order at every place, and is as long as arrivals less service say', () => {
    // One comes every 2 s, one is served every 5 s (walking up included about 8): the queue grows by the difference.
    const line = scene({
      walkable: [rectangle(0, 0, 30, 16)],
      obstacles: [rectangle(16, 14, 26, 15)],
      stops: [{ id: 'bar', polygon: rectangle(16, 4, 26, 14), seconds: [5, 5], places: 1 }],
      sources: [{ ...everyone(40, rectangle(0.3, 7, 1.5, 9)), until: 80, via: ['bar'] }],
      exits: [door('out', 30, 6, 30, 10)],
      everySeconds: 10,
      seconds: 900,
    });
    const arrived: number[] = [];
    const served: number[] = [];
    const answer = runCrowd(line, {
      kernel,
      every: 0.25,
      onFrame({ people, grid }: CrowdFrame) {
        for (let i = 0; i < people.walking; i++) {
          const person = people.active[i] as number;
          if (people.bound[person] === 0) continue;
          if (!arrived.includes(person)) arrived.push(person);
          const [x, y] = [(people.x[person] as number) + grid.west, (people.y[person] as number) + grid.south];
          if (Math.hypot(x - 21, y - 13.6) < 0.35 && !served.includes(person)) served.push(person);
        }
      },
    });
    const [bar] = answer.stops as [CrowdAnswer['stops'][0]];
    const round = (answer.lastExitSecond as number) / 40;
    const expected = 40 - 80 / round;
    console.log(
      `queue: ${served.length} served in the order of arrival, ${round.toFixed(1)} s each (5 s and walking up); longest ${bar.longestQueue} (${expected.toFixed(0)} by arrivals less service)`,
    );
    expect(served).toEqual(arrived);
    expect(round).toBeGreaterThan(5);
    expect(round).toBeLessThan(12);
    expect(Math.abs(bar.longestQueue - expected)).toBeLessThan(5);
  });

  it('CR10: a passage of 4.00 m, a cabin of 1.20 m placed 0.30 m from the wall', () => {
    const street = rectangle(0, 0, 30, 4);
    const [passage] = measurePassages({ walkable: [street], obstacles: [rectangle(9, 0.3, 10.2, 1.5)] });
    const before = (passage?.widthBefore as number) * CAPACITY_PER_METRE;
    console.log(
      `CR10: ${passage?.widthBefore.toFixed(3)} m before (4), ${passage?.widthNow.toFixed(3)} m now (2.50; 0.30 behind not counted); ` +
        `${(before * 60).toFixed(0)} persons a minute before (294), ${((passage?.capacityPersonsPerSecond as number) * 60).toFixed(0)} now (184)`,
    );
    expect(passage?.widthBefore).toBeCloseTo(4, 6);
    expect(passage?.widthNow).toBeCloseTo(2.5, 6);
    expect(before * 60).toBeCloseTo(293.98, 1);
    expect((passage?.capacityPersonsPerSecond as number) * 60).toBeCloseTo(183.74, 1);
  });
});
