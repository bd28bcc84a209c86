/** Second pass: one tile of the tree from records on disk to a glb. One writer per thread. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildingIndex } from './building-index.ts';
import { chooseLevel, LEVEL_FULL } from './detail-level.ts';
import { frameAt, type LocalFrame, moveBetween, type Vec3 } from './ellipsoid.ts';
import { glbReady, writeGlb } from './glb.ts';
import { bestRoofOf, type RoofRows, roofsOf } from './roof-rows.ts';
import type { MetadataPlan } from './schema.ts';
import { createSpillReader, type RecordPlace } from './spill.ts';
import { createTileMesh } from './tile-mesh.ts';

export interface TileJob {
  readonly name: string;
  readonly buildings: Uint32Array;
  readonly level: number;
}

export interface WrittenTile {
  readonly name: string;
  readonly bytes: number;
  /** Bounds in the tile's frame: metres east, north, up. */
  readonly low: Vec3;
  readonly high: Vec3;
  readonly origin: Vec3;
  readonly up: Vec3;
  readonly surfaces: number;
  readonly triangles: number;
}

export interface WriteSettings {
  readonly spillFiles: readonly string[];
  readonly outDir: string;
  readonly index: BuildingIndex;
  /** By level. */
  readonly plans: readonly MetadataPlan[];
  readonly credit: string;
  /** Where sun on roofs was computed. */
  readonly roofs?: RoofRows | undefined;
}

/** In the middle of the buildings, up as it is there. */
function frameOf(index: BuildingIndex, buildings: Uint32Array): LocalFrame {
  const origin: Vec3 = [0, 0, 0];
  const up: Vec3 = [0, 0, 0];
  for (const i of buildings) {
    origin[0] += index.x[i] / buildings.length;
    origin[1] += index.y[i] / buildings.length;
    origin[2] += index.z[i] / buildings.length;
    up[0] += index.ux[i];
    up[1] += index.uy[i];
    up[2] += index.uz[i];
  }
  const length = Math.hypot(...up);
  return frameAt(origin, [up[0] / length, up[1] / length, up[2] / length]);
}

export async function createTileWriter(settings: WriteSettings) {
  await glbReady;
  const { index, plans, credit, outDir, roofs } = settings;
  const spill = createSpillReader(settings.spillFiles);

  const placeOf = (i: number, level: number): RecordPlace => ({
    file: index.spill[i],
    offset: index.offset[i],
    lengths: [index.text[i], index.box[i], index.prism[i], index.full[i]],
    level: chooseLevel(level, index.boxError[i], index.prismError[i]),
  });

  /** A prism or a box has not the building's own surfaces: all of it shows the best plane. */
  const listRoofs = (rows: RoofRows, building: number, surfaces: number, drawn: number | undefined) =>
    drawn === LEVEL_FULL
      ? roofsOf(rows, building, surfaces)
      : new Int32Array(surfaces).fill(bestRoofOf(rows, building));

  return {
    write({ name, buildings, level }: TileJob): WrittenTile {
      const frame = frameOf(index, buildings);
      const places = Array.from(buildings, (i) => placeOf(i, level));
      const read = spill.read(places).map((building, k) => ({
        ...building,
        roofs: roofs && listRoofs(roofs, buildings[k], building.mesh.surfaceCount, places[k]?.level),
      }));
      read.sort((a, b) => (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0));
      const mesh = createTileMesh(
        read.map((building) => ({
          mesh: building.mesh,
          movement: moveBetween(building.frame, frame),
          roofs: building.roofs,
        })),
      );
      const isOpen = buildings.some((i) => index.open[i] === 1);
      const glb = writeGlb({
        mesh,
        rows: read.map(({ row }) => row),
        plan: plans[level] as MetadataPlan,
        sun: roofs,
        isOpen,
        credit,
      });
      writeFileSync(join(outDir, `${name}.glb`), glb);
      return {
        name,
        bytes: glb.length,
        low: mesh.low,
        high: mesh.high,
        origin: frame.origin,
        up: [frame.axes[6], frame.axes[7], frame.axes[8]],
        surfaces: mesh.surfaceCount,
        triangles: mesh.indices.length / 3,
      };
    },
    close: spill.close,
  };
}
