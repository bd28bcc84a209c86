/** Effects of the run in the picture: worked out in a thread when somebody asks for them, and again when the run changes. */
import { createStore } from 'zustand/vanilla';
import {
  depthAccuracy,
  type FloodEffects,
  IMPASSABLE_DEPTH,
  type RescueService,
  type RescueSetting,
  rescueServices,
} from '../model/flood-effects.ts';
import { ASSUMED_THRESHOLD } from '../model/flood-facades.ts';
import type { Loadable } from '../model/loadable.ts';
import type { Municipality } from '../model/municipality.ts';
import type { EffectsTask } from '../workers/flood-effects.ts';
import { type EffectsThread, startFloodEffects } from '../workers/start-flood-effects.ts';
import { type FloodRun, flood } from './flood.ts';
import { needIndex } from './load-municipality.ts';
import { twin } from './twin.ts';

export interface EffectsState {
  readonly effects: Loadable<FloodEffects>;
  /** The run that they are of. */
  readonly run: FloodRun | undefined;
}

const initial: EffectsState = { effects: { status: 'idle' }, run: undefined };

export const floodEffects = createStore<EffectsState>(() => initial);

let following: { readonly thread: EffectsThread; readonly unsubscribe: () => void } | undefined;

function settingOf({ flood: settings }: Municipality, service: RescueService): RescueSetting {
  const { depthM, from } = settings?.[service] ?? {};
  return { depth: depthM ?? IMPASSABLE_DEPTH, from: from?.map(({ position }) => position) ?? [] };
}

/** Undefined while a part is not there yet, or the run is not whole. What a municipality does not have at all is empty. */
function taskOf(): (EffectsTask & { readonly shown: FloodRun }) | undefined {
  const { run, source, facades, index } = flood.getState();
  const { municipality, buildingTable, streets, addresses } = twin.getState();
  const isComing = [buildingTable, streets, addresses].some(({ status }) => status === 'idle' || status === 'running');
  if (!run || !source || run.engine === '' || municipality.status !== 'ready' || isComing) return undefined;
  // Thresholds come with a file of their own: worked out twice is better than with the wrong one.
  if (index.status === 'ready' && index.value.facades !== undefined && !facades && !hasProblem()) return undefined;
  const { site, depths, extent } = source;
  return {
    shown: run,
    site,
    run: source.run,
    seconds: run.seconds,
    depths,
    extent,
    town: {
      areas: buildingTable.status === 'ready' ? buildingTable.value.area : [],
      streets: streets.status === 'ready' ? streets.value.streets.map(({ lines }) => lines) : [],
      addresses: addresses.status === 'ready' ? { x: addresses.value.x, y: addresses.value.y } : { x: [], y: [] },
      rescue: Object.fromEntries(
        rescueServices.map((service) => [service, settingOf(municipality.value, service)]),
      ) as Record<RescueService, RescueSetting>,
      threshold: facades?.threshold ?? ASSUMED_THRESHOLD,
      accuracy: depthAccuracy(municipality.value.terrain?.source.accuracyM),
    },
  };
}

/** The file of façades could not be read. */
const hasProblem = () => twin.getState().problems.some(({ what }) => what === 'flood');

function assess(thread: EffectsThread): void {
  const task = taskOf();
  if (!task) return;
  const { shown, ...given } = task;
  floodEffects.setState({ effects: { status: 'running' }, run: shown });
  thread.assess(given, (reply) => {
    // Of a run that was asked for before the last.
    if (floodEffects.getState().run !== shown) return;
    if ('share' in reply) floodEffects.setState({ effects: { status: 'running', progress: reply.share } });
    else if ('message' in reply) floodEffects.setState({ effects: { status: 'failed', message: reply.message } });
    else floodEffects.setState({ effects: { status: 'ready', value: reply.effects } });
  });
}

/** The picture's buildings, as far as it shows effects and they are there. */
function markBuildings(): void {
  const { flood: choice, buildingTable, buildingMarks } = twin.getState();
  const { effects } = floodEffects.getState();
  if (!choice.hasEffects || effects.status !== 'ready' || buildingTable.status !== 'ready') {
    if (buildingMarks?.family === 'water') twin.setState({ buildingMarks: undefined });
    return;
  }
  const { classes } = effects.value.buildings;
  if (buildingMarks?.classes === classes) return;
  twin.setState({ buildingMarks: { family: 'water', ids: buildingTable.value.id, classes } });
}

/** From now on until the water is taken out of the picture. */
export function needFloodEffects(start: () => EffectsThread = startFloodEffects): void {
  if (following || !twin.getState().overlays.flood.visible) return;
  for (const id of ['buildingTable', 'streets', 'addresses'] as const) void needIndex(id);
  const thread = start();

  const again = () => {
    const { run, source } = flood.getState();
    // Between two runs nothing is told: what is told is of what is seen.
    if (run !== floodEffects.getState().run && floodEffects.getState().effects.status !== 'idle')
      floodEffects.setState(initial);
    if (run && source) assess(thread);
  };
  const untieFlood = flood.subscribe((now, before) => {
    if (now.source !== before.source || now.run !== before.run || now.facades !== before.facades) again();
  });
  const untieEffects = floodEffects.subscribe(markBuildings);
  const untieTwin = twin.subscribe((now, before) => {
    if (now.flood.hasEffects !== before.flood.hasEffects) markBuildings();
    if (!now.overlays.flood.visible) end();
    else if (
      now.buildingTable !== before.buildingTable ||
      now.streets !== before.streets ||
      now.addresses !== before.addresses ||
      now.municipality !== before.municipality ||
      now.problems !== before.problems
    )
      again();
  });

  function end() {
    const ended = following;
    following = undefined;
    ended?.thread.stop();
    floodEffects.setState(initial);
    ended?.unsubscribe();
  }

  following = {
    thread,
    unsubscribe() {
      untieFlood();
      untieTwin();
      untieEffects();
    },
  };
  again();
}
