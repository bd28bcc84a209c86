/** Buildings of what is shown of a plan or drawing, as something to choose: with what is known of them. */
import { isPlanBuilding, planBuildingId } from '../model/plan-building-id.ts';
import type { PlanModel, PlanSolid } from '../model/plan-model.ts';
import { polygonArea } from '../model/polygon.ts';
import { selectProposal } from './select-proposal.ts';
import type { BuildingSelection, TwinState } from './twin.ts';

export interface PlanBuilding {
  readonly selection: BuildingSelection;
  /** Drawn by the visitor: no part of a plan. */
  readonly isDrawn: boolean;
  /** Middle of the footprint's box, RD New. */
  readonly x: number;
  readonly y: number;
  /** Of a square as large as the footprint, and of the building; metres. */
  readonly side: number;
  readonly height: number;
}

export function describePlanBuilding(solid: PlanSolid, [x, y]: PlanModel['origin'], isDrawn: boolean): PlanBuilding {
  const { name, use, dwellings, lowerNap, upperNap, footprint } = solid;
  const [outer = 0, ...holes] = footprint.map(polygonArea);
  const area = outer - holes.reduce((sum, hole) => sum + hole, 0);
  const [ring = []] = footprint;
  const middleOf = (axis: number) => {
    const values = ring.filter((_, i) => i % 2 === axis);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  return {
    selection: {
      id: planBuildingId(solid),
      attributes: {
        ...(name === undefined ? {} : { naam: name }),
        status: isDrawn ? 'eigen tekening' : 'bouwplan',
        ...(use === undefined ? {} : { gebruiksdoel: use }),
        ...(dwellings === undefined ? {} : { aantal_woningen: dwellings }),
        b3_h_maaiveld: lowerNap,
        b3_h_dak_max: upperNap,
        b3_opp_grond: area,
      },
    },
    isDrawn,
    x: x + middleOf(0),
    y: y + middleOf(1),
    side: Math.sqrt(area),
    height: upperNap - lowerNap,
  };
}

/** All that is shown. */
export function listPlanBuildings(state: TwinState): PlanBuilding[] {
  return selectProposal(state).shown.flatMap((model) =>
    model.solids.map((solid) => describePlanBuilding(solid, model.origin, model === state.drawn)),
  );
}

/** Undefined for what is not shown, and for a building of today. */
export function findPlanBuilding(state: TwinState, id: string): PlanBuilding | undefined {
  if (!isPlanBuilding(id)) return undefined;
  for (const model of selectProposal(state).shown) {
    const solid = model.solids.find((candidate) => planBuildingId(candidate) === id);
    if (solid) return describePlanBuilding(solid, model.origin, model === state.drawn);
  }
  return undefined;
}
