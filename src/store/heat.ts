/** Heat that homes need: what is known of it, and the visitor's choices. Lives with its question, so that the first page need not carry it. */
import { createStore } from 'zustand/vanilla';
import { NO_CLASS } from '../model/building-marks.ts';
import { type HeatChoice, type HeatDemand, type HeatFilter, type HeatSettings, heatNumberIds } from '../model/heat.ts';
import { classRows, type HeatBuilding, listHeatBuildings } from '../model/heat-town.ts';
import type { Loadable } from '../model/loadable.ts';
import { type HeatThread, startHeat } from '../workers/start-heat.ts';
import { needIndex } from './load-municipality.ts';
import { twin } from './twin.ts';

export interface HeatState {
  readonly demand: Loadable<HeatDemand>;
  /** With the settings of the twin; empty until the demand has come. */
  readonly buildings: readonly HeatBuilding[];
}

const initial: HeatState = { demand: { status: 'idle' }, buildings: [] };
export const heat = createStore<HeatState>(() => initial);

/** The thread and the subscription, while the overlay is in the picture. */
let following: { readonly thread: HeatThread; readonly unsubscribe: () => void } | undefined;

/** Of the last question; a reply to an earlier one is not taken. */
let asked = 0;

function compute(thread: HeatThread): void {
  const { buildingTable } = twin.getState();
  if (buildingTable.status !== 'ready') return;
  const question = ++asked;
  heat.setState({ demand: { status: 'running' } });
  thread.compute({ table: buildingTable.value, settings: twin.getState().heat }, (reply) => {
    if (question !== asked) return;
    if ('message' in reply) heat.setState({ demand: { status: 'failed', message: reply.message }, buildings: [] });
    else heat.setState({ demand: { status: 'ready', value: reply.demand } });
    classify();
  });
}

/** Lists buildings by the thresholds, and colours them in the picture. */
function classify(): void {
  const { demand } = heat.getState();
  const { buildingTable, heat: settings } = twin.getState();
  if (demand.status !== 'ready' || buildingTable.status !== 'ready') return;
  const { id } = buildingTable.value;
  const buildings = listHeatBuildings(demand.value, buildingTable.value, settings);
  heat.setState({ buildings });
  twin.setState({ buildingMarks: { family: 'heat', ids: id, classes: classRows(buildings, id.length, NO_CLASS) } });
}

/** Thresholds only count again; for what the demand depends on it is computed again. */
const isOther = (now: HeatSettings, before: HeatSettings) =>
  (['indoor', 'hasLabels', 'hasOldStandard'] as const).some((id) => now[id] !== before[id]);

/** From now on until the overlay is taken out of the picture. */
export function needHeat(start: () => HeatThread = startHeat): void {
  if (following || !twin.getState().overlays.heat.visible) return;
  void needIndex('buildingTable');
  const thread = start();
  const unsubscribe = twin.subscribe((now, before) => {
    if (!now.overlays.heat.visible) end();
    else if (now.buildingTable !== before.buildingTable || isOther(now.heat, before.heat)) compute(thread);
    else if (heatNumberIds.some((key) => now.heat[key] !== before.heat[key])) classify();
  });
  following = { thread, unsubscribe };
  compute(thread);
}

function end(): void {
  const ended = following;
  following = undefined;
  asked++;
  ended?.unsubscribe();
  ended?.thread.stop();
  heat.setState(initial);
  if (twin.getState().buildingMarks?.family === 'heat') twin.setState({ buildingMarks: undefined });
}

export function setHeat(change: Partial<HeatChoice>): void {
  twin.setState({ heat: { ...twin.getState().heat, ...change } });
}

export function setHeatFilter(change: Partial<HeatFilter>): void {
  const { heat: choice } = twin.getState();
  setHeat({ filter: { ...choice.filter, ...change } });
}
