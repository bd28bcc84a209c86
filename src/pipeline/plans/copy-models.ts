/** Copies glTF files with what they refer to, so that they load from beside the plan model. */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, normalize } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import type { PlacedModel } from '../../model/plan.ts';

interface Gltf {
  readonly buffers?: readonly { readonly uri?: string }[];
  readonly images?: readonly { readonly uri?: string }[];
}

/** Relative addresses in a .gltf; a .glb usually has none and is taken to hold everything. */
async function listParts(file: string): Promise<string[]> {
  if (!/\.gltf$/i.test(file)) return [];
  let gltf: Gltf;
  try {
    gltf = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new InputError(`${file}: not valid glTF: ${(error as Error).message}`);
  }
  const uris = [...(gltf.buffers ?? []), ...(gltf.images ?? [])].flatMap(({ uri }) => uri ?? []);
  const parts = uris.filter((uri) => !uri.startsWith('data:')).map((uri) => normalize(decodeURIComponent(uri)));
  const outside = parts.find((part) => /^(\.\.|\/|[a-z]+:)/i.test(part));
  if (outside !== undefined)
    throw new InputError(`${file}: refers to ${outside}, which does not lie beside it; make a .glb of it.`);
  return parts;
}

export async function copyModels(folder: string, models: readonly PlacedModel[], target: string): Promise<void> {
  for (const { file } of models) {
    if (!/\.gl(b|tf)$/i.test(file)) throw new InputError(`${file}: a model must be a .glb or .gltf file.`);
    const source = join(folder, file);
    await mkdir(target, { recursive: true });
    await copyFile(source, join(target, basename(file)));
    for (const part of await listParts(source)) {
      await mkdir(dirname(join(target, part)), { recursive: true });
      await copyFile(join(dirname(source), part), join(target, part));
    }
  }
}
