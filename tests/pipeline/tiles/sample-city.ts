/** A made-up street of gabled houses in the structure of 3DBAG: Building with footprint and attributes, BuildingPart with a solid. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SampleFeature {
  type: 'CityJSONFeature';
  id: string;
  CityObjects: Record<string, Record<string, unknown>>;
  vertices: number[][];
}

export const sampleHeader = {
  type: 'CityJSON',
  version: '2.0',
  transform: { scale: [0.001, 0.001, 0.001], translate: [146000, 507000, 0] },
  metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' },
  CityObjects: {},
  vertices: [],
};

/** Millimetres: 5 m wide, 10 m deep, eaves at 3 m, ridge at 6 m above a ground of −4 m. */
function houseVertices(x: number, y: number): number[][] {
  const at = (dx: number, dy: number, z: number) => [x + dx, y + dy, z - 4000];
  return [
    at(0, 0, 0),
    at(5000, 0, 0),
    at(5000, 10000, 0),
    at(0, 10000, 0),
    at(0, 0, 3000),
    at(5000, 0, 3000),
    at(5000, 10000, 3000),
    at(0, 10000, 3000),
    at(2500, 0, 6000),
    at(2500, 10000, 6000),
  ];
}

/** Ground, west and east wall, south and north gable, west and east roof. */
export const houseShell = [
  [[0, 3, 2, 1]],
  [[0, 4, 7, 3]],
  [[1, 2, 6, 5]],
  [[0, 1, 5, 8, 4]],
  [[3, 7, 9, 6, 2]],
  [[4, 8, 9, 7]],
  [[5, 6, 9, 8]],
];

export const houseSemantics = {
  surfaces: [{ type: 'GroundSurface' }, { type: 'WallSurface' }, { type: 'RoofSurface' }],
  values: [[0, 1, 1, 1, 1, 2, 2]],
};

export function sampleHouse(number: number): SampleFeature {
  const id = `NL.TEST.Pand.${String(number).padStart(6, '0')}`;
  const x = (number % 40) * 7000;
  const y = Math.floor(number / 40) * 25000;
  return {
    type: 'CityJSONFeature',
    id,
    CityObjects: {
      [id]: {
        type: 'Building',
        attributes: {
          identificatie: id,
          oorspronkelijkbouwjaar: number % 7 === 0 ? null : 1950 + (number % 60),
          b3_h_maaiveld: -4 + number / 1000,
          status: number % 2 ? 'Pand in gebruik' : 'Bouw gestart',
          monument: number % 5 === 0,
          naam: `Huis "${number}" – Ä`,
          leeg: null,
          '+energie-label': ['A', 'B', 'C'][number % 3],
        },
        geometry: [{ type: 'MultiSurface', lod: '0', boundaries: [[[0, 1, 2, 3]]] }],
        children: [`${id}-0`],
      },
      [`${id}-0`]: {
        type: 'BuildingPart',
        attributes: {},
        parents: [id],
        geometry: [{ type: 'Solid', lod: '2.2', boundaries: [houseShell], semantics: houseSemantics }],
      },
    },
    vertices: houseVertices(x, y),
  };
}

export const toSequence = (header: unknown, features: readonly unknown[]): string =>
  `${[header, ...features].map((line) => JSON.stringify(line)).join('\n')}\n`;

export const sampleSequence = (houses: number): string =>
  toSequence(
    sampleHeader,
    Array.from({ length: houses }, (_, i) => sampleHouse(i)),
  );

/** One CityJSON document of one building with these geometries, on the vertices of a house. */
export function sampleDocument(
  geometry: readonly unknown[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    ...sampleHeader,
    CityObjects: { house: { type: 'Building', geometry } },
    vertices: houseVertices(0, 0),
    ...more,
  };
}

/** A folder that goes when the test does. */
export function createWorkFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tiles-'));
  return {
    folder,
    out: join(folder, 'out'),
    write(name: string, content: unknown): string {
      const file = join(folder, name);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
    destroy: () => rmSync(folder, { recursive: true, force: true }),
  };
}
