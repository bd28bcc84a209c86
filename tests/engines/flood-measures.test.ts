import { describe, expect, it } from 'vitest';
import { runFlood } from '../../src/engines/flood/run-flood.ts';
import { buildFloodInput, type FloodChoices } from '../../src/engines/flood-input.ts';
import { listFence } from '../../src/engines/flood-measures/fences.ts';
import { rainAfter } from '../../src/engines/flood-measures/green-roofs.ts';
import { changeInput, changeSite } from '../../src/engines/flood-measures.ts';
import type { FloodInput } from '../../src/model/flood.ts';
import { groundTable } from '../../src/model/flood-ground.ts';
import type { FloodMeasure } from '../../src/model/flood-measure.ts';
import { figureOf } from '../../src/model/flood-measure-table.ts';
import type { FloodSite } from '../../src/model/flood-site.ts';
import { rainDepth } from '../../src/model/storm.ts';
import { drawSite } from '../fixtures/flood-site.ts';

const HOUR = 3600;
/** 40 mm in the first hour, then dry. */
const rain = [
  { second: 0, value: 0.04 / HOUR },
  { second: HOUR, value: 0 },
];
const choices: FloodChoices = {
  cellSize: 1,
  waterDepth: 0.5,
  rain,
  seconds: 2 * HOUR,
  borders: { west: 'closed', east: 'closed', south: 'closed', north: 'closed' },
};
/** Asphalt takes nothing: what falls stays. */
const street = (width: number, height: number) => drawSite(Array.from({ length: height }, () => '-'.repeat(width)));

/** Corners in metres from the site's south-west. */
const at = (...pairs: readonly (readonly [number, number])[]) => pairs.flatMap(([x, y]) => [1000 + x, 2000 + y]);
const square = (west: number, south: number, east: number, north: number) =>
  at([west, south], [east, south], [east, north], [west, north]);

function withMeasures(
  site: FloodSite,
  measures: readonly FloodMeasure[],
  change: Partial<FloodChoices> = {},
): FloodInput {
  const changed = changeSite(site, measures, groundTable());
  const { ground, kept } = changed;
  const input = buildFloodInput(changed.site, { ...choices, ...change, ground, kept });
  return changeInput(input, site, changed, measures);
}

const depthAt = ({ frame }: FloodInput, depth: ArrayLike<number>, x: number, y: number) =>
  depth[Math.floor(y / frame.cellSize) * frame.width + Math.floor(x / frame.cellSize)] as number;

describe('a wadi', () => {
  const wadi: FloodMeasure = {
    id: 'wadi-1',
    kind: 'wadi',
    points: square(8, 8, 12, 13),
    figures: { depthM: 0.3, infiltrationMmPerHour: 0 },
  };

  it.each([1, 2, 4])('of 6 m³ takes 6 m³ from its street, on cells of %i m', (cellSize) => {
    const input = withMeasures(street(20, 20), [wadi], { cellSize });
    const { last, balance } = runFlood(input);
    expect(balance.rain).toBeCloseTo(16, 3);
    // 16 m³ on 400 m²: 40 mm without the wadi, 25 mm with it.
    expect(depthAt(input, last.depth, 2, 2)).toBeCloseTo((16 - 6) / 400, 3);
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-6);
  });

  it('holds what is drawn and not what its cells are, and lets it soak away', () => {
    const round = { ...wadi, points: at([8, 8], [12.4, 8.3], [11, 12.2]), figures: { ...wadi.figures, depthM: 0.5 } };
    const { amounts, site } = changeSite(street(20, 20), [round], groundTable());
    expect(amounts[0]?.storage).toBeCloseTo(((4.4 * 4.2 - 0.3 * 3) / 2) * 0.5, 5);
    const dug = site.heights.reduce((sum, height) => sum - height, 0);
    expect(dug).toBeCloseTo(amounts[0]?.storage ?? 0, 4);
    const soaking = withMeasures(street(20, 20), [{ ...wadi, figures: { depthM: 0.3, infiltrationMmPerHour: 100 } }]);
    const { balance } = runFlood(soaking);
    // 20 m² that stay wet for two hours take at most 100 mm/h; the first minutes have too little to take.
    expect(balance.infiltrated).toBeLessThan(4);
    expect(balance.infiltrated).toBeGreaterThan(3.8);
  });

  it('leaves the site that it is laid on as it was', () => {
    const site = street(20, 20);
    changeSite(site, [wadi], groundTable());
    expect(site.heights.every((height) => height === 0)).toBe(true);
  });
});

