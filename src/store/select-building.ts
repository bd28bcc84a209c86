/** Selecting by id or by row of the building table, when no tile has told the attributes. */
import type { Attributes } from '../model/building-attributes.ts';
import type { BuildingTable } from '../model/city-index.ts';
import { selectBuilding, twin } from './twin.ts';

/** A row under the names that 3DBAG gives the same things. */
export function rowAttributes(table: BuildingTable, row: number): Attributes {
  return {
    identificatie: table.id[row] ?? null,
    oorspronkelijkbouwjaar: table.year[row] ?? null,
    b3_h_maaiveld: table.ground[row] ?? null,
    b3_h_dak_max: table.roof[row] ?? null,
    b3_opp_grond: table.area[row] ?? null,
  };
}

const rowsOfTable = new WeakMap<BuildingTable, ReadonlyMap<string, number>>();

/** Undefined where the table has no such building. */
export function findBuildingRow(table: BuildingTable, id: string): number | undefined {
  let rows = rowsOfTable.get(table);
  if (!rows) {
    rows = new Map(table.id.map((name, row) => [name, row]));
    rowsOfTable.set(table, rows);
  }
  return rows.get(id);
}

/** Attributes come from the building table, now or as soon as it has come; a tile that is picked tells more. */
export function selectBuildingById(id: string | undefined): void {
  if (id === undefined || twin.getState().selection?.id === id) {
    if (id === undefined) selectBuilding(undefined);
    return;
  }
  selectBuilding({ id, attributes: {} });
  fillSelection();
}

/** Gives a selection without attributes those of the building table. */
export function fillSelection(): void {
  const { selection, buildingTable } = twin.getState();
  if (!selection || buildingTable.status !== 'ready' || Object.keys(selection.attributes).length > 0) return;
  const row = findBuildingRow(buildingTable.value, selection.id);
  if (row !== undefined) selectBuilding({ id: selection.id, attributes: rowAttributes(buildingTable.value, row) });
}
