/** The part of sql.js that is used here, which comes without types: what starts SQLite from its WebAssembly. */
declare module 'sql.js' {
  import type { SqlEngine } from './model/sql.ts';
  // biome-ignore lint/style/noDefaultExport: what the package gives.
  export default function initSqlJs(options?: { locateFile?: (name: string) => string }): Promise<SqlEngine>;
}
