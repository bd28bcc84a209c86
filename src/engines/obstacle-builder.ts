/** Puts what stands between a place and the sun in one list (`obstacles.ts`): buildings, plans, trees and ground. */
import type { HeightGrid } from '../model/grid.ts';
import type { Obstacle, Obstacles } from './obstacles.ts';
import { crownMesh, monthlyTransmission } from './tree-crown.ts';

/** Flat x, y, z, and three indices a triangle; absent: the points as they come. */
export interface ObstacleMesh {
  readonly positions: ArrayLike<number>;
  readonly indices?: ArrayLike<number>;
}

export interface TreeObstacle {
  readonly id: string;
  /** RD metres of the trunk, NAP of its foot. */
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  /** Metres: top above the foot, and width of the crown. */
  readonly height: number;
  readonly crown: number;
  readonly isEvergreen: boolean;
}

export interface ObstacleBuilder {
  /** One object; `zero` is what its positions count from (RD x, y, NAP), absent: they are RD and NAP themselves. */
  add(obstacle: Obstacle, meshes: readonly ObstacleMesh[], zero?: readonly [number, number, number]): void;
  addTree(tree: TreeObstacle): void;
  /** Two triangles between every four centres of cells, not where `isLeftOut` (RD, the middle of the four) or unknown. */
  addTerrain(grid: HeightGrid, isLeftOut?: (x: number, y: number) => boolean): void;
  finish(): Obstacles;
}

/** `origin`: RD x, y and NAP, near what is added, because single precision holds a tenth of a millimetre over a kilometre. */
export function createObstacleBuilder(origin: Obstacles['origin']): ObstacleBuilder {
  let positions = new Float32Array(9 * 1024);
  let owners = new Uint32Array(1024);
  let count = 0;
  const objects: Obstacle[] = [];

  function makeRoom(triangles: number): void {
    if (count + triangles <= owners.length) return;
    const size = Math.max(count + triangles, 2 * owners.length);
    const [morePositions, moreOwners] = [new Float32Array(9 * size), new Uint32Array(size)];
    morePositions.set(positions.subarray(0, 9 * count));
    moreOwners.set(owners.subarray(0, count));
    [positions, owners] = [morePositions, moreOwners];
  }

  function add(obstacle: Obstacle, meshes: readonly ObstacleMesh[], zero: readonly number[] = [0, 0, 0]): void {
    const owner = objects.push(obstacle) - 1;
    const shift = [0, 1, 2].map((axis) => (zero[axis] as number) - (origin[axis] as number));
    for (const { positions: points, indices } of meshes) {
      const corners = indices?.length ?? points.length / 3;
      makeRoom(corners / 3);
      for (let k = 0; k < corners; k++) {
        const from = 3 * (indices ? (indices[k] as number) : k);
        const at = 9 * count + 3 * k;
        for (let axis = 0; axis < 3; axis++)
          positions[at + axis] = (points[from + axis] as number) + (shift[axis] as number);
      }
      owners.fill(owner, count, count + corners / 3);
      count += corners / 3;
    }
  }

  return {
    add,
    addTree({ id, x, y, nap, height, crown, isEvergreen }) {
      const transmission = monthlyTransmission(isEvergreen);
      add({ kind: 'tree', id, transmission }, [crownMesh(height, crown)], [x, y, nap]);
    },
    addTerrain({ width, height, west, south, cellSize, values }, isLeftOut = () => false) {
      const indices: number[] = [];
      for (let row = 0; row + 1 < height; row++) {
        for (let column = 0; column + 1 < width; column++) {
          const a = row * width + column;
          const [b, c, d] = [a + 1, a + width, a + width + 1];
          if (Number.isNaN(values[a] + values[b] + values[c] + values[d])) continue;
          if (isLeftOut(west + (column + 1) * cellSize, south + (row + 1) * cellSize)) continue;
          indices.push(a, b, d, a, d, c);
        }
      }
      const points = new Float64Array(3 * values.length);
      for (let i = 0; i < values.length; i++) {
        points[3 * i] = west + ((i % width) + 0.5) * cellSize;
        points[3 * i + 1] = south + (Math.floor(i / width) + 0.5) * cellSize;
        points[3 * i + 2] = values[i] as number;
      }
      add({ kind: 'terrain', id: '' }, [{ positions: points, indices }]);
    },
    finish: () => ({ origin, positions: positions.slice(0, 9 * count), owners: owners.slice(0, count), objects }),
  };
}
