/** Building plans → `plans/<id>.json` with an address per variant, and a plan model for each (`plans/<id>/<variant>.json`). */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildingTable } from '../model/city-index.ts';
import { InputError } from '../model/input-error.ts';
import type { Plan, PlanVariant } from '../model/plan.ts';
import type { PlanModel } from '../model/plan-model.ts';
import { isInRings, type Ring, ringCentre } from '../model/plan-ring.ts';
import { volumeToSolid } from '../model/plan-volume.ts';
import type { WaterBarrier } from '../model/water-barrier.ts';
import { listBarrierCuts } from './plans/barriers.ts';
import { createGroundFinder } from './plans/borders.ts';
import { copyModels } from './plans/copy-models.ts';
import { type HeightAt, makeGround } from './plans/ground.ts';
import { measureModel } from './plans/measure-models.ts';
import { outlineOf } from './plans/outline.ts';
import { readVariant } from './plans/read-variant.ts';
import { writeBeside } from './write-beside.ts';

/** Today's town, as far as plans stand in it. */
export interface Surroundings {
  /** Metres NAP of today's ground; undefined where nothing is known. */
  readonly heightAt: HeightAt;
  /** Undefined where the municipality has none: then nothing disappears but what a plan names. */
  readonly buildings: Pick<BuildingTable, 'id' | 'x' | 'y'> | undefined;
  /** Lines that must hold back water. */
  readonly barriers: readonly WaterBarrier[];
}

export interface PlansReport {
  readonly plans: number;
  readonly variants: readonly {
    readonly plan: string;
    readonly variant: string;
    readonly solids: number;
    readonly dwellings: number;
    readonly ground: number;
    readonly trees: number;
    readonly removed: number;
    /** Metres along the water barriers that it cuts. */
    readonly barrierCut: number;
    /** Placed glTF files. */
    readonly models: number;
    /** Those whose triangles could not be read, with the reason: they do not count in the figures of the plan. */
    readonly unmeasured: readonly string[];
  }[];
}

const round = (value: number, step = 1000) => Math.round(value * step) / step + 0;

function listRemoved(
  { replaces = [] }: PlanVariant,
  footprints: readonly (readonly Ring[])[],
  cut: readonly Ring[],
  buildings: Surroundings['buildings'],
  where: string,
): string[] {
  if (!buildings) return [...replaces];
  const known = new Set(buildings.id);
  const unknown = replaces.filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new InputError(`${where}: replaces names buildings that are not there: ${unknown.join(', ')}.`);
  const removed = new Set(replaces);
  const areas = [...footprints, ...cut.map((ring) => [ring])];
  buildings.id.forEach((id, i) => {
    if (areas.some((rings) => isInRings(rings, buildings.x[i], buildings.y[i]))) removed.add(id);
  });
  return [...removed].sort();
}

/** Middle of the plan's outline, whole metres, at NAP zero. */
function originOf({ area }: Plan): [number, number, number] {
  const middle = (axis: 0 | 1) => {
    const values = area.map((corner) => corner[axis]);
    return Math.round((Math.min(...values) + Math.max(...values)) / 2);
  };
  return [middle(0), middle(1), 0];
}

type PlacedFile = NonNullable<NonNullable<PlanVariant['geometry']>['models']>[number];

/** Measured where it can be; told where it cannot. */
async function placeModel(
  folder: string,
  variant: PlanVariant,
  { file, position, nap, rotationDegrees = 0, scale = 1 }: PlacedFile,
  unmeasured: string[],
): Promise<PlanModel['models'][number]> {
  const placed = { position, nap, rotationDegrees, scale };
  const measured = await measureModel(join(folder, file), placed);
  if ('problem' in measured) unmeasured.push(`${file}: ${measured.problem}`);
  const url = join(variant.id, file.split('/').at(-1) as string);
  return { url, ...placed, ...('problem' in measured ? {} : { measured }) };
}

