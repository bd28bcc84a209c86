/** People on foot: the cases of RiMEA and the fundamental diagram of Weidmann (CR1 to CR10), each figure beside what it should be. */
import { describe, expect, it } from 'vitest';
import { type CrowdFrame, runCrowd } from '../../src/engines/crowd.ts';
import { type CrowdScenario, defaultAgents } from '../../src/model/crowd.ts';
import { walkRound } from '../engines/crowd/ring.ts';
import { door, everyone, rectangle, scene } from '../engines/crowd/scenes.ts';
import { attest } from './crowd/attest.ts';

const seeds = [1, 2, 3];
const out = (answer: { lastExitSecond?: number; remaining: number; waiting: number }) => {
  expect(answer).toMatchObject({ remaining: 0, waiting: 0 });
  return answer.lastExitSecond as number;
};

/** Weidmann (1993). */
const weidmann = (density: number) => 1.34 * (1 - Math.exp(-1.913 * (1 / density - 1 / 5.4)));

/** Out of a room through an opening `width` wide and 3 m deep; the flow through its middle, persons/(m·s), while it is full. */
function bottleneck(width: number, seed: number) {
  const half = width / 2;
  const answer = runCrowd(
    scene({
      walkable: [rectangle(0, 0, 20, 10), rectangle(20, 5 - half, 23, 5 + half), rectangle(23, 0, 30, 10)],
      sources: [everyone(300, rectangle(1, 0.3, 19, 9.7))],
      exits: [door('out', 30, 0, 30, 10)],
      gates: [{ id: 'in', line: [21.5, 5 - half, 21.5, 5 + half] }],
      seed,
    }),
  );
  const times = (answer.gates[0]?.times ?? []).map(Math.abs);
  const [first, last] = [Math.floor(times.length * 0.2), Math.floor(times.length * 0.9)];
  return { flow: (last - first) / ((times[last] as number) - (times[first] as number)) / width, answer };
}

const hall = (doors: readonly (readonly number[])[], seed: number): CrowdScenario =>
  scene({
    walkable: [rectangle(0, 0, 30, 20)],
    sources: [
      everyone(
        1000,
        rectangle(0.3, 0.3, 29.7, 19.7),
        doors.map((_, i) => `door-${i}`),
      ),
    ],
    exits: doors.map((line, i) => door(`door-${i}`, ...line)),
    seed,
  });

