import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/model/csv.ts';
import {
  countNeighbours,
  filterNeighbours,
  nameNeighbours,
  neighbourLines,
  neighboursToGeoJson,
  sortNeighbours,
} from '../../src/model/sun-neighbour-rows.ts';
import type { SunNeighbour } from '../../src/model/sun-question.ts';

const point = { id: '', x: 147100, y: 507900, nap: -2.1, facingDegrees: 178.6 };
const rows: SunNeighbour[] = [
  { building: 'a', point, today: 300, plan: 290, before: 'meets', after: 'meets' },
  { building: 'b', point, today: 240, plan: 90, before: 'meets', after: 'fails' },
  { building: 'c', point, today: 200, plan: 140, before: 'unknown', after: 'unknown' },
  { building: 'd', point, today: 10, plan: 40, before: 'not-applicable', after: 'not-applicable' },
];
const names: Record<string, string> = { a: 'Kade 10', b: 'Kade 9', c: 'Dijk 1', d: 'Kade 2' };
const named = nameNeighbours(rows, (id) => names[id] ?? '');
const about = { date: '2026-03-21', rule: 'tno-light' };
const idsOf = (list: typeof named) => list.map(({ building }) => building).join('');

describe('the list of who loses sun', () => {
  it('is sorted by any column: most lost and worst verdict first, house numbers as numbers', () => {
    expect(idsOf(sortNeighbours(named, 'lost'))).toBe('bcad');
    expect(idsOf(sortNeighbours(named, 'name'))).toBe('cdba');
    expect(idsOf(sortNeighbours(named, 'after'))).toBe('bcad');
    expect(idsOf(sortNeighbours(named, 'today'))).toBe('dcba');
  });

  it('is filtered by name, by verdict and by a loss of half an hour', () => {
    expect(idsOf(filterNeighbours(named, { text: ' KADE ' }))).toBe('abd');
    expect(idsOf(filterNeighbours(named, { text: '', only: 'losers' }))).toBe('bc');
    expect(idsOf(filterNeighbours(named, { text: 'kade', only: 'meets' }))).toBe('a');
  });

  it('counts verdicts and losers', () => {
    expect(countNeighbours(named)).toEqual({ before: 2, after: 1, unknown: 1, losers: 2 });
  });

  it('is a table for spreadsheets and a map for others, with what it was made for', () => {
    const csv = writeCsv(neighbourLines(named.slice(1, 2), about), ',');
    expect(csv).toContain('b;Kade 9;179;147100;507900;-2,1;2026-03-21;240;90;150;tno-light;meets;fails');
    const map = JSON.parse(neighboursToGeoJson(named, about, 'Titel')) as {
      date: string;
      features: { geometry: { coordinates: number[] }; properties: Record<string, unknown> }[];
    };
    expect(map.date).toBe('2026-03-21');
    expect(map.features).toHaveLength(4);
    const [lon = 0, lat = 0] = map.features[1]?.geometry.coordinates ?? [];
    expect(lon).toBeGreaterThan(5.2);
    expect(lon).toBeLessThan(5.3);
    expect(Math.abs(lat - 52.556)).toBeLessThan(0.02);
    expect(map.features[1]?.properties).toMatchObject({ building: 'b', lostMinutes: 150, verdictPlan: 'fails' });
  });
});
