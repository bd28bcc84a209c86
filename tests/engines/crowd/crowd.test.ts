import { describe, expect, it } from 'vitest';
import { STEP } from '../../../src/engines/crowd/step.ts';
import { wallDistanceSquared } from '../../../src/engines/crowd/walk-grid.ts';
import { type CrowdFrame, runCrowd } from '../../../src/engines/crowd.ts';
import { door, everyone, rectangle, scene } from './scenes.ts';

const room = scene({
  walkable: [rectangle(0, 0, 12, 8)],
  obstacles: [rectangle(6, 3, 7, 6)],
  sources: [everyone(80, rectangle(0.3, 0.3, 5, 7.7))],
  exits: [door('out', 12, 3, 12, 5)],
  gates: [{ id: 'middle', line: [9, 0, 9, 8] }],
  seconds: 120,
});

describe('people who walk', () => {
  it('are all somewhere: out, walking or not in yet', () => {
    for (const seconds of [0.05, 3, 9, 120]) {
      const { evacuated, remaining, waiting } = runCrowd({ ...room, seconds });
      expect(evacuated + remaining + waiting).toBe(80);
    }
    expect(runCrowd(room)).toMatchObject({ evacuated: 80, remaining: 0 });
  });

  it('do the same from the same seed, and something else from another', () => {
    const first = runCrowd(room);
    expect(runCrowd(room)).toEqual(first);
    expect(runCrowd({ ...room, seed: 2 }).gates[0]?.times).not.toEqual(first.gates[0]?.times);
  });

  it('keep a body from walls, and their middles 5 cm less than two bodies from each other at the most', () => {
    let [wall, near] = [Infinity, Infinity];
    runCrowd(room, {
      every: STEP * 5,
      onFrame({ people, grid }: CrowdFrame) {
        for (let i = 0; i < people.walking; i++) {
          const a = people.active[i] as number;
          const [x, y] = [people.x[a] as number, people.y[a] as number];
          for (let w = 0; w < grid.walls.length / 4; w++)
            wall = Math.min(wall, wallDistanceSquared(grid.walls, w, x, y));
          for (let j = 0; j < i; j++) {
            const b = people.active[j] as number;
            near = Math.min(near, Math.hypot(x - (people.x[b] as number), y - (people.y[b] as number)));
          }
        }
      },
    });
    expect(Math.sqrt(wall)).toBeGreaterThan(0.15 * 0.9 - 1e-6);
    expect(near).toBeGreaterThan(2 * 0.15 - 0.05);
  });

  it('are each counted once by a gate that they must pass, on the side that they come from', () => {
    const { gates } = runCrowd(room);
    expect(gates[0]?.crossed).toEqual({ forward: 0, backward: 80 });
    const turned = runCrowd({ ...room, gates: [{ id: 'middle', line: [9, 8, 9, 0] }] });
    expect(turned.gates[0]?.crossed).toEqual({ forward: 80, backward: 0 });
  });

  it('begin when they are told to', () => {
    const late = { ...room, agents: { ...room.agents, reactionSeconds: [20, 20] as const } };
    const [soon, then] = [runCrowd(room), runCrowd(late)];
    const first = ({ gates }: typeof soon) => gates[0]?.firstSecond as number;
    expect(first(then) - first(soon)).toBeCloseTo(20, 0);
  });

  it('come evenly over the time of their source, and wait outside while there is no room', () => {
    const source = { ...everyone(40, rectangle(0.3, 3.6, 1.1, 4.4)), until: 40 };
    const { gates } = runCrowd({ ...room, sources: [source] });
    const times = (gates[0]?.times ?? []).map(Math.abs);
    expect((times.at(-1) as number) - (times[0] as number)).toBeGreaterThan(30);
    // Nine fit at a time where forty want to be at once.
    const crowded = runCrowd({ ...room, seconds: 0.05, sources: [everyone(40, rectangle(0.35, 3.6, 1.15, 4.4))] });
    expect(crowded.remaining).toBeLessThan(12);
    expect(crowded.remaining + crowded.waiting).toBe(40);
  });

  it('flow alike in a mirrored room, over seeds', () => {
    const mirrored = (polygon: readonly (readonly number[])[]) =>
      polygon.map((ring) => ring.map((v, i) => (i % 2 ? v : -v)));
    const mirror = {
      ...room,
      walkable: room.walkable.map(mirrored),
      obstacles: room.obstacles.map(mirrored),
      sources: [everyone(80, mirrored(rectangle(0.3, 0.3, 5, 7.7)))],
      exits: [door('out', -12, 3, -12, 5)],
      gates: [],
    };
    const mean = (scenario: typeof room) =>
      [1, 2, 3, 4, 5, 6].reduce((sum, seed) => sum + (runCrowd({ ...scenario, seed }).lastExitSecond as number), 0) / 6;
    expect(Math.abs(mean(mirror) / mean(room) - 1)).toBeLessThan(0.1);
  });

  it.each([
    ['straight', [20, 4, 20, 6]],
    ['off the cells', [20.11, 1, 20.11, 11]],
    ['askew', [19, 3.3, 21, 7.1]],
  ])('all leave by a line across open ground that people are pressed around: %s', (_, line) => {
    const open = scene({
      walkable: [rectangle(0, 0, 30, 12)],
      sources: [everyone(60, rectangle(1, 1, 8, 11))],
      exits: [door('out', ...line)],
      seconds: 120,
    });
    for (const seed of [1, 2, 3]) {
      const { evacuated, lastExitSecond } = runCrowd({ ...open, seed });
      expect(evacuated).toBe(60);
      expect(lastExitSecond).toBeLessThan(40);
    }
  });

  it('of a source in an obstacle, or that cannot reach its exit, are refused by name', () => {
    expect(() => runCrowd({ ...room, sources: [everyone(5, rectangle(6.2, 3.5, 6.8, 5.5))] })).toThrow(
      'sources: in has no free ground',
    );
    const wall = rectangle(8, 0, 8.2, 8);
    expect(() => runCrowd({ ...room, obstacles: [wall] })).toThrow('sources: from in no one can reach out');
    expect(() => runCrowd({ ...room, obstacles: [rectangle(-1, -1, 13, 9)] })).toThrow('walkable: nothing is left');
  });

  it('on ground that no memory holds, or from too many places, are refused', () => {
    expect(() => runCrowd({ ...room, walkable: [rectangle(0, 0, 90_000, 80)] })).toThrow(
      'walkable: the ground is 90000 by 80 m, more than the 4 km²',
    );
    const sources = Array.from({ length: 300 }, (_, i) => ({ ...everyone(1, rectangle(1, 1, 4, 4)), id: `${i}` }));
    expect(() => runCrowd({ ...room, sources })).toThrow('sources: 300 are more than 255');
  });
});
