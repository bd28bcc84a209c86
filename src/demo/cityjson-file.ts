/** Writes buildings as CityJSONSeq 2.0 (one feature a line) in RD New and NAP with the structure of 3DBAG. */
import { listPolygons, unite } from './area.ts';
import { attributesOf, type Building } from './building.ts';
import { origin, type Path, townSize } from './point.ts';
import type { Corner, Face, SurfaceKind } from './solid.ts';

const SCALE = 0.001;
const translate = [origin.x + townSize.width / 2, origin.y + townSize.height / 2, 0] as const;
const kinds: readonly SurfaceKind[] = ['GroundSurface', 'WallSurface', 'RoofSurface'];

/** First line: the frame of everything that follows. */
export function encodeHeader(date: string): string {
  return JSON.stringify({
    type: 'CityJSON',
    version: '2.0',
    transform: { scale: [SCALE, SCALE, SCALE], translate },
    metadata: {
      title: 'Markerwaard, fictieve gemeente',
      referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415',
      referenceDate: date,
      geographicalExtent: [origin.x, origin.y, -10, origin.x + townSize.width, origin.y + townSize.height, 60],
    },
    CityObjects: {},
    vertices: [],
  });
}

/** Collects corners on the millimetre grid, each once. */
function createVertices() {
  const vertices: [number, number, number][] = [];
  const known = new Map<string, number>();
  function index({ x, y, z }: Corner): number {
    const vertex: [number, number, number] = [
      Math.round((x - townSize.width / 2) / SCALE),
      Math.round((y - townSize.height / 2) / SCALE),
      Math.round(z / SCALE),
    ];
    const key = vertex.join(' ');
    let i = known.get(key);
    if (i === undefined) {
      i = vertices.length;
      known.set(key, i);
      vertices.push(vertex);
    }
    return i;
  }
  return { vertices, index };
}

function solidGeometry(faces: readonly Face[], index: (corner: Corner) => number) {
  return {
    type: 'Solid',
    lod: '2.2',
    boundaries: [faces.map((face) => face.rings.map((ring) => ring.map(index)))],
    semantics: {
      surfaces: kinds.map((type) => ({ type })),
      values: [faces.map((face) => kinds.indexOf(face.kind))],
    },
  };
}

/** The outline of a building seen from above: its parts united. */
function footprintSurfaces(building: Building, index: (corner: Corner) => number) {
  const rings = building.plot.parts.map((part) => part.footprint);
  const polygons =
    rings.length === 1
      ? [{ outer: rings[0] as Path, holes: [] as Path[] }]
      : listPolygons(unite(...rings.map((ring) => [ring])));
  const lift = (ring: Path) => ring.map((p) => index({ x: p.x, y: p.y, z: building.ground }));
  return polygons.map((polygon) => [polygon.outer, ...polygon.holes].map(lift));
}

/** `sharedWall`: m² of its walls that stand against others. */
export function encodeBuilding(building: Building, sharedWall: number): string {
  const { vertices, index } = createVertices();
  const children = building.solids.map((_, i) => `${building.id}-${i}`);
  const objects: Record<string, unknown> = {
    [building.id]: {
      type: 'Building',
      attributes: attributesOf(building, sharedWall),
      children,
      geometry: [{ type: 'MultiSurface', lod: '0', boundaries: footprintSurfaces(building, index) }],
    },
  };
  building.solids.forEach((faces, i) => {
    objects[children[i] as string] = {
      type: 'BuildingPart',
      parents: [building.id],
      geometry: [solidGeometry(faces, index)],
    };
  });
  return JSON.stringify({ type: 'CityJSONFeature', id: building.id, CityObjects: objects, vertices });
}
