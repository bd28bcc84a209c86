import { describe, expect, it } from 'vitest';
import type { FloodMeasure } from '../../src/model/flood-measure.ts';
import { fileToMeasure, measureToFile, readMeasures, writeMeasures } from '../../src/model/flood-measure-file.ts';

const wadi: FloodMeasure = {
  id: 'wadi-1',
  kind: 'wadi',
  points: [147000.1, 508000.2, 147020.3, 508000.2, 147010, 507990.4],
  figures: { depthM: 0.45 },
};
const kerb: FloodMeasure = { id: 'kerb-2', kind: 'kerb', points: [147000, 508000, 147050, 508010], figures: {} };
const pump: FloodMeasure = {
  id: 'pump-3',
  kind: 'pump',
  points: [147005, 508005.5],
  figures: { capacityLitresPerSecond: 120 },
};
const all = [wadi, kerb, pump];

describe('measures that are kept', () => {
  it('come back from a scenario as they were', () => {
    const kept = JSON.parse(JSON.stringify(all.map(measureToFile)));
    expect(kept[0]).toMatchObject({ kind: 'wadi', depthM: 0.45, outline: [[147000.1, 508000.2], {}, {}] });
    expect(kept.map(fileToMeasure)).toEqual(all);
  });

  it('come back from a link, to the decimetre, in an address that no program cuts', () => {
    const text = writeMeasures(all) ?? '';
    expect(text).toMatch(/^1(~[\w.]+){3}$/);
    expect(text.length).toBeLessThan(110);
    expect(readMeasures(text)).toEqual([wadi, kerb, pump]);
    expect(writeMeasures([])).toBe('');
    expect(writeMeasures(Array.from({ length: 100 }, () => wadi))).toBeUndefined();
  });

  it('are refused where they are none: unknown kinds, too few corners, places outside the country', () => {
    expect(fileToMeasure({ kind: 'dam', outline: [] }, 0)).toBeUndefined();
    expect(fileToMeasure({ kind: 'wadi', outline: [[147000, 508000]] }, 0)).toBeUndefined();
    expect(
      fileToMeasure(
        {
          kind: 'kerb',
          line: [
            [0, 0],
            [5, 5],
          ],
        },
        0,
      ),
    ).toBeUndefined();
    expect(fileToMeasure({ kind: 'pump', point: ['x', 2] }, 0)).toBeUndefined();
    expect(() => readMeasures('1~dam_1.2')).toThrow('no kind of measure');
    expect(() => readMeasures('2~wadi')).toThrow('version 2');
    expect(() => readMeasures('1~kerb_4d000.1')).toThrow('a kerb needs 2 places');
  });

  it('stay within what their kind allows', () => {
    expect(
      fileToMeasure(
        {
          kind: 'kerb',
          heightM: 40,
          line: [
            [147000, 508000],
            [147050, 508010],
          ],
        },
        4,
      ),
    ).toEqual({
      ...kerb,
      id: 'kerb-5',
      figures: { heightM: 0.5 },
    });
  });
});
