/** What stays in memory of every building: about 90 bytes, in columns. */
import type { RecordLengths } from './spill.ts';

export interface IndexEntry {
  readonly spill: number;
  readonly offset: number;
  readonly lengths: RecordLengths;
  /** Origin and up direction, earth-centred. */
  readonly origin: readonly [number, number, number];
  readonly up: readonly number[];
  readonly boxError: number;
  readonly prismError: number;
  readonly size: number;
  readonly lowest: number;
  readonly surfaces: number;
  readonly triangles: number;
  readonly isOpen: boolean;
  readonly idHash: number;
}

const doubles = ['offset', 'x', 'y', 'z', 'ux', 'uy', 'uz', 'idHash'] as const;
const floats = ['boxError', 'prismError', 'size', 'lowest'] as const;
const integers = ['spill', 'text', 'box', 'prism', 'full', 'surfaces', 'triangles', 'open'] as const;

type Column = (typeof doubles)[number] | (typeof floats)[number] | (typeof integers)[number];
type Numbers = Float64Array | Float32Array | Uint32Array;

/** `count` values in every column; building i of the run has place i in each. */
export type BuildingIndex = { readonly count: number } & Readonly<Record<Column, Numbers>>;

function createColumns(count: number, isShared: boolean): Record<Column, Numbers> {
  const make = (bytes: number) => (isShared ? new SharedArrayBuffer(count * bytes) : new ArrayBuffer(count * bytes));
  return Object.fromEntries([
    ...doubles.map((name) => [name, new Float64Array(make(8))]),
    ...floats.map((name) => [name, new Float32Array(make(4))]),
    ...integers.map((name) => [name, new Uint32Array(make(4))]),
  ]) as Record<Column, Numbers>;
}

export function createIndexBuilder() {
  let capacity = 1024;
  let count = 0;
  let columns = createColumns(capacity, false);

  return {
    add(entry: IndexEntry) {
      if (count === capacity) {
        capacity *= 2;
        const larger = createColumns(capacity, false);
        for (const name in columns) larger[name as Column].set(columns[name as Column]);
        columns = larger;
      }
      const [text, box, prism, full] = entry.lengths;
      const [x, y, z] = entry.origin;
      const [ux, uy, uz] = entry.up as [number, number, number];
      const { offset, idHash, boxError, prismError, size, lowest, spill, surfaces, triangles } = entry;
      const open = entry.isOpen ? 1 : 0;
      const values = {
        offset,
        x,
        y,
        z,
        ux,
        uy,
        uz,
        idHash,
        boxError,
        prismError,
        size,
        lowest,
        spill,
        text,
        box,
        prism,
        full,
        surfaces,
        triangles,
        open,
      };
      for (const name in values) columns[name as Column][count] = values[name as Column];
      count++;
    },
    finish(): BuildingIndex {
      const all = Object.fromEntries(Object.entries(columns).map(([name, array]) => [name, array.slice(0, count)]));
      return { count, ...(all as Record<Column, Numbers>) };
    },
  };
}

/** Several indexes as one, in memory that threads share. */
export function joinIndexes(parts: readonly BuildingIndex[]): BuildingIndex {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const columns = createColumns(count, true);
  let at = 0;
  for (const part of parts) {
    for (const name in columns) columns[name as Column].set(part[name as Column], at);
    at += part.count;
  }
  return { count, ...columns };
}

/** A 53-bit number from a text (FNV-1a, twice): to find ids that occur more than once. */
export function hashText(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
  }
  return (low >>> 0) + ((high >>> 0) & 0x1fffff) * 4294967296;
}
