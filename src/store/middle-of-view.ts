import { type Place, toMillimetres } from '../model/outline.ts';
import { ringCentre } from '../model/plan-ring.ts';
import { twin } from './twin.ts';

/** Where something new goes: the middle of the picture. */
export function middleOfView(): Place | undefined {
  const { footprint } = twin.getState();
  const { centre, polygon } = footprint ?? {};
  if (centre) return [centre.x, centre.y];
  return polygon && polygon.length >= 6 ? (ringCentre(polygon).map(toMillimetres) as [number, number]) : undefined;
}
