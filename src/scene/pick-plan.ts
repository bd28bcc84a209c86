/** A building of a plan under the pointer, as something to select: with what the plan says of it. */
import type { Cartesian2, Scene } from 'cesium';
import { findPlanSolid } from '../model/find-plan-solid.ts';
import { polygonArea } from '../model/polygon.ts';
import type { BuildingSelection } from '../store/twin.ts';
import { twin } from '../store/twin.ts';
import { findPoint, readPlace } from './place.ts';
import type { Proposal } from './proposal.ts';
import { selectProposal } from './select-proposal.ts';

/** Ids of the plan's buildings are their own: they must not be taken for the register's. */
const PREFIX = 'plan/';

export function readPlanBuilding(
  scene: Scene,
  proposal: Pick<Proposal, 'owns'>,
  picked: unknown,
  position: Cartesian2,
): BuildingSelection | undefined {
  if (typeof picked !== 'object' || picked === null || !('primitive' in picked)) return undefined;
  if (!proposal.owns(picked.primitive)) return undefined;
  const point = findPoint(scene, position, true);
  const place = point && readPlace(scene, point);
  if (!place) return undefined;
  for (const model of selectProposal(twin.getState()).shown) {
    const solid = findPlanSolid(model, place.x, place.y);
    if (!solid) continue;
    const { id, name, use, dwellings, lowerNap, upperNap, footprint } = solid;
    const [outer = 0, ...holes] = footprint.map(polygonArea);
    return {
      id: PREFIX + id,
      attributes: {
        ...(name === undefined ? {} : { naam: name }),
        status: 'bouwplan',
        ...(use === undefined ? {} : { gebruiksdoel: use }),
        ...(dwellings === undefined ? {} : { aantal_woningen: dwellings }),
        b3_h_maaiveld: lowerNap,
        b3_h_dak_max: upperNap,
        b3_opp_grond: outer - holes.reduce((sum, hole) => sum + hole, 0),
      },
    };
  }
  return undefined;
}
