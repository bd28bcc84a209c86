/** Buildings of a plan in the picture: the one under the pointer, and what is known of one that a link names. */
import type { Cartesian2, Scene } from 'cesium';
import { findPlanSolid } from '../model/find-plan-solid.ts';
import { describePlanBuilding, findPlanBuilding } from '../store/plan-building.ts';
import { selectProposal } from '../store/select-proposal.ts';
import { type BuildingSelection, selectBuilding, twin } from '../store/twin.ts';
import { findPoint, readPlace } from './place.ts';

/** `position` in the window, at which `scene.pick` found a part of the plan. */
export function readPlanBuilding(scene: Scene, position: Cartesian2): BuildingSelection | undefined {
  const point = findPoint(scene, position, true);
  const place = point && readPlace(scene, point);
  if (!place) return undefined;
  const state = twin.getState();
  for (const model of selectProposal(state).shown) {
    const solid = findPlanSolid(model, place.x, place.y);
    if (solid) return describePlanBuilding(solid, model.origin, model === state.drawn).selection;
  }
  return undefined;
}

/** Gives a building that was chosen by its id alone what the plan says of it. */
export function fillPlanSelection(): void {
  const state = twin.getState();
  const { selection } = state;
  if (!selection || Object.keys(selection.attributes).length > 0) return;
  const building = findPlanBuilding(state, selection.id);
  if (building) selectBuilding(building.selection);
}
