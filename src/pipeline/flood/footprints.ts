/** Where buildings stand: the outlines of CityJSON buildings in RD, seen from above. */
import type { Family } from '../../model/city-families.ts';
import type { CityFeature, CityGeometry, CityHeader } from '../../model/cityjson.ts';
import { walkGeometry } from '../../model/walk-geometry.ts';
import { readFamilies, type SourceFrame } from '../building-table/read-families.ts';

export interface Footprint {
  readonly id: string;
  /** Each a list of rings, flat x, y in RD metres; they may lie over each other. */
  readonly surfaces: readonly (readonly number[][])[];
}

const lodOf = ({ lod }: CityGeometry) => (lod === undefined || lod === null || lod === '' ? Number.NaN : Number(lod));

/** Outlines of level 0, else ground surfaces, else all surfaces of the most detailed geometry. */
function listSurfaces(family: Family, { vertices }: CityFeature, { transform }: CityHeader, frame: SourceFrame) {
  const { scale, translate } = transform;
  const flat: number[][][] = [];
  const ground: number[][][] = [];
  const all: number[][][] = [];
  const geometries = family.members
    .flatMap(([, object]) => object.geometry ?? [])
    .sort((a, b) => (lodOf(b) || 0) - (lodOf(a) || 0));
  const finest = lodOf(geometries[0] ?? { type: '' }) || 0;
  for (const geometry of geometries) {
    const lod = lodOf(geometry);
    const isFlat = lod < 1;
    const isFinest = !isFlat && (lod || 0) === finest;
    if (!isFlat && !isFinest) continue;
    walkGeometry(geometry, {
      startShell() {},
      surface(rings, type) {
        if (!isFlat && type !== undefined && type !== 'GroundSurface' && type !== 'RoofSurface') return;
        const outlines = rings.map((ring) => {
          const points: number[] = [];
          for (const index of Array.isArray(ring) ? ring : []) {
            const vertex = vertices[index];
            if (!vertex) continue;
            const x = (vertex[0] as number) * (scale[0] as number) + (translate[0] as number);
            const y = (vertex[1] as number) * (scale[1] as number) + (translate[1] as number);
            if (!(Number.isFinite(x) && Number.isFinite(y))) continue;
            const rd = frame.toRd(x, y);
            points.push(rd.x, rd.y);
          }
          return points;
        });
        if (isFlat) flat.push(outlines);
        else if (type === 'GroundSurface') ground.push(outlines);
        else all.push(outlines);
      },
      endShell() {},
    });
  }
  return [flat, ground, all].find((surfaces) => surfaces.length > 0) ?? [];
}

/** In the order of the files. Throws InputError naming file and line. */
export function readFootprints(files: readonly string[], onProgress?: (share: number) => void): Footprint[] {
  const footprints: Footprint[] = [];
  readFamilies(
    files,
    (family, feature, header, frame) => {
      const surfaces = listSurfaces(family, feature, header, frame);
      if (surfaces.length > 0) footprints.push({ id: family.id, surfaces });
    },
    onProgress,
  );
  return footprints;
}
