import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.ts';
import { claimsToGeoJson, rdCrs } from '../../src/model/export-claims.ts';
import { parseGeoJson } from '../../src/model/geojson.ts';
import { parseClaims } from '../../src/model/parse-claims.ts';
import { ringArea } from '../../src/model/plan-ring.ts';
import { rdToLonLat } from '../../src/model/rd.ts';

type Position = readonly [number, number];
const square: Position[] = [
  [147_000, 507_000],
  [147_020, 507_000],
  [147_020, 507_010],
  [147_000, 507_010],
  [147_000, 507_000],
];
const geometry = { type: 'Polygon', coordinates: [square] };
const least = { id: 'NL.1', theme: 'water', hardness: 'hard' };

const read = (features: readonly { properties: object; geometry?: object | null }[]) =>
  parseClaims(
    parseGeoJson(
      {
        type: 'FeatureCollection',
        crs: rdCrs,
        features: features.map(({ properties, geometry: own = geometry }) => ({
          type: 'Feature',
          properties,
          geometry: own,
        })),
      },
      'a.geojson',
    ),
  );
const readOne = (properties: object, own?: object | null) =>
  read([{ properties: { ...least, ...properties }, ...(own === undefined ? {} : { geometry: own }) }]);

const whole: Claim = {
  id: 'NL.CLAIM.7',
  name: 'Gasleiding',
  theme: 'underground',
  hardness: 'hard',
  parts: [],
  lines: [[147_000, 507_000, 147_050.5, 507_000.251]],
  diameterM: 0.4,
  lower: -1.6,
  upper: -1.2,
  reference: 'ground',
  bufferM: 4,
  basis: { instrument: 'omgevingsplan', id: 'NL.IMRO.0995.x-1', article: '5.40 lid 1', url: 'https://example.org/5' },
  holder: 'Netbeheerder gas',
  status: 'vastgesteld',
  validFrom: '2020-01-01',
  validUntil: '2035-06-30',
  priority: 1,
  combinableWith: ['green', 'natuur'],
  accuracyM: 0.5,
  source: { dataset: 'KLIC', date: '2026-01-01' },
  norms: [{ type: 'distance', value: 5, unit: 'm', article: '5.40' }],
};

