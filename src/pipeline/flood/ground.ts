/** Ground files → the kind of ground per cell, and the level of open water. */
import type { FloodFrame } from '../../model/flood.ts';
import { type FloodGroundId, floodGroundCode } from '../../model/flood-ground.ts';
import { type GeoFeature, listPolygons, numberOf, type Ring, textOf } from '../../model/geojson.ts';
import type { GroundClass } from '../../model/ground-colors.ts';
import { burnPolygon, scanPolygon } from '../../model/scan-polygon.ts';
import { readGeoJson } from '../geojson.ts';
import { groundClasses, groundKind } from '../map/ground-class.ts';

const kindOfClass: Record<GroundClass, FloodGroundId> = {
  unknown: 'unknown',
  bare: 'bare',
  sand: 'sand',
  heath: 'meadow',
  meadow: 'meadow',
  arable: 'arable',
  orchard: 'shrubs',
  grass: 'grass',
  verge: 'grass',
  park: 'grass',
  reed: 'reed',
  shrubs: 'shrubs',
  forest: 'forest',
  yard: 'garden',
  'half-paved': 'half-paved',
  paved: 'asphalt',
  water: 'water',
  ditch: 'grass',
  shore: 'grass',
  bridge: 'asphalt',
  railway: 'ballast',
  'road-unpaved': 'bare',
  driveway: 'clinkers',
  footpath: 'clinkers',
  'pedestrian-area': 'clinkers',
  'traffic-island': 'clinkers',
  parking: 'clinkers',
  'living-street': 'clinkers',
  'cycle-path': 'asphalt',
  'road-clinker': 'clinkers',
  'road-asphalt': 'asphalt',
  'bus-lane': 'asphalt',
  'road-regional': 'asphalt',
  // Mostly roofs on posts and the like: water passes under them.
  structure: 'asphalt',
  building: 'building',
};

/** What the surface is made of goes before what it is for, where the file says it. */
const materials: readonly (readonly [RegExp, FloodGroundId])[] = [
  [/gesloten verharding/, 'asphalt'],
  [/half ?verhard/, 'half-paved'],
  [/onverhard/, 'bare'],
  [/open verharding/, 'clinkers'],
];
/** Classes of which the material matters. */
const surfaced = new Set<FloodGroundId>(['asphalt', 'clinkers', 'half-paved', 'bare']);

function kindOf(feature: GeoFeature, value: GroundClass): FloodGroundId {
  const kind = kindOfClass[value];
  if (!surfaced.has(kind) || value === 'bridge' || value === 'structure') return kind;
  const material = textOf(feature, 'fysiekvoorkomen', 'bgtfysiekvoorkomen', 'surfacematerial')?.toLowerCase() ?? '';
  return materials.find(([pattern]) => pattern.test(material))?.[1] ?? kind;
}

interface Piece {
  readonly rings: readonly Ring[];
  readonly kind: FloodGroundId;
  /** Drawing order of the map: what is drawn over something lies on it. */
  readonly rank: number;
  readonly level: number | undefined;
}

export interface FloodGround {
  readonly ground: Uint8Array;
  /** m NAP; NaN where there is no water. */
  readonly water: Float32Array;
  /** Water surfaces of which the file does not tell the level: theirs is the middle of the heights in them. */
  readonly levelsFromHeights: number;
}

/** The middle one of the known heights in a polygon; NaN without. */
function medianHeight(frame: FloodFrame, rings: readonly Ring[], heights: Float32Array): number {
  const found: number[] = [];
  scanPolygon(frame, rings, (row, from, until) => {
    for (let i = row * frame.width + from; i < row * frame.width + until; i++)
      if (!Number.isNaN(heights[i])) found.push(heights[i] as number);
  });
  found.sort((a, b) => a - b);
  return found[found.length >> 1] ?? Number.NaN;
}

/**
 * Only surfaces at ground level (`relatieve_hoogteligging` 0): under a bridge lies what the file says lies there, such as
 * water. Cells without a surface are `unknown`. Throws InputError naming file and feature.
 */
export async function readFloodGround(
  files: readonly string[],
  frame: FloodFrame,
  heights: Float32Array,
): Promise<FloodGround> {
  const pieces: Piece[] = [];
  for (const file of files) {
    for (const feature of await readGeoJson(file)) {
      const { value, level } = groundKind(feature);
      if (level !== 0) continue;
      const kind = kindOf(feature, value);
      const water = kind === 'water' ? numberOf(feature, 'waterpeil', 'peil', 'zomerpeil') : undefined;
      const rank = groundClasses.indexOf(value);
      for (const rings of listPolygons(feature)) pieces.push({ rings, kind, rank, level: water });
    }
  }
  pieces.sort((a, b) => a.rank - b.rank);
  const ground = new Uint8Array(heights.length);
  const water = new Float32Array(heights.length).fill(Number.NaN);
  let levelsFromHeights = 0;
  for (const { rings, kind, level } of pieces) {
    burnPolygon(frame, rings, ground, floodGroundCode(kind));
    if (kind === 'water' && level === undefined) levelsFromHeights++;
    burnPolygon(frame, rings, water, kind === 'water' ? (level ?? medianHeight(frame, rings, heights)) : Number.NaN);
  }
  return { ground, water, levelsFromHeights };
}
