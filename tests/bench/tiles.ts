/**
 * How fast, small and lean building tiles are made of 3DBAG input: real tiles, repeated and moved. Each run is a process of its
 * own, so that its memory is its own. Alone with `tsx tests/bench/tiles.ts [buildings]` (default 100,000).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readLines } from '../../src/pipeline/tiles/source.ts';
import type { TilesReport } from '../../src/pipeline/tiles.ts';
import { printFigure, printNote } from './figures.ts';
import { repeatCity } from './repeat-city.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/data/cityjson/', import.meta.url));
/** 52 buildings of a 3DBAG tile with four levels of detail: 25 surfaces and 88 triangles each at level 2.2. */
const typical = join(shared, 'cjdb-tests/tile_901_trimmed.jsonl');
/** Ten buildings with all attributes of 3DBAG 2024: 15 surfaces each. */
const modern = join(shared, 'duckdb-cityjson/delft_subset.city.jsonl');

interface Node {
  content?: { uri: string };
  children?: Node[];
}

const listLeaves = (node: Node): Node[] => node.children?.flatMap(listLeaves) ?? [node];

/** Bytes of the tiles at full detail, each compressed as a web server would. */
function gzippedBytes(folder: string): number {
  const tileset = JSON.parse(readFileSync(join(folder, 'tileset.json'), 'utf8')) as { root: Node };
  return listLeaves(tileset.root).reduce(
    (sum, { content }) => sum + (content ? gzipSync(readFileSync(join(folder, content.uri))).length : 0),
    0,
  );
}

function makeTiles(file: string, out: string, threads: number): TilesReport {
  const cli = ['--import', 'tsx', 'src/cli.ts', 'tiles', file, '--out', out, '--threads', String(threads), '--json'];
  const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
  return JSON.parse(execFileSync(process.execPath, cli, { cwd: root, encoding: 'utf8', stdio })) as TilesReport;
}

/** Reading and JSON.parse of the same file on one core: what no reader can go below, and how busy this machine is. */
function parseSeconds(file: string): number {
  const started = performance.now();
  readLines(file, 0, Number.POSITIVE_INFINITY, (line) => {
    JSON.parse(line);
  });
  return (performance.now() - started) / 1000;
}

export async function benchTiles(largest = 100_000): Promise<void> {
  if (!existsSync(typical)) {
    console.log('left out: the real 3DBAG tiles that it repeats are not there');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-tiles-'));
  const out = join(folder, 'out');
  try {
    const file = join(folder, 'city.jsonl');
    const middle = Math.round(largest / 10);
    repeatCity(modern, file, middle);
    makeTiles(file, out, 2);
    const simple = gzippedBytes(out) / middle;
    const times = [largest / 100, middle, largest].map((buildings) => {
      repeatCity(typical, file, buildings);
      return makeTiles(file, out, 2);
    }) as [TilesReport, TilesReport, TilesReport];
    const [, before, two] = times;
    const usual = gzippedBytes(out) / largest;
    const parse = parseSeconds(file);
    const one = makeTiles(file, out, 1);
    for (const [threads, { seconds }, bar] of [
      [1, one, 1500],
      [2, two, 2500],
    ] as const) {
      const seen = `${largest} buildings in ${seconds.toFixed(1)} s, ${(seconds / parse).toFixed(1)} × JSON.parse alone; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`;
      printFigure(`speed, threads ${threads}`, seen, largest / seconds, '≥', bar, 'buildings/s');
    }
    const cost = times.map(
      ({ seconds, buildings }) => `${((1e6 * seconds) / buildings).toFixed(0)} µs at ${buildings}`,
    );
    const ratio = two.seconds / two.buildings / (before.seconds / before.buildings);
    printFigure('cost a building, ten times as many', cost.join(', '), ratio, '≤', 1.2);
    printFigure(`memory of ${largest} buildings`, 'peak, 2 threads', two.peakMemoryMB, '<', 600, 'MB');
    printNote('size, typical 3DBAG', 'gzipped, full detail, 25 surfaces a building', usual, 'bytes a building');
    printFigure('size, simple 3DBAG', 'gzipped, full detail, 45 attributes', simple, '≤', 450, 'bytes a building');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchTiles(process.argv[2] ? Number(process.argv[2]) : undefined);
