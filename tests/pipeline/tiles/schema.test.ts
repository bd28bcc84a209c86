import { describe, expect, it } from 'vitest';
import { type Attributes, addColumns, type Columns, countAttributes } from '../../../src/pipeline/tiles/attributes.ts';
import { packColumn } from '../../../src/pipeline/tiles/property-table.ts';
import { type ColumnPlan, listEmpty, planMetadata } from '../../../src/pipeline/tiles/schema.ts';

function countAll(rows: readonly Attributes[]): Columns {
  const columns: Columns = new Map();
  rows.forEach((row, i) => {
    countAttributes(columns, `id-${i}`, row);
  });
  return columns;
}

const planOf = (values: readonly unknown[]) =>
  planMetadata(countAll(values.map((value) => ({ a: value }))), values.length)[2].columns[1] as ColumnPlan;

describe('the type of an attribute', () => {
  it('is the narrowest that keeps every value and leaves room for none', () => {
    const cases: [unknown[], Partial<Record<string, unknown>>][] = [
      [[0, 255], { component: 'UINT8', noData: undefined }],
      [[0, 254, null], { component: 'UINT8', noData: 255 }],
      [[1, 255, null], { component: 'UINT8', noData: 0 }],
      [[0, 255, null], { component: 'UINT16', noData: 65535 }],
      [[-1, 100], { component: 'INT8' }],
      [[-1, 70000], { component: 'INT32' }],
      [[4e9], { component: 'UINT32' }],
      [[9e15], { component: 'FLOAT64' }],
      [[0.5, 3, null], { component: 'FLOAT32', noData: -9999 }],
      [[-12000.5, null], { component: 'FLOAT32', noData: -16777215 }],
      [[123456.783], { component: 'FLOAT64' }],
      [[true, false], { kind: 'enum', noData: undefined }],
      [[true, null], { kind: 'enum', noData: 2 }],
      [['a', 'b', 'a', 'a', 'b', 'a', 'a', 'a'], { kind: 'enum', component: 'UINT8' }],
      [['a', 'b', 'c'], { kind: 'string' }],
      [['a', 1, null], { kind: 'string' }],
      [[{ x: 1 }, [2]], { kind: 'string' }],
    ];
    for (const [values, expected] of cases) expect(planOf(values)).toMatchObject(expected);
  });

  it('is the same when threads counted apart', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      n: i / 3,
      t: i % 2 ? 'x' : 'y',
      b: i % 3 ? true : null,
      e: null,
    }));
    const parts = countAll(rows.slice(0, 11));
    addColumns(parts, countAll(rows.slice(11)));
    expect(planMetadata(parts, 40)).toEqual(planMetadata(countAll(rows), 40));
    expect(listEmpty(parts)).toEqual(['e']);
  });

  it('gives names that glTF allows, each once, and keeps the source name', () => {
    const columns = countAll([{ 'a-b': 1, a_b: 2, id: 'x', '1st': 3 }]);
    expect(planMetadata(columns, 1)[2].columns.map(({ property }) => property)).toEqual([
      'id',
      'a_b',
      'a_b_2',
      'id_2',
      '_1st',
    ]);
  });

  it('never makes an empty run of bytes', () => {
    const plan: ColumnPlan = { property: 'a', attribute: 'a', kind: 'string' };
    const rows = ['', null, undefined].map((a, i) => ({ id: `${i}`, attributes: { a } }));
    expect(Buffer.from(packColumn(plan, rows).values).toString()).toBe('nullnullnull');
  });
});
