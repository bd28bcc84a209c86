/** Plans as checks see them: from a plan model (a variant, or what is drawn in the viewer), and from volumes of a file. */
import type { CheckGround, CheckPart, CheckPlan, PlanFigures } from './claim-check-input.ts';
import type { Localised } from './municipality.ts';
import type { Plan, PlanVariant } from './plan.ts';
import { type PlanModel, type PlanSolid, planParts } from './plan-model.ts';
import { ringCentre } from './plan-ring.ts';
import type { PlanVolume } from './plan-volume.ts';

/** What of its plan a model does not tell. */
export interface PlanAround {
  readonly id: string;
  readonly name?: string | Localised;
  readonly peilNap?: number;
  /** RD New, flat x, y. */
  readonly area?: readonly number[];
  /** ISO 8601 day from which a phase stands, by its id. */
  readonly phases?: Readonly<Record<string, string>>;
  readonly figures?: PlanFigures;
}

const ROOF = planParts.indexOf('roof');

/**
 * m NAP of the eaves: of each roof (triangles that share corners) its lowest point, of these the highest; of a flat roof its top.
 * Undefined where nothing is called roof.
 */
export function findEaves({ positions, indices, parts }: PlanSolid, originNap: number): number | undefined {
  const parents = new Map<string, string>();
  const lowest = new Map<string, number>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    return root;
  };
  const keyOf = (corner: number) =>
    `${positions[3 * corner]} ${positions[3 * corner + 1]} ${positions[3 * corner + 2]}`;
  for (const [triangle, part] of parts.entries()) {
    if (part !== ROOF) continue;
    const corners = indices.slice(3 * triangle, 3 * triangle + 3);
    const roots = corners.map((corner) => rootOf(keyOf(corner)));
    const root = roots[0] as string;
    const heights = corners.map((corner) => positions[3 * corner + 2] as number);
    const known = roots.map((key) => lowest.get(key) ?? Number.POSITIVE_INFINITY);
    for (const key of roots) {
      parents.set(key, root);
      if (key !== root) lowest.delete(key);
    }
    lowest.set(root, Math.min(...heights, ...known));
  }
  return lowest.size === 0 ? undefined : Math.max(...lowest.values()) + originNap;
}

const shiftRings = (rings: readonly (readonly number[])[], [x, y]: readonly number[]) =>
  rings.map((ring) => ring.map((value, i) => value + ((i % 2 === 0 ? x : y) as number)));

function solidToPart(solid: PlanSolid, { origin }: PlanModel, { peilNap, phases = {} }: PlanAround): CheckPart {
  const { id, name, use, phase, dwellings, floorM2, lowerNap, upperNap } = solid;
  const eavesNap = findEaves(solid, origin[2]);
  const from = phase === undefined ? undefined : phases[phase];
  return {
    id,
    ...(name !== undefined && { name }),
    ...(use !== undefined && { use }),
    ...(phase !== undefined && { phase }),
    ...(from !== undefined && { from }),
    ...(dwellings !== undefined && { dwellings }),
    ...(floorM2 !== undefined && { floorM2 }),
    polygons: [shiftRings(solid.footprint, origin)],
    lowerNap,
    upperNap,
    ...(eavesNap !== undefined && { eavesNap }),
    ...(peilNap !== undefined && { upperPeil: upperNap - peilNap }),
    ...(peilNap !== undefined && eavesNap !== undefined && { eavesPeil: eavesNap - peilNap }),
    heightErrorM: 0,
  };
}

/** Its triangles, seen from above: they touch and do not overlap. */
function listTriangles({ positions, indices }: PlanModel['ground'][number], [x, y]: readonly number[]): number[][][] {
  const triangles: number[][][] = [];
  for (let i = 0; i < indices.length; i += 3)
    triangles.push([
      indices
        .slice(i, i + 3)
        .flatMap((corner) => [
          (positions[3 * corner] as number) + (x as number),
          (positions[3 * corner + 1] as number) + (y as number),
        ]),
    ]);
  return triangles;
}

/** Walls between levels are no ground, and one without any ground draws none: a drawing is silent about it. */
function listGround({ ground, origin }: PlanModel): CheckGround[] | undefined {
  if (ground.length === 0) return undefined;
  return ground
    .filter(({ area, isCut }) => area > 0 && !isCut)
    .map((piece) => ({ surface: piece.surface, areaM2: piece.area, polygons: listTriangles(piece, origin) }));
}

export function modelToCheck(model: PlanModel, around: PlanAround): CheckPlan {
  const { id, name, area, figures = {} } = around;
  const ground = listGround(model);
  return {
    id,
    ...(name !== undefined && { name }),
    precisionM: model.precisionM,
    ...(area && { area }),
    parts: model.solids.map((solid) => solidToPart(solid, model, around)),
    ...(ground && { ground }),
    // What draws no ground plants nothing either: that is not the same as planting none.
    ...((ground || model.trees.length > 0) && { trees: model.trees.map(({ x, y, crown }) => ({ x, y, crown })) }),
    figures,
    leftOut: model.models.map(({ name: own, url }) => own ?? url),
  };
}

/** What a plan says of one of its variants. */
export const aroundVariant = (
  { peilNap, area }: Pick<Plan, 'peilNap' | 'area'>,
  { id, title, phases = [], figures }: PlanVariant,
): PlanAround => ({
  id,
  name: title,
  peilNap,
  area: area.flat(),
  phases: Object.fromEntries(phases.map((phase) => [phase.id, phase.from])),
  ...(figures && { figures: dropAbsent(figures) }),
});

const dropAbsent = (figures: NonNullable<PlanVariant['figures']>): PlanFigures =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));

/** Where volumes of a file stand; what is not given is not known. */
export interface VolumesAround {
  readonly peilNap?: number | undefined;
  /** m NAP of the ground. */
  readonly groundAt?: (x: number, y: number) => number | undefined;
  /** Standard error of the ground's heights, m. */
  readonly groundErrorM?: number;
}

function volumeToPart(volume: PlanVolume, { peilNap, groundAt, groundErrorM = 0 }: VolumesAround): CheckPart {
  const { id, name, use, phase, dwellings, floorM2, footprint, lower, upper, reference, roof } = volume;
  const [x, y] = ringCentre(footprint[0] ?? []);
  const zero = { peil: () => peilNap, nap: () => 0, ground: () => groundAt?.(x, y) }[reference]();
  const eaves = roof.shape === 'flat' ? upper : roof.eaves;
  const inNap = (value: number | undefined) => (value === undefined || zero === undefined ? undefined : zero + value);
  const fromPeil = (value: number | undefined) => {
    if (reference === 'peil') return value;
    const nap = inNap(value);
    return nap === undefined || peilNap === undefined ? undefined : nap - peilNap;
  };
  const known = {
    name,
    use,
    phase,
    dwellings,
    floorM2,
    lowerNap: inNap(lower),
    upperNap: inNap(upper),
    eavesNap: inNap(eaves),
    upperPeil: fromPeil(upper),
    eavesPeil: fromPeil(eaves),
  };
  return {
    id,
    polygons: [footprint],
    heightErrorM: reference === 'ground' ? groundErrorM : 0,
    ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Partial<CheckPart>),
  };
}

/** `precisionM`: that their lines may be off. */
export const volumesToCheck = (
  volumes: readonly PlanVolume[],
  id: string,
  precisionM: number,
  around: VolumesAround = {},
): CheckPlan => ({
  id,
  precisionM,
  parts: volumes.map((volume) => volumeToPart(volume, around)),
  figures: {},
  leftOut: [],
});
