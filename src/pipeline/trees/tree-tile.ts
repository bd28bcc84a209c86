/**
 * One tile of trees as a binary glTF: a node per shape with EXT_mesh_gpu_instancing, whose meshes lie in a buffer that the
 * tiles share. Near tiles say of every tree what is known of it (EXT_instance_features, EXT_structural_metadata).
 */
import { assembleGlb } from '../tiles/glb.ts';
import { packColumn, type TableRow } from '../tiles/property-table.ts';
import type { ColumnPlan } from '../tiles/schema.ts';
import type { Detail, ModelBuffer, StoredModel } from './model-buffer.ts';
import { treeModels } from './models.ts';
import type { Tree } from './read-trees.ts';
import { treeShapes } from './shapes.ts';

/** A tree in the tileset's frame: metres east, north, up of the foot of its trunk. */
export interface PlacedTree {
  readonly tree: Tree;
  readonly east: number;
  readonly north: number;
  readonly up: number;
  /** Radians around its trunk, and how far the trunk leans. */
  readonly turn: number;
  readonly lean: number;
  /** Part by which the crown is wider one way and narrower the other. */
  readonly stretch: number;
}

const UNSIGNED_BYTE = 5121;
const UNSIGNED_SHORT = 5123;
const FLOAT = 5126;
const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;
/** Places of the two buffers in the glTF: its own, and that of the models. */
const [OWN, SHARED] = [0, 1];

const columns: readonly ColumnPlan[] = [
  { property: 'id', attribute: 'id', kind: 'id' },
  { property: 'height', attribute: 'height', kind: 'number', component: 'FLOAT32', noData: undefined },
  { property: 'crown', attribute: 'crown', kind: 'number', component: 'FLOAT32', noData: undefined },
  { property: 'species', attribute: 'species', kind: 'string' },
];

const schema = {
  id: 'tweelingstad_trees',
  classes: {
    tree: {
      name: 'Tree',
      properties: {
        id: { type: 'STRING', required: true, semantic: 'ID' },
        height: { type: 'SCALAR', componentType: 'FLOAT32', required: true, description: 'Metres.' },
        crown: { type: 'SCALAR', componentType: 'FLOAT32', required: true, description: 'Diameter in metres.' },
        species: { type: 'STRING', noData: 'null' },
      },
    },
  },
};

/** Turned about the trunk, then leaning to the east of the model: a quaternion. */
function rotationOf({ turn, lean }: PlacedTree): readonly number[] {
  const [c, s] = [Math.cos(turn / 2), Math.sin(turn / 2)];
  const [lc, ls] = [Math.cos(lean / 2), Math.sin(lean / 2)];
  return [c * ls, s * lc, -s * ls, c * lc];
}

function createStore() {
  const parts: Uint8Array[] = [];
  const bufferViews: Record<string, unknown>[] = [];
  const accessors: Record<string, unknown>[] = [];
  let length = 0;

  function addView(bytes: Uint8Array): number {
    const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8);
    padded.set(bytes);
    parts.push(padded);
    length += padded.length;
    return bufferViews.push({ buffer: OWN, byteOffset: length - padded.length, byteLength: bytes.length }) - 1;
  }

  return {
    bufferViews,
    accessors,
    addView,
    /** Index of an accessor over floats of the tile itself. */
    floats(values: Float32Array, type: 'VEC3' | 'VEC4'): number {
      const bufferView = addView(new Uint8Array(values.buffer));
      const count = values.length / (type === 'VEC3' ? 3 : 4);
      return accessors.push({ bufferView, componentType: FLOAT, count, type }) - 1;
    },
    /** Index of an accessor into the shared buffer. */
    shared(
      { byteOffset, byteLength }: { byteOffset: number; byteLength: number },
      accessor: Record<string, unknown>,
    ): number {
      const target = accessor['type'] === 'SCALAR' ? ELEMENT_ARRAY_BUFFER : ARRAY_BUFFER;
      const bufferView = bufferViews.push({ buffer: SHARED, byteOffset, byteLength, target }) - 1;
      return accessors.push({ bufferView, ...accessor }) - 1;
    },
    finish: () => ({ parts, length }),
  };
}

type Store = ReturnType<typeof createStore>;

