/**
 * Events on squares: what the municipality has, the plan that is worked on with its undo, and what a visitor chose of it. Lives with its
 * question, so that the first page need not carry it. Changes of the plan: `crowd-plan.ts`.
 */
import { createStore } from 'zustand/vanilla';
import type { CrowdChoice } from '../model/crowd-choice.ts';
import type { EventLayout, EventPlace, EventPlan, EventTown } from '../model/event-plan.ts';
import { type History, record, redo, startHistory, undo } from '../model/history.ts';
import { InputError } from '../model/input-error.ts';
import type { Loadable } from '../model/loadable.ts';
import { readEventPlan } from '../model/parse-event-plan.ts';
import { parseEventTown } from '../model/parse-event-town.ts';
import { readPlanDifference, writePlanDifference } from '../model/plan-difference.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { readCrowd, writeCrowd } from './share-crowd.ts';
import { reportProblem, twin } from './twin.ts';

export interface CrowdState {
  readonly town: Loadable<EventTown>;
  /** The plan that is worked on, all of its layouts; undefined until the town has come. */
  readonly history: History<EventPlan> | undefined;
  /** Plans that were worked on before, with their undo, by id: who looks at another event loses nothing. */
  readonly kept: Readonly<Record<string, History<EventPlan>>>;
  /** What is seen while a pointer drags; becomes a step when it lets go. */
  readonly draft: EventPlan | undefined;
  /** Points so far of what is being drawn: flat x, y pairs in RD New. */
  readonly pending: readonly number[];
  /** What a new entry, stop or route is called, before its number. */
  readonly newTitle: string;
  /** Id of the passage that stands out, in the list and in the picture. */
  readonly passage: string | undefined;
  /** The plan was changed more than a link can hold. */
  readonly isTooLong: boolean;
}

export const crowd = createStore<CrowdState>(() => ({
  town: { status: 'idle' },
  history: undefined,
  kept: {},
  draft: undefined,
  pending: [],
  newTitle: '',
  passage: undefined,
  isTooLong: false,
}));

/** Where a municipality has none. */
export const NO_EVENTS = 'municipality.json has no address of events';

/** What is seen: while something is dragged its draft, otherwise the last step. */
export const seenPlan = ({ draft, history }: Pick<CrowdState, 'draft' | 'history'>): EventPlan | undefined =>
  draft ?? history?.present;

/** The layout that is chosen, its first unless one is. */
export const layoutOf = (plan: EventPlan | undefined, id: string | undefined): EventLayout | undefined =>
  plan?.layouts.find((layout) => layout.id === id) ?? plan?.layouts[0];

export const seenLayout = (
  state: Pick<CrowdState, 'draft' | 'history'>,
  { layout }: Pick<CrowdChoice, 'layout'>,
): EventLayout | undefined => layoutOf(seenPlan(state), layout);

/** The other one of a comparison; undefined without. */
export function otherLayout(
  state: Pick<CrowdState, 'draft' | 'history'>,
  { layout, other }: Pick<CrowdChoice, 'layout' | 'other'>,
): EventLayout | undefined {
  const plan = seenPlan(state);
  const found = other === undefined ? undefined : plan?.layouts.find(({ id }) => id === other);
  return found && found !== layoutOf(plan, layout) ? found : undefined;
}

/** The ground of the plan that is seen. */
export function seenPlace({ town, ...rest }: Pick<CrowdState, 'town' | 'draft' | 'history'>): EventPlace | undefined {
  const plan = seenPlan(rest);
  return town.status === 'ready' ? town.value.places.find(({ id }) => id === plan?.place) : undefined;
}

/** The municipality's plan with an id, its first unless there is one. */
const findEvent = ({ town }: Pick<CrowdState, 'town'>, id: string | undefined): EventPlan | undefined =>
  town.status === 'ready' ? (town.value.events.find((event) => event.id === id) ?? town.value.events[0]) : undefined;

/** Reads them once, and again after a failure, which is told where they are shown. The municipality must be there. */
export async function needCrowd(readJson: ReadJson = fetchJson): Promise<void> {
  const { municipality, baseUrl } = twin.getState();
  const { status } = crowd.getState().town;
  if (municipality.status !== 'ready' || status === 'running' || status === 'ready') return;
  const address = municipality.value.crowd?.url;
  if (address === undefined) {
    crowd.setState({ town: { status: 'failed', message: NO_EVENTS } });
    return;
  }
  crowd.setState({ town: { status: 'running' } });
  const url = new URL(address, baseUrl).href;
  try {
    const value = parseEventTown(await readJson(url), url);
    crowd.setState({ town: { status: 'ready', value } });
    openFirst();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    crowd.setState({ town: { status: 'failed', message } });
  }
}

/** What the address asked for before the town had come. */
function openFirst(): void {
  const { sharedCrowd, crowd: choice } = twin.getState();
  try {
    openShared(choice.event, readCrowd(sharedCrowd).plan);
  } catch {
    // Told when the address was read.
    openShared(choice.event, '');
  }
}

/** Letters of a changed plan that still fit in an address. */
export const LONGEST_PLAN = 6000;
let written: { readonly plan: EventPlan | undefined; readonly text: string } | undefined;

/** What a link keeps of the plan: what differs from the municipality's. */
function planText(): string {
  const { history } = crowd.getState();
  const plan = history?.present;
  if (!plan) return '';
  if (written?.plan !== plan) written = { plan, text: writePlanDifference(findMunicipal(plan.id), plan) };
  return written.text;
}

/** Undefined for a plan of one's own. */
export const findMunicipal = (id: string): EventPlan | undefined => {
  const { town } = crowd.getState();
  return town.status === 'ready' ? town.value.events.find((event) => event.id === id) : undefined;
};