/** Throws {@link InputError} that names plan, variant and feature. */
async function makeModel(
  folder: string,
  plan: Plan,
  variant: PlanVariant,
  around: Surroundings,
  unmeasured: string[],
): Promise<PlanModel> {
  const where = `plan "${plan.id}", variant "${variant.id}"`;
  const origin = originOf(plan);
  const { volumes, solids: read, ground, trees } = await readVariant(folder, variant, origin, where);
  const findGround = createGroundFinder(ground);
  const groundAt = (x: number, y: number) => findGround(x, y)?.level ?? around.heightAt(x, y);
  const cut = outlineOf(ground.map(({ rings }) => rings));
  const raised = volumes.map((volume) => {
    const groundNap = groundAt(...ringCentre(volume.footprint[0]));
    if (groundNap === undefined && volume.reference === 'ground')
      throw new InputError(
        `${where}: no ground is known under volume "${volume.id}"; give its heights in NAP or peil.`,
      );
    return volumeToSolid(volume, { origin, peilNap: plan.peilNap, groundNap: groundNap ?? plan.peilNap });
  });
  const solids = [...raised, ...read];
  const twin = solids.find(({ id }, i) => solids.findIndex((other) => other.id === id) !== i);
  if (twin) throw new InputError(`${where}: two buildings have the id "${twin.id}".`);
  const footprints = solids.map(({ footprint }) =>
    footprint.map((ring) => ring.map((value, i) => value + origin[i % 2])),
  );
  const gates = volumes.flatMap(({ retains, footprint }, i) =>
    retains ? [{ rings: footprint, upperNap: raised[i].upperNap }] : [],
  );
  return {
    schema: 1,
    origin,
    solids,
    ground: makeGround(ground, origin, around.heightAt),
    cut: cut.map((ring) => ring.map((value) => round(value))),
    barrierCuts: listBarrierCuts(around.barriers, ground, gates, around.heightAt),
    removed: listRemoved(variant, footprints, cut, around.buildings, where),
    trees: trees.map(({ where: feature, x, y, height, crown, phase }) => {
      const nap = groundAt(x, y);
      if (nap === undefined) throw new InputError(`${feature}: no ground is known under the tree.`);
      return { x: round(x), y: round(y), nap: round(nap), height, crown, ...(phase === undefined ? {} : { phase }) };
    }),
    models: await Promise.all(
      (variant.geometry?.models ?? []).map((placed) => placeModel(folder, variant, placed, unmeasured)),
    ),
    precisionM: variant.geometry?.precisionM ?? 0,
  };
}

const count = (values: readonly (number | undefined)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/**
 * Fills `output`, a folder that is replaced as a whole. `folder` is the municipality's: files are named relative to it.
 * Variants without geometry pass as they are.
 */
export async function makePlans(
  folder: string,
  plans: readonly Plan[],
  output: string,
  around: Surroundings,
  onProgress?: (share: number) => void,
): Promise<PlansReport> {
  const total = plans.reduce((sum, { variants }) => sum + variants.length, 0);
  const variants: PlansReport['variants'][number][] = [];
  await writeBeside(output, 'folder', async (beside) => {
    for (const plan of plans) {
      await mkdir(join(beside, plan.id));
      const made: PlanVariant[] = [];
      for (const variant of plan.variants) {
        const { geometry, ...rest } = variant;
        if (!geometry) {
          made.push(variant);
          continue;
        }
        await copyModels(folder, geometry.models ?? [], join(beside, plan.id, variant.id));
        const unmeasured: string[] = [];
        const model = await makeModel(folder, plan, variant, around, unmeasured);
        await writeFile(join(beside, plan.id, `${variant.id}.json`), JSON.stringify(model));
        made.push({ ...rest, url: `plans/${plan.id}/${variant.id}.json` });
        variants.push({
          plan: plan.id,
          variant: variant.id,
          solids: model.solids.length,
          dwellings: count(model.solids.map(({ dwellings }) => dwellings)),
          ground: Math.round(count(model.ground.map(({ area }) => area))),
          trees: model.trees.length,
          removed: model.removed.length,
          barrierCut: count((model.barrierCuts ?? []).map(({ length }) => length)),
          models: model.models.length,
          unmeasured,
        });
        onProgress?.(variants.length / total);
      }
      await writeFile(
        join(beside, `${plan.id}.json`),
        `${JSON.stringify({ ...plan, variants: made }, undefined, 2)}\n`,
      );
    }
  });
  return { plans: plans.length, variants };
}
