import type { PlanSolid } from './plan-model.ts';

/** Ids of a plan's buildings are their own: they must not be taken for the register's. */
const PREFIX = 'plan/';

export const planBuildingId = ({ id }: Pick<PlanSolid, 'id'>): string => PREFIX + id;
export const isPlanBuilding = (id: string): boolean => id.startsWith(PREFIX);
