import { describe, expect, it } from 'vitest';
import { smoothShore } from '../../src/engines/shore-line.ts';
import { toHalf } from '../../src/model/half-float.ts';

const SIZE = 24;
const HALFWAY = 127.5;

const raise = (depthAt: (x: number, y: number) => number) =>
  Uint16Array.from({ length: SIZE * SIZE }, (_, i) => toHalf(depthAt(i % SIZE, Math.floor(i / SIZE))));

/** Where along a row the shore is, in cells, going from wet to dry. */
function shoreOf(shore: Uint8Array, row: number): number {
  for (let x = 0; x + 1 < SIZE; x++) {
    const [a, b] = [shore[row * SIZE + x] as number, shore[row * SIZE + x + 1] as number];
    if (a >= HALFWAY && b < HALFWAY) return x + (a - HALFWAY) / (a - b);
  }
  return Number.NaN;
}

describe('a shore', () => {
  it('is a line where a quay runs aslant over the cells, and not its steps', () => {
    const at = (y: number) => 8 + y / 3;
    const shore = smoothShore(
      { width: SIZE, height: SIZE },
      raise((x, y) => (x < at(y) ? 0.3 : -0.5)),
    );
    const steps: number[] = [];
    const smooth: number[] = [];
    for (let row = 3; row < SIZE - 3; row++) {
      steps.push(Math.abs(Math.ceil(at(row)) - 0.5 - (at(row) - 0.0)));
      smooth.push(shoreOf(shore, row) - at(row));
    }
    const spread = (list: number[]) => Math.max(...list) - Math.min(...list);
    expect(spread(steps)).toBeGreaterThan(0.3);
    expect(spread(smooth)).toBeLessThan(0.3);
    expect(Math.abs(smooth.reduce((sum, off) => sum + off, 0) / smooth.length + 0.33)).toBeLessThan(0.25);
  });

  it('stays where the water meets a gentle slope', () => {
    const shore = smoothShore(
      { width: SIZE, height: SIZE },
      raise((x) => 0.05 + 0.01 * (12.4 - x)),
    );
    for (let row = 0; row < SIZE; row++) expect(Math.abs(shoreOf(shore, row) - 12.4)).toBeLessThan(0.05);
  });

  it('loses no puddle and no dry spot, and ends at water that always stands there', () => {
    const hidden = new Uint8Array(SIZE * SIZE);
    for (let i = 0; i < hidden.length; i++) if (i % SIZE >= 20) hidden[i] = 1;
    const depths = raise((x, y) => (x === 3 && y === 3 ? 0.1 : x < 8 ? -0.1 : x === 14 && y === 14 ? -0.2 : 0.2));
    const shore = smoothShore({ width: SIZE, height: SIZE, hidden }, depths);
    expect(shore[3 * SIZE + 3]).toBeGreaterThan(HALFWAY);
    expect(shore[14 * SIZE + 14]).toBeLessThan(HALFWAY);
    expect(shore[14 * SIZE + 19]).toBeGreaterThan(HALFWAY);
    expect(shore[14 * SIZE + 20]).toBeLessThan(HALFWAY);
  });
});
