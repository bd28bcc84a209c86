/** How high placed glTF files reach and how much ground they cover, from their triangles in their place. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { areaFromAbove } from '../../engines/area-from-above.ts';
import type { Piece } from '../../engines/outlook-scene.ts';
import { type PlacedModel, placeGltf } from '../../engines/place-gltf.ts';
import type { PlanModel } from '../../model/plan-model.ts';

type Measured = NonNullable<PlanModel['models'][number]['measured']>;

const round = (value: number, steps: number) => Math.round(value * steps) / steps + 0;

async function readBuffer(folder: string, uri: string): Promise<Uint8Array> {
  if (uri.startsWith('data:')) return new Uint8Array(await (await fetch(uri)).arrayBuffer());
  return new Uint8Array(await readFile(join(folder, decodeURIComponent(uri))));
}

/** Lowest and highest corner that a triangle has. */
function heightsOf(pieces: readonly Piece[]): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { positions, indices } of pieces) {
    for (const index of indices) {
      const z = positions[3 * index + 2] as number;
      low = Math.min(low, z);
      high = Math.max(high, z);
    }
  }
  return [low, high];
}

/** Or the reason why not, one line: it is drawn all the same where the viewer can. */
export async function measureModel(file: string, placed: PlacedModel): Promise<Measured | { problem: string }> {
  try {
    const [x, y] = placed.position;
    const bytes = Uint8Array.from(await readFile(file));
    // Counted from its own place: metres of RD would cost digits.
    const pieces = await placeGltf(bytes, (uri) => readBuffer(dirname(file), uri), placed, { x, y });
    const [lowerNap, upperNap] = heightsOf(pieces);
    const footprint = round(areaFromAbove(pieces), 10);
    return { lowerNap: round(lowerNap, 1000), upperNap: round(upperNap, 1000), footprint };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
