/** Points that lie together, each group with the buildings that may shade it: rays want coordinates near their zero. */
import { createObstacleBuilder, type TreeObstacle } from '../../engines/obstacle-builder.ts';
import { buildShade } from '../../engines/shade.ts';
import { createLeaves, createTreeLayers } from '../../engines/sunlight/trees.ts';
import { NEAR, type SunLayer, type SunScene } from '../../engines/sunlight.ts';
import { createGrid } from '../../model/grid.ts';
import type { SunTrees } from '../../model/sunlight.ts';
import type { CityTriangles } from '../city-triangles.ts';
import type { NamedPoint } from './points.ts';

/** Side of the squares by which points are gathered, metres. */
const SQUARE = 2000;
/** How high the sun must stand for what is left out to be too far to shade, degrees. */
const LOWEST_SUN_DEGREES = 0.5;
const LOWEST_SLOPE = Math.tan((LOWEST_SUN_DEGREES * Math.PI) / 180);

interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly top: number;
}

export interface City {
  readonly triangles: CityTriangles;
  readonly extent: Extent;
}

export function measureCity(triangles: CityTriangles): City {
  const { zero, positions } = triangles;
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const [axis, value] = [i % 3, positions[i] as number];
    if (value > (high[axis] as number)) high[axis] = value;
    if (axis < 2 && value < (low[axis] as number)) low[axis] = value;
  }
  const at = (list: readonly number[], axis: 0 | 1 | 2) => (list[axis] as number) + zero[axis];
  const extent = { west: at(low, 0), south: at(low, 1), east: at(high, 0), north: at(high, 1), top: at(high, 2) };
  return { triangles, extent };
}

export interface PointGroup {
  readonly points: readonly NamedPoint[];
  /** Row of each in the file. */
  readonly rows: readonly number[];
  /** RD x, y and NAP. */
  readonly origin: readonly [number, number, number];
}

export function groupPoints(points: readonly NamedPoint[]): PointGroup[] {
  const groups = new Map<string, { point: NamedPoint; row: number }[]>();
  for (const [row, point] of points.entries()) {
    const key = `${Math.floor(point.x / SQUARE)} ${Math.floor(point.y / SQUARE)}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ point, row });
  }
  return [...groups.values()].map((members) => {
    const mean = (of: (point: NamedPoint) => number) =>
      Math.round(members.reduce((sum, { point }) => sum + of(point), 0) / members.length);
    return {
      points: members.map(({ point }) => point),
      rows: members.map(({ row }) => row),
      origin: [mean(({ x }) => x), mean(({ y }) => y), mean(({ nap }) => nap)],
    };
  });
}

/** Whether a building's shadow may reach a point of the group while the sun stands above the lowest that counts. */
function mayShade({ west, south, east, north, top }: Extent, points: readonly NamedPoint[]): boolean {
  return points.some(({ x, y, nap }) => {
    const away = Math.hypot(Math.max(west - x, x - east, 0), Math.max(south - y, y - north, 0));
    return top > nap && away * LOWEST_SLOPE <= top - nap;
  });
}

function layerOf(kind: 'building' | 'plan', cities: readonly City[], { origin, points }: PointGroup): SunLayer {
  const builder = createObstacleBuilder(origin);
  for (const { triangles, extent } of cities)
    if (mayShade(extent, points)) builder.add({ kind, id: triangles.id }, [triangles], triangles.zero);
  return { shade: buildShade(builder.finish()), near: NEAR };
}

/** Trees whose crowns may stand before a sun that counts. */
const treesAround = (trees: readonly TreeObstacle[], { points }: PointGroup): TreeObstacle[] =>
  trees.filter(({ x, y, nap, height, crown }) => {
    const [west, east, south, north] = [x - crown / 2, x + crown / 2, y - crown / 2, y + crown / 2];
    return mayShade({ west, east, south, north, top: nap + height }, points);
  });

/** Ground around the group, finer where it is near: metres of cells, and how far out. */
const grounds = [
  { cellSize: 10, reach: 500 },
  { cellSize: 30, reach: 2000 },
  { cellSize: 100, reach: 8000 },
] as const;

function groundLayers(heightAt: HeightAt, { origin: [x, y, nap] }: PointGroup): SunLayer[] {
  const [xs, ys] = [SQUARE * Math.floor(x / SQUARE) + SQUARE / 2, SQUARE * Math.floor(y / SQUARE) + SQUARE / 2];
  return grounds.map(({ cellSize, reach: beyond }, i) => {
    const reach = SQUARE / 2 + beyond;
    const inner = i === 0 ? 0 : SQUARE / 2 + (grounds[i - 1]?.reach ?? 0) - cellSize;
    const size = Math.round((2 * reach) / cellSize);
    const grid = createGrid(xs - reach, ys - reach, cellSize, size, size);
    for (let k = 0; k < grid.values.length; k++) {
      const [cx, cy] = [
        grid.west + ((k % size) + 0.5) * cellSize,
        grid.south + (Math.floor(k / size) + 0.5) * cellSize,
      ];
      grid.values[k] = heightAt(cx, cy) ?? Number.NaN;
    }
    const builder = createObstacleBuilder([x, y, nap]);
    builder.addTerrain(grid, (px, py) => Math.max(Math.abs(px - xs), Math.abs(py - ys)) < inner);
    // The cells that a point stands on are no hill before it.
    return { shade: buildShade(builder.finish()), near: 1.5 * cellSize, isExact: true };
  });
}

type HeightAt = (x: number, y: number) => number | undefined;

export interface SunCity {
  readonly kept: readonly City[];
  /** Make way for the plan. */
  readonly removed: readonly City[];
  /** Undefined without a plan. */
  readonly plan: readonly City[] | undefined;
  /** Metres NAP of the ground; undefined where no ground is to shade. */
  readonly heightAt: HeightAt | undefined;
  readonly trees: readonly TreeObstacle[];
  readonly treeShade: SunTrees;
}

/** Today, and with the plan where there is one. */
export function makeScenes(
  { kept, removed, plan, heightAt, trees, treeShade }: SunCity,
  group: PointGroup,
): [SunScene, ...SunScene[]] {
  const staying = [layerOf('building', kept, group), ...(heightAt ? groundLayers(heightAt, group) : [])];
  const around = treesAround(trees, group);
  staying.push(...createTreeLayers(group.origin, around));
  const leaves = createLeaves(group.origin, around, treeShade);
  const going = removed.length > 0 ? [layerOf('building', removed, group)] : [];
  const today: SunScene = { layers: [...staying, ...going], leaves, removed: new Set() };
  if (!plan) return [today];
  const gone = new Set(removed.map(({ triangles }) => triangles.id));
  return [today, { layers: [...staying, layerOf('plan', plan, group)], leaves, removed: gone }];
}
