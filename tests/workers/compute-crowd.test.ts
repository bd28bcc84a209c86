import { describe, expect, it } from 'vitest';
import type { CrowdMoment, CrowdReply } from '../../src/model/crowd-run.ts';
import { computeCrowd } from '../../src/workers/compute-crowd.ts';
import { door, everyone, rectangle, scene } from '../engines/crowd/scenes.ts';

const street = scene({
  walkable: [rectangle(100, 200, 130, 204)],
  sources: [
    { ...everyone(10, rectangle(100.5, 200.5, 104, 203.5)), id: 'first' },
    { ...everyone(5, rectangle(105, 200.5, 108, 203.5)), id: 'second', from: 5, until: 10 },
  ],
  exits: [door('out', 130, 200, 130, 204)],
  seconds: 60,
});

function ask(scenario: typeof street, seeds: readonly number[]) {
  const replies: CrowdReply[] = [];
  const handed: Transferable[] = [];
  computeCrowd({ scenario, seeds, frameSeconds: 0.5 }, undefined, (reply, buffers) => {
    replies.push(reply);
    handed.push(...(buffers ?? []));
  });
  return { replies, handed };
}

describe('the thread that simulates people', () => {
  it('tells where it lies, moments of the first run only, an answer for each seed, and that it is done', () => {
    const { replies, handed } = ask(street, [1, 2]);
    expect(replies[0]).toEqual({ kind: 'start', west: 99.75, south: 199.75 });
    expect(replies.at(-1)).toEqual({ kind: 'done' });
    const answers = replies.filter((reply) => reply.kind === 'answer');
    expect(answers.map(({ run, answer }) => [run, answer.evacuated])).toEqual([
      [0, 15],
      [1, 15],
    ]);
    const seconds = replies.flatMap((reply) => (reply.kind === 'moment' ? [reply.moment.second] : []));
    expect(seconds.slice(0, 3)).toEqual([0, 0.5, 1]);
    expect(new Set(seconds).size).toBe(seconds.length);
    expect(handed).toHaveLength(4 * seconds.length);
    const shares = replies.flatMap((reply) => (reply.kind === 'progress' && reply.run === 1 ? [reply.share] : []));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('gives each person a number for good, places in centimetres within the ground, and its group', () => {
    const { replies } = ask(street, [1]);
    const moments = replies.flatMap((reply): CrowdMoment[] => (reply.kind === 'moment' ? [reply.moment] : []));
    const groups = new Map<number, number>();
    for (const { person, x, y, group } of moments) {
      for (const [i, who] of person.entries()) {
        expect(groups.get(who) ?? group[i]).toBe(group[i]);
        groups.set(who, group[i] as number);
        expect(x[i]).toBeGreaterThanOrEqual(25);
        expect(x[i]).toBeLessThan(3100);
        expect(y[i]).toBeGreaterThanOrEqual(25 + 13);
        expect(y[i]).toBeLessThanOrEqual(425 - 13);
      }
    }
    expect([...groups.values()].filter((group) => group === 1)).toHaveLength(5);
  });

  it('refuses ground that is wider than moments can tell', () => {
    const wide = { ...street, walkable: [rectangle(100, 200, 800, 204)] };
    expect(() => ask(wide, [1])).toThrow('wider than the 655 m');
  });
});
