/** Reading quantized-mesh 1.0 tiles (https://github.com/CesiumGS/quantized-mesh), as Cesium streams terrain. */

export interface QuantizedMesh {
  /** Earth-fixed metres. */
  readonly center: readonly [number, number, number];
  readonly boundingSphere: { readonly center: readonly [number, number, number]; readonly radius: number };
  /** In the ellipsoid-scaled frame: axes divided by the ellipsoid's radii. */
  readonly horizonOcclusionPoint: readonly [number, number, number];
  /** Metres above the ellipsoid. */
  readonly minimumHeight: number;
  readonly maximumHeight: number;
  /** 0…32767 from west to east, south to north, and from the minimum to the maximum height: one per vertex. */
  readonly u: Uint16Array;
  readonly v: Uint16Array;
  readonly height: Uint16Array;
  /** Three vertices per triangle, counter-clockwise seen from above. */
  readonly triangles: Uint32Array;
  /** Vertices on each side. */
  readonly west: Uint32Array;
  readonly south: Uint32Array;
  readonly east: Uint32Array;
  readonly north: Uint32Array;
  /** Two bytes per vertex (octahedral, Earth-fixed), when the tile has them. */
  readonly normals: Uint8Array | undefined;
}

const OCT_VERTEX_NORMALS = 1;

/** Undoes zig-zag and difference coding of one vertex attribute. */
function decodeColumn(view: DataView, start: number, count: number): Uint16Array {
  const values = new Uint16Array(count);
  let value = 0;
  for (let i = 0; i < count; i++) {
    const code = view.getUint16(start + 2 * i, true);
    value += (code >> 1) ^ -(code & 1);
    values[i] = value;
  }
  return values;
}

/** Throws an Error when the bytes end too early or name vertices that do not exist. */
export function decodeQuantizedMesh(bytes: Uint8Array): QuantizedMesh {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const point = (at: number): [number, number, number] => [
    view.getFloat64(at, true),
    view.getFloat64(at + 8, true),
    view.getFloat64(at + 16, true),
  ];
  const count = view.getUint32(88, true);
  let at = 92;
  const u = decodeColumn(view, at, count);
  const v = decodeColumn(view, at + 2 * count, count);
  const height = decodeColumn(view, at + 4 * count, count);
  at += 6 * count;
  const size = count > 65536 ? 4 : 2;
  at += (size - (at % size)) % size;
  const list = (length: number): Uint32Array => {
    const values = new Uint32Array(length);
    for (let i = 0; i < length; i++, at += size) {
      values[i] = size === 4 ? view.getUint32(at, true) : view.getUint16(at, true);
    }
    return values;
  };
  const length = () => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const triangles = list(3 * length());
  // High-water-mark coding: the distance below the first vertex not yet named.
  let highest = 0;
  for (let i = 0; i < triangles.length; i++) {
    const code = triangles[i] as number;
    if (code > highest) throw new Error(`Triangle corner ${i} names a vertex below zero.`);
    triangles[i] = highest - code;
    if (code === 0) highest++;
  }
  if (highest > count) throw new Error(`Triangles name ${highest} vertices, but there are ${count}.`);
  const [west, south, east, north] = [list(length()), list(length()), list(length()), list(length())];
  let normals: Uint8Array | undefined;
  while (at < view.byteLength) {
    const id = view.getUint8(at);
    const bytesInExtension = view.getUint32(at + 1, true);
    if (id === OCT_VERTEX_NORMALS) normals = bytes.slice(at + 5, at + 5 + 2 * count);
    at += 5 + bytesInExtension;
  }
  return {
    center: point(0),
    minimumHeight: view.getFloat32(24, true),
    maximumHeight: view.getFloat32(28, true),
    boundingSphere: { center: point(32), radius: view.getFloat64(56, true) },
    horizonOcclusionPoint: point(64),
    u,
    v,
    height,
    triangles,
    west: west as Uint32Array,
    south: south as Uint32Array,
    east: east as Uint32Array,
    north: north as Uint32Array,
    normals,
  };
}

/** Metres above the ellipsoid of one vertex. */
export const vertexHeight = (mesh: QuantizedMesh, vertex: number): number =>
  mesh.minimumHeight + ((mesh.maximumHeight - mesh.minimumHeight) * (mesh.height[vertex] as number)) / 32767;
