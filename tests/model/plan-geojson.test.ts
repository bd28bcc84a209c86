import { describe, expect, it } from 'vitest';
import { parsePlanGround, parsePlanTrees, parsePlanVolumes } from '../../src/model/plan-geojson.ts';
import { ringArea } from '../../src/model/plan-ring.ts';
import { rdToLonLat } from '../../src/model/rd.ts';

type Position = readonly [number, number];
const corners: Position[] = [
  [147_000, 507_000],
  [147_020, 507_000],
  [147_020, 507_010],
  [147_000, 507_010],
  [147_000, 507_000],
];
const rd = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
const box = { id: 'b', lower: 0, upper: 9, reference: 'peil' };

function collection(properties: object, coordinates: unknown = [corners], crs: unknown = rd, type = 'Polygon') {
  return {
    type: 'FeatureCollection',
    ...(crs ? { crs } : {}),
    features: [{ type: 'Feature', properties, geometry: { type, coordinates } }],
  };
}

describe('plan geometry as GeoJSON', () => {
  it('gives volumes with their roof as an object or as a text', () => {
    const [made] = parsePlanVolumes(
      collection({
        ...box,
        naam: 'Zuid',
        woningen: '4',
        fase: '1',
        roof: { shape: 'gabled', eaves: 6, ridgeDegrees: 350 },
      }),
      'a.geojson',
    );
    expect(made).toEqual({
      ...box,
      name: 'Zuid',
      dwellings: 4,
      phase: '1',
      footprint: [corners.slice(0, 4).flat()],
      roof: { shape: 'gabled', eaves: 6, ridgeDegrees: 350 },
    });
    const roofOf = (properties: object) => parsePlanVolumes(collection({ ...box, ...properties }), 'a')[0].roof;
    expect(roofOf({ roof: 'hipped', eaves: 5 })).toEqual({ shape: 'hipped', eaves: 5 });
    expect(roofOf({})).toEqual({ shape: 'flat' });
  });

  it('is brought from degrees to RD New where the file names no frame', () => {
    const degrees = corners.map(([x, y]) => {
      const { lon, lat } = rdToLonLat({ x, y });
      return [lon, lat];
    });
    const [{ footprint }] = parsePlanVolumes(collection(box, [degrees], null), 'a.geojson');
    expect(ringArea(footprint[0])).toBeCloseTo(200, 3);
    expect(footprint[0][0]).toBeCloseTo(147_000, 3);
  });

  it('gives every part of a multipolygon its own id, and counts dwellings once', () => {
    const second = corners.map(([x, y]) => [x + 50, y]);
    const made = parsePlanVolumes(
      collection({ ...box, dwellings: 6 }, [[corners], [second]], rd, 'MultiPolygon'),
      'a.geojson',
    );
    expect(made.map(({ id, dwellings }) => [id, dwellings])).toEqual([
      ['b', 6],
      ['b-2', undefined],
    ]);
  });

  it('gives ground and trees', () => {
    const [ground] = parsePlanGround(collection({ id: 'g', surface: 'water', level: -4.9 }), 'g.geojson');
    expect(ground).toMatchObject({ id: 'g', surface: 'water', level: -4.9, rings: [corners.slice(0, 4).flat()] });
    const tree = collection({ hoogte: 9, kroondiameter: 5 }, corners[0], rd, 'Point');
    expect(parsePlanTrees(tree, 't.geojson')).toMatchObject([{ x: 147_000, y: 507_000, height: 9, crown: 5 }]);
  });

  const bow = [corners[0], corners[2], corners[1], [147_001, 507_012], corners[0]];
  it.each([
    [{ ...box, upper: 0 }, undefined, /^a\.geojson, feature 1 \(b\): upper 0 must be more than lower 0/],
    [{ ...box, lower: undefined }, undefined, /\(b\): lower is missing/],
    [{ ...box, upper: 'high' }, undefined, /\(b\): upper "high" is not a number/],
    [{ ...box, reference: 'sea' }, undefined, /\(b\): reference is "sea"; it must be one of peil, nap, ground/],
    [{ ...box, reference: undefined }, undefined, /\(b\): reference is missing/],
    [{ ...box, roof: 'dome' }, undefined, /\(b\): roof is "dome"; it must be one of flat, gabled, hipped, shed/],
    [{ ...box, roof: { shape: 'shed', eaves: 'low' } }, undefined, /\(b\): roof\.eaves "low" is not a number/],
    [box, [bow], /\(b\): geometry: the outline crosses itself near 1470\d\d/],
    [box, [corners.slice(0, 4)], /\(b\): a ring of the polygon does not end where it begins/],
  ])('is refused with file, feature and field: %#', (properties, coordinates, message) => {
    expect(() => parsePlanVolumes(collection(properties, coordinates), 'a.geojson')).toThrow(message);
  });

  it('is refused when two features have one id', () => {
    const json = collection(box);
    expect(() => parsePlanVolumes({ ...json, features: [...json.features, ...json.features] }, 'a.geojson')).toThrow(
      /a\.geojson: two features have the id "b"/,
    );
  });
});
