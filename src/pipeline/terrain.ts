/**
 * GeoTIFF heights → a quantized-mesh terrain pyramid for Cesium, from the globe down to every source cell.
 *
 * Heights become ellipsoidal here. Around the data the ground fades to NAP zero over 500 m and 25 m per metre of
 * height; NAP zero follows the geoid in the Netherlands and fades to the ellipsoid over 10° beyond.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../model/input-error.ts';
import { OutsideNetherlandsError } from '../model/rd.ts';
import { listTiles } from './terrain/availability.ts';
import { chooseHeightStep } from './terrain/encode-tile.ts';
import { createGround, toGroundLayers } from './terrain/ground.ts';
import { type HeightSource, readHeights } from './terrain/read-heights.ts';
import { countThreads, writeTiles } from './terrain/write-tiles.ts';
import { writeBeside } from './write-beside.ts';

export interface TerrainOptions {
  /** Credit that Cesium shows. */
  readonly attribution?: string;
  /** By default one per core, fewer for small inputs. */
  readonly threads?: number;
  /** Heights already read from the same files. */
  readonly source?: HeightSource;
  /** Called as work goes on, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface TerrainReport {
  readonly files: readonly string[];
  /** Cells of the source files, those without a height, and what became of these. */
  readonly cells: number;
  readonly holes: number;
  readonly holesFilled: number;
  readonly outsideData: number;
  /** Metres outside the data over which the ground fades to NAP zero. */
  readonly fadeM: number;
  readonly tiles: number;
  readonly tilesPerLevel: readonly number[];
  readonly triangles: number;
  readonly vertices: number;
  readonly bytes: number;
  /** Steps in which heights are stored, metres. */
  readonly heightStep: number;
  readonly seconds: number;
  readonly peakMemoryMB: number;
}

/** Raise it when the same heights become other tiles. */
const generator = 1;
/** Highest geoid in the table plus a margin, metres. */
const highestSeaLevel = 48;

function heightRange({ layers }: HeightSource): number {
  let low = 0;
  let high = 0;
  for (const { values } of layers) {
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return high + highestSeaLevel - Math.min(0, low + 40);
}

/** In the address of every tile, so that no cache shows yesterday's terrain. */
function hashHeights({ grids }: HeightSource): string {
  const hash = createHash('sha1');
  for (const { west, south, cellSize, width, values } of grids) {
    hash.update(`${generator} ${west} ${south} ${cellSize} ${width} `).update(values);
  }
  return hash.digest('hex').slice(0, 10);
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Fills `outDir` (replaced as a whole) with `layer.json`, `{z}/{x}/{y}.terrain` and `report.json`. Throws InputError. */
export async function makeTerrain(
  files: readonly string[],
  outDir: string,
  options: TerrainOptions = {},
): Promise<TerrainReport> {
  const started = performance.now();
  const source = options.source ?? (await readHeights(files));
  return await writeBeside(outDir, 'folder', async (folder) => {
    const layers = toGroundLayers(source.layers);
    const ground = (() => {
      try {
        return createGround(layers);
      } catch (error) {
        if (error instanceof OutsideNetherlandsError) throw new InputError(`${files.join(', ')}: ${error.message}`);
        throw error;
      }
    })();
    const { tiles, available } = listTiles(ground);
    const heightStep = chooseHeightStep(heightRange(source));
    const threads = options.threads ?? countThreads(layers);
    const total = await writeTiles({ layers, heightStep, folder }, tiles, threads, (done) =>
      options.onProgress?.(done / tiles.length),
    );
    const layer = {
      tilejson: '2.1.0',
      name: 'terrain',
      version: hashHeights(source),
      format: 'quantized-mesh-1.0',
      scheme: 'tms',
      projection: 'EPSG:4326',
      extensions: ['octvertexnormals'],
      attribution: options.attribution ?? '',
      tiles: ['{z}/{x}/{y}.terrain?v={version}'],
      bounds: [-180, -90, 180, 90],
      minzoom: 0,
      maxzoom: available.length - 1,
      available,
    };
    await writeFile(join(folder, 'layer.json'), JSON.stringify(layer));
    const report: TerrainReport = {
      files,
      cells: source.count.cells,
      holes: source.count.holes,
      holesFilled: source.count.holesFilled,
      outsideData: source.count.outside,
      fadeM: Math.round(source.fade),
      tiles: tiles.length,
      tilesPerLevel: available.map((_, level) => tiles.filter((tile) => tile.level === level).length),
      ...total,
      heightStep,
      seconds: round((performance.now() - started) / 1000, 2),
      peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
    return report;
  });
}
