/** While roofs are coloured and a plan or a drawing is shown: a thread computes what it changes of the sun on the roofs around it. */
import type { BuildingTable } from '../model/city-index.ts';
import { groupRows, rowsOf } from '../model/group-rows.ts';
import { applyPlan, listBuiltRoofs, listNearPlan, type SolarPlanRequest } from '../model/solar-plan.ts';
import { startSolarPlan } from '../workers/start-solar-plan.ts';
import { followPanelSize } from './roof-shapes.ts';
import { type SolarTown, solar } from './solar.ts';
import { comparedPlan } from './sunlight-plan.ts';
import { type TwinState, twin } from './twin.ts';

type Models = SolarPlanRequest['models'];

/** Of what is shown: today is without. */
export function shownModels(state: TwinState): Models {
  const { models } = comparedPlan(state);
  return state.choice?.variant === undefined ? models.filter(({ id }) => id === 'drawn') : models;
}

/** Corners and tops of what the plan builds, and middles of what it takes away. */
function listRises(models: Models, table: BuildingTable, removed: ReadonlySet<number>) {
  const built = models.flatMap(({ model: { origin, solids } }) =>
    solids.flatMap(({ footprint: [outer = []], upperNap }) =>
      outer.flatMap((x, i) =>
        i % 2 === 0 ? [{ x: x + origin[0], y: (outer[i + 1] as number) + origin[1], top: upperNap }] : [],
      ),
    ),
  );
  const gone = [...removed].map((row) => ({
    x: table.x[row] as number,
    y: table.y[row] as number,
    top: table.roof[row] ?? Number.NEGATIVE_INFINITY,
  }));
  return [...built, ...gone];
}

function boundRows(table: BuildingTable, rows: readonly number[], rises: readonly { x: number; y: number }[]) {
  const xs = [...rows.map((row) => table.x[row] as number), ...rises.map(({ x }) => x)];
  const ys = [...rows.map((row) => table.y[row] as number), ...rises.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
}

let stop: (() => void) | undefined;
let asked: readonly unknown[] = [];

function ask(state: TwinState, town: SolarTown, table: BuildingTable, models: Models): void {
  if (state.municipality.status !== 'ready') return;
  const rowOf = new Map(table.id.map((id, row) => [id, row]));
  const removed = new Set(models.flatMap(({ model }) => model.removed.flatMap((id) => rowOf.get(id) ?? [])));
  const rises = listRises(models, table, removed);
  const rows = listNearPlan(table, rises);
  const { buildings, trees, heights } = state.municipality.value;
  const whole = (url: string) => new URL(url, state.baseUrl).href;
  const tilesets = (datasets: readonly { readonly url?: string | undefined; readonly heightDatum?: unknown }[]) =>
    datasets.flatMap(({ url, heightDatum }) =>
      url === undefined ? [] : { url: whole(url), isNap: heightDatum === 'nap' },
    );
  const request: SolarPlanRequest = {
    buildings: rows.map((row) => table.id[row] as string),
    extent: boundRows(table, rows, rises),
    models,
    tilesets: tilesets(buildings),
    trees: tilesets(trees ? [trees] : []),
    heights: heights?.url === undefined ? undefined : whole(heights.url),
    climate: town.index.climate,
    settings: town.index.settings,
  };
  solar.setState({ plan: { status: 'running' } });
  stop = startSolarPlan(request, (reply) => {
    stop = undefined;
    if ('message' in reply) {
      solar.setState({ plan: { status: 'failed', message: reply.message } });
      return;
    }
    const { roofs, planes } = town;
    const result = applyPlan(
      roofs,
      reply.result.changes,
      removed,
      (id) => rowOf.get(id) ?? -1,
      (row) => (row < 0 || row + 1 >= planes.start.length ? [] : rowsOf(planes, row)),
    );
    const count = planes.start.length - 1;
    solar.setState({
      plan: {
        status: 'ready',
        value: {
          ...result,
          planes: groupRows(result.roofs.building, count),
          built: listBuiltRoofs(reply.result.built),
        },
      },
    });
  });
}

function refresh(): void {
  const state = twin.getState();
  const { town } = solar.getState();
  const { buildingTable, overlays } = state;
  const models = overlays.solar.visible ? shownModels(state) : [];
  const isKnown = town.status === 'ready' && buildingTable.status === 'ready';
  const now = isKnown ? [town.value, buildingTable.value, ...models.map(({ model }) => model)] : [];
  if (now.length === asked.length && now.every((part, i) => part === asked[i])) return;
  asked = now;
  stop?.();
  stop = undefined;
  if (!isKnown || models.length === 0) solar.setState({ plan: { status: 'idle' } });
  else ask(state, town.value, buildingTable.value, models);
}

let followers = 0;
let untie: readonly (() => void)[] = [];

/** Also panels of another size. Nothing is computed while no roof is coloured or nothing is planned. Returns what ends it, once everyone who asked has ended it. */
export function followSolarPlan(): () => void {
  if (followers++ === 0) {
    const parts = ['overlays', 'choice', 'planModels', 'plans', 'drawn', 'buildingTable'] as const;
    untie = [
      followPanelSize(),
      solar.subscribe((now, before) => {
        if (now.town !== before.town) refresh();
      }),
      twin.subscribe((now, before) => {
        if (parts.some((part) => now[part] !== before[part])) refresh();
      }),
    ];
    refresh();
  }
  let isEnded = false;
  return () => {
    if (isEnded) return;
    isEnded = true;
    if (--followers > 0) return;
    for (const end of untie) end();
    stop?.();
    stop = undefined;
    asked = [];
  };
}
