/** Buildings by keyboard: the one nearest the middle of the picture, then the next ones around it. */
import type { BuildingTable } from '../model/city-index.ts';
import { onCommand } from '../store/commands.ts';
import { type BuildingSelection, selectBuilding, twin } from '../store/twin.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Rows of the table, nearest first, of the buildings within `reach` metres of a point; at most `limit`. */
export function listNearest({ x, y }: BuildingTable, { x: px, y: py }: Point, reach: number, limit: number): number[] {
  const distances: [row: number, squared: number][] = [];
  for (let row = 0; row < x.length; row++) {
    const squared = ((x[row] ?? Number.NaN) - px) ** 2 + ((y[row] ?? Number.NaN) - py) ** 2;
    if (squared <= reach * reach) distances.push([row, squared]);
  }
  return distances
    .sort((a, b) => a[1] - b[1])
    .slice(0, limit)
    .map(([row]) => row);
}

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
  readMiddle: () => Point | undefined,
  find: (id: string) => BuildingSelection | undefined,
): { destroy(): void } {
  let order: number[] = [];
  let around: Point | undefined;

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
