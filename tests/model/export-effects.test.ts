import { describe, expect, it } from 'vitest';
import { effectsToGeoJson } from '../../src/model/export-effects.ts';
import { filterWet, listCutStreets, listWetBuildings, sortWet } from '../../src/model/flood-effect-rows.ts';
import type { FloodEffects } from '../../src/model/flood-effects.ts';
import { listLines, parseGeoJson } from '../../src/model/geojson.ts';

const NEVER = 0xffff;
/** Five buildings: above the threshold, about it, dry, not computed, and below it. */
const effects: FloodEffects = {
  buildings: {
    classes: Uint8Array.of(3, 2, 0, 255, 1),
    depth: Float32Array.of(0.42, 0.16, 0.01, Number.NaN, 0.07),
    arrival: Uint16Array.of(25, 40, NEVER, NEVER, 10),
    duration: Uint16Array.of(60, NEVER, NEVER, NEVER, 5),
    count: { dry: 1, facade: 1, undecided: 1, inside: 1 },
  },
  threshold: 0.15,
  accuracy: 0.07,
  roads: {
    streets: [{ street: 1, metres: 41, seconds: 900, isLasting: true, x: 147010, y: 508000 }],
    lines: Float64Array.of(147000, 508000, -3, 147020, 508000, -3, 147020, 508000, -3, 147041, 508000, -3),
    owners: Uint32Array.of(1, 1),
    seconds: Float32Array.of(900, 0),
  },
  reach: {
    ambulance: {
      judged: 3,
      cut: 2,
      seconds: Float32Array.of(0, 900, 1800),
      rows: Uint32Array.of(2, 1),
      longest: 1800,
      lasting: 0,
    },
    fire: { judged: 3, cut: 0, seconds: new Float32Array(3), rows: new Uint32Array(0), longest: 0, lasting: 0 },
  },
  damage: { low: 0, middle: 10, high: 20, area: 100 },
  step: 900,
  extent: [146900, 507900, 147100, 508100],
};
const five = [0, 1, 2, 3, 4];
const buildings = {
  id: ['a', 'b', 'c', 'd', 'e'],
  x: five.map((i) => 147000 + i),
  y: five.map(() => 508000),
  ground: five.map(() => 0),
  roof: five.map(() => 5),
  year: five.map(() => 1990),
  area: five.map(() => 50),
};
const streets = { streets: ['Aa', 'Zeëdijk'].map((name) => ({ name, lines: [], labels: [] })) };
const addresses = {
  streets: ['Aa', 'Zeëdijk'],
  postcodes: ['1234AB'],
  street: [0, 1, 1],
  number: ['1', '2', '3a'],
  postcode: [0, 0, 0],
  x: [147000, 147001, 147002],
  y: [508000, 508000, 508000],
  building: [0, 1, 2],
};

describe('effects as GeoJSON', () => {
  const text = effectsToGeoJson(
    effects,
    { buildings, streets, addresses },
    { title: 'Proef', storm: '70mm-1h', engine: 'javascript', inputsHash: undefined },
  );

  it('hold what was computed, each with its kind, and say what it is worth', () => {
    const { features, thresholdM, status } = JSON.parse(text);
    const kinds = features.map(({ properties }: { properties: { kind: string } }) => properties.kind);
    expect(kinds).toEqual([
      ...Array(4).fill('building'),
      'blocked road',
      'address out of reach',
      'address out of reach',
    ]);
    expect([thresholdM, status]).toEqual([0.15, 'Indicatief: berekend, niet gemeten']);
    expect(features[0].properties).toMatchObject({ id: 'a', water: 'inside', depthM: 0.42, arrivalMinutes: 25 });
    expect(features[2].properties).toMatchObject({ id: 'c', water: 'dry', arrivalMinutes: null });
    expect(features[4].properties).toMatchObject({
      name: 'Zeëdijk',
      metres: 41,
      atLeastMinutes: 15,
      stillAtTheEnd: true,
    });
    expect(features[5].properties).toMatchObject({ service: 'ambulance', number: '3a', atLeastMinutes: 30 });
  });

  it('lie where they are: the lines read back in RD', () => {
    const road = parseGeoJson(JSON.parse(text), 'effects.geojson').find(
      ({ properties }) => properties.get('metres') === 41,
    );
    if (!road) throw new Error('no road');
    const lines = listLines(road);
    expect(lines.map((line) => line.map((value) => Math.round(value * 10) / 10))).toEqual([
      [147000, 508000, 147020, 508000],
      [147020, 508000, 147041, 508000],
    ]);
  });
});

describe('lists of effects', () => {
  const rows = listWetBuildings(effects, (row) => ['Kade 10', 'Kade 9', 'x', 'x', 'Éénhoorn 1'][row] ?? '');

  it('hold the buildings with water and nothing else, sorted and filtered as asked', () => {
    expect(sortWet(rows, 'depth').map(({ row }) => row)).toEqual([0, 1, 4]);
    expect(sortWet(rows, 'name').map(({ name }) => name)).toEqual(['Éénhoorn 1', 'Kade 9', 'Kade 10']);
    expect(sortWet(rows, 'arrival').map(({ arrival }) => arrival)).toEqual([10, 25, 40]);
    expect(rows.find(({ row }) => row === 1)?.duration).toBeUndefined();
    expect(filterWet(rows, { text: ' eenhoorn' }).map(({ row }) => row)).toEqual([4]);
    expect(filterWet(rows, { text: 'kade', only: 'undecided' }).map(({ row }) => row)).toEqual([1]);
  });

  it('tell of each street how many are cut off, and where the longest is', () => {
    expect(listCutStreets(effects.reach.ambulance, addresses)).toEqual([
      { name: 'Zeëdijk', count: 2, longest: 1800, x: 147002, y: 508000 },
    ]);
  });
});
