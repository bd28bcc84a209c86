/**
 * The triangles of a glb, by loaders.gl: meshopt and quantized ones too, without fetching anything else. Not read: Draco, whose
 * decoder would have to come from elsewhere, instances (EXT_mesh_gpu_instancing), and how a skin or morph bends a mesh.
 */
import { Tiles3DLoader } from '@loaders.gl/3d-tiles';
import { parse } from '@loaders.gl/core';
import { type Matrix, multiply, nodeMatrix, yUpToZUp } from '../model/matrix.ts';

interface Accessor {
  readonly value: ArrayLike<number>;
  /** Whole numbers that stand for parts of one. */
  readonly normalized?: boolean;
  readonly componentType?: number;
}

interface FeatureIds {
  readonly label?: string;
  readonly propertyTable?: number;
  /** Number of the vertex attribute; absent: the vertex itself is the feature. */
  readonly attribute?: number;
}

interface GltfPrimitive {
  readonly attributes: Record<string, Accessor>;
  readonly indices?: Accessor;
  readonly mode?: number;
  readonly extensions?: { readonly EXT_mesh_features?: { readonly featureIds?: readonly FeatureIds[] } };
}

interface GltfNode {
  readonly matrix?: number[];
  readonly translation?: number[];
  readonly rotation?: number[];
  readonly scale?: number[];
  readonly mesh?: { readonly primitives: readonly GltfPrimitive[] };
  readonly children?: readonly GltfNode[];
}

interface GltfScene {
  readonly nodes?: readonly GltfNode[];
}

export interface Gltf {
  readonly scene?: GltfScene;
  readonly scenes?: readonly GltfScene[];
  readonly extensionsRequired?: readonly string[];
  readonly bufferViews?: readonly { readonly data?: Uint8Array }[];
  readonly extensions?: { readonly EXT_structural_metadata?: { readonly propertyTables?: readonly PropertyTable[] } };
}

interface PropertyTable {
  readonly count: number;
  readonly properties: Readonly<
    Record<string, { readonly values: number; readonly stringOffsets?: number; readonly stringOffsetType?: string }>
  >;
}

export interface Features {
  /** Of `EXT_structural_metadata`; undefined: none. */
  readonly table: number | undefined;
  /** Row of the table for each point; undefined: the point's own number. */
  readonly rows: ArrayLike<number> | undefined;
}

/** Of one material. */
export interface Primitive {
  /** Flat x, y, z. */
  readonly points: ArrayLike<number>;
  /** What stands in the picture as one thing, where it says. */
  readonly features: Features | undefined;
  /** Number of the surface that each point is of, where the file says it. */
  readonly surfaces: ArrayLike<number> | undefined;
  /** Two a point: the row of its roof plane in the table of roofs and one more, in parts below and above 65536; 0 for none. */
  readonly roofs: ArrayLike<number> | undefined;
  /** Three a triangle; undefined: the points as they come. */
  readonly corners: ArrayLike<number> | undefined;
  /** From points to what the glb was placed in. */
  readonly toWorld: Matrix;
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
  KHR_draco_mesh_compression: false,
};

/** Undefined where the bytes hold no glTF. Throws where they need what is not read. */
export async function parseGltf(bytes: ArrayBuffer): Promise<Gltf | undefined> {
  const tile = (await parse(bytes, Tiles3DLoader, {
    worker: false,
    gltf: { loadImages: false, excludeExtensions },
    '3d-tiles': { isTileset: false, loadGLTF: true },
  })) as { gltf?: Gltf };
  const unread = tile.gltf?.extensionsRequired?.find((name) => name === 'KHR_draco_mesh_compression');
  if (unread !== undefined) throw new Error(`is packed with ${unread}, which is not read here`);
  return tile.gltf;
}

const offsetArrays: Readonly<Record<string, typeof Uint8Array | typeof Uint16Array | typeof Uint32Array>> = {
  UINT8: Uint8Array,
  UINT16: Uint16Array,
  UINT32: Uint32Array,
};

