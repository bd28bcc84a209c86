/** The triangles of a glb, by loaders.gl: meshopt and quantized ones too, without fetching anything else. */
import { Tiles3DLoader } from '@loaders.gl/3d-tiles';
import { parse } from '@loaders.gl/core';
import { type Matrix, multiply, nodeMatrix, yUpToZUp } from './matrix.ts';

interface Accessor {
  readonly value: ArrayLike<number>;
}

interface GltfNode {
  readonly matrix?: number[];
  readonly translation?: number[];
  readonly rotation?: number[];
  readonly scale?: number[];
  readonly mesh?: {
    readonly primitives: readonly { readonly attributes: Record<string, Accessor>; readonly indices?: Accessor }[];
  };
  readonly children?: readonly GltfNode[];
}

export interface Gltf {
  readonly scene?: { readonly nodes: readonly GltfNode[] };
  readonly bufferViews?: readonly { readonly data?: Uint8Array }[];
  readonly extensions?: { readonly EXT_structural_metadata?: { readonly propertyTables?: readonly PropertyTable[] } };
}

interface PropertyTable {
  readonly count: number;
  readonly properties: Readonly<
    Record<string, { readonly values: number; readonly stringOffsets?: number; readonly stringOffsetType?: string }>
  >;
}

/** Of one material. */
export interface Primitive {
  /** Flat x, y, z. */
  readonly points: ArrayLike<number>;
  /** Of each point, where it says. */
  readonly features: ArrayLike<number> | undefined;
  /** Three a triangle; undefined: the points as they come. */
  readonly corners: ArrayLike<number> | undefined;
  /** From points to what the glb was placed in. */
  readonly toWorld: Matrix;
}

export async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answers ${response.status}`);
  return response.arrayBuffer();
}

/**
 * Shapes need no pictures, and to ask whether they can be read takes `Image`, which a thread does not have. Tables are left
 * as they are: loaders.gl 4.5 decodes every column, and throws on one of type BOOLEAN.
 */
const excludeExtensions = {
  EXT_texture_webp: false,
  EXT_texture_avif: false,
  KHR_texture_basisu: false,
  EXT_structural_metadata: false,
};

/** Undefined where the bytes hold no glTF. */
export async function parseGltf(bytes: ArrayBuffer): Promise<Gltf | undefined> {
  const tile = (await parse(bytes, Tiles3DLoader, {
    worker: false,
    gltf: { loadImages: false, excludeExtensions },
    '3d-tiles': { isTileset: false, loadGLTF: true },
  })) as { gltf?: Gltf };
  return tile.gltf;
}

const offsetArrays: Readonly<Record<string, typeof Uint8Array | typeof Uint16Array | typeof Uint32Array>> = {
  UINT8: Uint8Array,
  UINT16: Uint16Array,
  UINT32: Uint32Array,
};

/** The texts of a column of the first table, by the first of these names that it has. */
export function readTexts({ extensions, bufferViews }: Gltf, names: readonly string[]): string[] | undefined {
  const table = extensions?.EXT_structural_metadata?.propertyTables?.[0];
  const column = names.map((name) => table?.properties[name]).find((found) => found?.stringOffsets !== undefined);
  const Offsets = offsetArrays[column?.stringOffsetType ?? 'UINT32'];
  const bytes = bufferViews?.[column?.values ?? -1]?.data;
  const packed = bufferViews?.[column?.stringOffsets ?? -1]?.data;
  if (!table || !Offsets || !bytes || !packed) return undefined;
  // Copied, so that they begin at a multiple of their size.
  const offsets = new Offsets(packed.slice().buffer);
  const decoder = new TextDecoder();
  return Array.from({ length: table.count }, (_, i) => decoder.decode(bytes.subarray(offsets[i], offsets[i + 1])));
}

/** `place` takes metres with z up. */
export function listPrimitives(gltf: Gltf, place: Matrix): Primitive[] {
  const walk = (node: GltfNode, parent: Matrix): Primitive[] => {
    const toWorld = multiply(parent, nodeMatrix(node));
    const own = (node.mesh?.primitives ?? []).flatMap(({ attributes, indices }) => {
      const points = attributes['POSITION']?.value;
      const features = attributes['_FEATURE_ID_0']?.value;
      return points ? { points, features, corners: indices?.value, toWorld } : [];
    });
    return [...own, ...(node.children ?? []).flatMap((child) => walk(child, toWorld))];
  };
  return (gltf.scene?.nodes ?? []).flatMap((node) => walk(node, multiply(place, yUpToZUp)));
}
