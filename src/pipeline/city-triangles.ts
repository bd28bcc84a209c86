/** The surfaces of CityJSON buildings as triangles in RD and NAP, one list a building: what rays are cast against. */
import type { Family } from '../model/city-families.ts';
import type { CityFeature, CityGeometry, CityHeader } from '../model/cityjson.ts';
import { InputError } from '../model/input-error.ts';
import { pickGeometry } from '../model/pick-geometry.ts';
import { OutsideNetherlandsError } from '../model/rd.ts';
import { walkGeometry } from '../model/walk-geometry.ts';
import { readFamilies, type SourceFrame } from './building-table/read-families.ts';
import { createFacetBuilder } from './tiles/facet-mesh.ts';
import { firstIndex, type Locate, locateIn, locateInstance, SkippedBuilding } from './tiles/locate.ts';

export interface CityTriangles {
  readonly id: string;
  /** RD x, y, NAP that the positions count from. */
  readonly zero: readonly [x: number, y: number, nap: number];
  /** Metres, three numbers a corner. */
  readonly positions: Float32Array;
  /** Three a triangle. */
  readonly indices: Uint32Array;
  readonly lod: string;
}

export interface SkippedCity {
  readonly id: string;
  readonly reason: string;
}

interface Resolved {
  readonly solid: CityGeometry;
  readonly locate: Locate;
}

function resolve(geometry: CityGeometry, { templates }: CityHeader, inFeature: Locate): Resolved {
  if (geometry.type !== 'GeometryInstance') return { solid: geometry, locate: inFeature };
  const template = templates?.templates[geometry.template ?? -1];
  const anchor = firstIndex(geometry.boundaries);
  if (!template || !templates || anchor === undefined)
    throw new SkippedBuilding(`geometry template ${geometry.template} does not exist`);
  const at = new Float64Array(3);
  inFeature(anchor, at);
  return { solid: template, locate: locateInstance(geometry, templates.vertices, at) };
}

/** Makes triangles of one building after the other; the lists of one are its own. */
function createTriangleMaker(lod: string) {
  const builder = createFacetBuilder();
  const source = new Float64Array(3);

  /** Throws {@link SkippedBuilding} with the reason where there is nothing to cast against. */
  return (family: Family, feature: CityFeature, header: CityHeader, frame: SourceFrame): CityTriangles => {
    const picked = pickGeometry(family, lod, header.templates?.templates);
    if (!picked) throw new SkippedBuilding('it has no surface or solid geometry');
    if (!frame.isMetric) throw new SkippedBuilding('its coordinates are degrees, which give no heights to reckon with');
    const inFeature = locateIn(feature.vertices, header.transform);
    let zero: [number, number, number] | undefined;
    builder.clear();
    for (const geometry of picked.geometries) {
      const { solid, locate } = resolve(geometry, header, inFeature);
      walkGeometry(solid, {
        startShell() {},
        surface(rings) {
          builder.startSurface();
          for (const ring of rings) {
            builder.startRing();
            for (const index of ring) {
              locate(index, source);
              const rd = frame.toRd(source[0] as number, source[1] as number);
              zero ??= [rd.x, rd.y, source[2] as number];
              const { array, offset } = builder.nextPoint();
              array[offset] = rd.x - zero[0];
              array[offset + 1] = rd.y - zero[1];
              array[offset + 2] = (source[2] as number) - zero[2];
              builder.keepPoint();
            }
            builder.endRing();
          }
          builder.endSurface(0);
        },
        endShell() {},
      });
    }
    const mesh = builder.mesh();
    if (!zero || mesh.surfaceCount === 0) throw new SkippedBuilding('none of its surfaces has area');
    const indices = new Uint32Array(mesh.indexCount);
    // Counted from the first point of each surface.
    for (let surface = 0, index = 0, first = 0; surface < mesh.surfaceCount; surface++) {
      for (; index < (mesh.indexEnds[surface] as number); index++)
        indices[index] = first + (mesh.indices[index] as number);
      first = mesh.vertexEnds[surface] as number;
    }
    return { id: family.id, zero, positions: mesh.positions.slice(), indices, lod: picked.lod };
  };
}

/** In the order of the files. Throws {@link InputError} naming file and line; what has no surfaces is told as skipped. */
export function readCityTriangles(
  files: readonly string[],
  lod: string,
  onProgress?: (share: number) => void,
): { buildings: CityTriangles[]; skipped: SkippedCity[] } {
  const make = createTriangleMaker(lod);
  const buildings: CityTriangles[] = [];
  const skipped: SkippedCity[] = [];
  readFamilies(
    files,
    (family, feature, header, frame) => {
      try {
        buildings.push(make(family, feature, header, frame));
      } catch (error) {
        if (error instanceof OutsideNetherlandsError) throw new InputError(`building ${family.id}: ${error.message}`);
        if (!(error instanceof SkippedBuilding)) throw error;
        skipped.push({ id: family.id, reason: error.message });
      }
    },
    onProgress,
  );
  return { buildings, skipped };
}
