/** Heights, ground files and buildings → a site on the cells of the finest heights. */
import type { FloodSite } from '../../model/flood-site.ts';
import type { HeightGrid } from '../../model/grid.ts';
import { burnPolygon } from '../../model/scan-polygon.ts';
import { type Footprint, readFootprints } from './footprints.ts';
import { readFloodGround } from './ground.ts';

export interface SiteSources {
  readonly heights: HeightGrid;
  readonly groundFiles: readonly string[];
  readonly buildingFiles: readonly string[];
  /** Ids of the table of buildings, in its order. */
  readonly buildingIds: readonly string[];
}

/** Row + 1 in the table of buildings per cell. Outlines of buildings that the table lacks are left out. */
export function burnFootprints(
  footprints: readonly Footprint[],
  ids: readonly string[],
  frame: Omit<HeightGrid, 'values'>,
): Uint16Array | Uint32Array {
  const cells = frame.width * frame.height;
  const buildings = ids.length < 65_535 ? new Uint16Array(cells) : new Uint32Array(cells);
  const rows = new Map(ids.map((id, row) => [id, row]));
  for (const { id, surfaces } of footprints) {
    const row = rows.get(id);
    if (row === undefined) continue;
    for (const rings of surfaces) burnPolygon(frame, rings, buildings, row + 1);
  }
  return buildings;
}

export interface SiteRead {
  readonly site: FloodSite;
  readonly levelsFromHeights: number;
}

/** Throws InputError naming file and feature. */
export async function readSite({ heights, groundFiles, buildingFiles, buildingIds }: SiteSources): Promise<SiteRead> {
  const { values, ...frame } = heights;
  const { ground, water, levelsFromHeights } = await readFloodGround(groundFiles, frame, values);
  const buildings = burnFootprints(readFootprints(buildingFiles), buildingIds, frame);
  return { site: { frame, heights: values, ground, buildings, water }, levelsFromHeights };
}

/**
 * Lowest known ground beside each building (sharing a side of a cell with it), m NAP; NaN where it has none. Index: row in the
 * table. Water comes to a façade there first.
 */
export function listFacades({ frame, heights, buildings }: FloodSite, count: number): Float32Array {
  const { width } = frame;
  const lowest = new Float32Array(count).fill(Number.NaN);
  for (let i = 0; i < buildings.length; i++) {
    const height = heights[i] as number;
    if (buildings[i] !== 0 || Number.isNaN(height)) continue;
    const column = i % width;
    for (let side = 0; side < 4; side++) {
      if (side === 0 ? column === 0 : side === 1 && column + 1 === width) continue;
      const beside = i + (side === 0 ? -1 : side === 1 ? 1 : side === 2 ? -width : width);
      const row = ((buildings[beside] as number | undefined) ?? 0) - 1;
      if (row >= 0 && !(height >= (lowest[row] as number))) lowest[row] = height;
    }
  }
  return lowest;
}
