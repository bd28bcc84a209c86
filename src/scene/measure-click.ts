import { type Cartesian2, Cartesian3, type Scene } from 'cesium';
import { isInPlan, pointAt } from '../store/measure.ts';
import type { BuildingSelection } from '../store/twin.ts';
import { fieldOfView } from './orbit.ts';
import { findPoint, readPlace } from './place.ts';

/** Measures what a click found: `building` where `picked` is one. Nothing in the sky. */
export function measureAt(
  scene: Scene,
  position: Cartesian2,
  picked: unknown,
  building: BuildingSelection | undefined,
): void {
  let point = findPoint(scene, position, picked !== undefined);
  let place = point && readPlace(scene, point);
  // What is neither building nor plan is a tree or a name: then the ground behind it is measured.
  if (place && !building && !isInPlan(place)) {
    point = findPoint(scene, position, false);
    place = point && readPlace(scene, point);
  }
  if (!point || !place) return;
  const pixel = (2 * Math.tan(fieldOfView(scene).vertical / 2)) / Math.max(scene.canvas.clientHeight, 1);
  pointAt(place, building, pixel * Cartesian3.distance(point, scene.camera.positionWC));
}
