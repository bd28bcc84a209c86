/** The geometry files of one variant, read and checked. */
import { basename, join } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import type { PlanVariant } from '../../model/plan.ts';
import { cityJsonToSolids } from '../../model/plan-cityjson.ts';
import {
  type GroundPolygon,
  type PlanTree,
  parsePlanGround,
  parsePlanTrees,
  parsePlanVolumes,
} from '../../model/plan-geojson.ts';
import type { PlanSolid } from '../../model/plan-model.ts';
import type { PlanVolume } from '../../model/plan-volume.ts';
import { readJsonFile } from '../geojson.ts';

export interface VariantGeometry {
  readonly volumes: readonly PlanVolume[];
  /** Of CityJSON files, in the frame of the plan model. */
  readonly solids: readonly PlanSolid[];
  readonly ground: readonly GroundPolygon[];
  readonly trees: readonly PlanTree[];
}

/** Files that a variant's geometry names, relative to the municipality's folder. */
export const listGeometryFiles = ({ geometry }: PlanVariant): string[] => [
  ...(geometry?.volumes ?? []),
  ...(geometry?.cityjson ?? []),
  ...(geometry?.ground ?? []),
  ...(geometry?.trees ?? []),
  ...(geometry?.models ?? []).map(({ file }) => file),
];

async function readAll<T>(
  folder: string,
  files: readonly string[] | undefined,
  parse: (json: unknown, file: string) => T[],
): Promise<T[]> {
  const lists: T[][] = [];
  for (const file of files ?? []) lists.push(parse(await readJsonFile(join(folder, file)), basename(file)));
  return lists.flat();
}

/** Throws {@link InputError} for a field that is wrong, and for a phase that the variant does not have. */
export async function readVariant(
  folder: string,
  variant: PlanVariant,
  origin: readonly [number, number, number],
  where: string,
): Promise<VariantGeometry> {
  const { geometry, phases } = variant;
  const read = {
    volumes: await readAll(folder, geometry?.volumes, parsePlanVolumes),
    solids: await readAll(folder, geometry?.cityjson, (json, file) => cityJsonToSolids(json, file, origin)),
    ground: await readAll(folder, geometry?.ground, parsePlanGround),
    trees: await readAll(folder, geometry?.trees, parsePlanTrees),
  };
  const known = new Set(phases?.map(({ id }) => id));
  for (const { phase } of [...read.volumes, ...read.solids, ...read.ground, ...read.trees])
    if (phase !== undefined && !known.has(phase))
      throw new InputError(`${where}: a feature is of phase "${phase}", which is not among the variant's phases.`);
  return read;
}
