/** How long the map takes: Markerwaard's sources when they are made, which counts in the 90 s of the whole town. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeMap } from '../../src/pipeline/map.ts';
import { printNote } from './figures.ts';

const source = fileURLToPath(new URL('../../data/markerwaard/sources/ground.geojson', import.meta.url));

/** Throws when the town has not been made: `npm run cli -- demo` makes it. */
export async function benchMap(): Promise<void> {
  if (!existsSync(source)) throw new Error('The map is measured on Markerwaard: run "npm run cli -- demo" first.');
  const folder = mkdtempSync(join(tmpdir(), 'bench-map-'));
  try {
    const before = process.cpuUsage();
    const report = await makeMap([source], join(folder, 'map'), { extent: [145500, 506800, 148500, 509300] });
    const { user, system } = process.cpuUsage(before);
    const seen = `${report.polygons} polygons, ${report.tiles} tiles, ${(report.bytes / 1e6).toFixed(1)} MB, ${((user + system) / 1e6).toFixed(1)} s of processor`;
    printNote('map of Markerwaard', seen, report.seconds, 's');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
