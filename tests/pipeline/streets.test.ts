import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parseStreetIndex } from '../../src/model/parse-city-index.ts';
import { joinLines } from '../../src/pipeline/streets/join-lines.ts';
import { lineLength, pointAlong, simplifyLine } from '../../src/pipeline/streets/line.ts';
import { makeStreets } from '../../src/pipeline/streets.ts';
import { toCollection } from '../fixtures/small-municipality.ts';
import { createWorkFolder } from './tiles/sample-city.ts';

const work = createWorkFolder();
afterAll(() => work.destroy());

type Street = [name: string | null, points: [number, number][]];

async function make(streets: readonly Street[], heightAt = (x: number, _y: number): number | undefined => x / 1000) {
  const file = work.write(
    'streets.geojson',
    toCollection(
      'LineString',
      streets.map(([naam, points]) => [{ naam }, points]),
    ),
  );
  const report = await makeStreets([file], work.out, heightAt);
  return { report, ...parseStreetIndex(JSON.parse(readFileSync(work.out, 'utf8')), 'streets.json') };
}

describe('streets', () => {
  it('of one name become one line where their pieces meet, whichever way these run', async () => {
    const { streets } = await make([
      [
        'Dijk',
        [
          [146000, 507000],
          [146100, 507000],
        ],
      ],
      [
        'Dijk',
        [
          [146200, 507000],
          [146100, 507000],
        ],
      ],
      [
        'Dijk',
        [
          [146200, 507000],
          [146300, 507000],
        ],
      ],
    ]);
    expect(streets).toHaveLength(1);
    expect(streets[0]?.lines.map(lineLength)).toEqual([300]);
  });

  it('get labels about every 120 m, on the line, with the ground below them and the direction clockwise from north', async () => {
    const { streets, report } = await make([
      [
        'Laan',
        [
          [146000, 507000],
          [146360, 507000],
        ],
      ],
      [
        'Noord',
        [
          [146000, 507000],
          [146000, 507050],
        ],
      ],
    ]);
    expect(streets[0]?.labels).toEqual([
      [146060, 507000, 146.06, 90],
      [146180, 507000, 146.18, 90],
      [146300, 507000, 146.3, 90],
    ]);
    expect(streets[1]?.labels).toEqual([[146000, 507025, 146, 0]]);
    expect(report).toEqual({ streets: 2, labels: 4, nameless: 0 });
  });

  it('have no label on a short side branch, and lie at NAP zero outside the heights', async () => {
    const { streets } = await make(
      [
        [
          'Hof',
          [
            [146000, 507000],
            [146050, 507000],
            [146100, 507000],
          ],
        ],
        [
          'Hof',
          [
            [146050, 507000],
            [146050, 507020],
          ],
        ],
      ],
      () => undefined,
    );
    expect(streets[0]?.lines).toHaveLength(2);
    expect(streets[0]?.labels).toEqual([[146050, 507000, 0, 90]]);
  });

  it('without a name are left out and counted, and the others are in the order of the alphabet', async () => {
    const line: [number, number][] = [
      [146000, 507000],
      [146100, 507000],
    ];
    const { streets, report } = await make([
      ['Zuid', line],
      [null, line],
      ['Élan', line],
      ['Fles', line],
    ]);
    expect(streets.map(({ name }) => name)).toEqual(['Élan', 'Fles', 'Zuid']);
    expect(report.nameless).toBe(1);
  });

  it('are refused with file and feature when their geometry is wrong', async () => {
    const file = work.write('wrong.geojson', toCollection('Point', [[{ naam: 'Punt' }, [146000, 507000]]]));
    await expect(makeStreets([file], work.out, () => 0)).rejects.toThrow(
      /^wrong\.geojson, feature 1.*Point.*LineString/,
    );
  });
});

describe('lines', () => {
  it('go straight on at a crossing of three', () => {
    const joined = joinLines([
      [0, 0, 10, 0],
      [10, 0, 20, 1],
      [10, 0, 10, 10],
    ]);
    expect(joined.map((line) => line.length).sort()).toEqual([4, 6]);
    expect(joined.find((line) => line.length === 6)).toEqual([0, 0, 10, 0, 20, 1]);
  });

  it('that close in on themselves stay one line', () => {
    const ring = [0, 0, 10, 0, 10, 10, 0, 0];
    expect(joinLines([ring])).toEqual([ring]);
  });

  it('lose points only within the tolerance', () => {
    const line = Array.from({ length: 200 }, (_, i) => [i, 5 * Math.sin(i / 20)]).flat();
    const simple = simplifyLine(line, 0.2);
    expect(simple.length).toBeLessThan(line.length / 4);
    for (let i = 0; i < 200; i++) {
      const [x, y] = [line[2 * i] as number, line[2 * i + 1] as number];
      let nearest = Infinity;
      for (let d = 0; d < lineLength(simple); d += 0.25) {
        const [px, py] = pointAlong(simple, d);
        nearest = Math.min(nearest, Math.hypot(px - x, py - y));
      }
      expect(nearest).toBeLessThan(0.2 + 0.13);
    }
  });
});
