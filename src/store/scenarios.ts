/** The list of named scenarios: in memory only, until the user writes it to a file. Every change can be undone. */
import {
  type EveningSettings,
  LONGEST_CAPTION,
  LONGEST_TITLE,
  type Scenario,
  type ScenarioFile,
} from '../model/scenario.ts';
import type { ListedScenario, ScenarioSet } from './scenario-list.ts';
import { presentScenario, showScenario } from './scenario-picture.ts';
import { type TwinState, twin } from './twin.ts';

const MOST_STEPS = 50;

let lastId = 0;
const listed = (scenario: Scenario): ListedScenario => ({ id: ++lastId, scenario });

/** One step for undo; a set with the same parts is no step. */
function changeSet(edit: (set: ScenarioSet) => Partial<ScenarioSet>): void {
  const { past, written, ...set } = twin.getState().scenarios;
  const next = { ...set, ...edit(set) };
  if (next.items === set.items && next.evening === set.evening) return;
  twin.setState({ scenarios: { ...next, past: [...past, set].slice(-MOST_STEPS), written } });
}

function change(edit: (items: readonly ListedScenario[]) => readonly ListedScenario[]): void {
  changeSet(({ items }) => ({ items: edit(items) }));
}

const toLine = (text: string) => text.trim().replace(/\s+/g, ' ');
const toTitle = (text: string) => toLine(text).slice(0, LONGEST_TITLE);

/** Keeps the present picture under that name; returns its number in the list. */
export function saveScenario(title: string): number {
  const item = listed({ ...presentScenario(), title: toTitle(title) || '1' });
  change((items) => [...items, item]);
  warnBeforeLoss();
  return item.id;
}

function findScenario(id: number): Scenario | undefined {
  return twin.getState().scenarios.items.find((item) => item.id === id)?.scenario;
}

export type Opening =
  | { readonly status: 'opened' /** Names of what this version cannot show. */; readonly unknown: readonly string[] }
  | { readonly status: 'elsewhere'; readonly municipality: string };

/** One of another municipality is not opened here: its places lie elsewhere. */
export function openScenario(scenario: Scenario): Opening {
  const { municipality } = twin.getState();
  if (municipality.status !== 'ready' || municipality.value.id !== scenario.municipality)
    return { status: 'elsewhere', municipality: scenario.municipality };
  return { status: 'opened', unknown: showScenario(scenario) };
}

function changeScenario(id: number, edit: (scenario: Scenario) => Scenario): void {
  change((items) => items.map((item) => (item.id === id ? { id, scenario: edit(item.scenario) } : item)));
}

/** An empty name changes nothing. */
export function renameScenario(id: number, title: string): void {
  const name = toTitle(title);
  if (name === '' || findScenario(id)?.title === name) return;
  changeScenario(id, (scenario) => ({ ...scenario, title: name }));
}

/** What the hall reads beside it; an empty one goes. */
export function captionScenario(id: number, caption: string): void {
  const text = toLine(caption).slice(0, LONGEST_CAPTION);
  if ((findScenario(id)?.caption ?? '') === text) return;
  changeScenario(id, ({ caption: _, ...scenario }) => (text === '' ? scenario : { ...scenario, caption: text }));
}

/** The present picture takes the place of its picture; name and caption stay. */
export function retakeScenario(id: number): void {
  changeScenario(id, ({ title, caption }) => ({
    ...presentScenario(),
    title,
    ...(caption !== undefined && { caption }),
  }));
}

/** The copy stands below the original. */
export function duplicateScenario(id: number, title: string): void {
  change((items) =>
    items.flatMap((item) =>
      item.id === id ? [item, listed({ ...item.scenario, title: toTitle(title) || item.scenario.title })] : item,
    ),
  );
}

export function removeScenario(id: number): void {
  change((items) => items.filter((item) => item.id !== id));
}

/** Up (−1) or down (1) in the list; at its end nothing happens. */
export function moveScenario(id: number, step: -1 | 1): void {
  change((items) => {
    const from = items.findIndex((item) => item.id === id);
    const [item, other] = [items[from], items[from + step]];
    if (!item || !other) return items;
    return items.with(from, other).with(from + step, item);
  });
}

export function undoScenarioChange(): void {
  const { past, written } = twin.getState().scenarios;
  const before = past.at(-1);
  if (before) twin.setState({ scenarios: { ...before, past: past.slice(0, -1), written } });
}

/** Undefined takes a setting away: then it goes as usual. */
export function setEveningSettings(
  settings: { readonly [K in keyof EveningSettings]?: EveningSettings[K] | undefined },
): void {
  changeSet(({ evening }) => {
    const next = { ...evening, ...settings };
    const isSame = Object.entries(settings).every(([name, value]) => evening[name as keyof EveningSettings] === value);
    if (isSame) return {};
    return { evening: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) };
  });
}

/** Below what is there; a list that was empty takes the settings too. */
export function addScenarios({ scenarios, evening }: ScenarioFile): void {
  changeSet((set) => ({
    items: [...set.items, ...scenarios.map(listed)],
    ...(set.items.length === 0 && { evening }),
  }));
  warnBeforeLoss();
}

/** All of it is in a file as it stands. */
export function markWritten(): void {
  const { past, written: _, ...set } = twin.getState().scenarios;
  twin.setState({ scenarios: { ...set, past, written: set } });
}

let isWarning = false;

export function hasUnwrittenScenarios({ scenarios }: Pick<TwinState, 'scenarios'>): boolean {
  const { items, evening, written } = scenarios;
  return items.length > 0 && (items !== written.items || evening !== written.evening);
}

/** The browser asks whether to leave a page whose scenarios are in no file. */
function warnBeforeLoss(): void {
  if (isWarning || typeof window === 'undefined') return;
  isWarning = true;
  window.addEventListener('beforeunload', (event) => {
    if (hasUnwrittenScenarios(twin.getState())) event.preventDefault();
  });
}
