/**
 * A tile's mesh and tables as a binary glTF 2.0 with EXT_mesh_features, EXT_structural_metadata, KHR_mesh_quantization and
 * EXT_meshopt_compression. Every buffer view begins at a multiple of 8 bytes of the file.
 */
import { MeshoptEncoder } from 'meshoptimizer/encoder';
import { materials } from '../../model/surface-kind.ts';
import { packColumn, type TableColumn, type TableRow } from './property-table.ts';
import type { SunColumns } from './roof-rows.ts';
import { type MetadataPlan, NO_IRRADIATION, NO_ROOF, NO_SUITABILITY } from './schema.ts';
import { type MaterialRange, STEP, type TileMesh } from './tile-mesh.ts';

const BYTE = 5120;
const UNSIGNED_SHORT = 5123;
const UNSIGNED_INT = 5125;
const FLOAT = 5126;
const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;

/** Linear base colours: warm tile, light brick, plain ground. */
const looks: Record<(typeof materials)[number], readonly number[]> = {
  roof: [0.28, 0.13, 0.09, 1],
  wall: [0.56, 0.42, 0.32, 1],
  ground: [0.33, 0.31, 0.28, 1],
};

export interface TileContent {
  readonly mesh: TileMesh;
  readonly rows: readonly TableRow[];
  readonly plan: MetadataPlan;
  /** What the rows of roof planes say, where sun was computed. */
  readonly sun?: SunColumns | undefined;
  /** Some shells are open: their back sides are drawn too. */
  readonly isOpen: boolean;
  /** Credit that viewers show, empty for none. */
  readonly credit: string;
}

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Gathers byte runs; equal runs are stored once. */
function createStore() {
  const parts: Uint8Array[] = [];
  const views: Record<string, unknown>[] = [];
  const seen = new Map<string, number>();
  let length = 0;
  let uncompressed = 0;

  function append(bytes: Uint8Array): number {
    const at = length;
    const padded = Math.ceil(bytes.length / 8) * 8;
    parts.push(bytes);
    if (padded > bytes.length) parts.push(new Uint8Array(padded - bytes.length));
    length += padded;
    return at;
  }

  return {
    views,
    plain(bytes: Uint8Array): number {
      const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
      const known = seen.get(key);
      if (known !== undefined) return known;
      const index = views.push({ buffer: 0, byteOffset: append(bytes), byteLength: bytes.length }) - 1;
      seen.set(key, index);
      return index;
    },
    /** `stride` bytes an element; indices are triangles. `filter` says how decoded bytes become floats. */
    compressed(bytes: Uint8Array, stride: number, mode: 'ATTRIBUTES' | 'TRIANGLES', filter?: 'EXPONENTIAL'): number {
      const count = bytes.length / stride;
      const encoded = MeshoptEncoder.encodeGltfBuffer(bytes, count, stride, mode, 0);
      const fallbackOffset = uncompressed;
      uncompressed += Math.ceil(bytes.length / 8) * 8;
      const isVertices = mode === 'ATTRIBUTES';
      return (
        views.push({
          buffer: 1,
          byteOffset: fallbackOffset,
          byteLength: bytes.length,
          ...(isVertices ? { byteStride: stride } : {}),
          target: isVertices ? ARRAY_BUFFER : ELEMENT_ARRAY_BUFFER,
          extensions: {
            EXT_meshopt_compression: {
              buffer: 0,
              byteOffset: append(encoded),
              byteLength: encoded.length,
              byteStride: stride,
              count,
              mode,
              ...(filter ? { filter } : {}),
            },
          },
        }) - 1
      );
    },
    finish: () => ({ parts, length, uncompressed }),
  };
}

/**
 * Whole numbers for meshopt's exponential filter: 24 bits of mantissa under 8 of exponent (0, unless the numbers are larger
 * than 24 bits hold), decoded to floats. Packs as well as 16-bit numbers where tiles are too wide for those.
 */
function toExponential(values: Float32Array): Uint8Array {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]));
  let exponent = 0;
  while (largest >= 2 ** (23 + exponent)) exponent++;
  const scale = 2 ** -exponent;
  const packed = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) packed[i] = (exponent << 24) | (Math.round(values[i] * scale) & 0xffffff);
  return bytesOf(packed);
}

function wholeNumberView(store: Store, values: Uint16Array | Float32Array, stride: number): number {
  return values instanceof Float32Array
    ? store.compressed(toExponential(values), stride, 'ATTRIBUTES', 'EXPONENTIAL')
    : store.compressed(bytesOf(values), stride, 'ATTRIBUTES');
}

type Store = ReturnType<typeof createStore>;

