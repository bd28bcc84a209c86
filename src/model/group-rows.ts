/** Rows grouped by key, in one array: those of key k stand at `start[k]` up to `start[k + 1]`. */
export interface Groups {
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
}

/** `keys[row]` from 0 up to `count`; rows with another key are left out. Linear. */
export function groupRows(keys: readonly number[], count: number): Groups {
  const start = new Uint32Array(count + 1);
  for (const key of keys) {
    if (key >= 0 && key < count) start[key + 1] = (start[key + 1] as number) + 1;
  }
  for (let key = 0; key < count; key++) start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  const next = start.slice();
  const rows = new Uint32Array(start[count] as number);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    if (key < 0 || key >= count) continue;
    const slot = next[key] as number;
    rows[slot] = row;
    next[key] = slot + 1;
  }
  return { start, rows };
}

export const rowsOf = ({ start, rows }: Groups, key: number) => rows.subarray(start[key], start[key + 1]);
