/** Rows of attributes to the columns of an EXT_structural_metadata property table. */
import { type ColumnPlan, type ComponentType, NO_TEXT } from './schema.ts';

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
function packNumbers(component: ComponentType, values: readonly number[]): Uint8Array {
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
  return {
    values: encoded,
    offsets: packNumbers(offsetType, offsets),
    offsetType,
  };
}

const toText = (value: unknown) =>
  isMissing(value) || value === '' ? NO_TEXT : typeof value === 'string' ? value : JSON.stringify(value);

export function packColumn(plan: ColumnPlan, rows: readonly TableRow[]): TableColumn {
  const { property } = plan;
  if (plan.kind === 'id') return { property, ...packTexts(rows.map((row) => row.id || NO_TEXT)) };
  const cells = rows.map((row) => row.attributes[plan.attribute]);
  if (plan.kind === 'string') return { property, ...packTexts(cells.map(toText)) };
  const missing = plan.noData ?? 0;
  const numbers =
    plan.kind === 'enum'
      ? cells.map((cell) => (isMissing(cell) ? missing : (plan.codes.get(String(cell)) ?? missing)))
      : cells.map((cell) => (isMissing(cell) ? missing : (cell as number)));
  return { property, values: packNumbers(plan.component, numbers) };
}
