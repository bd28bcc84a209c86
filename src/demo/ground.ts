/**
 * From streets, waters, gardens and greens to ground surfaces that cover every square metre once. Laid in order of rank:
 * each takes what those before left. Streets are cut, so that surfaces stay as small as in a real register.
 */
import {
  type Area,
  areaSize,
  type Box,
  boxOf,
  clipToBox,
  closeGaps,
  doBoxesMeet,
  listPolygons,
  type Polygon,
  strip,
  unite,
} from './area.ts';
import { createCover } from './cover.ts';
import { lineLength, subLine } from './curve.ts';
import { type Band, crossSections, isDriven, type Street } from './street.ts';
import type { Surface, SurfaceName } from './surface.ts';

export interface GroundPatch {
  readonly kind: SurfaceName;
  readonly area: Area;
  readonly name?: string;
  readonly extra?: Readonly<Record<string, string | number>>;
}

/** Smaller shreds are left out, m²; a test holds the whole to 1 % of the extent. */
const SMALLEST = 0.05;
/** Longest piece of a street, metres. */
const PIECE = 160;
const CORNER_RADIUS = 3.5;
/** Wide areas are laid block by block, metres: surfaces stay as small as in a real register. */
const BLOCK = 200;

export function listBoxes(extent: Area, size: number): Box[] {
  const { west, south, east, north } = boxOf(extent);
  const boxes: Box[] = [];
  for (let x = west; x < east; x += size) {
    for (let y = south; y < north; y += size) {
      boxes.push({ west: x, south: y, east: Math.min(x + size, east), north: Math.min(y + size, north) });
    }
  }
  return boxes;
}

const brick: ReadonlySet<string> = new Set(['lane', 'quay', 'home', 'street']);
function kindOf(band: Band, street: Street): SurfaceName {
  if (band === 'carriageway') return brick.has(street.class) ? 'brickroad' : 'carriageway';
  if (band === 'footway' && street.class === 'path') return 'pathway';
  if (band === 'footway' && street.class === 'alley') return 'square';
  return band;
}

/** Carriageways with rounded corners at junctions, in square blocks: the cost of rounding grows faster than the area. */
export function carriagewayArea(streets: readonly Street[]): Area {
  const strips = streets
    .filter(isDriven)
    .map((street) => strip(street.line, crossSections[street.class][0]?.[1] ?? 0, 'round'));
  const boxes = strips.map(boxOf);
  const margin = 3 * CORNER_RADIUS;
  return listBoxes(strips.flat(), 300).flatMap((box) => {
    const wide = {
      west: box.west - margin,
      south: box.south - margin,
      east: box.east + margin,
      north: box.north + margin,
    };
    const near = strips.flatMap((area, i) => (doBoxesMeet(boxes[i] as Box, wide) ? clipToBox(area, wide) : []));
    return near.length === 0 ? [] : clipToBox(closeGaps(unite(near), CORNER_RADIUS), box);
  });
}

/** A street from kerb or verge to the other side. */
export const streetArea = (street: Street): Area => strip(street.line, crossSections[street.class].at(-1)?.[1] ?? 0);

export interface GroundPlan {
  readonly streets: readonly Street[];
  /** The carriageways of these streets: {@link carriagewayArea}. */
  readonly roads: Area;
  readonly extent: Area;
  /** Rank above streets: buildings, water with quays, squares. */
  readonly above: readonly GroundPatch[];
  /** Rank below streets: gardens, parks, fields; the last should cover everything. */
  readonly below: readonly GroundPatch[];
  /** Bridges: drawn above, they take nothing away. */
  readonly bridges: readonly GroundPatch[];
}

/** `tileSize` in metres, some times the size of a common patch: see {@link createCover}. */
export function coverGround(
  { streets, roads, extent, above, below, bridges }: GroundPlan,
  tileSize: number,
): Surface[] {
  const surfaces: Surface[] = [];
  const cover = createCover(extent, tileSize);

  function lay(patch: GroundPatch, polygons: readonly Polygon[], level: number) {
    for (const polygon of polygons) {
      if (areaSize([polygon.outer, ...polygon.holes]) <= SMALLEST) continue;
      surfaces.push({
        kind: patch.kind,
        polygon,
        level,
        ...(patch.name ? { name: patch.name } : {}),
        ...(patch.extra ? { extra: patch.extra } : {}),
      });
    }
  }

  function layBand(band: Band, until: number, street: Street) {
    const kind = kindOf(band, street);
    const total = lineLength(street.line);
    const count = Math.max(1, Math.ceil(total / PIECE));
    for (let i = 0; i < count; i++) {
      // Pieces reach a little into each other, so that no wedge stays open between them in a bend.
      const piece = subLine(
        street.line,
        Math.max(0, (total * i) / count - 1),
        Math.min(total, (total * (i + 1)) / count + 1),
      );
      const area = strip(piece, until, band === 'carriageway' ? 'round' : 'butt');
      lay({ kind, area, name: street.name }, cover.claim(area), 0);
    }
  }

  for (const patch of above) lay(patch, cover.claim(patch.area), 0);
  for (const street of streets) {
    const [band, until] = crossSections[street.class][0] ?? ['footway', 0];
    if (isDriven(street)) layBand(band, until, street);
  }
  for (const box of listBoxes(extent, BLOCK)) {
    const area = clipToBox(roads, box);
    if (area.length > 0) lay({ kind: 'brickroad', area }, cover.claim(area), 0);
  }
  for (const name of ['parking', 'cycleway', 'footway', 'verge'] as const) {
    for (const street of streets) {
      // A verge between carriageway and cycleway comes before the cycleway of the same street.
      const bands = crossSections[street.class];
      for (const [i, [band, until]] of bands.entries()) {
        const before = bands[i - 1];
        if (band !== name) continue;
        if (before?.[0] === 'verge') layBand('verge', before[1], street);
        layBand(band, until, street);
      }
    }
  }
  for (const patch of below) lay(patch, cover.claim(patch.area), 0);
  for (const bridge of bridges) lay(bridge, listPolygons(bridge.area), 1);
  return surfaces;
}

/** Share of the extent that surfaces on the ground cover; 1 when nothing is missing or double. */
export const coverShare = (surfaces: readonly Surface[], extent: Area): number =>
  surfaces
    .filter((surface) => surface.level === 0)
    .reduce((sum, { polygon }) => sum + areaSize([polygon.outer, ...polygon.holes]), 0) / areaSize(extent);
