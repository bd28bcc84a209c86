import type { SceneOrigin } from '../engines/outlook-scene.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { type Matrix, transform } from './matrix.ts';
import { fetchBytes, listPrimitives, parseGltf } from './read-gltf.ts';

type PlacedModel = PlanModel['models'][number];

/** Turned clockwise seen from above, scaled, and put in its place in the scene. */
function placeMatrix({ position: [x, y], nap, rotationDegrees, scale }: PlacedModel, origin: SceneOrigin): Matrix {
  const turn = (rotationDegrees * Math.PI) / 180;
  const [sin, cos] = [scale * Math.sin(turn), scale * Math.cos(turn)];
  return [cos, -sin, 0, 0, sin, cos, 0, 0, 0, 0, scale, 0, x - origin.x, y - origin.y, nap, 1];
}

/** The placed glb files of a variant as triangles; `base` is what their addresses are relative to. */
export async function readPlanModels({ models }: PlanModel, base: string, origin: SceneOrigin) {
  const pieces = await Promise.all(
    models.map(async (model) => {
      const url = new URL(model.url, base).href;
      const gltf = await parseGltf(await fetchBytes(url));
      if (!gltf) throw new Error(`${url} holds no glTF`);
      return listPrimitives(gltf, placeMatrix(model, origin)).map(({ points, corners, toWorld }) => {
        const positions: number[] = [];
        for (let i = 0; i < points.length; i += 3)
          positions.push(...transform(toWorld, points[i] as number, points[i + 1] as number, points[i + 2] as number));
        return {
          positions,
          indices: corners ? Array.from(corners) : Array.from({ length: points.length / 3 }, (_, i) => i),
        };
      });
    }),
  );
  return pieces.flat();
}
