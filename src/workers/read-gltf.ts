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
  readonly extensions?: Record<
    string,
    {
      readonly propertyTables?: readonly {
        readonly properties: Record<string, { readonly data?: ArrayLike<unknown> }>;
      }[];
    }
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

/** Shapes need no pictures, and to ask whether they can be read takes `Image`, which a thread does not have. */
const excludeExtensions = { EXT_texture_webp: false, EXT_texture_avif: false, KHR_texture_basisu: false };

/** Undefined where the bytes hold no glTF. */
export async function parseGltf(bytes: ArrayBuffer): Promise<Gltf | undefined> {
  const tile = (await parse(bytes, Tiles3DLoader, {
    worker: false,
    gltf: { loadImages: false, excludeExtensions },
    '3d-tiles': { isTileset: false, loadGLTF: true },
  })) as { gltf?: Gltf };
  return tile.gltf;
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
