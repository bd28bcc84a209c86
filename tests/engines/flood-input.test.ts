import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/demo/random.ts';
import { runFlood } from '../../src/engines/flood/run-flood.ts';
import { buildFloodInput, type FloodChoices } from '../../src/engines/flood-input.ts';
import { drawSite } from '../fixtures/flood-site.ts';

const choices: FloodChoices = {
  cellSize: 1,
  waterDepth: 0.5,
  rain: [{ second: 0, value: 1e-5 }],
  seconds: 60,
  borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
};
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('a site on its own cells', () => {
  const site = drawSite(['......', '.###..', '.###~~', '.###.?', '......']);
  const input = buildFloodInput(site, choices);
  const at = (values: ArrayLike<number>, column: number, row: number) => values[row * 6 + column] as number;

  it('is its heights, with buildings closed and unknown ground unknown', () => {
    expect(input.frame).toEqual(site.frame);
    expect(at(input.bed as Float32Array, 0, 0)).toBe(0);
    expect(at(input.bed as Float32Array, 5, 1)).toBeNaN();
    expect(sum(input.closed as Uint8Array)).toBe(9);
    expect(input.faces).toEqual([]);
    expect(at(input.manning as Float32Array, 0, 0)).toBeCloseTo(0.03, 6);
    expect(at(input.infiltration as Float32Array, 0, 0)).toBeCloseTo(20 / 3.6e6, 12);
  });

  it('has its water over a bed at the depth that is assumed', () => {
    expect(at(input.bed as Float32Array, 4, 2)).toBe(-1.5);
    expect(at(input.initialDepth as Float32Array, 4, 2)).toBe(0.5);
    expect(at(input.initialDepth as Float32Array, 0, 0)).toBe(0);
  });

  it('gets the rain of its roofs on the cells around them, and loses none', () => {
    const factor = input.rainFactor as Float32Array;
    expect(sum(factor)).toBeCloseTo(29, 5);
    expect([at(factor, 2, 2), at(factor, 5, 1)]).toEqual([0, 0]);
    // Of nine cells of roof, three at most drain to one cell beside them; what is not beside them gets its own rain.
    expect(Math.max(...factor)).toBeLessThanOrEqual(3);
    expect([at(factor, 0, 0), at(factor, 5, 4)]).toEqual([1, 1]);
    for (const [column, row] of [
      [0, 2],
      [2, 4],
      [2, 0],
      [4, 1],
    ] as const)
      expect(at(factor, column, row), `${column}, ${row}`).toBeGreaterThan(1);
  });

  it('drains roofs and paving to the sewer', () => {
    const paved = buildFloodInput(drawSite(['--', '#.']), {
      ...choices,
      sewerMillimetresPerHour: 36,
      sewerStorageMillimetres: 7,
    });
    // Two of paving and a roof: three cells at 1e-5 m/s; grass drains only what the roof gives it.
    expect(sum(paved.sewer as Float32Array)).toBeCloseTo(3e-5, 11);
    expect(paved.sewerStorage).toBe(0.007);
    expect(buildFloodInput(site, choices)).not.toHaveProperty('sewer');
  });
});

describe('a site on larger cells', () => {
  const build = (rows: readonly string[], cellSize = 4) => buildFloodInput(drawSite(rows), { ...choices, cellSize });
  const field = Array<string>(4).fill('........');

  it('has the mean of its open ground as bed', () => {
    const { frame, bed, faces } = build(['..^^....', '..^^....', '........', '........']);
    expect(frame).toEqual({ west: 1000, south: 2000, cellSize: 4, width: 2, height: 1 });
    expect([...bed]).toEqual([0.25, 0]);
    expect(faces).toEqual([]);
  });

  it('closes a cell of which buildings have more than half, and keeps the rain of the rest', () => {
    const { closed, rainFactor } = build(['####....', '####....', '#.......', '........']);
    expect([...(closed as Uint8Array)]).toEqual([1, 0]);
    expect([...(rainFactor as Float32Array)]).toEqual([0, 2]);
    expect([...(build(['####....', '####....', '........', '........']).closed as Uint8Array)]).toEqual([0, 0]);
  });

  it('leaves out what is not known', () => {
    const { bed, rainFactor } = build(['????.???', '????..??', '????....', '????....']);
    expect(bed[0]).toBeNaN();
    expect(bed[1]).toBe(0);
    expect([...(rainFactor as Float32Array)]).toEqual([0, 0.6875]);
  });

  it('holds water up to the lowest point of a wall that is narrower than a cell', () => {
    const wall = Array<string>(4).fill('...^....');
    expect(build(wall).faces).toEqual([{ cell: 0, axis: 'x', crest: 1 }]);
    // The wall takes part of the bed of its own cell.
    expect(build(wall).bed[0]).toBe(0.25);
  });

  it('lets water through a gap in a wall, as wide as the gap', () => {
    const { faces } = build(['...^....', '........', '...^....', '...^....']);
    expect(faces).toEqual([{ cell: 0, axis: 'x', openness: 0.25 }]);
  });

  it('keeps an alley between houses as wide as it is, and closes what houses close', () => {
    expect(build(['...##...', '........', '...##...', '...##...']).faces).toEqual([
      { cell: 0, axis: 'x', openness: 0.25 },
    ]);
    expect(build(Array<string>(4).fill('...##...')).faces).toEqual([
      { cell: 0, axis: 'x', crest: Number.POSITIVE_INFINITY },
    ]);
  });

  it('finds a way that steps aside', () => {
    // Two walls with gaps at either end: no straight row is free, but water gets round.
    expect(build(['...^....', '...^.^..', '...^.^..', '.....^..']).faces).toEqual([
      { cell: 0, axis: 'x', openness: 0.25 },
    ]);
  });

  it('knows walls between north and south alike', () => {
    const { faces } = build(['....', '....', '....', '....', '^^^^', '....', '....', '....']);
    expect(faces).toEqual([{ cell: 0, axis: 'y', crest: 1 }]);
  });

  it('keeps the height of a kerb, over its whole length', () => {
    const { faces } = build(Array<string>(4).fill('..kk....'));
    expect(faces).toEqual([{ cell: 0, axis: 'x', crest: Math.fround(0.12) }]);
    expect(build(field).faces).toEqual([]);
  });

  it('has no storage below the level of a ditch narrower than half a cell, and a bed under one that is wider', () => {
    const narrow = build(['....~...', '....~...', '....~...', '....~...']);
    expect([...narrow.bed]).toEqual([0, -0.25]);
    expect([...(narrow.initialDepth as Float32Array)]).toEqual([0, 0]);
    const wide = build(['....~~..', '....~~..', '....~~..', '....~~..']);
    expect([...wide.bed]).toEqual([0, -1.5]);
    expect([...(wide.initialDepth as Float32Array)]).toEqual([0, 0.5]);
  });

  it('keeps every drop, whatever stands where', () => {
    const random = createRandom(7);
    const rows = Array.from({ length: 24 }, () =>
      Array.from({ length: 24 }, () => '..-#~^k'[Math.floor(random.next() * 7)]).join(''),
    );
    for (const cellSize of [1, 2, 3, 4, 8]) {
      const { rainFactor, closed } = build(rows, cellSize);
      expect(sum(rainFactor as Float32Array) * cellSize ** 2, `${cellSize} m`).toBeCloseTo(576, 2);
      for (const [i, isClosed] of (closed as Uint8Array).entries()) if (isClosed) expect(rainFactor?.[i]).toBe(0);
    }
  });
});

