/** Buildings by keyboard: the one nearest the middle of the picture, then the next ones around it. */
import type { BuildingTable } from '../model/city-index.ts';
import { listNearest } from '../model/nearest-rows.ts';
import type { PlanModel } from '../model/plan-model.ts';
import type { RdPoint } from '../model/rd.ts';
import { onCommand } from '../store/commands.ts';
import type { PlanBuilding } from '../store/plan-building.ts';
import { selectProposal } from '../store/select-proposal.ts';
import { type BuildingSelection, selectBuilding, twin } from '../store/twin.ts';

/** Metres around the middle, and how many buildings of a round. */
const [REACH, ROUND] = [1500, 200];

interface Candidate {
  readonly selection: BuildingSelection;
  readonly distance: number;
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

/**
 * Obeys `select-next`: steps through the buildings around the middle of the view, in order of distance: those of today that the
 * picture shows, and those of the plan in it.
 */
export function createSelectNext(
  readMiddle: () => RdPoint | undefined,
  find: (id: string) => BuildingSelection | undefined,
  listPlan: () => readonly PlanBuilding[],
): { destroy(): void } {
  let order: readonly BuildingSelection[] = [];
  let around: RdPoint | undefined;
  let shown: readonly PlanModel[] = [];

  function listAround(table: BuildingTable, middle: RdPoint): readonly BuildingSelection[] {
    const removed = new Set(shown.flatMap((model) => model.removed));
    const distanceOf = (x: number, y: number) => Math.hypot(x - middle.x, y - middle.y);
    const today = listNearest(table, middle, REACH, ROUND + removed.size).map((row): Candidate => {
      const distance = distanceOf(table.x[row] ?? Number.NaN, table.y[row] ?? Number.NaN);
      return { selection: rowToSelection(table, row), distance };
    });
    const planned = listPlan().map(({ selection, x, y }): Candidate => ({ selection, distance: distanceOf(x, y) }));
    return [...today.filter(({ selection }) => !removed.has(selection.id)), ...planned]
      .filter(({ distance }) => distance <= REACH)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, ROUND)
      .map(({ selection }) => selection);
  }

  const stop = onCommand((command) => {
    if (command.type !== 'select-next') return;
    const state = twin.getState();
    const middle = readMiddle();
    if (state.buildingTable.status !== 'ready' || !middle) return;
    const before = shown;
    shown = selectProposal(state).shown;
    // A camera that went elsewhere, or another variant, starts a new round.
    if (!around || shown !== before || Math.hypot(middle.x - around.x, middle.y - around.y) > 25) {
      around = middle;
      order = listAround(state.buildingTable.value, middle);
    }
    if (order.length === 0) return;
    const at = order.findIndex(({ id }) => id === state.selection?.id);
    const next = order[at === -1 ? 0 : (at + command.step + order.length) % order.length];
    if (next) selectBuilding(find(next.id) ?? next);
  });

  return { destroy: stop };
}