describe('a kerb', () => {
  const kerb: FloodMeasure = { id: 'kerb-1', kind: 'kerb', points: at([20, -1], [20, 13]), figures: { heightM: 0.15 } };
  /** So many m³ come in at the west end of a dry street of 40 by 12 m. */
  const pour = (volume: number, cellSize: number): FloodInput => ({
    ...withMeasures(street(40, 12), [kerb], { cellSize, rain: [], seconds: 2400 }),
    inflows: [
      {
        id: 'hose',
        cells: [0],
        series: [
          { second: 0, value: volume / 600 },
          { second: 600, value: 0 },
        ],
      },
    ],
  });

  it.each([1, 2, 4])('of 15 cm, narrower than cells of %i m, holds water until its crest and no more', (cellSize) => {
    // 240 m² behind it: 30 m³ stand 12.5 cm deep, 60 m³ leave 36 m³ at 15 cm and 24 m³ at 10 cm beyond.
    const held = pour(30, cellSize);
    const calm = runFlood(held);
    expect(depthAt(held, calm.last.depth, 10, 6)).toBeCloseTo(0.125, 3);
    expect(depthAt(held, calm.last.depth, 30, 6)).toBe(0);
    const over = pour(60, cellSize);
    const { last, balance } = runFlood(over);
    expect(depthAt(over, last.depth, 10, 6)).toBeGreaterThan(0.149);
    expect(depthAt(over, last.depth, 10, 6)).toBeLessThan(0.156);
    expect(depthAt(over, last.depth, 30, 6)).toBeGreaterThan(0.094);
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-6);
  });

  it('has no gap where it runs askew: each of its sides goes on where the last one ended', () => {
    const frame = { west: 0, south: 0, cellSize: 4, width: 30, height: 30 };
    const faces = listFence(frame, [10, 6, 61, 97, 108, 33], 0.15, () => 1);
    expect(faces.every(({ crest }) => Math.abs((crest ?? 0) - 1.15) < 1e-9)).toBe(true);
    // A flood fill from below it does not come above it, but around its ends: those are walled off.
    const wall = new Set(faces.map(({ cell, axis }) => `${axis}${cell}`));
    const ends = [...listFence(frame, [-2, 6, 10, 6], 1, () => 0), ...listFence(frame, [108, 33, 122, 33], 1, () => 0)];
    for (const { cell, axis } of ends) wall.add(`${axis}${cell}`);
    const seen = new Set([29 * 30 + 15]);
    for (const cell of seen) {
      const [column, row] = [cell % 30, Math.floor(cell / 30)];
      if (column < 29 && !wall.has(`x${cell}`)) seen.add(cell + 1);
      if (column > 0 && !wall.has(`x${cell - 1}`)) seen.add(cell - 1);
      if (row < 29 && !wall.has(`y${cell}`)) seen.add(cell + 30);
      if (row > 0 && !wall.has(`y${cell - 30}`)) seen.add(cell - 30);
    }
    expect(seen.has(15)).toBe(false);
    expect(seen.size).toBeGreaterThan(200);
  });
});

describe('a pump', () => {
  it('takes its capacity while there is water, and none of what stands below its start', () => {
    const pump: FloodMeasure = {
      id: 'pump-1',
      kind: 'pump',
      points: at([10.5, 10.5]),
      figures: { capacityLitresPerSecond: 2 },
    };
    const wet = withMeasures(street(20, 20), [pump], { rain: [], seconds: 1000 });
    const { balance } = runFlood({ ...wet, initialDepth: new Float32Array(400).fill(0.1) });
    // Flow to it is free: 400 m² at 10 cm fall 5 mm.
    expect(balance.outflow).toBeCloseTo(2, 2);
    const { balance: low } = runFlood({ ...wet, initialDepth: new Float32Array(400).fill(0.015) });
    expect(low.outflow).toBe(0);
  });
});

