import { describe, expect, it } from 'vitest';
import { areaFromAbove } from '../../src/engines/area-from-above.ts';
import { placeGltf } from '../../src/engines/place-gltf.ts';

const bytesOf = (text: string) => Uint8Array.from(new TextEncoder().encode(text));
const read = async (uri: string) => new Uint8Array(await (await fetch(uri)).arrayBuffer());
const toUri = (bytes: ArrayLike<number>) =>
  `data:application/octet-stream;base64,${Buffer.from(Uint8Array.from(bytes)).toString('base64')}`;

interface Shape {
  /** Flat x, y, z. */
  readonly points: readonly number[];
  readonly mode: number;
  readonly isPacked?: boolean;
  readonly required?: readonly string[];
}

/** A glTF of JSON: positions as floats, or as parts of one in two bytes, four bytes aligned. */
function writeGltf({ points, mode, isPacked = false, required }: Shape): Uint8Array<ArrayBuffer> {
  const count = points.length / 3;
  const packed = Uint16Array.from({ length: 4 * count }, (_, i) =>
    i % 4 === 3 ? 0 : Math.round((points[3 * Math.floor(i / 4) + (i % 4)] as number) * 65_535),
  );
  const data = new Uint8Array(isPacked ? packed.buffer : Float32Array.from(points).buffer);
  return bytesOf(
    JSON.stringify({
      asset: { version: '2.0' },
      ...(required && { extensionsUsed: required, extensionsRequired: required }),
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0 }],
      meshes: [{ primitives: [{ attributes: { POSITION: 0 }, mode }] }],
      accessors: [
        {
          bufferView: 0,
          componentType: isPacked ? 5123 : 5126,
          normalized: isPacked,
          count,
          type: 'VEC3',
          min: [0, 0, 0],
          max: [1, 1, 1],
        },
      ],
      bufferViews: [{ buffer: 0, byteLength: data.length, ...(isPacked && { byteStride: 8 }) }],
      buffers: [{ byteLength: data.length, uri: toUri(data) }],
    }),
  );
}

const place = { position: [100, 200] as [number, number], nap: 5, rotationDegrees: 0, scale: 10 };
const origin = { x: 100, y: 200 };
/** A square from 0 to 1 east and north, level: −z is north. */
const square = [0, 0, 0, 1, 0, 0, 0, 0, -1, 1, 0, -1];

describe('a glTF in its place', () => {
  it.each([
    ['triangles', 4, [...square.slice(0, 9), ...square.slice(3)]],
    ['a strip', 5, square],
    ['a fan', 6, [...square.slice(0, 6), ...square.slice(9), ...square.slice(6, 9)]],
  ])('is read from %s', async (_, mode, points) => {
    const pieces = await placeGltf(writeGltf({ points, mode }), read, place, origin);
    expect(areaFromAbove(pieces)).toBeCloseTo(100, 6);
    expect(new Set(pieces[0]?.positions.filter((_value, i) => i % 3 === 2))).toEqual(new Set([5]));
  });

  it('is read from parts of one in two bytes', async () => {
    const points = square.map(Math.abs);
    const [piece] = await placeGltf(writeGltf({ points, mode: 5, isPacked: true }), read, place, origin);
    // Now to the south.
    expect(piece?.positions.map((value) => Math.round(value * 100) / 100 + 0)).toEqual([
      0, 0, 5, 10, 0, 5, 0, -10, 5, 10, -10, 5,
    ]);
  });

  it('is refused in words where there are only lines, where it is packed with Draco, and where it is cut short', async () => {
    await expect(placeGltf(writeGltf({ points: square, mode: 1 }), read, place, origin)).rejects.toThrow(
      'no triangles',
    );
    const draco = writeGltf({ points: square, mode: 5, required: ['KHR_draco_mesh_compression'] });
    await expect(placeGltf(draco, read, place, origin)).rejects.toThrow('KHR_draco_mesh_compression');
    const short = writeGltf({ points: square, mode: 5 });
    await expect(placeGltf(short, async () => new Uint8Array(8), place, origin)).rejects.toThrow(
      'holds 8 bytes, not 48',
    );
  });
});
