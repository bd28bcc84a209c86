import { afterAll, describe, expect, it } from 'vitest';
import { surfaceWords } from '../../src/demo/surface.ts';
import { groundColors } from '../../src/model/ground-colors.ts';
import { InputError } from '../../src/model/input-error.ts';
import { rdToLonLat } from '../../src/model/rd.ts';
import { readGround } from '../../src/pipeline/map/ground.ts';
import { groundClasses } from '../../src/pipeline/map/ground-class.ts';
import { createMapFrame, createRdToFrame, lonLatToSquare, squareToRd } from '../../src/pipeline/map/map-frame.ts';
import { createMapWork, extent, quarter, rdCrs, toFeature } from './map/ground-sample.ts';

const work = createMapWork();
afterAll(() => work.destroy());

it('draws every class that has a colour, once', () => {
  expect([...groundClasses].sort()).toEqual(Object.keys(groundColors).sort());
});

const box: [number, number, number, number] = [146000, 507000, 146010, 507010];
let files = 0;
const classOf = async (words: Readonly<Record<string, string | number>>) => {
  const { ground, unknown } = await readGround([work.writeGround(`one-${files++}.geojson`, [{ words, box }])]);
  return { name: groundClasses[ground.classes[0] as number], unknown };
};
const failure = async (json: unknown, name = 'ground.geojson') => {
  const error = await readGround([work.write(name, json)]).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
};

describe('the class of a ground surface', () => {
  it.each(Object.entries(surfaceWords))('is known for %s as the demonstration writes it', async (_, words) => {
    const { name, unknown } = await classOf(words);
    expect(name).not.toBe('unknown');
    expect(unknown).toEqual({});
  });

  it('tells apart what a map must tell apart', async () => {
    const names = ['water', 'carriageway', 'brickroad', 'cycleway', 'footway', 'garden', 'meadow', 'rail', 'bridge'];
    const found = await Promise.all(
      names.map((name) => classOf(surfaceWords[name as keyof typeof surfaceWords]).then((kind) => kind.name)),
    );
    expect(new Set(found).size).toBe(names.length);
  });

  it('is read from the spellings of other exports', async () => {
    const spellings = [
      { objectType: 'Wegdeel', 'bgt-functie': 'fietspad' },
      { OBJECTTYPE: 'bgt_wegdeel', function: 'fietspad' },
    ];
    for (const words of spellings) expect((await classOf(words)).name).toBe('cycle-path');
  });

  it('is read from the file name where there is no objecttype', async () => {
    const file = work.writeGround('bgt_ondersteunendwaterdeel.geojson', [{ words: { class: 'oever' }, box }]);
    const { ground } = await readGround([file]);
    expect(groundClasses[ground.classes[0] as number]).toBe('shore');
  });

  it('is unknown, and counted by its words, where no rule fits', async () => {
    const words = { objecttype: 'wegdeel', functie: 'transitie' };
    const file = work.writeGround('strange.geojson', [
      { words, box },
      { words, box },
      { words: { objecttype: 'luchtkasteel' }, box },
    ]);
    const { ground, unknown, polygonCount } = await readGround([file]);
    expect(polygonCount).toBe(3);
    expect([...ground.classes].map((value) => groundClasses[value])).toEqual(['unknown', 'unknown', 'unknown']);
    expect(unknown).toEqual({ 'wegdeel, transitie': 2, luchtkasteel: 1 });
  });
});

