/** What a viewer must know of map tiles, from their report; apart from the painter, whose canvas is slow to load. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MapDataset } from '../../model/municipality.ts';
import type { MapReport } from '../map.ts';

export async function describeMap(folder: string): Promise<Partial<MapDataset>> {
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as MapReport;
  const { minimumLevel, maximumLevel, tileSize, rectangle, detail } = report;
  return { minimumLevel, maximumLevel, tileSize, rectangle, detail };
}