describe('claims from features', () => {
  it.each(['crs84', 'rd'] as const)('are the same after being written in %s and read again', (frame) => {
    const text = claimsToGeoJson([whole], 'claims', frame);
    const { claims, notes, refused } = parseClaims(parseGeoJson(JSON.parse(text), 'b.geojson'));
    expect([notes, refused]).toEqual([[], 0]);
    const [claim] = claims as [Claim];
    expect({ ...claim, lines: [] }).toEqual({ ...whole, lines: [] });
    for (const [i, value] of (whole.lines[0] as number[]).entries()) expect(claim.lines[0]?.[i]).toBeCloseTo(value, 2);
  });

  it('may be described in Dutch, in columns as GeoPackages have them', () => {
    const { claims, notes } = read([
      {
        properties: {
          fid: 3,
          lokaal_id: 'NL.2',
          naam: 'Waterberging',
          thema: 'Groen',
          soort: 'zacht',
          hoogte_van: '-1,5',
          hoogte_tot: 0,
          referentie: 'maaiveld',
          grondslag_instrument: 'omgevingsvisie',
          grondslag_artikel: '3',
          bronhouder: 'Waterschap',
          begin_geldigheid: '2026/03/01',
          eind_geldigheid: '2030',
          meekoppelbaar_met: '[ "wonen", "water" ]',
          norm_type: 'berging',
          norm_waarde: 70,
          norm_eenheid: 'mm',
        },
      },
    ]);
    expect(notes).toEqual([]);
    expect(claims).toEqual([
      {
        id: 'NL.2',
        name: 'Waterberging',
        theme: 'green',
        hardness: 'soft',
        parts: [[[147_000, 507_000, 147_020, 507_000, 147_020, 507_010, 147_000, 507_010]]],
        lines: [],
        lower: -1.5,
        upper: 0,
        reference: 'ground',
        bufferM: 0,
        basis: { instrument: 'omgevingsvisie', article: '3' },
        holder: 'Waterschap',
        validFrom: '2026-03-01',
        validUntil: '2030-01-01',
        combinableWith: ['housing', 'water'],
        norms: [{ type: 'berging', value: 70, unit: 'mm' }],
      },
    ]);
  });

  it('keep themes that this version does not know', () => {
    expect(readOne({ theme: 'Ruimtevaart' }).claims[0]?.theme).toBe('ruimtevaart');
  });

  it('of a point are the circle around it, as large as its buffer says', () => {
    const [claim] = readOne({ bufferM: 50 }, { type: 'Point', coordinates: [147_000, 507_000] }).claims;
    expect(claim?.bufferM).toBe(0);
    expect(ringArea(claim?.parts[0]?.[0] ?? [])).toBeCloseTo(Math.PI * 2500, 6);
  });

  it('lose holes and parts without area, and say so', () => {
    const flat = [square[0], square[1], square[0], square[0]];
    const { claims, notes } = readOne({}, { type: 'MultiPolygon', coordinates: [[square, flat], [flat]] });
    expect(claims[0]?.parts).toHaveLength(1);
    expect(claims[0]?.parts[0]).toHaveLength(1);
    expect(notes).toEqual([
      'a.geojson, feature 1 (NL.1): 1 hole(s) of part 1 of the geometry have no area; they are left out.',
      'a.geojson, feature 1 (NL.1): part 2 of the geometry has no area; it is left out.',
    ]);
  });

  it('go on beside bad ones, of which every fault is told', () => {
    const { claims, notes, refused } = read([
      { properties: least },
      { properties: { id: 'NL.2', hardness: 'firm', lower: 'low', upper: 3, valid_from: '2026-02-30' } },
      { properties: least },
    ]);
    expect(claims.map(({ id }) => id)).toEqual(['NL.1']);
    expect(refused).toBe(2);
    const start = 'a.geojson, feature 2 (NL.2): refused:';
    expect(notes).toEqual([
      `${start} theme is missing (such as housing, water or energy).`,
      `${start} hardness is "firm"; it must be one of hard, soft, ambition, zacht, ambitie.`,
      `${start} lower is "low"; it must be a number.`,
      `${start} reference is missing; it must be one of peil, nap, ground, maaiveld, mv.`,
      `${start} validFrom is "2026-02-30"; it must be a day such as 2026-11-22.`,
      'a.geojson, feature 3 (NL.1): refused: id "NL.1" is that of a.geojson, feature 1 (NL.1) too.',
    ]);
  });

  it.each([
    ['lower 3 is above upper 1', { lower: 3, upper: 1, reference: 'nap' }],
    ['is not before validUntil', { validFrom: '2030', validUntil: '2030-01-01' }],
    ['bufferM -1 must be 0 or more', { bufferM: -1 }],
    ['priority 0 must be 1 or more', { priority: 0 }],
    ['norms holds {"type":"x"}', { norms: [{ type: 'x' }] }],
    ['combinableWith is [3]', { combinableWith: [3] }],
  ])('are refused where %s', (message, properties) => {
    const { claims, notes } = readOne(properties);
    expect(claims).toEqual([]);
    expect(notes.join('\n')).toContain(message);
  });

  it.each([
    ['geometry is missing', null],
    ['geometry is a GeometryCollection', { type: 'GeometryCollection', geometries: [] }],
    ['a point claims no space', { type: 'Point', coordinates: [147_000, 507_000] }],
    ['does not end where it begins', { type: 'Polygon', coordinates: [square.slice(0, 4)] }],
    ['has no area', { type: 'Polygon', coordinates: [[square[0], square[1], square[0]]] }],
    ['has no length', { type: 'LineString', coordinates: [square[0], square[0]] }],
    ['the geometry is empty', { type: 'MultiPolygon', coordinates: [] }],
    [
      'lies outside of where RD New holds',
      {
        type: 'LineString',
        coordinates: [
          [5.2, 52.5],
          [5.3, 52.5],
        ],
      },
    ],
  ])('are refused where %s', (message, own) => {
    const { claims, notes } = readOne({}, own);
    expect(claims).toEqual([]);
    expect(notes.join('\n')).toContain(message);
  });

  it('leave out what must not be shown: links that run something, addresses of persons', () => {
    const { claims, notes } = readOne({
      holder: 'jan@example.org',
      basis: { instrument: 'vergunning', url: 'javascript:alert(1)' },
    });
    expect(claims[0]?.holder).toBeUndefined();
    expect(claims[0]?.basis).toEqual({ instrument: 'vergunning' });
    expect(notes).toHaveLength(2);
  });

  it('name what they could not use, so that a misspelt column does not go unseen', () => {
    expect(readOne({ hoogtvan: 3 }).notes).toEqual(['a.geojson: columns that say nothing to this program: hoogtvan.']);
  });

  it('without an id get one, which is told', () => {
    const { claims, notes } = read([{ properties: { theme: 'water', hardness: 'hard' } }]);
    expect(claims[0]?.id).toBe('claim-1');
    expect(notes).toEqual(['a.geojson, feature 1: id is missing; it is called claim-1.']);
  });

  it('may be in degrees', () => {
    const { lon, lat } = rdToLonLat({ x: 147_000, y: 507_000 });
    const line = {
      type: 'LineString',
      coordinates: [
        [lon, lat],
        [lon + 0.001, lat],
      ],
    };
    const json = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: least, geometry: line }] };
    const [claim] = parseClaims(parseGeoJson(json, 'c.json')).claims;
    expect(claim?.lines[0]?.[0]).toBeCloseTo(147_000, 3);
  });
});