describe('packed ground', () => {
  it('stays within 2 mm of the exact conversion', () => {
    const wide = [140000, 501000, 153000, 514000] as const;
    const frame = createMapFrame(wide);
    const toFrame = createRdToFrame(frame);
    const metres = frame.size;
    let worst = 0;
    const found = [0, 0];
    for (let x = wide[0]; x < wide[2]; x += 371.3) {
      for (let y = wide[1]; y < wide[3]; y += 413.7) {
        toFrame(x, y, found, 0);
        const { lon, lat } = rdToLonLat({ x, y });
        const [u, v] = lonLatToSquare(lon, lat);
        const [dx, dy] = [(u - frame.originX) * metres, (v - frame.originY) * metres];
        worst = Math.max(worst, Math.hypot((found[0] as number) - dx, (found[1] as number) - dy));
      }
    }
    expect(worst).toBeLessThan(0.002);
  });

  it('finds the RD place of a point of the square', () => {
    const { lon, lat } = rdToLonLat({ x: 146900, y: 508550 });
    const [x, y] = squareToRd(...lonLatToSquare(lon, lat));
    expect(Math.hypot(x - 146900, y - 508550)).toBeLessThan(0.001);
  });

  it('turns outer rings one way and holes the other, and marks what water shares with water', async () => {
    const water = { objecttype: 'waterdeel', class: 'waterloop' };
    const [x, y] = [146000, 507000];
    const pieces = [
      { words: water, box: [x, y, x + 10, y + 10] as [number, number, number, number] },
      { words: water, box: [x + 10, y, x + 20, y + 10] as [number, number, number, number] },
    ];
    const features = pieces.map((piece) => toFeature(piece));
    const hole = [
      [x + 2, y + 2],
      [x + 4, y + 2],
      [x + 4, y + 4],
      [x + 2, y + 4],
      [x + 2, y + 2],
    ];
    features[0]?.geometry.coordinates.push(hole);
    const { ground } = await readGround([
      work.write('water.geojson', { type: 'FeatureCollection', crs: rdCrs, features }),
    ]);
    const { vertices, rings } = ground;
    const signs = [0, 1, 2].map((r) => {
      const [from, to] = [rings[r] as number, rings[r + 1] as number];
      let area = 0;
      for (let v = from; v < to; v++) {
        const next = v + 1 < to ? v + 1 : from;
        area +=
          (vertices[2 * v] as number) * (vertices[2 * next + 1] as number) -
          (vertices[2 * next] as number) * (vertices[2 * v + 1] as number);
      }
      return Math.sign(area);
    });
    expect(signs).toEqual([1, -1, 1]);
    expect([...ground.joints].filter((joint) => joint === 1)).toHaveLength(2);
  });

  it('is the same from degrees as from RD New, to a millimetre', async () => {
    const rd = await readGround([work.writeGround('rd.geojson', quarter)]);
    const degrees = await readGround([work.writeGround('degrees.geojson', quarter, true)]);
    const differences = [...rd.ground.vertices].map((value, i) =>
      Math.abs(value - (degrees.ground.vertices[i] as number)),
    );
    expect(differences).toHaveLength(quarter.length * 8);
    expect(Math.max(...differences)).toBeLessThan(0.001);
    expect(rd.box.map(Math.round)).toEqual([...extent]);
  });
});

describe('wrong ground', () => {
  const collection = (feature: unknown) => ({ type: 'FeatureCollection', crs: rdCrs, features: [feature] });
  const sound = toFeature({ words: { objecttype: 'pand', lokaal_id: 'G1' }, box });

  it('is told by file, feature and property', async () => {
    const level = { ...sound, properties: { ...sound.properties, relatieve_hoogteligging: 'hoog' } };
    expect(await failure(collection(level))).toBe(
      'ground.geojson, feature 1 (G1): relatievehoogteligging "hoog" is not a number.',
    );
  });

  it('is told when a geometry is of another kind or not closed', async () => {
    const line = { ...sound, geometry: { type: 'LineString', coordinates: [[146000, 507000]] } };
    expect(await failure(collection(line))).toBe(
      'ground.geojson, feature 1 (G1): geometry is a LineString; expected Polygon or MultiPolygon with coordinates.',
    );
    const open = { ...sound, geometry: { type: 'Polygon', coordinates: [sound.geometry.coordinates[0]?.slice(0, 4)] } };
    expect(await failure(collection(open))).toBe(
      'ground.geojson, feature 1 (G1): a ring of the polygon does not end where it begins.',
    );
  });

  it('is told when positions lie outside the Netherlands or are of another frame', async () => {
    const far = toFeature({ words: { objecttype: 'pand' }, box: [9e5, 9e5, 9e5 + 5, 9e5 + 5] });
    expect(await failure(collection(far))).toBe(
      'ground.geojson, feature 1: position 900000, 900000 (RD New) lies outside the Netherlands.',
    );
    expect(await failure({ ...collection(sound), crs: undefined })).toMatch(
      /^ground\.geojson, feature 1 \(G1\): position 146000, 507000 is not longitude and latitude; .*EPSG::28992/,
    );
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } };
    expect(await failure({ ...collection(sound), crs })).toMatch(/^ground\.geojson: crs ".*3857" is not supported/);
  });

  it('is told when a file is missing, no JSON, no collection or without surfaces', async () => {
    await expect(readGround([work.path('none.geojson')])).rejects.toThrow(/none\.geojson: file not found/);
    expect(await failure('{"type":')).toMatch(/^ground\.geojson: not valid JSON: /);
    expect(await failure({ type: 'Feature' })).toMatch(/^ground\.geojson: not a GeoJSON FeatureCollection/);
    expect(await failure({ type: 'FeatureCollection', features: [] })).toMatch(/no ground surface/);
    expect(await failure(collection({ ...sound, geometry: { type: 'Polygon', coordinates: [[[1, 'a']]] } }))).toBe(
      'ground.geojson, feature 1 (G1): geometry holds [1,"a"] where a position should be.',
    );
  });
});
