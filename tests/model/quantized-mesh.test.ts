import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeQuantizedMesh, vertexHeight } from '../../src/model/quantized-mesh.ts';

const shared = new URL('../../../shared/data/tiles/', import.meta.url);
const folders = ['qm-bertt/tests/data/', 'qm-loicgasser/tests/data/'].map((name) => new URL(name, shared));
/** Four of them are of the older heightmap format, known by their size: 65 × 65 heights and two flags. */
const heightmapBytes = 65 * 65 * 2 + 2;

/** Some are stored compressed, as servers send them. */
function readStored(url: URL): Buffer {
  const stored = readFileSync(url);
  return stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored;
}

const others = existsSync(shared)
  ? folders
      .flatMap((folder) => readdirSync(folder).map((name) => ({ name, url: new URL(name, folder) })))
      .filter(({ name, url }) => name.endsWith('.terrain') && readStored(url).length !== heightmapBytes)
  : [];

describe.skipIf(others.length === 0)('quantized mesh made by others (shared/data/tiles)', () => {
  it.each(others)('reads $name', ({ url }) => {
    const mesh = decodeQuantizedMesh(readStored(url));
    const count = mesh.u.length;
    expect(count).toBeGreaterThan(3);
    expect(Math.max(...mesh.triangles)).toBe(count - 1);
    for (const column of [mesh.u, mesh.v, mesh.height]) expect(Math.max(...column)).toBeLessThanOrEqual(32767);
    expect(mesh.west.every((vertex) => mesh.u[vertex] === 0)).toBe(true);
    expect(mesh.south.every((vertex) => mesh.v[vertex] === 0)).toBe(true);
    expect(mesh.east.every((vertex) => mesh.u[vertex] === 32767)).toBe(true);
    expect(mesh.north.every((vertex) => mesh.v[vertex] === 32767)).toBe(true);
    expect(Math.hypot(...mesh.center)).toBeGreaterThan(3e6);
    expect(vertexHeight(mesh, 0)).toBeGreaterThanOrEqual(mesh.minimumHeight);
    expect(vertexHeight(mesh, 0)).toBeLessThanOrEqual(mesh.maximumHeight);
  });
});

describe('a quantized mesh that is cut off', () => {
  it('is refused', () => expect(() => decodeQuantizedMesh(new Uint8Array(100).fill(1))).toThrow());
});
