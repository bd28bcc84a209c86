/** Rows of attributes to the columns of an EXT_structural_metadata property table. */
import type { ColumnPlan, ComponentType } from './schema.ts';

export interface TableRow {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Bytes of one property; offsets (four or two or one byte each) only for texts. */
export interface TableColumn {
  readonly property: string;
  readonly values: Uint8Array;
  readonly offsets?: Uint8Array;
  readonly offsetType?: 'UINT8' | 'UINT16' | 'UINT32';
}

const arrays = {
  INT8: Int8Array,
  UINT8: Uint8Array,
  INT16: Int16Array,
  UINT16: Uint16Array,
  INT32: Int32Array,
  UINT32: Uint32Array,
  FLOAT32: Float32Array,
  FLOAT64: Float64Array,
} as const;

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const isMissing = (value: unknown) => value === null || value === undefined;

/** Numbers as the component type, in a new buffer. */
export function packNumbers(component: ComponentType, values: readonly number[]): Uint8Array {
  return bytesOf(arrays[component].from(values));
}

/** Texts one after the other, and where each begins and the last ends. */
function packTexts(texts: readonly string[]): Omit<TableColumn, 'property'> {
  const encoded = Buffer.from(texts.join(''), 'utf8');
  const offsets: number[] = [0];
  let at = 0;
  for (const text of texts) {
    at += Buffer.byteLength(text, 'utf8');
    offsets.push(at);
  }
  const offsetType = at < 256 ? 'UINT8' : at < 65536 ? 'UINT16' : 'UINT32';
  // A buffer view may not be empty: a table of nothing but empty texts gets one byte that no offset reaches.
  return {
    values: encoded.length > 0 ? encoded : new Uint8Array(1),
    offsets: packNumbers(offsetType, offsets),
    offsetType,
  };
}

/** Least significant bit first. */
function packBits(flags: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  flags.forEach((flag, i) => {
    if (flag) bytes[i >> 3] |= 1 << (i & 7);
  });
  return bytes;
}

const toText = (value: unknown) => (isMissing(value) ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** Undefined where no row has a value: the property is left out of this table. */
export function packColumn(plan: ColumnPlan, rows: readonly TableRow[]): TableColumn | undefined {
  const { property } = plan;
  if (plan.kind === 'id') return { property, ...packTexts(rows.map((row) => row.id)) };
  const cells = rows.map((row) => row.attributes[plan.attribute]);
  if (cells.every(isMissing)) return undefined;
  if (plan.kind === 'boolean') return { property, values: packBits(cells.map(Boolean)) };
  if (plan.kind === 'string') return { property, ...packTexts(cells.map(toText)) };
  const missing = plan.noData ?? 0;
  const numbers =
    plan.kind === 'enum'
      ? cells.map((cell) => (isMissing(cell) ? missing : (plan.codes.get(String(cell)) ?? missing)))
      : cells.map((cell) => (isMissing(cell) ? missing : (cell as number)));
  return { property, values: packNumbers(plan.component, numbers) };
}
