/** Reads our glb back without any of the code that wrote it: geometry in metres of the tile's frame, ids, tables. */
import { MeshoptDecoder } from 'meshoptimizer/decoder';

interface View {
  buffer: number;
  byteOffset?: number;
  byteLength: number;
  byteStride?: number;
  extensions?: {
    EXT_meshopt_compression?: {
      buffer: number;
      byteOffset: number;
      byteLength: number;
      byteStride: number;
      count: number;
      mode: string;
      filter?: string;
    };
  };
}

interface Accessor {
  bufferView: number;
  byteOffset?: number;
  componentType: number;
  count: number;
  type: string;
  min?: number[];
  max?: number[];
}

interface ClassProperty {
  type: string;
  componentType?: string;
  enumType?: string;
  noData?: unknown;
  required?: boolean;
}

interface Gltf {
  accessors: Accessor[];
  bufferViews: View[];
  buffers: { byteLength: number }[];
  materials: { name: string; doubleSided?: boolean }[];
  nodes: { translation: number[]; scale: number[] }[];
  meshes: {
    primitives: {
      attributes: Record<string, number>;
      indices: number;
      material: number;
      extensions: {
        EXT_mesh_features: {
          featureIds: { label: string; attribute: number; featureCount: number; propertyTable: number }[];
        };
      };
    }[];
  }[];
  extensions: {
    EXT_structural_metadata: {
      schema: {
        classes: Record<string, { properties: Record<string, ClassProperty> }>;
        enums: Record<string, { valueType: string; values: { name: string; value: number }[] }>;
      };
      propertyTables: {
        class: string;
        count: number;
        properties: Record<string, { values: number; stringOffsets?: number; stringOffsetType?: string }>;
      }[];
    };
  };
}

interface ReadPrimitive {
  material: string;
  /** East, north, up, metres. */
  positions: number[][];
  normals: number[][];
  /** Lowest and highest point of the vertex's building, metres up. */
  heights: number[][];
  widths: number[][];
  /** Row of the roof plane + 1 in 16-bit halves; empty where no sun was computed. */
  roofs: number[][];
  buildings: number[];
  surfaces: number[];
  indices: number[];
  bounds: { min: number[]; max: number[]; low: number[]; high: number[] };
}

type Row = Record<string, unknown>;

export interface ReadTile {
  gltf: Gltf;
  /** Where the binary chunk's data begin in the file. */
  dataStart: number;
  primitives: ReadPrimitive[];
  tables: { class: string; rows: Row[]; problems: string[] }[];
}

const componentArrays = { 5120: Int8Array, 5121: Uint8Array, 5123: Uint16Array, 5125: Uint32Array, 5126: Float32Array };
const metadataArrays = {
  INT8: Int8Array,
  UINT8: Uint8Array,
  INT16: Int16Array,
  UINT16: Uint16Array,
  INT32: Int32Array,
  UINT32: Uint32Array,
  FLOAT32: Float32Array,
  FLOAT64: Float64Array,
};
const typeSizes: Record<string, number> = { SCALAR: 1, VEC2: 2, VEC3: 3 };

const copy = (bytes: Uint8Array) =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

