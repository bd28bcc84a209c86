/** Names from data that every object has, or that lead elsewhere, are names like any other. */
import { describe, expect, it } from 'vitest';
import { claimStyle } from '../../src/model/claim-themes.ts';
import { parseGeoJson } from '../../src/model/geojson.ts';
import { ownMember } from '../../src/model/own-member.ts';
import { parseClaims } from '../../src/model/parse-claims.ts';
import { parseCounts } from '../../src/model/parse-counts.ts';
import { namePayloads } from '../fixtures/payloads.ts';

const names = namePayloads.filter((name) => name !== '');

describe('a name from data', () => {
  it.each(names)('%j is in no table of ours', (name) => {
    expect(ownMember({ a: 1 }, name)).toBeUndefined();
    expect(claimStyle(name)).toEqual(claimStyle('ruimtevaart'));
  });

  it.each(names)('%j as theme stays that word, and as hardness or reference height is refused', (name) => {
    const read = (properties: object) =>
      parseClaims(
        parseGeoJson(
          {
            type: 'FeatureCollection',
            crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } },
            features: [
              {
                type: 'Feature',
                properties: { id: 'A', theme: 'water', hardness: 'hard', ...properties },
                geometry: {
                  type: 'Polygon',
                  coordinates: [
                    [
                      [0, 0],
                      [9, 0],
                      [9, 9],
                      [0, 0],
                    ].map(([x = 0, y = 0]) => [147_000 + x, 507_000 + y]),
                  ],
                },
              },
            ],
          },
          'a.geojson',
        ),
      );
    expect(read({ theme: name }).claims.map(({ theme }) => theme)).toEqual([name.toLowerCase()]);
    expect(read({ hardness: name }).claims).toEqual([]);
    expect(read({ lower: 0, upper: 3, reference: name }).claims).toEqual([]);
    expect(read({ id: name, [name]: name }).claims.map(({ id }) => id)).toEqual([name]);
  });

  it.each(names)('%j is no direction of a count and neither yes nor no', (name) => {
    const read = (direction: string, excluded: string) =>
      parseCounts(
        [
          {
            name: 'a.csv',
            text: `location,start,duration_minutes,direction,count,excluded\nA,2026-05-11T10:00+02:00,60,${direction},5,${excluded}`,
          },
        ],
        [{ id: 'A' }],
      ).faults;
    expect(read('in', 'nee')).toEqual([]);
    expect(read(name, 'nee')).toHaveLength(1);
    expect(read('in', name)).toHaveLength(1);
  });
});