describe('a green roof', () => {
  const rows = ['------', '-####-', '-####-', '-####-', '------', '------'];
  const roof: FloodMeasure = {
    id: 'green-roof-1',
    kind: 'green-roof',
    points: square(0, 0, 6, 6),
    figures: { storageMm: 30 },
  };

  it.each([1, 2])('of 12 m² holds its first 30 mm and no more, on cells of %i m', (cellSize) => {
    const input = withMeasures(drawSite(rows), [roof], { cellSize });
    const { balance } = runFlood(input);
    expect(balance.rain + balance.inflow).toBeCloseTo(36 * 0.04 - 12 * 0.03, 4);
    expect(balance.stored).toBeCloseTo(balance.rain + balance.inflow, 4);
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-6);
  });

  it('is dry until it is full: the rain after the first millimetres is the same rain', () => {
    const rest = rainAfter(rain, 0.03);
    expect(rainDepth(rest, 0.75 * HOUR)).toBeCloseTo(0, 9);
    expect(rainDepth(rest, HOUR)).toBeCloseTo(0.01, 9);
    expect(rainDepth(rainAfter(rain, 0.05), 2 * HOUR)).toBe(0);
    expect(rainDepth(rainAfter(rain, 0), 2 * HOUR)).toBeCloseTo(0.04, 9);
  });
});

describe('permeable paving', () => {
  const paving = (storageMm: number, rate = 97): FloodMeasure => ({
    id: 'permeable-1',
    kind: 'permeable',
    points: square(0, 0, 10, 20),
    figures: { infiltrationMmPerHour: rate, storageMm },
  });

  it('takes water until its storage is full', () => {
    const { balance } = runFlood(withMeasures(street(20, 20), [paving(20)]));
    expect(balance.sewer).toBeCloseTo(200 * 0.02, 4);
    const { balance: roomy } = runFlood(withMeasures(street(20, 20), [paving(500)]));
    // More than rains: the rest of the street runs dry into it, but for a film that hardly flows.
    expect(roomy.sewer).toBeGreaterThan(200 * 0.04);
    expect(roomy.sewer).toBeLessThanOrEqual(16.001);
  });

  it('leaves the gullies beside it what they had, with or without an end to them', () => {
    for (const sewerStorageMillimetres of [undefined, 5]) {
      const sewer = {
        sewerMillimetresPerHour: 10,
        ...(sewerStorageMillimetres !== undefined && { sewerStorageMillimetres }),
      };
      const one = withMeasures(street(20, 20), [{ ...paving(20), points: square(0, 0, 1, 1) }], sewer);
      const none = withMeasures(street(20, 20), [], sewer);
      const [a, b] = [runFlood(one).balance, runFlood(none).balance];
      // One square metre takes 20 mm in place of its own gully.
      expect(a.sewer - b.sewer).toBeLessThan(0.021);
      expect(a.sewer - b.sewer).toBeGreaterThan(-0.001);
    }
  });
});

describe('what is under water stays so', () => {
  it('a ditch keeps its volume though it is narrower than a cell, and buildings and open water are not dug away', () => {
    const ditch: FloodMeasure = {
      id: 'ditch-1',
      kind: 'ditch',
      points: at([0, 5.5], [20, 5.5]),
      figures: { widthM: 1, depthM: 0.5 },
    };
    const site = drawSite(
      Array.from({ length: 10 }, (_, row) => (row === 4 ? '-----##~~-----------' : '-'.repeat(20))),
    );
    const { amounts, site: changed } = changeSite(site, [ditch], groundTable());
    expect(amounts[0]).toMatchObject({ amount: 20, storage: 16 * 0.5 });
    expect(changed.heights[5 * 20 + 5]).toBe(site.heights[5 * 20 + 5]);
    expect(changed.heights[5 * 20 + 7]).toBe(-1);
  });

  it('starts from the figures of its kind', () => {
    expect(figureOf({ kind: 'kerb', figures: {} }, 'heightM')).toBe(0.15);
    expect(figureOf({ kind: 'kerb', figures: {} }, 'storageMm')).toBe(0);
  });
});
