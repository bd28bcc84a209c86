import { describe, expect, it } from 'vitest';
import { listClaimsAt } from '../../src/model/claim-place.ts';

const square = (x: number, y: number, side: number) => [x, y, x + side, y, x + side, y + side, x, y + side];
const area = (...rings: number[][]) => ({ parts: [rings], lines: [], bufferM: 0 });
const isAt = (shape: Parameters<typeof listClaimsAt>[0][number], place: Parameters<typeof listClaimsAt>[1]) =>
  listClaimsAt([shape], place).length === 1;

describe('claims at a point', () => {
  it('are those around it, not those whose hole it lies in', () => {
    const ring = area(
      square(0, 0, 10),
      square(4, 4, 2)
        .reverse()
        .flatMap((_, i, all) => (i % 2 ? [] : [all[i + 1] as number, all[i] as number])),
    );
    expect(isAt(ring, { x: 2, y: 2 })).toBe(true);
    expect(isAt(ring, { x: 5, y: 5 })).toBe(false);
    expect(isAt(ring, { x: 11, y: 5 })).toBe(false);
  });

  it('reach as far as their buffer, and a pipe half its width more', () => {
    expect(isAt({ ...area(square(0, 0, 10)), bufferM: 3 }, { x: 12.9, y: 5 })).toBe(true);
    expect(isAt({ ...area(square(0, 0, 10)), bufferM: 3 }, { x: 12.2, y: 12.2 })).toBe(false);
    const pipe = { parts: [], lines: [[0, 0, 10, 0]], bufferM: 1, diameterM: 1 };
    expect(isAt(pipe, { x: 5, y: 1.49 })).toBe(true);
    expect(isAt(pipe, { x: 5, y: 1.51 })).toBe(false);
  });
});

describe('claims in an area', () => {
  const drawn = { ring: square(0, 0, 10) };
  it('overlap it, hold it or lie within it', () => {
    for (const shape of [
      area(square(5, 5, 10)),
      area(square(-5, -5, 30)),
      area(square(4, 4, 2)),
      area(square(0, 0, 10)),
    ])
      expect(isAt(shape, drawn)).toBe(true);
    expect(isAt({ parts: [], lines: [[-5, 5, 15, 5]], bufferM: 0 }, drawn)).toBe(true);
    expect(isAt({ parts: [], lines: [[2, 5, 6, 5]], bufferM: 0 }, drawn)).toBe(true);
  });

  it('do not only touch it, nor lie around it with a hole', () => {
    expect(isAt(area(square(10, 0, 10)), drawn)).toBe(false);
    expect(isAt(area(square(10, 10, 10)), drawn)).toBe(false);
    expect(isAt(area(square(-5, -5, 30), square(-1, -1, 20)), drawn)).toBe(false);
    expect(isAt({ ...area(square(12, 0, 10)), bufferM: 1 }, drawn)).toBe(false);
    expect(isAt({ ...area(square(12, 0, 10)), bufferM: 2.5 }, drawn)).toBe(true);
  });
});
