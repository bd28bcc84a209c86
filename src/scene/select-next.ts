/** Buildings by keyboard: the one nearest the middle of the picture, then the next ones around it. */
import type { BuildingTable } from '../model/city-index.ts';
import { listNearest } from '../model/nearest-rows.ts';
import type { RdPoint } from '../model/rd.ts';
import { onCommand } from '../store/commands.ts';
import { type BuildingSelection, selectBuilding, twin } from '../store/twin.ts';

/** What the table knows of a building while its tile has not come. Named as in 3DBAG and BAG. */
function rowToSelection(table: BuildingTable, row: number): BuildingSelection {
  return {
    id: table.id[row] ?? '',
    attributes: {
      oorspronkelijkbouwjaar: table.year[row] ?? null,
      b3_h_maaiveld: table.ground[row] ?? null,
      b3_h_dak_max: table.roof[row] ?? null,
      b3_opp_grond: table.area[row] ?? null,
    },
  };
}

/** Obeys `select-next`: steps through the buildings around the middle of the view, in order of distance. */
export function createSelectNext(
  readMiddle: () => RdPoint | undefined,
  find: (id: string) => BuildingSelection | undefined,
): { destroy(): void } {
  let order: number[] = [];
  let around: RdPoint | undefined;

  const stop = onCommand((command) => {
    if (command.type !== 'select-next') return;
    const { buildingTable, selection } = twin.getState();
    const middle = readMiddle();
    if (buildingTable.status !== 'ready' || !middle) return;
    const table = buildingTable.value;
    // A camera that went elsewhere starts a new round.
    if (!around || Math.hypot(middle.x - around.x, middle.y - around.y) > 25) {
      around = middle;
      order = listNearest(table, middle, 1500, 200);
    }
    if (order.length === 0) return;
    const at = order.findIndex((row) => table.id[row] === selection?.id);
    const next = at === -1 ? 0 : (at + command.step + order.length) % order.length;
    const selected = rowToSelection(table, order[next] ?? 0);
    selectBuilding(find(selected.id) ?? selected);
  });

  return { destroy: stop };
}
