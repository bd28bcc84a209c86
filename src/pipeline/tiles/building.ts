/** One building from its city objects to meshes in its own frame: full detail, prism, box. */

import type { Family } from '../../model/city-families.ts';
import type { CityFeature, CityGeometry, CityHeader } from '../../model/cityjson.ts';
import { pickGeometry } from '../../model/pick-geometry.ts';
import { OutsideNetherlandsError } from '../../model/rd.ts';
import { parseKind } from '../../model/surface-kind.ts';
import { walkGeometry } from '../../model/walk-geometry.ts';
import { addPrism, boxAround, boxError, listPrisms, type Prism } from './coarse.ts';
import { chooseLevel, LEVEL_BOX, LEVEL_PRISM } from './detail-level.ts';
import { createFacetBuilder, encodeMesh, type FacetMesh } from './facet-mesh.ts';
import { firstIndex, type Locate, locateIn, locateInstance, SkippedBuilding } from './locate.ts';
import type { BuildingFrame, Placement } from './placement.ts';

export interface MadeBuilding {
  readonly frame: BuildingFrame;
  /** By level: box, prism, full; empty where no tile draws that form. */
  readonly meshes: readonly [Uint8Array, Uint8Array, Uint8Array];
  /** How far box and prism stray, metres; infinite where there is none. */
  readonly boxError: number;
  readonly prismError: number;
  /** Largest side of the bounding box, metres. */
  readonly size: number;
  /** Lowest point in source coordinates. */
  readonly lowest: number;
  readonly surfaces: number;
  readonly triangles: number;
  readonly lod: string;
  /** Some of it is no closed solid, so its back sides may be seen. */
  readonly isOpen: boolean;
}

/** Surfaces of a building in its own frame, for who asks for no tiles. */
export interface ReadSurfaces {
  readonly frame: BuildingFrame;
  readonly mesh: FacetMesh;
  readonly lod: string;
  /** The file does not say of all of them what they are. */
  readonly isGuessed: boolean;
}

/** Metres; the longest building in the world measures under 5 km. */
const LARGEST_BUILDING = 20_000;

/** A prism is made when the building has more than this times its vertices. */
const WORTH_PRISM = 1.6;
/** For forms that no tile draws. */
const NOTHING = new Uint8Array(0);

