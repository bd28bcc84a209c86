/** The list of named scenarios: in memory only, until the user writes it to a file. Every change can be undone. */
import { LONGEST_TITLE, parseScenarioFile, type Scenario, writeScenarioFile } from '../model/scenario.ts';
import { embedFiles, extractFiles, type LeftOut, type MissingFile } from '../model/scenario-files.ts';
import { keepFile, readFile } from './drawn-files.ts';
import { presentScenario, showScenario } from './scenario-picture.ts';
import { type ListedScenario, type TwinState, twin } from './twin.ts';

const MOST_STEPS = 50;
/** Thousands of scenarios with drawings fit, and some models; a film or a point cloud that is dropped by mistake does not. */
export const LARGEST_FILE_MB = 20;

let lastId = 0;
const listed = (scenario: Scenario): ListedScenario => ({ id: ++lastId, scenario });

function change(edit: (items: readonly ListedScenario[]) => readonly ListedScenario[]): void {
  const { scenarios } = twin.getState();
  const items = edit(scenarios.items);
  if (items === scenarios.items) return;
  twin.setState({ scenarios: { ...scenarios, items, past: [...scenarios.past, scenarios.items].slice(-MOST_STEPS) } });
}

const toTitle = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, LONGEST_TITLE);

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

/** An empty name changes nothing. */
export function renameScenario(id: number, title: string): void {
  const name = toTitle(title);
  if (name === '' || findScenario(id)?.title === name) return;
  change((items) => items.map((item) => (item.id === id ? { id, scenario: { ...item.scenario, title: name } } : item)));
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
  const { scenarios } = twin.getState();
  const items = scenarios.past.at(-1);
  if (items) twin.setState({ scenarios: { ...scenarios, items, past: scenarios.past.slice(0, -1) } });
}

const toFileName = (title: string) =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'scenario';

export interface WrittenFile {
  readonly name: string;
  readonly text: string;
  /** Placed things that are too large to go along. */
  readonly leftOut: readonly LeftOut[];
}

function writeFile(title: string, scenarios: readonly Scenario[]): WrittenFile {
  const embedded = embedFiles(scenarios, readFile);
  return {
    name: `${toFileName(title)}.tweeling.json`,
    text: writeScenarioFile(embedded.scenarios),
    leftOut: embedded.leftOut,
  };
}

export const fileOfScenario = (scenario: Scenario): WrittenFile => writeFile(scenario.title, [scenario]);

/** All of the list; the page may be left without a warning then, unless something was left out. */
export function fileOfAllScenarios(): WrittenFile {
  const { scenarios } = twin.getState();
  const [first] = scenarios.items;
  const file = writeFile(
    `scenarios-${first?.scenario.municipality ?? ''}`,
    scenarios.items.map(({ scenario }) => scenario),
  );
  if (file.leftOut.length === 0) twin.setState({ scenarios: { ...scenarios, written: scenarios.items } });
  return file;
}

/** What a file picker or a drop gives. */
export interface OfferedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
}

export type FileOutcome =
  | {
      readonly status: 'added';
      readonly count: number;
      readonly isNewer: boolean;
      readonly complaints: readonly string[];
      /** Placed things that the scenarios name and the file does not hold, or not whole. */
      readonly missing: readonly MissingFile[];
    }
  | {
      readonly status: 'refused';
      readonly reason: 'too-large' | 'unreadable' | 'no-json' | 'no-scenarios' | 'empty';
      readonly detail: string;
    };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Adds the scenarios of a file to the list. Never throws: what is wrong with the file is said. */
export async function addScenarioFile(file: OfferedFile): Promise<FileOutcome> {
  const refuse = (reason: Extract<FileOutcome, { status: 'refused' }>['reason'], detail: string): FileOutcome => ({
    status: 'refused',
    reason,
    detail,
  });
  if (file.size > LARGEST_FILE_MB * 1e6)
    return refuse('too-large', `${file.name}: ${(file.size / 1e6).toFixed(1)} MB, at most ${LARGEST_FILE_MB} MB`);
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    return refuse('unreadable', `${file.name}: ${messageOf(error)}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse('no-json', `${file.name}: ${messageOf(error)}`);
  }
  try {
    const { scenarios: read, isNewer, complaints } = parseScenarioFile(json, file.name);
    const { scenarios, missing } = extractFiles(read, keepFile);
    if (scenarios.length === 0) return refuse('empty', `${file.name}: scenarios: is empty`);
    const added = scenarios.map(listed);
    const isOnly = twin.getState().scenarios.items.length === 0;
    change((items) => [...items, ...added]);
    const list = twin.getState().scenarios;
    if (isOnly && complaints.length + missing.length === 0)
      twin.setState({ scenarios: { ...list, written: list.items } });
    warnBeforeLoss();
    return { status: 'added', count: scenarios.length, isNewer, complaints, missing };
  } catch (error) {
    return refuse('no-scenarios', messageOf(error));
  }
}

let isWarning = false;

export function hasUnwrittenScenarios({ scenarios }: Pick<TwinState, 'scenarios'>): boolean {
  return scenarios.items.length > 0 && scenarios.items !== scenarios.written;
}

/** The browser asks whether to leave a page whose scenarios are in no file. */
function warnBeforeLoss(): void {
  if (isWarning || typeof window === 'undefined') return;
  isWarning = true;
  window.addEventListener('beforeunload', (event) => {
    if (hasUnwrittenScenarios(twin.getState())) event.preventDefault();
  });
}