function writeTable(store: Store, className: string, count: number, columns: readonly TableColumn[]) {
  const properties: Record<string, unknown> = {};
  for (const column of columns) {
    properties[column.property] = {
      values: store.plain(column.values),
      ...(column.offsets ? { stringOffsets: store.plain(column.offsets), stringOffsetType: column.offsetType } : {}),
    };
  }
  return { name: className, class: className, count, properties };
}

function sunColumns({ roofRows }: TileMesh, { irradiation, suitability }: SunColumns): TableColumn[] {
  const of = <T extends Uint8Array | Uint16Array | Uint32Array>(
    out: T,
    none: number,
    value: (row: number) => number,
  ) => {
    for (let s = 0; s < out.length; s++) out[s] = roofRows[s] < 0 ? none : value(roofRows[s]);
    return bytesOf(out);
  };
  const count = roofRows.length;
  return [
    { property: 'roof', values: of(new Uint32Array(count), NO_ROOF, (row) => row) },
    { property: 'irradiation', values: of(new Uint16Array(count), NO_IRRADIATION, (row) => irradiation[row]) },
    { property: 'suitability', values: of(new Uint8Array(count), NO_SUITABILITY, (row) => suitability[row]) },
  ];
}

function writeSurfaceTable(store: Store, mesh: TileMesh, sun: SunColumns | undefined) {
  const columns: TableColumn[] = [
    { property: 'type', values: mesh.kinds },
    { property: 'slope', values: bytesOf(mesh.slopes) },
    { property: 'azimuth', values: bytesOf(mesh.azimuths) },
    { property: 'area', values: bytesOf(mesh.areas) },
    ...(sun ? sunColumns(mesh, sun) : []),
  ];
  return writeTable(store, 'surface', mesh.surfaceCount, columns);
}

interface VertexView {
  readonly name: string;
  readonly view: number;
  readonly stride: number;
  readonly accessor: Record<string, unknown>;
}

function idView(store: Store, name: string, ids: Uint16Array | Float32Array): VertexView {
  const componentType = ids instanceof Float32Array ? FLOAT : UNSIGNED_SHORT;
  return {
    name,
    view: store.compressed(bytesOf(ids), 4, 'ATTRIBUTES'),
    stride: 4,
    accessor: { componentType, type: 'SCALAR' },
  };
}

function writeVertices(store: Store, mesh: TileMesh, hasSurfaces: boolean): VertexView[] {
  const isFloat = mesh.positions instanceof Float32Array;
  const stride = isFloat ? 12 : 8;
  return [
    {
      name: 'POSITION',
      view: wholeNumberView(store, mesh.positions, stride),
      stride,
      accessor: { componentType: isFloat ? FLOAT : UNSIGNED_SHORT, type: 'VEC3' },
    },
    {
      name: 'NORMAL',
      view: store.compressed(bytesOf(mesh.normals), 4, 'ATTRIBUTES'),
      stride: 4,
      accessor: { componentType: BYTE, type: 'VEC3', normalized: true },
    },
    {
      name: 'TEXCOORD_0',
      view: wholeNumberView(store, mesh.heights, isFloat ? 8 : 4),
      stride: isFloat ? 8 : 4,
      accessor: { componentType: isFloat ? FLOAT : UNSIGNED_SHORT, type: 'VEC2' },
    },
    {
      name: 'TEXCOORD_1',
      view: wholeNumberView(store, mesh.widths, isFloat ? 8 : 4),
      stride: isFloat ? 8 : 4,
      accessor: { componentType: isFloat ? FLOAT : UNSIGNED_SHORT, type: 'VEC2' },
    },
    ...(mesh.roofs
      ? [
          {
            name: 'TEXCOORD_2',
            view: store.compressed(bytesOf(mesh.roofs), 4, 'ATTRIBUTES'),
            stride: 4,
            accessor: { componentType: UNSIGNED_SHORT, type: 'VEC2' },
          },
        ]
      : []),
    idView(store, '_FEATURE_ID_0', mesh.buildingIds),
    ...(hasSurfaces ? [idView(store, '_FEATURE_ID_1', mesh.surfaceIds)] : []),
  ];
}