export function createBuildingMaker(header: CityHeader, placement: Placement, asked: string) {
  const builder = createFacetBuilder();
  const coarse = createFacetBuilder();
  const source = new Float64Array(3);

  function resolve(geometry: CityGeometry, inFeature: Locate): { solid: CityGeometry; locate: Locate } {
    if (geometry.type !== 'GeometryInstance') return { solid: geometry, locate: inFeature };
    const template = header.templates?.templates[geometry.template ?? -1];
    const anchor = firstIndex(geometry.boundaries);
    if (!template || !header.templates || anchor === undefined)
      throw new SkippedBuilding(`geometry template ${geometry.template} does not exist`);
    const at = new Float64Array(3);
    inFeature(anchor, at);
    return { solid: template, locate: locateInstance(geometry, header.templates.vertices, at) };
  }

  function frameAround([x, y, z]: Float64Array): BuildingFrame {
    try {
      return placement.frameAround(x, y, z);
    } catch (error) {
      if (!(error instanceof OutsideNetherlandsError)) throw error;
      throw new SkippedBuilding(`(${x}, ${y}) lies outside the table of RD New and NAP`);
    }
  }

  /** Closed shells whose volume is negative are inside out: their sum of area vectors is zero, their volume not. */
  function mendShell(first: number, isInner: boolean): boolean {
    const mesh = builder.mesh();
    let volume = 0;
    let total = 0;
    const sum = [0, 0, 0];
    for (let s = first; s < mesh.surfaceCount; s++) {
      const v = (s === 0 ? 0 : mesh.vertexEnds[s - 1]) * 3;
      const area = mesh.areas[s];
      total += area;
      for (let i = 0; i < 3; i++) {
        sum[i] += mesh.normals[s * 3 + i] * area;
        volume += (mesh.normals[s * 3 + i] * area * mesh.positions[v + i]) / 3;
      }
    }
    const isClosed = Math.hypot(...sum) < 0.001 * total;
    if (isClosed && Math.abs(volume) > 0.01 && volume < 0 !== isInner) builder.flipFrom(first);
    return isClosed;
  }

  function addGeometry(
    geometry: CityGeometry,
    locate: Locate,
    frame: BuildingFrame,
    note: (z: number) => void,
  ): boolean {
    let first = 0;
    let inner = false;
    let isOpen = false;
    walkGeometry(geometry, {
      startShell(_isSolid, isInner) {
        first = builder.surfaceCount;
        inner = isInner;
      },
      surface(rings, type) {
        builder.startSurface();
        for (const ring of rings) {
          builder.startRing();
          for (const index of ring) {
            locate(index, source);
            note(source[2]);
            const { array, offset } = builder.nextPoint();
            frame.place(source[0], source[1], source[2], array, offset);
            builder.keepPoint();
          }
          builder.endRing();
        }
        builder.endSurface(parseKind(type));
      },
      endShell() {
        if (!mendShell(first, inner)) isOpen = true;
      },
    });
    return isOpen;
  }

  /** Fills the builder with the surfaces at the level of detail asked for, and `prisms` where they are wanted. */
  function fill(family: Family, feature: CityFeature, prisms: Prism[] | undefined) {
    const picked = pickGeometry(family, asked, header.templates?.templates);
    if (!picked) throw new SkippedBuilding('it has no surface or solid geometry');
    const inFeature = locateIn(feature.vertices, header.transform);
    builder.clear();
    let frame: BuildingFrame | undefined;
    let isOpen = false;
    let lowest = Number.POSITIVE_INFINITY;
    for (const geometry of picked.geometries) {
      const { solid, locate } = resolve(geometry, inFeature);
      const start = firstIndex(solid.boundaries);
      if (start === undefined) continue;
      if (!frame) {
        locate(start, source);
        frame = frameAround(source);
      }
      const from = builder.surfaceCount;
      const wasOpen = addGeometry(solid, locate, frame, (z) => {
        if (z < lowest) lowest = z;
      });
      isOpen ||= wasOpen;
      prisms?.push(...listPrisms(builder, from, builder.surfaceCount));
    }
    if (!frame || builder.surfaceCount === 0) throw new SkippedBuilding('none of its surfaces has area');
    return { frame, lowest, lod: picked.lod, isOpen };
  }

  return {
    counts: builder.counts,
    /** Throws {@link SkippedBuilding} with the reason when nothing can be drawn. */
    make(family: Family, feature: CityFeature): MadeBuilding {
      const prisms: Prism[] = [];
      const { frame, lowest, lod, isOpen } = fill(family, feature, prisms);
      return { ...finish(frame, prisms), lowest, lod, isOpen };
    },
    /** The surfaces at full detail, numbered as in the tiles; the mesh is overwritten by the next building. Throws as `make` does. */
    readSurfaces(family: Family, feature: CityFeature): ReadSurfaces {
      const guessed = builder.counts.guessed;
      const { frame, lod } = fill(family, feature, undefined);
      const mesh = builder.mesh();
      checkSize(mesh);
      return { frame, mesh, lod, isGuessed: builder.counts.guessed > guessed };
    },
  };

  function encodePrisms(list: readonly Prism[]): Uint8Array {
    coarse.clear();
    for (const prism of list) addPrism(coarse, prism);
    return encodeMesh(coarse.mesh());
  }

  /** Largest side of its box, and its highest point. Throws {@link SkippedBuilding} for what cannot be. */
  function checkSize(mesh: FacetMesh): { readonly size: number; readonly top: number } {
    const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let k = 0; k < mesh.positions.length; k++) {
      const value = mesh.positions[k];
      if (value < low[k % 3]) low[k % 3] = value;
      if (value > high[k % 3]) high[k % 3] = value;
    }
    const size = Math.max(high[0] - low[0], high[1] - low[1], high[2] - low[2]);
    if (!(size <= LARGEST_BUILDING))
      throw new SkippedBuilding(`it measures ${Math.round(size)} m: some of its coordinates are no real ones`);
    return { size, top: high[2] };
  }

  function finish(frame: BuildingFrame, prisms: readonly Prism[]) {
    const mesh = builder.mesh();
    const { size, top: highest } = checkSize(mesh);
    const box = boxAround(prisms);
    const strays = Math.max(
      1,
      ...prisms.map(({ top, base }) => Math.max(highest - top, Math.min(2, (top - base) / 4))),
    );
    // A prism that saves little, as for a plain gabled house, is not worth the loss of its roof.
    const prismVertices = prisms.reduce((sum, { ring }) => sum + 2.5 * ring.length, 0);
    const isPlain = mesh.vertexCount <= WORTH_PRISM * prismVertices;
    // Rounded as the index keeps them, so that the choice here is the choice when tiles are written.
    const prismError = prisms.length === 0 || isPlain ? Number.POSITIVE_INFINITY : Math.fround(strays);
    const boxed = box ? Math.fround(Math.max(2, strays, boxError(box, prisms))) : Number.POSITIVE_INFINITY;
    const used = [LEVEL_BOX, LEVEL_PRISM].map((level) => chooseLevel(level, boxed, prismError));
    return {
      frame,
      meshes: [
        box && used.includes(LEVEL_BOX) ? encodePrisms([box]) : NOTHING,
        used.includes(LEVEL_PRISM) ? encodePrisms(prisms) : NOTHING,
        encodeMesh(mesh),
      ] as const,
      boxError: boxed,
      prismError,
      size,
      surfaces: mesh.surfaceCount,
      triangles: mesh.indexCount / 3,
    };
  }
}