describe('people on foot', () => {
  it('CR1: one person through a corridor of 40 m at 1.33 m/s', () => {
    const seconds = out(
      runCrowd(
        scene({
          walkable: [rectangle(0, 0, 40, 2)],
          sources: [everyone(1, rectangle(0.1, 0.9, 0.9, 1.1))],
          exits: [door('out', 40, 0, 40, 2)],
          agents: { ...defaultAgents, speed: { mean: 1.33, sd: 0, min: 1.33, max: 1.33 } },
        }),
      ),
    );
    console.log(`CR1: ${seconds.toFixed(2)} s (26 to 34)`);
    expect(seconds).toBeGreaterThan(26);
    expect(seconds).toBeLessThan(34);
    attest('corridor', seconds);
  });

  it.each([0.5, 1, 2, 3, 4])('CR2: speed at %s persons/m² after Weidmann', (density) => {
    const runs = seeds.map((seed) => walkRound({ inner: 10, outer: 13, density, seconds: 60, seed }));
    const speed = runs.reduce((sum, run) => sum + run.speed, 0) / runs.length;
    const law = weidmann(density);
    console.log(
      `CR2: ${density}/m²: ${speed.toFixed(3)} m/s, Weidmann ${law.toFixed(3)} (${((speed / law - 1) * 100).toFixed(0)} %)`,
    );
    if (density <= 2) expect(Math.abs(speed / law - 1)).toBeLessThan(0.15);
    else expect(Math.abs(speed - law)).toBeLessThan(0.1);
    expect(Math.min(...runs.map(({ nearest }) => nearest))).toBeGreaterThan(2 * defaultAgents.radius - 0.05);
    if (density === 1) attest('speedAtOne', speed);
    if (density === 2) attest('speedAtTwo', speed);
    if (density === 4) attest('speedAtFour', speed);
  });

  it('CR3: ten persons with reaction times between 10 and 100 s start each at its own', () => {
    const starts = new Map<number, number>();
    runCrowd(
      scene({
        walkable: [rectangle(0, 0, 8, 5)],
        sources: [everyone(10, rectangle(0.4, 0.4, 5, 4.6))],
        exits: [door('out', 8, 2, 8, 3)],
        agents: { ...defaultAgents, reactionSeconds: [10, 100] },
        seconds: 120,
      }),
      {
        every: 0.05,
        onFrame({ second, people }: CrowdFrame) {
          for (let i = 0; i < people.walking; i++) {
            const person = people.active[i] as number;
            const isMoving = Math.hypot(people.vx[person] as number, people.vy[person] as number) > 0;
            if (isMoving && !starts.has(person)) starts.set(person, second - (people.start[person] as number));
          }
        },
      },
    );
    const late = [...starts.values()];
    console.log(`CR3: ${late.length} starts, at most ${Math.max(...late).toFixed(2)} s after their reaction times`);
    expect(late).toHaveLength(10);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(0.15);
  });

  it('CR4: twenty persons round a corner to the left', () => {
    let least = Infinity;
    const answer = runCrowd(
      scene({
        walkable: [rectangle(0, 0, 12, 2), rectangle(10, 0, 12, 12)],
        sources: [everyone(20, rectangle(0.2, 0.2, 6, 1.8))],
        exits: [door('out', 10, 12, 12, 12)],
        seconds: 120,
      }),
      {
        every: 0.05,
        onFrame({ people, grid }) {
          for (let i = 0; i < people.walking; i++) {
            const person = people.active[i] as number;
            const x = (people.x[person] as number) + grid.west;
            const y = (people.y[person] as number) + grid.south;
            // From the sides of the L, negative outside.
            const inCorridor = Math.min(x, 12 - x, y, 2 - y);
            const inLeg = Math.min(x - 10, 12 - x, y, 12.2 - y);
            least = Math.min(least, Math.max(inCorridor, inLeg));
          }
        },
      },
    );
    console.log(`CR4: last out at ${out(answer).toFixed(1)} s, nobody nearer to a wall than ${least.toFixed(3)} m`);
    expect(least).toBeGreaterThan(0);
  });

  it('CR5: a thousand persons out of a hall by four doors of 1 m, and by two', () => {
    const doors = [
      [0, 5, 0, 6],
      [30, 5, 30, 6],
      [0, 14, 0, 15],
      [30, 14, 30, 15],
    ];
    for (const seed of [1, 2]) {
      const four = out(runCrowd(hall(doors, seed)));
      const two = out(runCrowd(hall(doors.slice(0, 2), seed)));
      console.log(
        `CR5: ${four.toFixed(1)} s by four, ${two.toFixed(1)} s by two: ${(two / four).toFixed(2)} times (1.6 to 2.4; JuPedSim 1.94)`,
      );
      expect(two / four).toBeGreaterThan(1.6);
      expect(two / four).toBeLessThan(2.4);
      if (seed === 1) attest('doors', two / four);
    }
  });

  it('CR6: who has an exit keeps it; who has two goes to the farther one when the nearer is full', () => {
    const room = scene({
      walkable: [rectangle(0, 0, 20, 8)],
      exits: [door('near', 0, 3.6, 0, 4.4), door('far', 20, 2, 20, 6)],
      seed: 3,
    });
    const crowd = rectangle(1, 0.5, 7, 7.5);
    const kept = runCrowd({ ...room, sources: [everyone(100, crowd, ['near'])] });
    const free = runCrowd({ ...room, sources: [everyone(100, crowd, ['far', 'near'])] });
    const left = (answer: typeof kept) => answer.exits.map((exit) => `${exit.id} ${exit.left}`).join(', ');
    console.log(
      `CR6: assigned: ${left(kept)} (${out(kept).toFixed(1)} s); free: ${left(free)} (${out(free).toFixed(1)} s)`,
    );
    expect(kept.exits.map((exit) => exit.left)).toEqual([100, 0]);
    expect(free.exits[1]?.left).toBeGreaterThan(5);
    expect(free.exits[0]?.left).toBeGreaterThan(5);
    expect(out(free)).toBeLessThan(out(kept));
  });

  it('CR6: nobody stands for good before a door of 0.8 m, over ten seeds', () => {
    const times = Array.from({ length: 10 }, (_, seed) =>
      out(
        runCrowd(
          scene({
            walkable: [rectangle(0, 0, 20, 8)],
            exits: [door('near', 0, 3.6, 0, 4.4)],
            sources: [everyone(100, rectangle(1, 0.5, 7, 7.5), ['near'])],
            seed: seed + 1,
          }),
        ),
      ),
    );
    console.log(`CR6: a hundred persons out in ${times.map((seconds) => seconds.toFixed(1)).join(', ')} s`);
    expect(Math.max(...times)).toBeLessThan(60);
  });

  it('CR7: a room, a bottleneck, a corridor and the same bottleneck: it jams before the first only', () => {
    const most = { before: 0, between: 0 };
    out(
      runCrowd(
        scene({
          walkable: [
            rectangle(0, 0, 10, 10),
            rectangle(10, 4.5, 11, 5.5),
            rectangle(11, 3, 23, 7),
            rectangle(23, 4.5, 24, 5.5),
            rectangle(24, 3, 28, 7),
          ],
          sources: [everyone(150, rectangle(0.5, 0.5, 9, 9.5))],
          exits: [door('out', 28, 3, 28, 7)],
        }),
        {
          every: 1,
          onFrame({ people, grid }) {
            let [before, between] = [0, 0];
            for (let i = 0; i < people.walking; i++) {
              const x = (people.x[people.active[i] as number] as number) + grid.west;
              if (x > 8 && x < 10) before++;
              if (x > 21 && x < 23) between++;
            }
            most.before = Math.max(most.before, before / 20);
            most.between = Math.max(most.between, between / 8);
          },
        },
      ),
    );
    console.log(
      `CR7: at most ${most.before.toFixed(2)}/m² before the first, ${most.between.toFixed(2)}/m² before the second`,
    );
    expect(most.before).toBeGreaterThan(2.5);
    expect(most.between).toBeLessThan(most.before / 1.5);
  });

  it.each([0.8, 1, 1.2, 1.6, 2, 3])('CR8: flow through a bottleneck of %s m', (width) => {
    const runs = seeds.map((seed) => bottleneck(width, seed));
    for (const { answer } of runs) out(answer);
    const flow = runs.reduce((sum, run) => sum + run.flow, 0) / runs.length;
    console.log(
      `CR8: ${width} m: ${flow.toFixed(2)} persons/(m·s) (1.2 to 2.25), ${(flow * width).toFixed(2)} persons/s`,
    );
    expect(flow).toBeGreaterThan(1.2);
    expect(flow).toBeLessThan(2.25);
    if (width === 1) attest('bottleneck', flow);
  });

  it('CR8: the flow rises with the width', () => {
    const flows = [0.8, 1.2, 1.6, 2, 3].map((width) => bottleneck(width, 1).flow * width);
    for (let i = 1; i < flows.length; i++) expect(flows[i]).toBeGreaterThan(flows[i - 1] as number);
  });

  it('CR9: both ways through a corridor: lanes, no gridlock, four fifths of the flow of one way', () => {
    const at = { inner: 18, outer: 21, density: 1, seconds: 80 };
    const [one, both] = [0, 0.5].map(
      (backward) => seeds.reduce((sum, seed) => sum + walkRound({ ...at, seed, backward }).speed, 0) / seeds.length,
    ) as [number, number];
    console.log(
      `CR9: ${one.toFixed(3)} m/s one way, ${both.toFixed(3)} m/s both ways: ${((both / one) * 100).toFixed(0)} %`,
    );
    expect(both / one).toBeGreaterThan(0.8);
    attest('counterflow', (both / one) * 100);
  });
});
