/** A glTF where a plan puts it: turned clockwise seen from above, scaled, its own metres with y up, its origin on the place. */

import { type Matrix, transform } from '../model/matrix.ts';
import { isGlb, packGlb } from '../model/pack-glb.ts';
import type { PlanModel } from '../model/plan-model.ts';
import type { Piece, SceneOrigin } from './outlook-scene.ts';
import { type Gltf, listPrimitives, parseGltf } from './read-gltf.ts';

export type PlacedModel = Pick<PlanModel['models'][number], 'position' | 'nap' | 'rotationDegrees' | 'scale'>;

function placeMatrix({ position: [x, y], nap, rotationDegrees, scale }: PlacedModel, origin: SceneOrigin): Matrix {
  const turn = (rotationDegrees * Math.PI) / 180;
  const [sin, cos] = [scale * Math.sin(turn), scale * Math.cos(turn)];
  return [cos, -sin, 0, 0, sin, cos, 0, 0, 0, 0, scale, 0, x - origin.x, y - origin.y, nap, 1];
}

/** In metres east and north of the origin, and metres NAP. */
function listPieces(gltf: Gltf, placed: PlacedModel, origin: SceneOrigin): Piece[] {
  return listPrimitives(gltf, placeMatrix(placed, origin)).map(({ points, corners, toWorld }) => {
    const positions: number[] = [];
    for (let i = 0; i < points.length; i += 3)
      positions.push(...transform(toWorld, points[i] as number, points[i + 1] as number, points[i + 2] as number));
    return {
      positions,
      indices: corners ? Array.from(corners) : Array.from({ length: points.length / 3 }, (_, i) => i),
    };
  });
}

/** Of a glb or glTF file. `readBuffer` reads what the file names by address. Throws where it holds no triangles that can be read. */
export async function placeGltf(
  bytes: Uint8Array<ArrayBuffer>,
  readBuffer: (uri: string) => Promise<Uint8Array>,
  placed: PlacedModel,
  origin: SceneOrigin,
): Promise<Piece[]> {
  const packed = isGlb(bytes) ? bytes : await packGlb(bytes, readBuffer);
  const { buffer, byteOffset, byteLength } = packed;
  const gltf = await parseGltf(buffer.slice(byteOffset, byteOffset + byteLength));
  const pieces = gltf ? listPieces(gltf, placed, origin) : [];
  if (!pieces.some(({ indices }) => indices.length > 0)) throw new Error('holds no triangles');
  return pieces;
}
