/** The plan that `claims` holds against rules: volumes of a file (GeoJSON), or a variant as the build makes it, with all that it draws. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isInRings } from '../../engines/outlook-scene.ts';
import type { CheckPlan, CheckTree } from '../../model/claim-check-input.ts';
import { InputError } from '../../model/input-error.ts';
import { parsePlan } from '../../model/plan.ts';
import type { PlanStanding } from '../../model/plan-claims.ts';
import { parsePlanVolumes } from '../../model/plan-geojson.ts';
import { type PlanModel, parsePlanModel } from '../../model/plan-model.ts';
import { aroundVariant, modelToCheck, type PlanAround, volumesToCheck } from '../../model/plan-to-check.ts';
import { readJsonFile } from '../geojson.ts';

export interface PlanWish {
  /** m NAP, where the plan itself says none. */
  readonly peil: number | undefined;
  /** Standard error of lines of volumes, m; a variant says its own. */
  readonly accuracy: number;
  readonly groundAt: ((x: number, y: number) => number | undefined) | undefined;
  readonly groundErrorM: number;
}

export interface PlanRead {
  readonly plan: CheckPlan;
  /** How far it is, where it says. */
  readonly standing: PlanStanding;
  /** Those that it leaves standing. */
  readonly keepTrees: (trees: readonly CheckTree[]) => readonly CheckTree[];
}

/** `plans/<plan>.json` beside the folder of `plans/<plan>/<variant>.json`, as the build writes them. */
async function findAround(file: string, peil: number | undefined): Promise<[PlanAround, PlanStanding]> {
  const id = basename(file, '.json');
  const own = join(dirname(dirname(file)), `${basename(dirname(file))}.json`);
  const alone = { id, ...(peil !== undefined && { peilNap: peil }) };
  if (!existsSync(own)) return [alone, {}];
  const plan = parsePlan(await readJsonFile(own), own);
  const variant = plan.variants.find((item) => item.id === id);
  return variant ? [aroundVariant(plan, variant), plan] : [alone, {}];
}

function toModel(json: unknown, file: string): PlanModel {
  try {
    return parsePlanModel(json, file);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

const isModel = (json: unknown) => typeof json === 'object' && json !== null && 'solids' in json;

/** Throws {@link InputError} naming file and feature or field. */
export async function readCheckedPlan(file: string, wish: PlanWish): Promise<PlanRead> {
  const { peil, accuracy, groundAt, groundErrorM } = wish;
  const name = basename(file);
  const json = await readJsonFile(file);
  if (isModel(json)) {
    const model = toModel(json, name);
    const [around, standing] = await findAround(file, peil);
    const plan = modelToCheck(model, around);
    return { plan, standing, keepTrees: (trees) => trees.filter(({ x, y }) => !isInRings(model.cut, x, y)) };
  }
  const volumes = parsePlanVolumes(json, name);
  if (volumes.length === 0) throw new InputError(`${name}: the plan holds no building.`);
  const around = { peilNap: peil, ...(groundAt && { groundAt, groundErrorM }) };
  return { plan: volumesToCheck(volumes, name, accuracy, around), standing: {}, keepTrees: (trees) => trees };
}
