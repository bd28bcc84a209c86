import { describe, expect, it } from 'vitest';
import { readImport, refuseUnread } from '../../src/model/import-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** One triangle of 2 × 3 m on the ground and up, lying 10 m to the right under a node. */
const triangle = {
  asset: { version: '2.0' },
  scene: 0,
  scenes: [{ nodes: [0] }],
  nodes: [
    { children: [1], translation: [10, 0, 0] },
    { mesh: 0, scale: [2, 2, 2] },
  ],
  meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
  accessors: [{ componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, -1], max: [1, 1.5, 0] }],
  buffers: [{ byteLength: 36 }],
};

function toGlb(json: unknown, { magic = 0x46546c67, version = 2, length = 0 } = {}): Uint8Array {
  const text = bytesOf(JSON.stringify(json));
  const padded = Math.ceil(text.length / 4) * 4;
  const bytes = new Uint8Array(20 + padded).fill(0x20);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, version, true);
  view.setUint32(8, length || bytes.length, true);
  view.setUint32(12, padded, true);
  view.setUint32(16, 0x4e4f534a, true);
  bytes.set(text, 20);
  return bytes;
}

const ring = [
  [5.28, 52.56],
  [5.281, 52.56],
  [5.281, 52.561],
  [5.28, 52.56],
];
const feature = (properties: object, coordinates: unknown = [ring]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
});
const whole = { name: 'Kade', lower: 0, upper: 9, reference: 'peil' };
const geo = (features: unknown[], more: object = {}) =>
  bytesOf(JSON.stringify({ type: 'FeatureCollection', ...more, features }));
const moved = (dx: number, dy: number) => ring.map(([x = 0, y = 0]) => [x + dx, y + dy]);

/** A pyramid of 10 × 10 × 6 m. */
const pyramid = {
  type: 'CityJSON',
  version: '2.0',
  transform: { scale: [1, 1, 1], translate: [147000, 508000, -4] },
  CityObjects: {
    a: {
      type: 'Building',
      attributes: { naam: 'Piramide' },
      geometry: [
        {
          type: 'Solid',
          lod: '2.2',
          boundaries: [[[[0, 3, 2, 1]], [[0, 1, 4]], [[1, 2, 4]], [[2, 3, 4]], [[3, 0, 4]]]],
        },
      ],
    },
  },
  vertices: [
    [0, 0, 0],
    [10, 0, 0],
    [10, 10, 0],
    [0, 10, 0],
    [5, 5, 6],
  ],
};
const city = (change: object) => bytesOf(JSON.stringify({ ...pyramid, ...change }));

