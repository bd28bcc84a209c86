/**
 * Buildings between reading and drawing, on disk. A record: origin and up direction (six doubles), then id and attributes as
 * JSON, then the meshes box, prism, full; each part padded to 8 bytes.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { frameAt, type LocalFrame, type Vec3 } from './ellipsoid.ts';
import { decodeMesh, type FacetMesh } from './facet-mesh.ts';
import type { TableRow } from './property-table.ts';

const HEAD = 48;
const BUFFER = 1 << 20;
const pad8 = (length: number) => (length + 7) & ~7;

/** Lengths in bytes, padded: text, box, prism, full. */
export type RecordLengths = readonly [number, number, number, number];

export function createSpillWriter(file: string) {
  const descriptor = openSync(file, 'w');
  const buffer = Buffer.alloc(BUFFER);
  let used = 0;
  let position = 0;

  function flush() {
    if (used > 0) writeSync(descriptor, buffer, 0, used);
    used = 0;
  }

  function put(bytes: Uint8Array, padded: number) {
    if (used + padded > BUFFER) flush();
    if (padded > BUFFER) {
      const whole = Buffer.alloc(padded);
      whole.set(bytes);
      writeSync(descriptor, whole);
    } else {
      buffer.set(bytes, used);
      buffer.fill(0, used + bytes.length, used + padded);
      used += padded;
    }
    position += padded;
  }

  return {
    /** Answers where the record begins and how long its parts are. */
    write(frame: LocalFrame, row: TableRow, meshes: readonly Uint8Array[]): { offset: number; lengths: RecordLengths } {
      const offset = position;
      const up = frame.axes.subarray(6);
      put(new Uint8Array(Float64Array.of(...frame.origin, up[0], up[1], up[2]).buffer), HEAD);
      const text = Buffer.from(JSON.stringify([row.id, row.attributes]), 'utf8');
      put(text, pad8(text.length));
      for (const mesh of meshes) put(mesh, pad8(mesh.length));
      const [box, prism, full] = meshes.map((mesh) => pad8(mesh.length));
      return { offset, lengths: [pad8(text.length), box, prism, full] };
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}

export interface SpilledBuilding {
  readonly frame: LocalFrame;
  readonly row: TableRow;
  readonly mesh: FacetMesh;
}

/** Reads records of files written by {@link createSpillWriter}. */
export function createSpillReader(files: readonly string[]) {
  const descriptors = files.map((file) => openSync(file, 'r'));
  return {
    /** `level` 0 box, 1 prism, 2 full. */
    read(file: number, offset: number, lengths: RecordLengths, level: number): SpilledBuilding {
      let before = HEAD + lengths[0];
      for (let i = 0; i < level; i++) before += lengths[i + 1] as number;
      const bytes = new Uint8Array(before + (lengths[level + 1] as number));
      readSync(descriptors[file] as number, bytes, 0, bytes.length, offset);
      const [x, y, z, ux, uy, uz] = new Float64Array(bytes.buffer, 0, 6);
      const text = Buffer.from(bytes.buffer, HEAD, lengths[0]).toString('utf8').replace(/\0+$/, '');
      const [id, attributes] = JSON.parse(text) as [string, Record<string, unknown>];
      return {
        frame: frameAt([x, y, z] as Vec3, [ux, uy, uz]),
        row: { id, attributes },
        mesh: decodeMesh(bytes.subarray(before)),
      };
    },
    close() {
      for (const descriptor of descriptors) closeSync(descriptor);
    },
  };
}
