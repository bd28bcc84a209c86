import { describe, expect, it } from 'vitest';
import { burnPolygon, scanPolygon } from '../../src/model/scan-polygon.ts';

const frame = { west: 100, south: 200, cellSize: 2, width: 6, height: 4 };

/** Rows from north to south, as one reads them. */
function draw(rings: readonly (readonly number[])[]): string[] {
  const cells = new Uint8Array(frame.width * frame.height);
  burnPolygon(frame, rings, cells, 1);
  return Array.from({ length: frame.height }, (_, i) =>
    Array.from(cells.subarray((frame.height - 1 - i) * frame.width, (frame.height - i) * frame.width)).join(''),
  );
}
const box = (west: number, south: number, east: number, north: number) => [
  west,
  south,
  east,
  south,
  east,
  north,
  west,
  north,
  west,
  south,
];

describe('scanning a polygon', () => {
  it('takes the cells whose centre lies inside', () => {
    expect(draw([box(102, 202, 106, 206)])).toEqual(['000000', '011000', '011000', '000000']);
    // 0.9 m over the border of a cell of 2 m does not reach its centre, 1.1 m does.
    expect(draw([box(102, 202, 106.9, 206)])[1]).toBe('011000');
    expect(draw([box(102, 202, 107.1, 206)])[1]).toBe('011100');
  });

  it('gives a centre on a border to the polygon east or north of it', () => {
    expect(draw([box(101, 201, 103, 203)])).toEqual(['000000', '000000', '000000', '100000']);
    expect(draw([box(103, 203, 107, 207)])).toEqual(['000000', '011000', '011000', '000000']);
  });

  it('leaves holes open, and does not mind which way rings turn or whether they close', () => {
    const hole = [104, 202, 104, 206, 108, 206, 108, 202];
    expect(draw([box(100, 200, 112, 208), hole])).toEqual(['111111', '110011', '110011', '111111']);
  });

  it('crosses slanting sides at the height of the centres', () => {
    // A right triangle: at centre heights 1, 3, 5, 7 of 8 its east side stands at 10.5, 7.5, 4.5 and 1.5 of 12.
    expect(draw([[100, 200, 112, 200, 100, 208]])).toEqual(['100000', '110000', '111100', '111110']);
  });

  it('keeps within the grid, and finds nothing in what lies beside it or is no polygon', () => {
    expect(draw([box(0, 0, 1000, 1000)])).toEqual(['111111', '111111', '111111', '111111']);
    for (const rings of [
      [box(0, 0, 50, 50)],
      [box(100, 300, 112, 310)],
      [[]],
      [],
      [[101, 201]],
      [[101, 201, 109, 207]],
    ])
      expect(draw(rings).join('')).not.toContain('1');
  });

  it('gives every cell of a tessellation to exactly one polygon', () => {
    const counts = new Uint8Array(frame.width * frame.height);
    const spokes = Array.from({ length: 17 }, (_, i) => (i / 16) * 2 * Math.PI);
    for (let i = 0; i < 16; i++) {
      const at = (k: number) => [106 + 20 * Math.cos(spokes[k] as number), 204 + 20 * Math.sin(spokes[k] as number)];
      // Half of the wedges turn the other way: the shared side is then walked in the same direction twice.
      const [a, b] = i % 2 === 0 ? [at(i), at((i + 1) % 16)] : [at((i + 1) % 16), at(i)];
      scanPolygon(frame, [[106, 204, ...a, ...b]], (row, from, until) => {
        for (let i = row * frame.width + from; i < row * frame.width + until; i++)
          counts[i] = (counts[i] as number) + 1;
      });
    }
    expect([...counts]).toEqual(Array(frame.width * frame.height).fill(1));
  });
});