describe('a bad file is refused with what is wrong', () => {
  it.each<[string, string, Uint8Array, object]>([
    ['empty', 'a.glb', new Uint8Array(0), { code: 'empty' }],
    ['another kind', 'plan.dwg', bytesOf('AC1032'), { code: 'unknown-type' }],
    ['a zip by name', 'plan.zip', bytesOf('PK'), { code: 'zipped' }],
    ['a zip in disguise', 'plan.json', Uint8Array.of(0x50, 0x4b, 3, 4), { code: 'zipped' }],
    ['gzip in disguise', 'plan.geojson', Uint8Array.of(0x1f, 0x8b, 8), { code: 'zipped' }],
    ['broken JSON', 'a.geojson', bytesOf('{\n "a": 1,\n "b" 2\n}'), { code: 'broken-json', line: 3, column: 6 }],
    ['cut JSON', 'a.geojson', bytesOf('{\n "a": ['), { code: 'broken-json', line: 2, column: 8 }],
    ['other JSON', 'a.json', bytesOf('{"type": "Topology"}'), { code: 'unknown-content' }],
    ['null', 'a.json', bytesOf('null'), { code: 'unknown-content' }],
    ['no polygons', 'a.geojson', geo([]), { code: 'no-volumes' }],
    ['no heights', 'a.geojson', geo([feature({ name: 'Kade', lower: 0 })]), { code: 'no-heights', feature: 'Kade' }],
    [
      'Africa',
      'a.geojson',
      geo([feature(whole, [moved(0, -50)])]),
      { code: 'wrong-place', x: 5.28, y: expect.closeTo(2.56) },
    ],
    [
      'latitude first',
      'a.geojson',
      geo([feature(whole, [ring.map(([x, y]) => [y, x])])]),
      { code: 'wrong-place', x: 52.56, y: 5.28 },
    ],
    [
      'another system',
      'a.geojson',
      geo([feature(whole)], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25831' } } }),
      { code: 'wrong-crs', crs: 'urn:ogc:def:crs:EPSG::25831' },
    ],
    ['too many', 'a.geojson', geo(Array.from({ length: 501 }, () => feature(whole))), { code: 'too-many', count: 501 }],
    [
      'too many corners',
      'a.geojson',
      geo([feature(whole, [Array.from({ length: 1001 }, () => [5.28, 52.56])])]),
      { code: 'too-many-corners', feature: 'Kade', count: 1001 },
    ],
    [
      'top below bottom',
      'a.geojson',
      geo([feature({ ...whole, upper: -1 })]),
      { code: 'bad-content', detail: expect.stringMatching(/a.geojson, feature 1.*upper -1/) },
    ],
    [
      'an old CityJSON',
      'a.city.json',
      city({ version: '0.9' }),
      { code: 'bad-content', detail: expect.stringContaining('0.9') },
    ],
    [
      'CityJSON elsewhere',
      'a.city.json',
      city({ metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/31370' } }),
      { code: 'wrong-crs', crs: expect.stringContaining('31370') },
    ],
    [
      'CityJSON of nowhere',
      'a.city.json',
      city({ transform: { scale: [1, 1, 1], translate: [0, 0, 0] } }),
      { code: 'wrong-place', x: 0, y: 0 },
    ],
    ['CityJSON without buildings', 'a.city.json', city({ CityObjects: {} }), { code: 'no-buildings' }],
    [
      'CityJSON with buildings that refer to nothing',
      'a.city.json',
      city({ vertices: [[0, 0, 0]] }),
      { code: 'bad-content', detail: expect.stringContaining('vertex 3') },
    ],
    [
      'a sequence that breaks',
      'a.city.jsonl',
      bytesOf('{"type":"CityJSON","version":"2.0"}\n{"type":"CityJSONFeature"}\n{"type" 3}'),
      { code: 'broken-json', line: 3, column: 9 },
    ],
    ['no glb', 'a.glb', toGlb(triangle, { magic: 1 }), { code: 'glb-magic' }],
    ['old glb', 'a.glb', toGlb(triangle, { version: 1 }), { code: 'glb-version', version: 1 }],
    ['a cut glb', 'a.glb', toGlb(triangle, { length: 9000 }), { code: 'glb-short', said: 9000 }],
    ['a stump', 'a.glb', toGlb(triangle).subarray(0, 12), { code: 'glb-short', real: 12 }],
    ['broken JSON in glb', 'a.gltf', bytesOf('{"asset": }'), { code: 'broken-json', line: 1, column: 11 }],
    [
      'glTF with a file beside it',
      'a.gltf',
      bytesOf(JSON.stringify({ ...triangle, buffers: [{ uri: 'muren.bin' }] })),
      { code: 'gltf-external', uri: 'muren.bin' },
    ],
    [
      'compressed glTF',
      'a.glb',
      toGlb({ ...triangle, extensionsRequired: ['KHR_draco_mesh_compression'] }),
      { code: 'gltf-compressed', extension: 'KHR_draco_mesh_compression' },
    ],
    ['glTF without shape', 'a.glb', toGlb({ ...triangle, meshes: [] }), { code: 'gltf-empty' }],
    [
      'glTF in millimetres',
      'a.glb',
      toGlb({ ...triangle, nodes: [{ mesh: 0, scale: [9000, 1, 1] }] }),
      { code: 'gltf-size', metres: 9000 },
    ],
  ])('%s', (_, name, bytes, problem) => {
    expect(readImport(name, bytes)).toMatchObject({ problem });
  });

  it('by its size before it is read', () => {
    expect(refuseUnread('a.geojson', 25e6 + 1)).toMatchObject({ code: 'too-big', limit: 25e6 });
    expect(refuseUnread('a.geojson', 25e6)).toBeUndefined();
    expect(refuseUnread('a.glb', 50e6)).toBeUndefined();
    expect(refuseUnread('a.glb', 50e6 + 1)).toMatchObject({ code: 'too-big', limit: 50e6 });
  });
});

describe('a good file', () => {
  it('of GeoJSON becomes volumes, in degrees or in RD that does not say so', () => {
    const read = readImport('a.geojson', geo([feature(whole)], { peilNap: -3 }));
    expect(read).toMatchObject({ value: { kind: 'volumes', peilNap: -3, volumes: [{ name: 'Kade', upper: 9 }] } });
    const rd = [
      [147000, 508000],
      [147010, 508000],
      [147010, 508010],
      [147000, 508000],
    ];
    expect(readImport('a.geojson', geo([feature(whole, [rd])]))).toMatchObject({
      value: { volumes: [{ footprint: [[147000, 508000, 147010, 508000, 147010, 508010]] }] },
    });
  });

  it('of CityJSON becomes buildings in a frame of their own, as document and as sequence', () => {
    const { CityObjects, vertices, ...header } = pyramid;
    const lines = [
      { ...header, CityObjects: {}, vertices: [] },
      { type: 'CityJSONFeature', id: 'a', CityObjects, vertices },
    ];
    const sequence = bytesOf(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    const building = { name: 'Piramide', x: 147005, y: 508005, nap: -4, rotationDegrees: 0, scale: 1 };
    const box = { west: -5, south: -5, bottom: 0, east: 5, north: 5, top: 6 };
    const value = { kind: 'buildings', buildings: [{ ...building, box, solid: { lowerNap: 0, upperNap: 6 } }] };
    expect(readImport('a.city.json', city({}))).toMatchObject({ value });
    expect(readImport('a.city.jsonl', sequence)).toMatchObject({ value });
  });

  it('of glTF has the box of its accessors under their nodes: x east, −z north, y up', () => {
    const box = { west: 10, east: 12, south: 0, north: 2, bottom: 0, top: 3 };
    expect(readImport('a.glb', toGlb(triangle))).toEqual({
      value: { kind: 'model', mediaType: 'model/gltf-binary', box },
    });
    expect(readImport('a.gltf', bytesOf(JSON.stringify(triangle)))).toMatchObject({ value: { box } });
  });

  it('of glTF turns with its nodes', () => {
    const half = Math.SQRT1_2;
    const turned = { ...triangle, nodes: [{ mesh: 0, rotation: [0, half, 0, half] }] };
    // A quarter turn about y sends x to −z and z to x.
    expect(readImport('a.glb', toGlb(turned))).toMatchObject({
      value: {
        box: {
          west: expect.closeTo(-1),
          east: expect.closeTo(0),
          south: expect.closeTo(0),
          north: expect.closeTo(1),
          top: 1.5,
        },
      },
    });
  });
});
