/** The view from a window: whose, which floor, and what was computed. Lives with its tool, so that the first page need not carry it. */
import { createStore } from 'zustand/vanilla';
import { findAddressAt } from '../model/building-addresses.ts';
import type { Loadable } from '../model/loadable.ts';
import {
  HIGHEST_FLOOR,
  HORIZONTAL_FIELD_DEGREES,
  type HouseWindow,
  type OutlookRequest,
  type OutlookResult,
} from '../model/outlook.ts';
import type { Plan } from '../model/plan.ts';
import { startOutlook } from '../workers/start-outlook.ts';
import { sendCommand } from './commands.ts';
import { needIndex } from './load-municipality.ts';
import { findPlan, openPlan, variantKey } from './plans.ts';
import { reportProblem, type TwinState, twin } from './twin.ts';

/** An address, and the building that it belongs to. */
interface WindowHouse {
  readonly street: string;
  readonly number: string;
  /** RD New metres. */
  readonly x: number;
  readonly y: number;
  /** Row in the building table, −1 where unknown. */
  readonly building: number;
}

interface OutlookState {
  readonly house: WindowHouse | undefined;
  /** 0 is the ground floor. */
  readonly floor: number;
  readonly result: Loadable<OutlookResult>;
}

/** Metres of buildings around the house that count, and beyond the plan's middle. */
const [LEAST_REACH, BEYOND_PLAN, MOST_REACH] = [600, 300, 3000];

export const outlook = createStore<OutlookState>(() => ({ house: undefined, floor: 0, result: { status: 'idle' } }));

let stop: (() => void) | undefined;

/** The plan that is looked at: the open one. */
export const plannedView = (state: Pick<TwinState, 'plans' | 'choice'>): Plan | undefined =>
  findPlan(state, state.choice?.plan);

function middleOf({ area }: Plan): { x: number; y: number } {
  const [xs, ys] = [area.map(([x]) => x), area.map(([, y]) => y)];
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return { x: middle(xs), y: middle(ys) };
}

function toRequest(house: WindowHouse, floor: number, plan: Plan): OutlookRequest | undefined {
  const { municipality, buildingTable, baseUrl, planModels } = twin.getState();
  if (municipality.status !== 'ready') return undefined;
  const { buildings, heights } = municipality.value;
  const table = buildingTable.status === 'ready' ? buildingTable.value : undefined;
  const target = middleOf(plan);
  const whole = (url: string) => new URL(url, baseUrl).href;
  return {
    house: {
      x: house.x,
      y: house.y,
      building: table?.id[house.building],
      ground: table?.ground[house.building] ?? undefined,
    },
    floor,
    target,
    reach: Math.min(
      Math.max(LEAST_REACH, Math.hypot(target.x - house.x, target.y - house.y) + BEYOND_PLAN),
      MOST_REACH,
    ),
    tilesets: buildings.flatMap(({ url, heightDatum }) =>
      url === undefined ? [] : { url: whole(url), isNap: heightDatum === 'nap' },
    ),
    heights: heights?.url === undefined ? undefined : whole(heights.url),
    variants: plan.variants.flatMap(({ id, url }) => {
      const model = planModels[variantKey(plan.id, id)];
      return model?.status === 'ready' ? { id, model: model.value, base: url ? whole(url) : baseUrl } : [];
    }),
  };
}

/** Computes anew; what was being computed is dropped. */
function refresh(): void {
  stop?.();
  stop = undefined;
  const { house, floor } = outlook.getState();
  const state = twin.getState();
  const plan = plannedView(state);
  const isComing = plan?.variants.some(({ id }) => {
    const status = state.planModels[variantKey(plan.id, id)]?.status;
    return status === undefined || status === 'idle' || status === 'running';
  });
  const isTableComing = state.buildingTable.status === 'idle' || state.buildingTable.status === 'running';
  if (!house || !plan) {
    outlook.setState({ result: { status: 'idle' } });
    return;
  }
  outlook.setState({ result: { status: 'running' } });
  if (isComing || isTableComing) return;
  const request = toRequest(house, floor, plan);
  if (!request) return;
  stop = startOutlook(request, (reply) => {
    stop = undefined;
    outlook.setState({
      result:
        'result' in reply ? { status: 'ready', value: reply.result } : { status: 'failed', message: reply.message },
    });
  });
}

/** For the link: which window the picture is about. */
function share(): void {
  const { house, floor } = outlook.getState();
  if (house) twin.setState({ houseWindow: { x: house.x, y: house.y, number: house.number, floor } });
}

export function chooseHouse({ street, number, x, y, building }: WindowHouse): void {
  outlook.setState({ house: { street, number, x, y, building } });
  share();
  refresh();
}

export function setFloor(floor: number): void {
  outlook.setState({ floor: Math.min(Math.max(Math.round(floor), 0), HIGHEST_FLOOR) });
  share();
  refresh();
}

const isChosen = ({ x, y, number, floor }: HouseWindow): boolean => {
  const { house, floor: chosen } = outlook.getState();
  return house?.x === x && house.y === y && house.number === number && chosen === floor;
};

/** A link names a window that is not chosen here yet: its address is looked up once the register has come. */
function openShared({ houseWindow, addresses }: TwinState): void {
  if (!houseWindow || isChosen(houseWindow) || addresses.status !== 'ready') return;
  const found = findAddressAt(addresses.value, houseWindow);
  if (found) {
    outlook.setState({ floor: houseWindow.floor });
    chooseHouse(found);
    return;
  }
  const { x, y, number } = houseWindow;
  twin.setState({ houseWindow: undefined });
  reportProblem({ what: 'link', url: `window=${x},${y}`, detail: `no address with number ${number} lies there` });
}

/** While the tool is open: opens the first plan when none is, and computes again when plans or buildings come or change. */
export function followOutlook(): () => void {
  needIndex('buildingTable');
  needIndex('addresses');
  const openFirst = ({ plans, choice }: TwinState) => {
    const [first] = plans.status === 'ready' ? plans.value : [];
    if (!choice && first) openPlan(first.id);
  };
  const watched = ({ plans, planModels, buildingTable, choice }: TwinState) => [
    plans,
    planModels,
    buildingTable,
    choice?.plan,
  ];
  openFirst(twin.getState());
  openShared(twin.getState());
  refresh();
  const unsubscribe = twin.subscribe((state, before) => {
    if (state.plans !== before.plans) openFirst(state);
    if (state.houseWindow !== before.houseWindow || state.addresses !== before.addresses) openShared(state);
    const old = watched(before);
    if (watched(twin.getState()).some((value, i) => value !== old[i])) refresh();
  });
  return () => {
    unsubscribe();
    stop?.();
    stop = undefined;
  };
}

/** Puts the camera at the window with the lens that was computed with. Nothing happens before the result has come. */
export function lookOut(): void {
  const { result } = outlook.getState();
  if (result.status !== 'ready') return;
  const { x, y, nap, headingDegrees } = result.value.eye;
  sendCommand({
    type: 'look-from',
    pose: { x, y, nap, headingDegrees, pitchDegrees: 0 },
    fieldOfViewDegrees: HORIZONTAL_FIELD_DEGREES,
  });
}