export async function readGlb(file: Uint8Array): Promise<ReadTile> {
  await MeshoptDecoder.ready;
  const words = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (words.getUint32(0, true) !== 0x46546c67 || words.getUint32(8, true) !== file.length) throw new Error('No glb.');
  const jsonLength = words.getUint32(12, true);
  const gltf = JSON.parse(new TextDecoder().decode(file.subarray(20, 20 + jsonLength))) as Gltf;
  const dataStart = 28 + jsonLength;
  const data = file.subarray(dataStart);

  const views = gltf.bufferViews.map((view) => {
    const packed = view.extensions?.EXT_meshopt_compression;
    if (!packed) return copy(data.subarray(view.byteOffset ?? 0, (view.byteOffset ?? 0) + view.byteLength));
    const target = new Uint8Array(packed.count * packed.byteStride);
    const source = data.subarray(packed.byteOffset, packed.byteOffset + packed.byteLength);
    MeshoptDecoder.decodeGltfBuffer(target, packed.count, packed.byteStride, source, packed.mode, packed.filter);
    return target.buffer as ArrayBuffer;
  });

  function readAccessor(index: number): number[][] {
    const { bufferView, byteOffset = 0, componentType, count, type } = gltf.accessors[index] as Accessor;
    const Components = componentArrays[componentType as keyof typeof componentArrays];
    const size = typeSizes[type] as number;
    const stride = gltf.bufferViews[bufferView]?.byteStride ?? Components.BYTES_PER_ELEMENT * size;
    return Array.from({ length: count }, (_, i) =>
      Array.from(new Components(views[bufferView] as ArrayBuffer, byteOffset + i * stride, size)),
    );
  }

  const [{ translation: shift, scale }] = gltf.nodes as [Gltf['nodes'][number]];
  const toFrame = ([x, y, z]: number[]) => [
    (x as number) * (scale[0] as number) + (shift[0] as number),
    -((z as number) * (scale[2] as number) + (shift[2] as number)),
    (y as number) * (scale[1] as number) + (shift[1] as number),
  ];
  const primitives = (gltf.meshes[0]?.primitives ?? []).map((primitive): ReadPrimitive => {
    const { attributes, material } = primitive;
    const raw = readAccessor(attributes['POSITION'] as number);
    const accessor = gltf.accessors[attributes['POSITION'] as number] as Accessor;
    return {
      material: gltf.materials[material]?.name ?? '',
      positions: raw.map(toFrame),
      normals: readAccessor(attributes['NORMAL'] as number).map(([x, y, z]) => [
        (x as number) / 127,
        -(z as number) / 127,
        (y as number) / 127,
      ]),
      heights: readAccessor(attributes['TEXCOORD_0'] as number).map((pair) =>
        pair.map((height) => height * (scale[1] as number) + (shift[1] as number)),
      ),
      widths: readAccessor(attributes['TEXCOORD_1'] as number).map((pair) =>
        pair.map((metres) => metres * (scale[0] as number)),
      ),
      roofs: attributes['TEXCOORD_2'] === undefined ? [] : readAccessor(attributes['TEXCOORD_2']),
      buildings: readAccessor(attributes['_FEATURE_ID_0'] as number).flat(),
      surfaces: attributes['_FEATURE_ID_1'] === undefined ? [] : readAccessor(attributes['_FEATURE_ID_1']).flat(),
      indices: readAccessor(primitive.indices).flat(),
      bounds: {
        min: accessor.min ?? [],
        max: accessor.max ?? [],
        low: [0, 1, 2].map((i) => raw.reduce((least, point) => Math.min(least, point[i] as number), Infinity)),
        high: [0, 1, 2].map((i) => raw.reduce((most, point) => Math.max(most, point[i] as number), -Infinity)),
      },
    };
  });

  const { schema, propertyTables } = gltf.extensions.EXT_structural_metadata;
  const tables = propertyTables.map((table) => {
    const rows: Row[] = Array.from({ length: table.count }, () => ({}));
    const problems: string[] = [];
    const properties = schema.classes[table.class]?.properties ?? {};
    for (const name in properties) {
      const property = properties[name] as ClassProperty;
      const place = table.properties[name];
      if (!place) {
        problems.push(`${name} is missing`);
        continue;
      }
      const bytes = views[place.values] as ArrayBuffer;
      const view = gltf.bufferViews[place.values] as View;
      const check = (holds: boolean, text: string) => holds || problems.push(`${table.class}.${name}: ${text}`);
      check(((view.byteOffset ?? 0) + dataStart) % 8 === 0, 'values not aligned');
      let values: unknown[];
      if (property.type === 'STRING') {
        const Offsets = metadataArrays[(place.stringOffsetType ?? 'UINT32') as keyof typeof metadataArrays];
        const offsets = Array.from(new Offsets(views[place.stringOffsets as number] as ArrayBuffer)) as number[];
        check(offsets.length === table.count + 1, 'wrong number of offsets');
        check(offsets[0] === 0 && offsets[table.count] === bytes.byteLength, 'offsets do not span the values');
        check(
          offsets.every((offset, i) => i === 0 || offset >= (offsets[i - 1] as number)),
          'offsets go down',
        );
        values = rows.map((_, i) => new TextDecoder().decode(bytes.slice(offsets[i], offsets[i + 1])));
      } else {
        const enumeration = property.enumType ? schema.enums[property.enumType] : undefined;
        const component = (enumeration?.valueType ?? property.componentType) as keyof typeof metadataArrays;
        const Values = metadataArrays[component];
        check(bytes.byteLength === table.count * Values.BYTES_PER_ELEMENT, 'wrong length');
        const numbers = Array.from(new Values(bytes)) as number[];
        values = enumeration
          ? numbers.map((number) => enumeration.values.find(({ value }) => value === number)?.name)
          : numbers;
        check(!values.includes(undefined), 'a value is not in the enumeration');
      }
      values.forEach((value, i) => {
        (rows[i] as Row)[name] = property.noData !== undefined && value === property.noData ? undefined : value;
      });
    }
    return { class: table.class, rows, problems };
  });
  return { gltf, dataStart, primitives, tables };
}
