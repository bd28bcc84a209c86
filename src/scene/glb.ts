/** A glTF 2.0 binary of triangles with attributes, in memory: what CesiumJS draws plans from. */

/** Name → components per vertex and values, float32, all of the same number of vertices. */
export type VertexAttributes = Readonly<
  Record<string, { readonly size: 1 | 2 | 3 | 4; readonly values: Float32Array }>
>;

/** Corners (three numbers each) that triangles share, by threes of their rows. */
export interface IndexedMesh {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

const FLOAT = 5126;
const UNSIGNED_INT = 5125;
const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;
const INSTANCING = 'EXT_mesh_gpu_instancing';
const TYPES = { 1: 'SCALAR', 2: 'VEC2', 3: 'VEC3', 4: 'VEC4' } as const;

function boundsOf(values: Float32Array): { min: number[]; max: number[] } {
  const min = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const max = min.map((value) => -value);
  for (let i = 0; i < values.length; i++) {
    const axis = i % 3;
    const value = values[i] as number;
    if (value < (min[axis] as number)) min[axis] = value;
    if (value > (max[axis] as number)) max[axis] = value;
  }
  return { min, max };
}

/**
 * Without indices triangles follow each other in the attributes. `scale` metres per unit of POSITION. `instances`: three numbers each,
 * where the mesh stands.
 */
export function writeGlb(
  attributes: VertexAttributes,
  scale: number,
  indices?: Uint32Array,
  instances?: Float32Array,
): Uint8Array {
  const names = Object.keys(attributes);
  const vertices = (attributes['POSITION']?.values.length ?? 0) / 3;
  let offset = 0;
  const bufferViews = names.map((name) => {
    const byteLength = attributes[name]?.values.byteLength ?? 0;
    const view = { buffer: 0, byteOffset: offset, byteLength, target: ARRAY_BUFFER };
    offset += byteLength;
    return view;
  });
  const accessors = names.map((name, bufferView) => {
    const { size, values } = attributes[name] as VertexAttributes[string];
    if (values.length !== vertices * size)
      throw new Error(`Expected ${vertices * size} values of ${name} (${vertices} vertices), got ${values.length}.`);
    const bounds = name === 'POSITION' ? boundsOf(values) : {};
    return { bufferView, componentType: FLOAT, count: vertices, type: TYPES[size] as string, ...bounds };
  });
  if (indices) {
    accessors.push({
      bufferView: bufferViews.length,
      componentType: UNSIGNED_INT,
      count: indices.length,
      type: 'SCALAR',
    });
    bufferViews.push({ buffer: 0, byteOffset: offset, byteLength: indices.byteLength, target: ELEMENT_ARRAY_BUFFER });
    offset += indices.byteLength;
  }
  let node: object = { mesh: 0, scale: [scale, scale, scale] };
  if (instances) {
    accessors.push({
      bufferView: bufferViews.length,
      componentType: FLOAT,
      count: instances.length / 3,
      type: 'VEC3',
      ...boundsOf(instances),
    });
    bufferViews.push({ buffer: 0, byteOffset: offset, byteLength: instances.byteLength, target: ARRAY_BUFFER });
    offset += instances.byteLength;
    node = { ...node, extensions: { [INSTANCING]: { attributes: { TRANSLATION: accessors.length - 1 } } } };
  }
  const json = {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [node],
    ...(instances ? { extensionsUsed: [INSTANCING], extensionsRequired: [INSTANCING] } : {}),
    meshes: [
      {
        primitives: [
          {
            mode: 4,
            material: 0,
            attributes: Object.fromEntries(names.map((name, i) => [name, i])),
            ...(indices ? { indices: names.length } : {}),
          },
        ],
      },
    ],
    materials: [{ pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 1 } }],
    buffers: [{ byteLength: offset }],
    bufferViews,
    accessors,
  };
  const text = new TextEncoder().encode(JSON.stringify(json));
  const jsonLength = Math.ceil(text.length / 4) * 4;
  const glb = new Uint8Array(12 + 8 + jsonLength + 8 + offset);
  const view = new DataView(glb.buffer);
  const header = [0x46546c67, 2, glb.length, jsonLength, 0x4e4f534a];
  for (const [i, word] of header.entries()) view.setUint32(i * 4, word, true);
  glb.fill(0x20, 20, 20 + jsonLength);
  glb.set(text, 20);
  view.setUint32(20 + jsonLength, offset, true);
  view.setUint32(24 + jsonLength, 0x004e4942, true);
  let at = 28 + jsonLength;
  const arrays = names.map((name): Float32Array | Uint32Array => (attributes[name] as VertexAttributes[string]).values);
  for (const values of [...arrays, indices, instances]) {
    if (!values) continue;
    glb.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return glb;
}
