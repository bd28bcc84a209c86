import type { Piece, SceneOrigin } from '../engines/outlook-scene.ts';
import { placeGltf } from '../engines/place-gltf.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { fetchBytes } from './fetch-bytes.ts';

/** A placed glTF of a variant as triangles; `base` is what its address is relative to. Throws an Error that names the file. */
export async function readPlanModel(
  placed: PlanModel['models'][number],
  base: string,
  origin: SceneOrigin,
): Promise<Piece[]> {
  const url = new URL(placed.url, base).href;
  const bytes = new Uint8Array(await fetchBytes(url));
  const readBuffer = async (uri: string) => new Uint8Array(await fetchBytes(new URL(uri, url).href));
  try {
    return await placeGltf(bytes, readBuffer, placed, origin);
  } catch (error) {
    throw new Error(`${url}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** All of them; `origin` is where their metres count from. */
export async function readPlanModels({ models }: Pick<PlanModel, 'models'>, base: string, origin: SceneOrigin) {
  return (await Promise.all(models.map((model) => readPlanModel(model, base, origin)))).flat();
}
