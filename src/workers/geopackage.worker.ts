/** The thread that writes a GeoPackage: SQLite is large, and comes only where one is saved. */
import initSqlJs from 'sql.js';
import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { encodeGeoPackage, type GeoPackageTable } from '../model/encode-geopackage.ts';
import { answerQuestions } from './answer-questions.ts';

answerQuestions(async ({ tables }: { readonly tables: readonly GeoPackageTable[] }) => {
  const sql = await initSqlJs({ locateFile: () => wasm });
  return encodeGeoPackage(sql, tables, new Date());
});