function writePrimitive(
  range: MaterialRange,
  vertices: readonly VertexView[],
  indexView: number,
  indexSize: number,
  counts: readonly [buildings: number, surfaces?: number],
  accessors: Record<string, unknown>[],
  material: number,
) {
  const attributes: Record<string, number> = {};
  for (const { name, view, stride, accessor } of vertices) {
    const bounds = name === 'POSITION' ? { min: range.low, max: range.high } : {};
    attributes[name] =
      accessors.push({
        bufferView: view,
        byteOffset: range.firstVertex * stride,
        count: range.vertexCount,
        ...accessor,
        ...bounds,
      }) - 1;
  }
  const indices =
    accessors.push({
      bufferView: indexView,
      byteOffset: range.firstIndex * indexSize,
      componentType: indexSize === 2 ? UNSIGNED_SHORT : UNSIGNED_INT,
      count: range.indexCount,
      type: 'SCALAR',
    }) - 1;
  return {
    attributes,
    indices,
    material,
    mode: 4,
    extensions: {
      EXT_mesh_features: {
        featureIds: counts.map((featureCount, set) => ({
          label: set === 0 ? 'building' : 'surface',
          attribute: set,
          featureCount,
          propertyTable: set,
        })),
      },
    },
  };
}

/** JSON and binary chunk as one file; the binary one begins at a multiple of 8 bytes. */
export function assembleGlb(json: unknown, parts: readonly Uint8Array[], binLength: number): Uint8Array {
  let text = JSON.stringify(json);
  let bytes = Buffer.from(text, 'utf8');
  // Header 12, two chunk headers of 8: the second chunk's data then begins at a multiple of 8.
  const spaces = (8 - ((bytes.length + 28) % 8)) % 8;
  if (spaces > 0) {
    text += ' '.repeat(spaces);
    bytes = Buffer.from(text, 'utf8');
  }
  const glb = new Uint8Array(28 + bytes.length + binLength);
  const view = new DataView(glb.buffer);
  const words = [0x46546c67, 2, glb.length, bytes.length, 0x4e4f534a];
  words.forEach((word, i) => {
    view.setUint32(i * 4, word, true);
  });
  glb.set(bytes, 20);
  view.setUint32(20 + bytes.length, binLength, true);
  view.setUint32(24 + bytes.length, 0x004e4942, true);
  let at = 28 + bytes.length;
  for (const part of parts) {
    glb.set(part, at);
    at += part.length;
  }
  return glb;
}

/** `MeshoptEncoder.ready` must have been awaited. */
export function writeGlb({ mesh, rows, plan, sun, isOpen, credit }: TileContent): Uint8Array {
  const store = createStore();
  const { hasSurfaces } = plan;
  const vertices = writeVertices(store, mesh, hasSurfaces);
  const widest = Math.max(...mesh.ranges.map(({ vertexCount }) => vertexCount));
  const indexSize = widest <= 65535 ? 2 : 4;
  const indexBytes = bytesOf(indexSize === 2 ? Uint16Array.from(mesh.indices) : mesh.indices);
  const indexView = store.compressed(indexBytes, indexSize, 'TRIANGLES');
  const accessors: Record<string, unknown>[] = [];
  const used = mesh.ranges.map(({ material }) => material);
  const primitives = mesh.ranges.map((range, i) =>
    writePrimitive(
      range,
      vertices,
      indexView,
      indexSize,
      hasSurfaces ? [rows.length, mesh.surfaceCount] : [rows.length],
      accessors,
      i,
    ),
  );
  const columns = plan.columns.map((column) => packColumn(column, rows));
  const propertyTables = [writeTable(store, 'building', rows.length, columns)];
  if (hasSurfaces) propertyTables.push(writeSurfaceTable(store, mesh, plan.hasSun ? sun : undefined));
  const { parts, length, uncompressed } = store.finish();
  const json = {
    asset: { version: '2.0', generator: 'Tweelingstad', ...(credit ? { copyright: credit } : {}) },
    extensionsUsed: [
      'EXT_mesh_features',
      'EXT_structural_metadata',
      'EXT_meshopt_compression',
      'KHR_mesh_quantization',
    ],
    extensionsRequired: ['EXT_meshopt_compression', 'KHR_mesh_quantization'],
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, translation: mesh.offset, scale: [STEP, STEP, STEP] }],
    meshes: [{ primitives }],
    materials: used.map((material) => {
      const name = materials[material] as (typeof materials)[number];
      return {
        name,
        pbrMetallicRoughness: { baseColorFactor: looks[name], metallicFactor: 0, roughnessFactor: 0.9 },
        ...(isOpen ? { doubleSided: true } : {}),
      };
    }),
    accessors,
    bufferViews: store.views,
    buffers: [
      { byteLength: length },
      { byteLength: uncompressed, extensions: { EXT_meshopt_compression: { fallback: true } } },
    ],
    extensions: { EXT_structural_metadata: { schema: plan.schema, propertyTables } },
  };
  return assembleGlb(json, parts, length);
}

export const glbReady: Promise<void> = MeshoptEncoder.ready;