/** Whether the plan is no longer as the municipality has it. */
export const isPlanChanged = (): boolean => planText() !== '';

/** Whoever changes choice or plan writes what a link has of them. */
function share(): void {
  const text = planText();
  const isTooLong = text.length > LONGEST_PLAN;
  if (crowd.getState().isTooLong !== isTooLong) crowd.setState({ isTooLong });
  const sharedCrowd = writeCrowd(twin.getState().crowd, isTooLong ? '' : text);
  if (twin.getState().sharedCrowd !== sharedCrowd) twin.setState({ sharedCrowd });
}

export function setCrowdChoice(change: Partial<CrowdChoice>): void {
  twin.setState({ crowd: { ...twin.getState().crowd, ...change } });
  if (crowd.getState().town.status === 'ready') share();
}

/** What was worked on before is put aside. */
function work(history: History<EventPlan> | undefined): void {
  const { history: before, kept } = crowd.getState();
  const aside = before ? { ...kept, [before.present.id]: before } : kept;
  crowd.setState({ history, kept: aside, draft: undefined, pending: [], passage: undefined });
}

const open = (plan: EventPlan | undefined): void => work(plan && startHistory(plan));

/** As a link has it. What cannot be read is told, and what is asked starts anew; of the plan when the town is there. */
export function openSharedCrowd(text: string): void {
  if (twin.getState().sharedCrowd !== text) return;
  try {
    const { choice, plan } = readCrowd(text);
    twin.setState({ crowd: choice });
    if (crowd.getState().town.status === 'ready') openShared(choice.event, plan);
  } catch (error) {
    tellLink(error);
  }
}

function tellLink(error: unknown): void {
  const detail = error instanceof Error ? error.message : String(error);
  reportProblem({ what: 'link', url: `crowd=${twin.getState().sharedCrowd}`, detail });
}

/** The municipality's with what a link says is changed of it. */
function openShared(id: string | undefined, text: string): void {
  const first = findEvent(crowd.getState(), id);
  open(first);
  if (text === '') return;
  // A plan of one's own has an id that the municipality does not have, and is there wholly.
  const before = id === undefined ? first : findMunicipal(id);
  try {
    const { plan, faults } = readEventPlan(readPlanDifference(before, text), 'crowd');
    if (!plan) throw new InputError(faults.join('; '));
    const { town } = crowd.getState();
    if (town.status === 'ready' && !town.value.places.some(({ id: known }) => known === plan.place))
      throw new InputError(`place: this municipality has no ${JSON.stringify(plan.place)}`);
    open(plan);
  } catch (error) {
    tellLink(error);
  }
  share();
}

/** Another plan, of a file or a scenario. One of the same event is a step that undo takes back. */
export function openPlan(plan: EventPlan): void {
  const { history } = crowd.getState();
  if (history?.present.id === plan.id) changePlan(() => plan);
  else open(plan);
  setCrowdChoice({ event: plan.id, layout: undefined, other: undefined, selected: undefined, placing: undefined });
}

/** Events of the municipality's, and plans of one's own that were opened. */
export function listEvents({ town, history, kept }: CrowdState): readonly EventPlan[] {
  const events = town.status === 'ready' ? town.value.events : [];
  const own = new Map(Object.values(kept).map(({ present }) => [present.id, present]));
  if (history) own.set(history.present.id, history.present);
  return [...events, ...[...own.values()].filter(({ id }) => !events.some((event) => event.id === id))];
}

/** As it was when one worked on it last. */
export function chooseEvent(id: string): void {
  const state = crowd.getState();
  if (state.history?.present.id === id) return;
  const event = findEvent(state, id);
  work(state.kept[id] ?? (event && startHistory(event)));
  const { history } = crowd.getState();
  setCrowdChoice({ ...fresh, event: history?.present.id });
}

const fresh = { layout: undefined, other: undefined, second: 0, selected: undefined, placing: undefined } as const;

/** As the municipality has it: a step that undo takes back. A plan of one's own is put aside. */
export function resetPlan(): void {
  const id = crowd.getState().history?.present.id ?? '';
  const event = findMunicipal(id);
  if (event) changePlan(() => event);
  else chooseEvent(findEvent(crowd.getState(), undefined)?.id ?? '');
}

export const chooseLayout = (layout: string): void =>
  setCrowdChoice({ layout, selected: undefined, placing: undefined });

/** One step that undo takes back. */
export function changePlan(change: (plan: EventPlan) => EventPlan): void {
  const { history } = crowd.getState();
  if (!history) return;
  crowd.setState({ history: record(history, change(history.present)), draft: undefined });
  share();
}

/** While a pointer drags: seen at once, no step yet. Undefined goes back to the last step. */
export const previewPlan = (draft: EventPlan | undefined): void => crowd.setState({ draft });

/** The pointer lets go: what it dragged becomes a step. */
export function keepPlanPreview(): void {
  const { draft } = crowd.getState();
  if (draft) changePlan(() => draft);
}

function step(change: typeof undo<EventPlan>): void {
  const { history } = crowd.getState();
  if (!history) return;
  crowd.setState({ history: change(history), draft: undefined, pending: [] });
  share();
}

export const undoPlan = (): void => step(undo);
export const redoPlan = (): void => step(redo);

export const selectInPlan = (selected: string | undefined): void => {
  if (twin.getState().crowd.selected !== selected) setCrowdChoice({ selected });
};

export const showPassage = (passage: string | undefined): void => {
  if (crowd.getState().passage !== passage) crowd.setState({ passage });
};
