import { describe, expect, it } from 'vitest';
import { passesBarrier } from '../../src/engines/barrier-flood.ts';
import { createGrid } from '../../src/model/grid.ts';

/** `#` high, `.` low, `?` unknown; first row in the north. Cells of 1 m from 0, 0. */
function gridOf(...rows: string[]) {
  const grid = createGrid(0, 0, 1, rows[0].length, rows.length);
  rows.forEach((row, r) => {
    [...row].forEach((sign, c) => {
      grid.values[(rows.length - 1 - r) * grid.width + c] = { '#': 3, '.': -4, '?': Number.NaN }[sign] ?? Number(sign);
    });
  });
  return grid;
}
/** West to east through the middle row: the water lies in the north. */
const line = [-10, 2.5, 20, 2.5];

describe('water against a barrier', () => {
  it('is held by a dike, and by one that bends', () => {
    expect(passesBarrier(gridOf('.....', '.....', '#####', '.....', '.....'), line, 2.8)).toBe(false);
    expect(
      passesBarrier(gridOf('.....', '.....', '#...#', '#...#', '#####', '.....', '.....'), [-10, 4.5, 20, 4.5], 2.8),
    ).toBe(false);
  });

  it('gets through a gap, however it winds, but not from corner to corner', () => {
    expect(passesBarrier(gridOf('.....', '.....', '##.##', '.....', '.....'), line, 2.8)).toBe(true);
    expect(passesBarrier(gridOf('.......', '##.####', '##....#', '#####.#', '.......'), line, 2.8)).toBe(true);
    expect(passesBarrier(gridOf('.....', '##.##', '#.###', '.....', '.....'), line, 2.8)).toBe(false);
  });

  it('is held by ground of exactly the height that it must have, not by ground a millimetre lower', () => {
    const grid = gridOf('.....', '.....', '##.##', '.....', '.....');
    grid.values[2 * 5 + 2] = 2.8;
    expect(passesBarrier(grid, line, 2.8)).toBe(false);
    grid.values[2 * 5 + 2] = 2.799;
    expect(passesBarrier(grid, line, 2.8)).toBe(true);
  });

  it('does not spread where no height is known, nor come from the side that is protected', () => {
    expect(passesBarrier(gridOf('.....', '.....', '##?##', '.....', '.....'), line, 2.8)).toBe(false);
    expect(passesBarrier(gridOf('#####', '#####', '##.##', '.....', '.....'), line, 2.8)).toBe(false);
  });
});
