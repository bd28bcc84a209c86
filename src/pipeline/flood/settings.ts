/** What a municipality says of floods, with defaults for the rest. */
import { ASSUMED_WATER_DEPTH } from '../../engines/flood-input.ts';
import { ASSUMED_THRESHOLD } from '../../model/flood-facades.ts';
import { floodGroundIds, type GroundOverrides } from '../../model/flood-ground.ts';
import { InputError } from '../../model/input-error.ts';
import type { Municipality } from '../../model/municipality.ts';
import { listStorms, type Storm } from '../../model/storm.ts';

/** What decides the answer beside the sources: plain JSON, kept in `index.json`. */
export interface FloodSettings {
  readonly storms: readonly Storm[];
  readonly extent?: readonly [number, number, number, number] | undefined;
  readonly cellSize: number;
  readonly ground: GroundOverrides;
  readonly sewerMmPerHour: number;
  readonly sewerStorageMm?: number | undefined;
  readonly waterDepthM: number;
  readonly thresholdM: number;
}

/**
 * mm/h that gullies and pipes take from paved ground and roofs: the 20 mm/h of the national map (Deltares 2018), about the
 * usual design of 60 l/s per hectare in flat towns.
 */
const SEWER = 20;
const COMPUTED = ['70mm-1h', '140mm-2h'];
/** m: lines up with the overviews of the 1 m rasters. */
const CELL_SIZE = 4;

/** Throws InputError for a storm or a kind of ground that is not known. */
export function floodSettings({ flood, storms: own }: Municipality, file: string): FloodSettings {
  const all = listStorms(own);
  const storms = (flood?.storms ?? COMPUTED).map((id) => {
    const storm = all.find((candidate) => candidate.id === id);
    if (storm) return storm;
    throw new InputError(`${file}: flood.storms names "${id}"; known are ${all.map((known) => known.id).join(', ')}.`);
  });
  for (const id of Object.keys(flood?.ground ?? {})) {
    if (floodGroundIds.some((known) => known === id)) continue;
    throw new InputError(`${file}: flood.ground names "${id}"; known are ${floodGroundIds.join(', ')}.`);
  }
  return {
    storms,
    extent: flood?.extent,
    cellSize: flood?.cellSize ?? CELL_SIZE,
    ground: flood?.ground ?? {},
    sewerMmPerHour: flood?.sewerMmPerHour ?? SEWER,
    sewerStorageMm: flood?.sewerStorageMm,
    waterDepthM: flood?.waterDepthM ?? ASSUMED_WATER_DEPTH,
    thresholdM: flood?.thresholdM ?? ASSUMED_THRESHOLD,
  };
}
