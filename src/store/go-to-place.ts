import type { AddressPlace, Place } from '../model/search.ts';
import { sendCommand } from './commands.ts';
import { needIndex } from './load-municipality.ts';
import { selectBuildingById } from './select-building.ts';
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
