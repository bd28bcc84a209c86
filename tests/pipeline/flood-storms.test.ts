import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { FloodInput } from '../../src/model/flood.ts';
import type { Storm } from '../../src/model/storm.ts';
import { makeStorms } from '../../src/pipeline/flood/make-storms.ts';

const folder = mkdtempSync(join(tmpdir(), 'storms-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Large enough for threads, with cells so wide that a run has few steps. */
const [width, height] = [400, 260];
const ground: FloodInput = {
  frame: { west: 0, south: 0, cellSize: 100, width, height },
  bed: Float32Array.from({ length: width * height }, (_, cell) => Math.sin(cell / 7)),
  manning: 0.03,
  borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
  rain: [],
  seconds: 0,
};
const storms: Storm[] = [20, 40].map((millimetres) => ({
  id: `${millimetres}mm`,
  millimetres,
  minutes: 5,
  shape: 'block',
}));

it('storms side by side come out in their order, each with its own rain and files, and tell how far they are', async () => {
  const shares: number[] = [];
  const runs = await makeStorms(ground, storms, folder, (share) => shares.push(share));
  expect(runs.map(({ storm }) => storm.id)).toEqual(['20mm', '40mm']);
  for (const { storm, massBalance, depths } of runs) {
    expect(massBalance.rain / (width * height * 1e4)).toBeCloseTo(storm.millimetres / 1000, 6);
    expect(Math.abs(massBalance.relativeError)).toBeLessThan(1e-6);
    for (const file of depths) expect(existsSync(join(folder, file))).toBe(true);
  }
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeGreaterThan(0.9);
});

it('a storm that fails ends the work with its reason', async () => {
  const wrong = { ...ground, bed: ground.bed.slice(1) };
  await expect(makeStorms(wrong, storms, folder, () => {})).rejects.toThrow(/expected heights of 104000 values/);
});
