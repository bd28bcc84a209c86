/** Scenes with known sun: boxes and other bodies around an origin in RD and NAP. */
import { createObstacleBuilder, type ObstacleMesh } from '../../src/engines/obstacle-builder.ts';
import { buildShade } from '../../src/engines/shade.ts';
import { NEAR, type SunLayer, type SunScene } from '../../src/engines/sunlight.ts';
import type { HeightGrid } from '../../src/model/grid.ts';
import { type Box, boxSoup } from './box-soup.ts';

export type Origin = readonly [x: number, y: number, nap: number];
/** Where RD's north is true north. */
export const middleOfRd: Origin = [155_000, 463_000, 0];

export interface Body extends ObstacleMesh {
  readonly id: string;
  readonly kind?: 'building' | 'plan';
}

export function boxBody(id: string, box: Box, kind: 'building' | 'plan' = 'building'): Body {
  const { positions, indices } = boxSoup([box], 0);
  return { id, kind, positions, indices };
}

/** Metres from the origin. */
export function layerOf(origin: Origin, bodies: readonly Body[]): SunLayer {
  const builder = createObstacleBuilder(origin);
  for (const { id, kind = 'building', ...mesh } of bodies) builder.add({ kind, id }, [mesh], origin);
  return { shade: buildShade(builder.finish()), near: NEAR };
}

export function terrainLayer(origin: Origin, grid: HeightGrid): SunLayer {
  const builder = createObstacleBuilder(origin);
  builder.addTerrain(grid);
  return { shade: buildShade(builder.finish()), near: 1.5 * grid.cellSize, isExact: true };
}

export const sceneOf = (layers: readonly SunLayer[], removed: readonly string[] = []): SunScene => ({
  layers,
  removed: new Set(removed),
});
