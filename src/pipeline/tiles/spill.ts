/**
 * Buildings between reading and drawing, on disk. A record: origin and up direction (six doubles), then id and attributes as
 * JSON, then the meshes box, prism, full; each part padded to 8 bytes.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { frameAt, type LocalFrame } from './ellipsoid.ts';
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

  function put(bytes: Uint8Array, padded: number, filler = 0) {
    if (used + padded > BUFFER) flush();
    if (padded > BUFFER) {
      const whole = Buffer.alloc(padded, filler);
      whole.set(bytes);
      writeSync(descriptor, whole);
    } else {
      buffer.set(bytes, used);
      buffer.fill(filler, used + bytes.length, used + padded);
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
      // Blanks after JSON do no harm.
      put(text, pad8(text.length), 32);
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

/** Where a record lies, and which of its meshes is wanted: `level` 0 box, 1 prism, 2 full. */
export interface RecordPlace {
  readonly file: number;
  readonly offset: number;
  readonly lengths: RecordLengths;
  readonly level: number;
}

/** Records this close are read in one go, unless that takes more than {@link LONGEST_RUN}. */
const GAP = 16_384;
const LONGEST_RUN = 4 << 20;

/** Bytes from the record's beginning to where the mesh of its level begins, and ends. */
function spanOf({ lengths, level }: RecordPlace): readonly [number, number] {
  let before = HEAD + lengths[0];
  for (let i = 1; i <= level; i++) before += lengths[i] as number;
  return [before, before + (lengths[level + 1] as number)];
}

function decodeRecord(run: Buffer, at: number, place: RecordPlace): SpilledBuilding {
  const [from, to] = spanOf(place);
  const [x, y, z, ux, uy, uz] = new Float64Array(run.buffer, run.byteOffset + at, 6);
  const [id, attributes] = JSON.parse(run.toString('utf8', at + HEAD, at + HEAD + place.lengths[0])) as [
    string,
    Record<string, unknown>,
  ];
  return {
    frame: frameAt([x, y, z], [ux, uy, uz]),
    row: { id, attributes },
    mesh: decodeMesh(run.subarray(at + from, at + to)),
  };
}

/** Reads records of files written by {@link createSpillWriter}. */
export function createSpillReader(files: readonly string[]) {
  const descriptors = files.map((file) => openSync(file, 'r'));
  return {
    /** In the order of `places`; fewest reads when those go up. */
    read(places: readonly RecordPlace[]): SpilledBuilding[] {
      const read: SpilledBuilding[] = [];
      for (let first = 0; first < places.length; ) {
        const { file, offset: start } = places[first] as RecordPlace;
        let end = start;
        let last = first;
        for (; last < places.length; last++) {
          const place = places[last] as RecordPlace;
          const stop = place.offset + spanOf(place)[1];
          const fits =
            last === first ||
            (place.file === file && place.offset >= end && place.offset - end < GAP && stop - start < LONGEST_RUN);
          if (!fits) break;
          end = stop;
        }
        const run = Buffer.from(new ArrayBuffer(end - start));
        readSync(descriptors[file] as number, run, 0, run.length, start);
        for (; first < last; first++) {
          const place = places[first] as RecordPlace;
          read.push(decodeRecord(run, place.offset - start, place));
        }
      }
      return read;
    },
    close() {
      for (const descriptor of descriptors) closeSync(descriptor);
    },
  };
}