describe('choices for a site', () => {
  it('may be a part of it', () => {
    const { frame, bed } = buildFloodInput(drawSite(['....', '.^^.', '.^^.', '....']), {
      ...choices,
      cellSize: 2,
      extent: [1001, 2001, 1003, 2003],
    });
    expect([frame, [...bed]]).toEqual([{ west: 1001, south: 2001, cellSize: 2, width: 1, height: 1 }, [1]]);
  });

  it('that do not fit are refused', () => {
    const site = drawSite(['..', '..']);
    expect(() => buildFloodInput(site, { ...choices, cellSize: 1.5 })).toThrow('some whole times 1 m, got 1.5 m');
    expect(() => buildFloodInput(site, { ...choices, cellSize: 4 })).toThrow('at least one cell of 4 m');
    expect(() => buildFloodInput(site, { ...choices, extent: [0, 0, 10, 10] })).toThrow('meets the site');
  });
});

describe('a site that is none', () => {
  const frame = { west: 0, south: 0, cellSize: 1, width: 4, height: 4 };
  const site = {
    frame,
    heights: new Float32Array(16),
    ground: new Uint8Array(16),
    buildings: new Uint16Array(16),
    water: new Float32Array(16).fill(Number.NaN),
  };
  const borders = { west: 'closed', east: 'closed', south: 'closed', north: 'closed' } as const;
  const choices = { cellSize: 2, waterDepth: 0.5, rain: [], seconds: 0, borders };
  it.each<[string, () => unknown, RegExp]>([
    [
      'heights of another frame',
      () => buildFloodInput({ ...site, heights: new Float32Array(9) }, choices),
      /heights of 16 values \(4 x 4\), got 9/,
    ],
    [
      'buildings of another frame',
      () => buildFloodInput({ ...site, buildings: new Uint16Array(4) }, choices),
      /buildings of 16 values/,
    ],
    ['cells of 0 m', () => buildFloodInput(site, { ...choices, cellSize: 0 }), /got 0 m/],
    ['cells that are no number', () => buildFloodInput(site, { ...choices, cellSize: Number.NaN }), /got NaN m/],
    [
      'cells larger than the site',
      () => buildFloodInput(site, { ...choices, cellSize: 8 }),
      /at least one cell of 8 m/,
    ],
    ['an extent outside', () => buildFloodInput(site, { ...choices, extent: [100, 100, 200, 200] }), /meets the site/],
    ['an extent of NaN', () => buildFloodInput(site, { ...choices, extent: [0, 0, Number.NaN, 4] }), /four numbers/],
  ])('is refused: %s', (_, build, message) => {
    expect(build).toThrow(RangeError);
    expect(build).toThrow(message);
  });

  it('without any height has no place for water, and says so when it is run', () => {
    const input = buildFloodInput({ ...site, heights: new Float32Array(16).fill(Number.NaN) }, choices);
    expect(() => runFlood(input)).toThrow('there is no cell with a height that is not closed');
  });

  it('with water of which the depth is no number is refused, with its place', () => {
    const water = site.water.map(() => 0);
    const input = buildFloodInput({ ...site, water }, { ...choices, waterDepth: Number.NaN });
    expect(() => runFlood(input)).toThrow(/Flood: .*/);
  });
});
