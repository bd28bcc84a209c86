import { expect, it } from 'vitest';
import type { CountTown } from '../../src/model/counts.ts';
import { parseGeoJson } from '../../src/model/geojson.ts';
import { parseCountGates } from '../../src/model/parse-count-gates.ts';
import { countTownToJson, parseCountTown } from '../../src/model/parse-count-town.ts';
import { parseCounts } from '../../src/model/parse-counts.ts';
import { publishCounts } from '../../src/model/publish-counts.ts';

const rd = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
const feature = (properties: object, coordinates: unknown = [147000, 508500]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});
const collect = (...features: object[]) =>
  parseCountGates(parseGeoJson({ type: 'FeatureCollection', crs: rd, features }, 'gates.geojson'));

it('reads gates, says which errors are assumed, and refuses the rest by feature and field', () => {
  const { gates, notes, refused } = collect(
    feature({ id: 'A', naam: 'Stationslaan', in_graden: -90, foutDeel: 0.03, foutPersonen: 0 }),
    feature({ id: 'B', inDegrees: '12,5' }),
    feature({ naam: 'zonder id', inDegrees: 1 }),
    feature({ id: 'A', inDegrees: 3 }),
    feature({ id: 'C', inDegrees: 'noord', errorShare: 'veel' }, ['x', 1]),
    feature({ id: 'D' }),
    feature({ id: 'E', inDegrees: 0, errorShare: 5, errorPersons: -1 }),
  );
  expect(gates).toEqual([
    { id: 'A', title: 'Stationslaan', x: 147000, y: 508500, inDegrees: 270, error: { share: 0.03, persons: 0 } },
    { id: 'B', title: 'B', x: 147000, y: 508500, inDegrees: 12.5, error: { share: 0.05, persons: 1 } },
  ]);
  expect(refused).toBe(5);
  expect(notes).toEqual([
    'refused: gates.geojson, feature 3: id is missing: counts name their place by it.',
    'refused: gates.geojson, feature 4 (A): id "A" is that of gates.geojson, feature 1 (A) too.',
    'refused: gates.geojson, feature 5 (C): geometry holds ["x",1] where a position should be.',
    'refused: gates.geojson, feature 5 (C): indegrees "noord" is not a number.',
    'refused: gates.geojson, feature 5 (C): errorshare "veel" is not a number.',
    'refused: gates.geojson, feature 6 (D): inDegrees is missing: the direction in which people go in.',
    'refused: gates.geojson, feature 7 (E): errorShare 5 lies outside 0 to 1.',
    'refused: gates.geojson, feature 7 (E): errorPersons -1 is negative.',
    'the error of a count is assumed (5% and 1 person) where the gate does not say it: B.',
  ]);
});

const source = { title: { nl: 'Tellingen', en: 'Counts' }, holder: 'x', date: '2026-05-11', licence: 'CC0-1.0' };
const { gates } = collect(feature({ id: 'A', inDegrees: 0 }), feature({ id: 'B', inDegrees: 90 }));
const { counts } = parseCounts(
  [
    {
      name: 'counts.csv',
      text: `location,start,duration_minutes,direction,count,excluded
A,2026-05-11T10:00+02:00,15,in,4,
A,2026-05-11T10:15+02:00,15,in,5,ja
A,2026-05-11T10:30+02:00,15,in,60,
A,2026-05-11T10:45+02:00,15,in,0,
B,2026-05-11T10:00+02:00,60,out,7,
`,
    },
  ],
  gates,
);
const town: Omit<CountTown, 'totals'> = { gates, counts, leastShown: 5, day: '2026-05-11', source, notes: ['a note'] };

it('comes back from its file as it was, in few records', () => {
  const text = countTownToJson(town);
  expect(parseCountTown(JSON.parse(text), 'counts.json')).toEqual({ ...town, ...publishCounts(counts, 5) });
  // At each gate and direction one.
  expect(JSON.parse(text).series).toHaveLength(4);
});

it('names the place where its file is wrong', () => {
  const json = JSON.parse(countTownToJson(town));
  const wrong = (change: object) => () => parseCountTown({ ...json, ...change }, 'counts.json');
  expect(wrong({ schema: 2 })).toThrow('counts.json: schema');
  expect(wrong({ day: 'maandag' })).toThrow('counts.json: day: expected a day like 2026-05-11');
  expect(wrong({ gates: [gates[0]] })).toThrow('B is no gate');
  expect(wrong({ series: [{ ...json.series[0], states: 'ooo' }] })).toThrow('3 states, expected');
  expect(wrong({ series: [{ ...json.series[0], counts: [-1] }] })).toThrow('series.0.counts.0');
  expect(wrong({ live: { url: 'javascript:alert(1)', datastreams: [], refreshSeconds: 60 } })).toThrow('live.url');
});

it('withholds what is too few in the file itself', () => {
  const json = JSON.parse(countTownToJson(town));
  const own = json.series[0];
  expect([own.gate, own.direction, own.counts, own.states]).toEqual(['A', 'in', [null, 5, 60, null], 'fxof']);
  expect(json.totals.map((total: { minutes: number; counts: number[] }) => [total.minutes, total.counts])).toEqual([
    [60, [64]],
  ]);
});
