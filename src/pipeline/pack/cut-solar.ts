/**
 * Sun on roofs, cut to the extent. Tiles name planes by their row, so that every row stays; those of buildings that are gone belong to
 * none and say nothing, which packs well.
 */
import { parseSolarIndex, parseSolarRoofs } from '../../model/parse-solar.ts';
import type { CutTable } from './cut-indexes.ts';

export async function cutSolar(
  url: string,
  readJson: (path: string) => Promise<unknown>,
  rows: CutTable,
): Promise<ReadonlyMap<string, string>> {
  const { roofs: file } = parseSolarIndex(await readJson(url), url);
  const path = url.slice(0, url.lastIndexOf('/') + 1) + file;
  const { merged, building, ...columns } = parseSolarRoofs(await readJson(path), path);
  const kept = building.map((row) => rows.rowOf[row] ?? -1);
  const cut = Object.entries(columns).map(([name, column]) => [
    name,
    column.map((value, row) => ((kept[row] as number) < 0 ? 0 : value)),
  ]);
  return new Map([[path, JSON.stringify({ building: kept, ...Object.fromEntries(cut), merged })]]);
}
