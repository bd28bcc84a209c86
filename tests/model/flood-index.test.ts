import { describe, expect, it } from 'vitest';
import { parseFloodIndex } from '../../src/model/flood-index.ts';

const good = {
  schema: 1,
  frame: { west: 0, south: 0, cellSize: 1, width: 10, height: 10 },
  waterDepth: 0.5,
  files: { heights: 'h.tif', ground: 'g.tif', buildings: 'b.tif', water: 'w.tif' },
  runs: [
    {
      storm: { id: '70mm-1h', millimetres: 70, minutes: 60, shape: 'block' },
      seconds: [900, 1800],
      depths: ['1.tif', '2.tif'],
      deepest: 'd.tif',
      arrival: 'a.tif',
      duration: 'u.tif',
      engine: 'wasm-simd',
      hash: 'abc',
    },
  ],
};
const [run] = good.runs;
const withRun = (change: object) => ({ ...good, runs: [{ ...run, ...change }] });

describe('an index of floods', () => {
  it('is read when it is whole', () => {
    expect(parseFloodIndex(good, 'index.json').runs).toHaveLength(1);
  });

  it.each<[string, unknown, RegExp]>([
    ['cells of 0 m', { ...good, frame: { ...good.frame, cellSize: 0 } }, /^index\.json is no index.*frame\.cellSize/],
    ['a frame without width', { ...good, frame: { ...good.frame, width: 0 } }, /frame\.width/],
    ['half a cell', { ...good, frame: { ...good.frame, height: 2.5 } }, /frame\.height/],
    ['a place that is no number', { ...good, frame: { ...good.frame, west: Number.NaN } }, /frame\.west/],
    ['a storm of zero minutes', withRun({ storm: { ...run?.storm, minutes: 0 } }), /runs\.0\.storm\.minutes/],
    ['rain below zero', withRun({ storm: { ...run?.storm, millimetres: -1 } }), /runs\.0\.storm\.millimetres/],
    ['fewer depths than moments', withRun({ depths: ['1.tif'] }), /"70mm-1h"\) has 2 moments and 1 depths/],
    ['moments that go back', withRun({ seconds: [1800, 900] }), /seconds\.1 is 900, which does not come after/],
    ['one storm twice', { ...good, runs: [run, run] }, /runs\.1 \("70mm-1h"\) is there twice/],
    ['nothing', undefined, /index\.json is no index/],
  ])('is refused with %s, naming file and field', (_, json, message) => {
    expect(() => parseFloodIndex(json, 'index.json')).toThrow(message);
  });
});
