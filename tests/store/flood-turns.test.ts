import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/store/flood-turns.ts';

/** Pictures that take as long as the test says. */
function createEasel() {
  const drawn: string[] = [];
  let finish: (() => void) | undefined;
  return {
    drawn,
    draw: (name: string) => () =>
      new Promise<void>((resolve) => {
        drawn.push(name);
        finish = resolve;
      }),
    async done() {
      finish?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

const fail = (error: unknown) => {
  throw error;
};

describe('answers that are drawn while more of them come', () => {
  it('are the newest of those that may be left out, and all that must be drawn, in order', async () => {
    const { drawn, draw, done } = createEasel();
    const turns = createTurns(fail);
    turns.may(draw('5 min'));
    turns.may(draw('10 min'));
    turns.may(draw('15 min'));
    await done();
    turns.may(draw('20 min'));
    turns.must(draw('coarse'));
    turns.must(draw('fine'));
    for (let i = 0; i < 3; i++) await done();
    expect(drawn).toEqual(['5 min', '15 min', 'coarse', 'fine']);
  });

  it('leave time to compute, but what must be drawn does not wait', async () => {
    const { drawn, draw, done } = createEasel();
    const turns = createTurns(fail);
    turns.may(draw('first'), 60_000);
    await done();
    turns.may(draw('too soon'), 60_000);
    await done();
    expect(drawn).toEqual(['first']);
    turns.must(draw('end'));
    expect(drawn).toEqual(['first', 'end']);
    await done();
    turns.stop();
  });

  it('go on after one that failed, which is told', async () => {
    const told: unknown[] = [];
    const { drawn, draw, done } = createEasel();
    const turns = createTurns((error) => told.push(error));
    turns.must(() => Promise.reject(new Error('gone')));
    turns.must(draw('next'));
    await done();
    expect([told, drawn]).toEqual([[new Error('gone')], ['next']]);
  });

  it('end with what is drawn already', async () => {
    const { drawn, draw, done } = createEasel();
    const turns = createTurns(fail);
    turns.must(draw('one'));
    turns.must(draw('two'));
    turns.may(draw('three'));
    turns.stop();
    await done();
    expect(drawn).toEqual(['one']);
  });
});