function writeMesh(store: Store, name: string, model: StoredModel) {
  const count = model.vertexCount;
  const position = { componentType: FLOAT, count, type: 'VEC3', min: model.low, max: model.high };
  const attributes = {
    POSITION: store.shared(model.positions, position),
    NORMAL: store.shared(model.normals, { componentType: FLOAT, count, type: 'VEC3' }),
    COLOR_0: store.shared(model.colours, { componentType: UNSIGNED_BYTE, count, type: 'VEC4', normalized: true }),
  };
  const indices = store.shared(model.indices, {
    componentType: UNSIGNED_SHORT,
    count: model.indexCount,
    type: 'SCALAR',
  });
  return { name, primitives: [{ attributes, indices, material: 0, mode: 4 }] };
}

function writeInstances(store: Store, trees: readonly PlacedTree[], crownOfModel: number) {
  const places = new Float32Array(trees.length * 3);
  const turns = new Float32Array(trees.length * 4);
  const sizes = new Float32Array(trees.length * 3);
  trees.forEach((placed, i) => {
    const { crown, height } = placed.tree;
    // glTF has y up and z to the south.
    places.set([placed.east, placed.up, -placed.north], i * 3);
    turns.set(rotationOf(placed), i * 4);
    const width = crown / crownOfModel;
    sizes.set([width * (1 + placed.stretch), height, width * (1 - placed.stretch)], i * 3);
  });
  return {
    TRANSLATION: store.floats(places, 'VEC3'),
    ROTATION: store.floats(turns, 'VEC4'),
    SCALE: store.floats(sizes, 'VEC3'),
  };
}

function writeTable(store: Store, trees: readonly PlacedTree[]) {
  const rows = trees.map(({ tree: { id, height, crown, species } }): TableRow => {
    return { id, attributes: { height, crown, species } };
  });
  const properties: Record<string, unknown> = {};
  for (const plan of columns) {
    const { values, offsets, offsetType } = packColumn(plan, rows);
    properties[plan.property] = {
      values: store.addView(values),
      ...(offsets ? { stringOffsets: store.addView(offsets), stringOffsetType: offsetType } : {}),
    };
  }
  return { class: 'tree', count: rows.length, properties };
}

export interface TreeTileOptions {
  readonly detail: Detail;
  readonly models: ModelBuffer;
  /** Address of the models' buffer, relative to the tile. */
  readonly modelsUri: string;
  readonly credit: string;
}

export function writeTreeTile(trees: readonly PlacedTree[], options: TreeTileOptions): Uint8Array {
  const store = createStore();
  const isNear = options.detail === 'near';
  const nodes: unknown[] = [];
  const meshes: unknown[] = [];
  const propertyTables: unknown[] = [];
  for (const shape of treeShapes) {
    const own = trees.filter(({ tree }) => tree.shape === shape);
    if (own.length === 0) continue;
    const mesh = meshes.push(writeMesh(store, shape, options.models.models.get(shape) as StoredModel)) - 1;
    const attributes = writeInstances(store, own, treeModels[shape].crown);
    const features = isNear
      ? {
          EXT_instance_features: {
            featureIds: [
              {
                label: 'tree',
                featureCount: own.length,
                propertyTable: propertyTables.push(writeTable(store, own)) - 1,
              },
            ],
          },
        }
      : {};
    nodes.push({ name: shape, mesh, extensions: { EXT_mesh_gpu_instancing: { attributes }, ...features } });
  }
  const { parts, length } = store.finish();
  const metadata = isNear ? { extensions: { EXT_structural_metadata: { schema, propertyTables } } } : {};
  const json = {
    asset: {
      version: '2.0',
      generator: 'Tweelingstad',
      ...(options.credit ? { copyright: options.credit } : {}),
    },
    extensionsUsed: [
      'EXT_mesh_gpu_instancing',
      ...(isNear ? ['EXT_instance_features', 'EXT_structural_metadata'] : []),
    ],
    extensionsRequired: ['EXT_mesh_gpu_instancing'],
    scene: 0,
    scenes: [{ nodes: nodes.map((_, i) => i) }],
    nodes,
    meshes,
    materials: [{ name: 'tree', pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 1 } }],
    accessors: store.accessors,
    bufferViews: store.bufferViews,
    buffers: [{ byteLength: length }, { uri: options.modelsUri, byteLength: options.models.bytes.length }],
    ...metadata,
  };
  return assembleGlb(json, parts, length);
}
