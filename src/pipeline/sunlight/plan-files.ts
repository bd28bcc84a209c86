/** New buildings for `sunlight`: CityJSON, or volumes as plans have them (GeoJSON); and which buildings of today stand in their place. */

import { basename } from 'node:path';
import { buildBvh, firstHit, firstHitDistance } from '../../engines/bvh.ts';
import { InputError } from '../../model/input-error.ts';
import { parsePlanVolumes } from '../../model/plan-geojson.ts';
import { ringCentre } from '../../model/plan-ring.ts';
import { type PlanVolume, volumeToSolid } from '../../model/plan-volume.ts';
import { type CityTriangles, readCityTriangles, type SkippedCity } from '../city-triangles.ts';
import { readJsonFile } from '../geojson.ts';
import type { City } from './groups.ts';

export interface PlanFrame {
  readonly lod: string;
  /** What heights of volumes that say "peil" count from, metres NAP. */
  readonly peil: number | undefined;
  /** Metres NAP of the ground; undefined where it is not known. */
  readonly heightAt: (x: number, y: number) => number | undefined;
}

const isVolumes = (file: string) => /\.geojson$/i.test(file);

/** Metres NAP that the volume's heights count from. */
function zeroOf({ id, reference, footprint }: PlanVolume, file: string, { peil, heightAt }: PlanFrame): number {
  if (reference === 'nap') return 0;
  if (reference === 'peil') {
    if (peil === undefined)
      throw new InputError(
        `${file}, volume ${id}: its heights count from peil; say with --peil what that is in m NAP.`,
      );
    return peil;
  }
  const ground = heightAt(...ringCentre(footprint[0] as number[]));
  if (ground === undefined)
    throw new InputError(
      `${file}, volume ${id}: its heights count from the ground, which is not known there; give --dtm.`,
    );
  return ground;
}

function raise(volume: PlanVolume, file: string, frame: PlanFrame): CityTriangles {
  const [x = 0, y = 0] = volume.footprint[0] ?? [];
  const zero = [Math.round(x), Math.round(y), 0] as const;
  const nap = zeroOf(volume, file, frame);
  const solid = volumeToSolid(volume, { origin: zero, peilNap: nap, groundNap: nap });
  const { positions, indices } = solid;
  return {
    id: volume.name === undefined ? volume.id : `${volume.id} (${volume.name})`,
    zero,
    positions: Float32Array.from(positions),
    indices: Uint32Array.from(indices),
    lod: '?',
  };
}

/** Throws {@link InputError} naming file and feature. */
export async function readPlanFiles(
  files: readonly string[],
  frame: PlanFrame,
): Promise<{ buildings: CityTriangles[]; skipped: SkippedCity[] }> {
  const raised: CityTriangles[] = [];
  for (const file of files.filter(isVolumes)) {
    const name = basename(file);
    for (const volume of parsePlanVolumes(await readJsonFile(file), name)) raised.push(raise(volume, name, frame));
  }
  const cities = files.filter((file) => !isVolumes(file));
  const { buildings, skipped } =
    cities.length > 0 ? readCityTriangles(cities, frame.lod) : { buildings: [], skipped: [] };
  return { buildings: [...raised, ...buildings], skipped };
}

/**
 * Buildings of today where the plan fills at least half of the plumb line through their middle: they cannot both stand there. A storey that
 * is put on top of a building replaces nothing.
 */
export function findReplaced(today: readonly City[], plan: readonly City[]): Set<string> {
  const [first] = plan;
  const replaced = new Set<string>();
  if (!first) return replaced;
  const [x0, y0] = first.triangles.zero;
  const corners: number[] = [];
  for (const {
    triangles: { zero, positions, indices },
  } of plan)
    for (const corner of indices)
      for (const [axis, shift] of [zero[0] - x0, zero[1] - y0, zero[2]].entries())
        corners.push((positions[3 * corner + axis] as number) + shift);
  const bvh = buildBvh(Float32Array.from(corners));
  const far = 1e5;
  for (const {
    triangles,
    extent: { west, south, east, north, top },
  } of today) {
    const [x, y] = [(west + east) / 2 - x0, (south + north) / 2 - y0];
    if (firstHit(bvh, x, y, -1000, 0, 0, 1, 0, far) < 0) continue;
    const low = firstHitDistance() - 1000;
    firstHit(bvh, x, y, 1000, 0, 0, -1, 0, far);
    const high = 1000 - firstHitDistance();
    const foot = lowestOf(triangles);
    if (Math.min(high, top) - Math.max(low, foot) >= (top - foot) / 2) replaced.add(triangles.id);
  }
  return replaced;
}

function lowestOf({ positions, zero }: CityTriangles): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = 2; i < positions.length; i += 3) low = Math.min(low, positions[i] as number);
  return low + zero[2];
}
