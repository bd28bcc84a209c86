/** A click on a roof while roofs are coloured: which of its planes was meant. Fetched at the first such click. */
import { findRoofPlane } from '../model/find-roof-plane.ts';
import { rowsOf } from '../model/group-rows.ts';
import { choosePlane, solar } from '../store/solar.ts';
import { type PointerPlace, twin } from '../store/twin.ts';

/** `place`: of the point that was clicked. A wall, or a building without a plane, chooses none. */
export function choosePlaneAt(building: string | undefined, place: PointerPlace | undefined): void {
  const { town } = solar.getState();
  const { buildingTable } = twin.getState();
  if (town.status !== 'ready' || buildingTable.status !== 'ready') return;
  const { roofs, planes } = town.value;
  const row = building === undefined ? -1 : buildingTable.value.id.indexOf(building);
  const isKnown = building !== undefined && row >= 0 && row + 1 < planes.start.length;
  if (!isKnown || place?.nap === undefined) {
    choosePlane(undefined);
    return;
  }
  const plane = findRoofPlane(roofs, rowsOf(planes, row), { ...place, nap: place.nap });
  choosePlane(plane === undefined ? undefined : { building, surface: roofs.surface[plane] as number });
}
