import { describe, expect, it } from 'vitest';
import { cutBarrier, type FlatGround } from '../../src/engines/barrier-cut.ts';
import { box } from '../fixtures/box.ts';

const piece = (ring: number[], level: number, isWater = false, ...holes: number[][]): FlatGround => ({
  rings: [ring, ...holes],
  level,
  isWater,
});
/** A dike of +3 m along y = 0. */
const line = [-100, 0, 100, 0];
const dike = () => 3;

describe('the cut that new ground makes in a barrier', () => {
  it('is as long as the line within ground that is too low', () => {
    const cut = cutBarrier(line, 2.8, [piece(box(10, -20, 18, 30), -4.9, true)], dike);
    expect(cut).toEqual({ length: expect.closeTo(8, 9), lowestNap: -4.9, isWater: true });
  });

  it('counts along the line, also where that runs askew or bends within the ground', () => {
    const ground = [piece(box(0, -50, 30, 50), -1)];
    expect(cutBarrier([-30, -40, 60, 80], 2.8, ground, dike)?.length).toBeCloseTo(30 / 0.6, 9);
    expect(cutBarrier([-30, 0, 10, 0, 10, 20, 100, 20], 2.8, ground, dike)?.length).toBeCloseTo(10 + 20 + 20, 9);
  });

  it('adds stretches, leaves holes out, and takes the lowest', () => {
    const ground = [
      piece(box(0, -5, 20, 5), 1, false, box(5, -1, 9, 1)),
      piece(box(20, -5, 26, 5), -0.3, true),
      piece(box(40, -5, 43, 5), 0),
    ];
    const cut = cutBarrier(line, 2.8, ground, dike);
    expect(cut).toEqual({ length: expect.closeTo(16 + 6 + 3, 9), lowestNap: -0.3, isWater: true });
  });

  it('is none where ground is as high as it must be, or lies beside the line', () => {
    const ground = [piece(box(0, -5, 20, 5), 2.8), piece(box(20, 1, 40, 9), -4.9)];
    expect(cutBarrier(line, 2.8, ground, dike)).toBeUndefined();
    expect(cutBarrier(line, 2.8, [], dike)).toBeUndefined();
  });

  it('leaves out what is too low today already, to within a metre', () => {
    const ground = [piece(box(0, -5, 20, 5), -4)];
    const gap = (x: number) => (x > 12 ? 1 : 3);
    expect(cutBarrier(line, 2.8, ground, gap)?.length).toBeCloseTo(12, 0);
    expect(cutBarrier(line, 2.8, ground, () => 1)).toBeUndefined();
    expect(cutBarrier(line, 2.8, ground, () => undefined)?.length).toBeCloseTo(20, 9);
  });
});
