/**
 * Looks into a glb or glTF without drawing it: is it whole, does it hold everything it needs, and how large is it? Read from
 * the header, the JSON and the bounds of the accessors; the vertices themselves are not read.
 *
 * Axes of glTF: x right, y up, z to the viewer. Placed unturned, x points east and −z north.
 */
import type { Box } from './drawing.ts';
import type { ImportProblem } from './import-problem.ts';
import { identity, type Matrix, multiply, nodeMatrix, transform } from './matrix.ts';
import { parseJson } from './parse-json.ts';

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (json: Members, name: string): Members[] => {
  const value = json[name];
  return Array.isArray(value) ? value.filter(isMembers) : [];
};
const numbersOf = (value: unknown, count: number): number[] | undefined =>
  Array.isArray(value) && value.length === count && value.every((n) => Number.isFinite(n)) ? value : undefined;

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const HEADER = 20;
/** Largest side in metres that is believed, and the smallest. */
const SIZES = [0.01, 5000] as const;
/** Need a decoder that not every program has. */
const compressions = /draco|meshopt|basisu|quantization/i;

export type GltfLook = { readonly box: Box } | { readonly problem: ImportProblem };

function readChunk(bytes: Uint8Array): { json: string } | { problem: ImportProblem } {
  if (bytes.length < HEADER) return { problem: { code: 'glb-short', real: bytes.length, said: HEADER } };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) return { problem: { code: 'glb-magic' } };
  const version = view.getUint32(4, true);
  if (version !== 2) return { problem: { code: 'glb-version', version } };
  const said = view.getUint32(8, true);
  if (said !== bytes.length) return { problem: { code: 'glb-short', said, real: bytes.length } };
  const length = view.getUint32(12, true);
  if (view.getUint32(16, true) !== JSON_CHUNK || HEADER + length > bytes.length)
    return { problem: { code: 'glb-magic' } };
  return { json: new TextDecoder().decode(bytes.subarray(HEADER, HEADER + length)) };
}

/** What a node says of its place; anything else in these members is no number and counts as absent. */
function matrixOf(node: Members): Matrix {
  const [matrix, translation, rotation, scale] = [
    numbersOf(node['matrix'], 16),
    numbersOf(node['translation'], 3),
    numbersOf(node['rotation'], 4),
    numbersOf(node['scale'], 3),
  ];
  return nodeMatrix({
    ...(matrix && { matrix }),
    ...(translation && { translation }),
    ...(rotation && { rotation }),
    ...(scale && { scale }),
  });
}

/** Nodes deep that are followed: more is a circle. */
const DEEPEST = 64;

/** Grows by every mesh below a node. */
function measure(json: Members): readonly [low: number[], high: number[]] {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  const [nodes, meshes, accessors] = [listOf(json, 'nodes'), listOf(json, 'meshes'), listOf(json, 'accessors')];

  function addAccessor(index: unknown, matrix: Matrix) {
    const accessor = accessors[Number(index)];
    const [min, max] = [numbersOf(accessor?.['min'], 3), numbersOf(accessor?.['max'], 3)];
    if (!min || !max) return;
    for (let corner = 0; corner < 8; corner++) {
      const [x, y, z] = [0, 1, 2].map((axis) => ((corner >> axis) & 1 ? max : min)[axis]) as [number, number, number];
      for (const [axis, value] of transform(matrix, x, y, z).entries()) {
        low[axis] = Math.min(low[axis], value);
        high[axis] = Math.max(high[axis], value);
      }
    }
  }

  function visit(index: unknown, parent: Matrix, depth: number) {
    const node = nodes[Number(index)];
    if (!node || depth > DEEPEST) return;
    const matrix = multiply(parent, matrixOf(node));
    for (const primitive of listOf(meshes[Number(node['mesh'])] ?? {}, 'primitives')) {
      const attributes = primitive['attributes'];
      if (isMembers(attributes)) addAccessor(attributes['POSITION'], matrix);
    }
    for (const child of Array.isArray(node['children']) ? node['children'] : []) visit(child, matrix, depth + 1);
  }

  const scene = listOf(json, 'scenes')[Number(json['scene'] ?? 0)];
  const roots = scene?.['nodes'];
  for (const root of Array.isArray(roots) ? roots : nodes.keys()) visit(root, identity, 0);
  return [low, high];
}

function findExternal(json: Members): string | undefined {
  const uris = [...listOf(json, 'buffers'), ...listOf(json, 'images')].map(({ uri }) => uri);
  return uris.find((uri): uri is string => typeof uri === 'string' && !uri.startsWith('data:'));
}

function findCompression(json: Members): string | undefined {
  const required = json['extensionsRequired'];
  const names = Array.isArray(required) ? required.map(String) : [];
  return names.find((name) => compressions.test(name));
}

export function lookIntoGltf(bytes: Uint8Array, isBinary: boolean): GltfLook {
  const chunk = isBinary ? readChunk(bytes) : { json: new TextDecoder().decode(bytes) };
  if ('problem' in chunk) return chunk;
  const parsed = parseJson(chunk.json);
  if ('problem' in parsed) return parsed;
  const { json } = parsed;
  const asset = isMembers(json) ? json['asset'] : undefined;
  if (!isMembers(json) || !isMembers(asset)) return { problem: { code: 'unknown-content' } };
  const version = Number.parseFloat(String(asset['version']));
  if (!(version >= 2 && version < 3)) return { problem: { code: 'glb-version', version } };
  const compression = findCompression(json);
  if (compression !== undefined) return { problem: { code: 'gltf-compressed', extension: compression } };
  const external = findExternal(json);
  if (external !== undefined) return { problem: { code: 'gltf-external', uri: external.slice(0, 80) } };
  const [low, high] = measure(json);
  const size = Math.max(...high.map((value, axis) => value - (low[axis] as number)));
  if (!Number.isFinite(size)) return { problem: { code: 'gltf-empty' } };
  if (size < SIZES[0] || size > SIZES[1]) return { problem: { code: 'gltf-size', metres: size } };
  const [west, bottom, north] = low as [number, number, number];
  const [east, top, south] = high as [number, number, number];
  return { box: { west, east, bottom, top, south: 0 - south, north: 0 - north } };
}
