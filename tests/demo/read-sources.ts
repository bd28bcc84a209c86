/** Reads Markerwaard's sources back as a stranger would: from the written files, not from the generator's memory. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Position = readonly [x: number, y: number, z: number];
/** Faces of rings of corners in RD New and NAP; the first ring is the outer one. */
export type Shell = readonly (readonly (readonly Position[])[])[];

export interface ReadBuilding {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Rings of the LoD 0 footprint. */
  readonly footprint: readonly (readonly Position[])[];
  readonly shells: readonly Shell[];
}

interface CityObject {
  readonly type: string;
  readonly attributes?: Record<string, unknown>;
  readonly geometry: readonly { readonly type: string; readonly boundaries: number[][][] | number[][][][] }[];
}

/** Outer shell of the only Solid of a part. */
const shellOf = ({ geometry }: CityObject): number[][][] =>
  (geometry[0]?.boundaries as number[][][][] | undefined)?.[0] ?? [];

export function readBuildings(folder: string): ReadBuilding[] {
  const [header, ...features] = readFileSync(join(folder, 'buildings.city.jsonl'), 'utf8').trimEnd().split('\n');
  const { scale, translate } = JSON.parse(header as string).transform as { scale: number[]; translate: number[] };
  return features.map((line) => {
    const feature = JSON.parse(line) as { id: string; CityObjects: Record<string, CityObject>; vertices: number[][] };
    const positions = feature.vertices.map(
      (vertex) =>
        vertex.map((value, i) => value * (scale[i] as number) + (translate[i] as number)) as never as Position,
    );
    const objects = Object.values(feature.CityObjects);
    const ringOf = (ring: number[]) => ring.map((i) => positions[i] as Position);
    const building = objects.find(({ type }) => type === 'Building') as CityObject;
    return {
      id: feature.id,
      attributes: building.attributes ?? {},
      footprint: ((building.geometry[0]?.boundaries ?? []) as number[][][]).flat().map(ringOf),
      shells: objects
        .filter(({ type }) => type === 'BuildingPart')
        .map((part) => shellOf(part).map((face) => face.map(ringOf))),
    };
  });
}

export interface ReadFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: never };
}

export const readFeatures = (folder: string, name: string): ReadFeature[] =>
  JSON.parse(readFileSync(join(folder, `${name}.geojson`), 'utf8')).features;
