/** The little of SQLite that GeoPackages need: the shape of `sql.js`, which each thread starts in its own way. */
export type SqlValue = string | number | Uint8Array | null;

interface SqlStatement {
  bind(values: SqlValue[]): boolean;
  step(): boolean;
  get(): SqlValue[];
  getColumnNames(): string[];
  run(values: SqlValue[]): void;
  free(): boolean;
}

export interface SqlDatabase {
  run(sql: string, values?: SqlValue[]): unknown;
  prepare(sql: string): SqlStatement;
  export(): Uint8Array;
  close(): void;
}

export interface SqlEngine {
  /** Of the bytes of a file, or an empty one. */
  readonly Database: new (
    bytes?: Uint8Array,
  ) => SqlDatabase;
}

/** Rows by name of column. */
export function* queryRows(
  database: SqlDatabase,
  sql: string,
  values: SqlValue[] = [],
): Generator<Map<string, SqlValue>> {
  const statement = database.prepare(sql);
  try {
    statement.bind(values);
    const names = statement.getColumnNames();
    while (statement.step()) {
      const row = statement.get();
      yield new Map(names.map((name, i) => [name, row[i] as SqlValue]));
    }
  } finally {
    statement.free();
  }
}

/** A name of a table or column as SQL has it, whatever is in it. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
