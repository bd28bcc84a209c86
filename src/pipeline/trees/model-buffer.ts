/**
 * The models of all shapes as one binary buffer beside the tiles: each tile's glTF points into it, so a viewer loads the
 * models once.
 */
import type { LeafMesh } from './leaf-mesh.ts';
import { makeFarModel, makeNearModel } from './models.ts';
import { type TreeShape, treeShapes } from './shapes.ts';

export const details = ['near', 'far'] as const;
export type Detail = (typeof details)[number];

interface Slice {
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** Where one model lies in the buffer, and what its accessors say. */
export interface StoredModel {
  readonly positions: Slice;
  readonly normals: Slice;
  readonly colours: Slice;
  readonly indices: Slice;
  readonly vertexCount: number;
  readonly indexCount: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface ModelBuffer {
  readonly bytes: Uint8Array;
  readonly models: ReadonlyMap<TreeShape, StoredModel>;
}

function boundsOf(positions: Float32Array): { low: number[]; high: number[] } {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  positions.forEach((value, k) => {
    low[k % 3] = Math.min(low[k % 3] as number, value);
    high[k % 3] = Math.max(high[k % 3] as number, value);
  });
  return { low, high };
}

const makers: Record<Detail, (shape: TreeShape) => LeafMesh> = { near: makeNearModel, far: makeFarModel };

export function makeModelBuffer(detail: Detail): ModelBuffer {
  const parts: Uint8Array[] = [];
  let length = 0;
  const store = (array: Float32Array | Uint8Array | Uint16Array): Slice => {
    const byteOffset = length;
    const padded = new Uint8Array(Math.ceil(array.byteLength / 4) * 4);
    padded.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    parts.push(padded);
    length += padded.length;
    return { byteOffset, byteLength: array.byteLength };
  };
  const models = new Map(
    treeShapes.map((shape): [TreeShape, StoredModel] => {
      const mesh = makers[detail](shape);
      return [
        shape,
        {
          positions: store(mesh.positions),
          normals: store(mesh.normals),
          colours: store(mesh.colours),
          indices: store(mesh.indices),
          vertexCount: mesh.positions.length / 3,
          indexCount: mesh.indices.length,
          ...boundsOf(mesh.positions),
        },
      ];
    }),
  );
  return { bytes: Buffer.concat(parts), models };
}
