/**
 * How long terrain takes: Markerwaard's size against its bar, and whether cost is linear in cells.
 * Run alone with `tsx tests/bench/terrain.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCog } from '../../src/pipeline/cog.ts';
import type { TerrainReport } from '../../src/pipeline/terrain.ts';
import { makeGrid, polderHeight } from '../fixtures/height-files.ts';
import { printFigure } from './figures.ts';

/** Polder after polder, 3 km apart. */
const manyPolders = (x: number, y: number) => polderHeight(145500 + (x % 3000), 506500 + (y % 3000));
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Row {
  name: string;
  report: TerrainReport;
}

async function measure(folder: string, name: string, grids: readonly Parameters<typeof makeGrid>[]): Promise<Row> {
  const files: string[] = [];
  for (const [i, grid] of grids.entries()) {
    const file = join(folder, `${i}.tif`);
    await writeCog(file, makeGrid(...grid));
    files.push(file);
  }
  const cli = ['--import', 'tsx', 'src/cli.ts', 'terrain', ...files, '--out', join(folder, 'made'), '--json'];
  const output = execFileSync(process.execPath, cli, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { name, report: JSON.parse(output) as TerrainReport };
}

/** Prints a table and the bar. */
export async function benchTerrain(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-terrain-'));
  try {
    const square = (kilometres: number): Parameters<typeof makeGrid>[] => [
      [[145000, 500000, 145000 + kilometres * 1000, 500000 + kilometres * 1000], 1, manyPolders],
    ];
    const rows = [
      await measure(folder, 'Markerwaard: 3.0 × 2.5 km at 1 m, 12 × 12 km at 10 m', [
        [[145500, 506800, 148500, 509300], 1, polderHeight],
        [[141000, 502000, 153000, 514000], 10, polderHeight],
      ]),
      await measure(folder, '1 × 1 km at 1 m', square(1)),
      await measure(folder, '2 × 2 km at 1 m', square(2)),
      await measure(folder, '4 × 4 km at 1 m', square(4)),
    ];
    for (const { name, report } of rows) {
      const { cells, seconds, tiles, triangles, bytes, peakMemoryMB } = report;
      console.log(
        `terrain, ${name}: ${seconds} s, ${((1e6 * seconds) / cells).toFixed(2)} s per million cells, ${tiles} tiles, ` +
          `${triangles} triangles, ${(bytes / 1e6).toFixed(1)} MB, peak memory ${peakMemoryMB} MB`,
      );
    }
    printFigure('terrain of Markerwaard', 'with seams closed', rows[0]?.report.seconds ?? Number.NaN, '<', 25, 's');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchTerrain();
