import { listBuildingAddresses } from '../model/building-addresses.ts';
import { isPlanBuilding } from '../model/plan-building-id.ts';
import { findBuildingRow } from '../store/select-building.ts';
import { useText, useTwin } from './use-twin.ts';

/** A building as people call it: its name in the plan, its address, or the first and last in the street; by id or by row of the table. */
export function useBuildingName(): (building: string | number) => string {
  const text = useText();
  const addresses = useTwin((state) => state.addresses);
  const table = useTwin((state) => state.buildingTable);
  const selection = useTwin((state) => state.selection);
  const isComing = [addresses.status, table.status].some((status) => status === 'idle' || status === 'running');
  return (building) => {
    if (building === selection?.id && isPlanBuilding(selection.id) && selection.attributes['naam'])
      return String(selection.attributes['naam']);
    const row =
      typeof building === 'number' || table.status !== 'ready' ? building : findBuildingRow(table.value, building);
    const list =
      addresses.status === 'ready' && typeof row === 'number' ? listBuildingAddresses(addresses.value, row) : [];
    const [first] = list;
    const last = list.at(-1);
    if (!first || !last) return isComing ? text.view.building : text.view.nameless;
    if (list.length === 1) return `${first.street} ${first.number}`;
    if (first.street === last.street) return `${first.street} ${first.number}–${last.number}`;
    return `${first.street} ${first.number} (+${list.length - 1})`;
  };
}
