import type { AddressPlace, Place } from '../model/search.ts';
import { nearestStreetPoint } from '../model/view-summary.ts';
import { sendCommand } from './commands.ts';
import { needIndex } from './load-municipality.ts';
import { findBuildingRow, selectBuildingById } from './select-building.ts';
import { twin } from './twin.ts';

const ADDRESS_RADIUS = 60;
const MINIMUM_STREET_RADIUS = 80;

async function selectAt({ building }: AddressPlace): Promise<void> {
  await needIndex('buildingTable');
  const { buildingTable } = twin.getState();
  if (building >= 0 && buildingTable.status === 'ready') selectBuildingById(buildingTable.value.id[building]);
}

/** Flies to a place that was searched, and selects the building of an address. */
export function goToPlace(place: Place): void {
  const { x, y } = place;
  if (place.kind === 'street') {
    selectBuildingById(undefined);
    sendCommand({ type: 'look-at', x, y, radius: Math.max(place.radius, MINIMUM_STREET_RADIUS) });
    return;
  }
  sendCommand({ type: 'look-at', x, y, radius: ADDRESS_RADIUS });
  selectAt(place);
}

/** Flies so that the building fills the picture. Nothing happens where the table does not know where it stands. */
export function lookAtBuilding(id: string): void {
  const place = placeOfBuilding(id);
  if (place) sendCommand({ type: 'look-at', ...place });
}

/** Down to eye level on the street nearest to the building, facing it; before its door one would stand in its wall. */
export function walkToBuilding(id: string): void {
  const place = placeOfBuilding(id);
  if (!place) return;
  const { streets } = twin.getState();
  const street = streets.status === 'ready' ? nearestStreetPoint(streets.value, place.x, place.y) : undefined;
  const { x, y } = street ?? { x: place.x, y: place.y - place.radius };
  sendCommand({ type: 'walk', at: { x, y } });
  const bearing = Math.atan2(place.x - x, place.y - y) * (180 / Math.PI);
  sendCommand({ type: 'turn', degrees: bearing - (twin.getState().camera?.headingDegrees ?? 0) });
}

function placeOfBuilding(id: string): { x: number; y: number; radius: number } | undefined {
  const { buildingTable } = twin.getState();
  if (buildingTable.status !== 'ready') return undefined;
  const table = buildingTable.value;
  const row = findBuildingRow(table, id);
  if (row === undefined) return undefined;
  const side = Math.sqrt(table.area[row] ?? 100);
  const height = (table.roof[row] ?? 0) - (table.ground[row] ?? 0);
  return { x: table.x[row] as number, y: table.y[row] as number, radius: Math.max(30, 1.5 * side, 1.2 * height) };
}
