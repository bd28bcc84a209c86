/**
 * Trees near a place from a tileset of instanced models: where each stands, how tall and wide it is, and whether it keeps its leaves.
 * Reads the pipeline's own form: a node per shape with EXT_mesh_gpu_instancing over floats of the tile itself, height and crown in its
 * table. The models' own triangles are not fetched: a crown is a spheroid to whoever asks for its shade.
 */
import type { TreeCrown } from '../engines/solar/crowns.ts';
import { isEvergreen } from '../engines/tree-crown.ts';
import { earthCentredToRd } from '../model/earth-centred.ts';
import { multiply, transform, yUpToZUp } from '../model/matrix.ts';
import { treeForms } from '../model/tree-form.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { type Content, type IsWanted, listContents } from './list-contents.ts';

interface Column {
  readonly values: number;
  readonly stringOffsets?: number;
  readonly stringOffsetType?: string;
}

interface TreeGltf {
  readonly nodes?: readonly {
    readonly name?: string;
    readonly extensions?: {
      readonly EXT_mesh_gpu_instancing?: { readonly attributes: Readonly<Record<string, number>> };
      readonly EXT_instance_features?: { readonly featureIds: readonly { readonly propertyTable?: number }[] };
    };
  }[];
  readonly accessors?: readonly { readonly bufferView: number; readonly count: number }[];
  readonly bufferViews?: readonly { readonly byteOffset?: number; readonly byteLength: number }[];
  readonly extensions?: {
    readonly EXT_structural_metadata?: {
      readonly propertyTables?: readonly {
        readonly count: number;
        readonly properties: Readonly<Record<string, Column>>;
      }[];
    };
  };
}

const MAGIC = 0x46546c67;
const offsetArrays = { UINT8: Uint8Array, UINT16: Uint16Array, UINT32: Uint32Array } as const;

/** JSON and binary part of a glb. Throws where it is none. */
function openGlb(file: ArrayBuffer, url: string): { readonly json: TreeGltf; readonly bytes: Uint8Array } {
  const view = new DataView(file);
  if (file.byteLength < 20 || view.getUint32(0, true) !== MAGIC) throw new Error(`${url} is no tile of models.`);
  const length = view.getUint32(12, true);
  const json = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 20, length))) as TreeGltf;
  return { json, bytes: new Uint8Array(file, Math.min(28 + length, file.byteLength)) };
}

/** A copy, so that numbers of any size begin where they must. */
const sliceView = ({ json, bytes }: ReturnType<typeof openGlb>, row: number): Uint8Array<ArrayBuffer> => {
  const { byteOffset = 0, byteLength = 0 } = json.bufferViews?.[row] ?? {};
  return Uint8Array.from(bytes.subarray(byteOffset, byteOffset + byteLength));
};

function readStrings(
  glb: ReturnType<typeof openGlb>,
  { values, stringOffsets = -1, stringOffsetType }: Column,
): string[] {
  const Offsets = offsetArrays[(stringOffsetType ?? 'UINT32') as keyof typeof offsetArrays];
  const text = sliceView(glb, values);
  const offsets = new Offsets(sliceView(glb, stringOffsets).buffer);
  const decoder = new TextDecoder();
  return Array.from({ length: Math.max(0, offsets.length - 1) }, (_, i) =>
    decoder.decode(text.subarray(offsets[i], offsets[i + 1])),
  );
}

function listCrowns(file: ArrayBuffer, { url, toEarth }: Content, isNap: boolean): TreeCrown[] {
  const glb = openGlb(file, url);
  const { nodes = [], accessors = [], extensions } = glb.json;
  const toWorld = multiply(toEarth, yUpToZUp);
  return nodes.flatMap(({ name = '', extensions: own }, node) => {
    const places = accessors[own?.EXT_mesh_gpu_instancing?.attributes['TRANSLATION'] ?? -1];
    const table =
      extensions?.EXT_structural_metadata?.propertyTables?.[
        own?.EXT_instance_features?.featureIds[0]?.propertyTable ?? -1
      ];
    const { id, height, crown, species } = table?.properties ?? {};
    if (!places || !height || !crown) return [];
    const floats = (view: number) => new Float32Array(sliceView(glb, view).buffer);
    const [at, heights, crowns] = [floats(places.bufferView), floats(height.values), floats(crown.values)];
    const kinds = species && readStrings(glb, species);
    const ids = id && readStrings(glb, id);
    const form = treeForms[name as keyof typeof treeForms] ?? treeForms.broad;
    return Array.from({ length: places.count }, (_, i): TreeCrown => {
      const [east, up, south] = [at[3 * i] as number, at[3 * i + 1] as number, at[3 * i + 2] as number];
      const [x, y, ground] = earthCentredToRd(...transform(toWorld, east, up, south), isNap);
      return {
        id: ids?.[i] ?? `${url}#${node}/${i}`,
        x,
        y,
        ground,
        height: heights[i] as number,
        crown: crowns[i] as number,
        ...form,
        isEvergreen: isEvergreen(kinds?.[i] ?? ''),
      };
    });
  });
}

export interface TreeQuery {
  /** Of the tileset, whole. */
  readonly url: string;
  /** Heights of the tiles are NAP, not those above the ellipsoid. */
  readonly isNap: boolean;
  readonly isWanted: IsWanted;
}

/** Throws when a file is missing or is no tile of models. Trees in tiles of another form are not known here: none. */
export async function readTrees({ url, isNap, isWanted }: TreeQuery): Promise<TreeCrown[]> {
  const contents = await listContents(url, isWanted);
  const files = await Promise.all(contents.map((content) => fetchBytes(content.url)));
  return contents
    .flatMap((content, i) => listCrowns(files[i] as ArrayBuffer, content, isNap))
    .filter(({ x, y }) => isWanted([x, y, x, y]));
}
