import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { CaseName } from './cases.ts';
import { type FloodPageHandle, openFloodPage } from './open-page.ts';
import type { Comparison } from './page.ts';

/** FL12: between devices. */
const MILLIMETRE = 1e-3;

let handle: FloodPageHandle | undefined;
beforeAll(async () => {
  handle = await openFloodPage();
});
afterAll(() => handle?.close());

const open = (context: TestContext): FloodPageHandle => handle ?? context.skip('no Chromium with WebGPU here');

function compare(context: TestContext, name: CaseName): Promise<Comparison> {
  return open(context).page.evaluate((asked) => window.floodPage.compare(asked), name);
}

function expectSame({ depth, deepest, balance, expected, steps, engine, times }: Comparison): void {
  expect(engine).toBe('webgpu');
  expect(depth).toBeLessThan(MILLIMETRE);
  expect(deepest).toBeLessThan(MILLIMETRE);
  expect(times).toBeLessThan(0.01);
  expect(Math.abs(balance.relativeError)).toBeLessThan(1e-5);
  const came = expected.initial + expected.rain + expected.inflow;
  for (const name of ['initial', 'rain', 'inflow', 'infiltrated', 'sewer', 'outflow', 'stored'] as const) {
    expect(Math.abs(balance[name] - expected[name]) / came, name).toBeLessThan(1e-4);
  }
  expect(Math.abs(steps[0] / steps[1] - 1)).toBeLessThan(0.01);
}

describe('the choice of what computes', () => {
  it('leaves short runs, and devices of software, to the processor', async (context) => {
    const { page } = open(context);
    const decide = (side: number) => page.evaluate((asked) => window.floodPage.decide(asked, false), side);
    expect(await decide(50)).toEqual({ answer: 'short', detail: '' });
    expect((await decide(2000)).answer).toBe('software');
  });

  it('lets any other device race, and believes only an answer that agrees', async (context) => {
    const { page } = open(context);
    const { answer, detail } = await page.evaluate(() => window.floodPage.decide(2000, true));
    expect(['slower', 'used'], detail).toContain(answer);
  });

  it('goes on without a device that is lost, and gives each moment once', async (context) => {
    const { page } = open(context);
    const { seen, engine, gpu, depth } = await page.evaluate(() => window.floodPage.lose());
    expect(seen).toEqual([20, 40, 60, 80]);
    expect(engine).toBe('javascript');
    expect(gpu?.answer).toBe('failed');
    expect(gpu?.detail).not.toBe('');
    expect(depth).toBe(0);
  });
});

describe('the flood on a GPU', () => {
  it('leaves a lake at rest, also high above NAP', async (context) => {
    for (const name of ['lake', 'highLake'] as const) {
      const seen = await compare(context, name);
      expectSame(seen);
      expect(seen.greatestDischarge).toBeLessThan(5e-6);
      expect(Math.abs(seen.balance.relativeError)).toBeLessThan(1e-9);
    }
  });

  it('gives the depths of the processor in a rainy town, and accounts for its water', async (context) => {
    const seen = await compare(context, 'town');
    expectSame(seen);
    expect(seen.greatestDepth).toBeGreaterThan(0.05);
    expect(seen.moments).toEqual([0, 7.5, 150]);
  });

  it('gives a turned town the turned answer', async (context) => {
    const [one, turned] = [await compare(context, 'town'), await compare(context, 'turnedTown')];
    expectSame(turned);
    expect(Math.abs(turned.greatestDepth - one.greatestDepth)).toBeLessThan(MILLIMETRE);
    expect(Math.abs(turned.balance.stored / one.balance.stored - 1)).toBeLessThan(1e-6);
  });

  it('gives the discharge of the kinematic wave at the foot of a plane (FL3)', async (context) => {
    const seen = await compare(context, 'plane');
    expectSame(seen);
    expect(Math.abs(seen.lastDischarge / 1.9444e-3 - 1)).toBeLessThan(0.005);
  });

  it('spreads an inflow over a valley as the processor does (FL9, on coarse cells)', async (context) => {
    const seen = await compare(context, 'valley');
    expectSame(seen);
    expect(seen.greatestDepth).toBeGreaterThan(0.1);
    expect(seen.cellUpdates[0]).toBeLessThan(seen.steps[0] * 3200);
  });

  it('does kerbs, gaps, borders, inflows, culverts and pumps', async (context) => {
    const seen = await compare(context, 'all');
    expectSame(seen);
    expect(seen.expected.outflow).toBeGreaterThan(0.1);
    expect(seen.expected.inflow).toBeGreaterThan(0.1);
  });

  it('computes three cells, and no time at all', async (context) => {
    expectSame(await compare(context, 'drop'));
    const nothing = await compare(context, 'moment');
    expect([nothing.depth, nothing.steps[0]]).toEqual([0, 0]);
  });
});