/** The texts of a column of a table, by the first of these names that it has. */
export function readTexts(
  { extensions, bufferViews }: Gltf,
  row: number,
  names: readonly string[],
): string[] | undefined {
  const table = extensions?.EXT_structural_metadata?.propertyTables?.[row];
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

/** By glTF's number of the kind of component: the whole number that stands for one. */
const wholes: Readonly<Record<number, number>> = { 5120: 127, 5121: 255, 5122: 32_767, 5123: 65_535 };

/** From a mesh's own numbers to the world. */
function scaleNormalized(toWorld: Matrix, { normalized, componentType = 0 }: Accessor): Matrix {
  const part = (normalized && 1 / (wholes[componentType] ?? 1)) || 1;
  return part === 1 ? toWorld : multiply(toWorld, [part, 0, 0, 0, 0, part, 0, 0, 0, 0, part, 0, 0, 0, 0, 1]);
}

const [TRIANGLES, STRIP, FAN] = [4, 5, 6];

/** Three a triangle; undefined: the points as they come. Points and lines are no surface: none. */
function listCorners({ attributes, indices, mode = TRIANGLES }: GltfPrimitive): ArrayLike<number> | undefined {
  if (mode === TRIANGLES) return indices?.value;
  if (mode !== STRIP && mode !== FAN) return [];
  const count = indices?.value.length ?? (attributes['POSITION']?.value.length ?? 0) / 3;
  const corners: number[] = [];
  for (let i = 0; i + 2 < count; i++) {
    const isTurned = mode === STRIP && i % 2 === 1;
    corners.push(mode === FAN ? 0 : i + Number(isTurned), i + Number(!isTurned), i + 2);
  }
  const all = indices?.value;
  return all ? corners.map((corner) => all[corner] as number) : corners;
}

/**
 * Buildings before anything else. The extension's own `data` is not it: loaders.gl 4.5 fills that before it decodes meshopt, all
 * zeros.
 */
function findFeatures({ attributes, extensions }: GltfPrimitive): Features | undefined {
  const sets = extensions?.EXT_mesh_features?.featureIds ?? [];
  const set = sets.find(({ label }) => label === 'building') ?? sets[0];
  if (!set) return undefined;
  const rows = set.attribute === undefined ? undefined : attributes[`_FEATURE_ID_${set.attribute}`]?.value;
  return { table: set.propertyTable, rows };
}

function findSurfaces({ attributes, extensions }: GltfPrimitive): ArrayLike<number> | undefined {
  const set = extensions?.EXT_mesh_features?.featureIds?.find(({ label }) => label === 'surface');
  return set?.attribute === undefined ? undefined : attributes[`_FEATURE_ID_${set.attribute}`]?.value;
}

/** `place` takes metres with z up. */
export function listPrimitives(gltf: Gltf, place: Matrix): Primitive[] {
  const walk = (node: GltfNode, parent: Matrix): Primitive[] => {
    const toWorld = multiply(parent, nodeMatrix(node));
    const own = (node.mesh?.primitives ?? []).flatMap((primitive): Primitive[] => {
      const points = primitive.attributes['POSITION'];
      if (!points) return [];
      const matrix = scaleNormalized(toWorld, points);
      const features = findFeatures(primitive);
      const surfaces = findSurfaces(primitive);
      const roofs = primitive.attributes['TEXCOORD_2']?.value;
      return [{ points: points.value, features, surfaces, roofs, corners: listCorners(primitive), toWorld: matrix }];
    });
    return [...own, ...(node.children ?? []).flatMap((child) => walk(child, toWorld))];
  };
  const scene = gltf.scene ?? gltf.scenes?.[0];
  return (scene?.nodes ?? []).flatMap((node) => walk(node, multiply(place, yUpToZUp)));
}
