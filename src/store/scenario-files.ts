/** Scenarios into files and out of them. */
import { type EveningSettings, parseScenarioFile, type Scenario, writeScenarioFile } from '../model/scenario.ts';
import { embedFiles, extractFiles, type LeftOut, type MissingFile } from '../model/scenario-files.ts';
import { keepFile, readFile } from './drawn-files.ts';
import { markCanvasesWritten } from './own-canvases.ts';
import { addScenarios, markWritten } from './scenarios.ts';
import { twin } from './twin.ts';

/** Thousands of scenarios with drawings fit, and some models; a film or a point cloud that is dropped by mistake does not. */
export const LARGEST_FILE_MB = 20;

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

function writeFile(title: string, scenarios: readonly Scenario[], evening?: EveningSettings): WrittenFile {
  const embedded = embedFiles(scenarios, readFile);
  for (const { canvases } of scenarios) markCanvasesWritten(canvases ?? []);
  return {
    name: `${toFileName(title)}.tweeling.json`,
    text: writeScenarioFile(embedded.scenarios, evening),
    leftOut: embedded.leftOut,
  };
}

export const fileOfScenario = (scenario: Scenario): WrittenFile => writeFile(scenario.title, [scenario]);

/** All of the list; the page may be left without a warning then, unless something was left out. */
export function fileOfAllScenarios(): WrittenFile {
  const { items, evening } = twin.getState().scenarios;
  const file = writeFile(
    evening.title ?? `scenarios-${items[0]?.scenario.municipality ?? ''}`,
    items.map(({ scenario }) => scenario),
    evening,
  );
  if (file.leftOut.length === 0) markWritten();
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
    const { scenarios: read, evening, isNewer, complaints } = parseScenarioFile(json, file.name);
    const { scenarios, missing } = extractFiles(read, keepFile);
    if (scenarios.length === 0) return refuse('empty', `${file.name}: scenarios: is empty`);
    const isOnly = twin.getState().scenarios.items.length === 0;
    addScenarios({ scenarios, evening });
    if (isOnly && complaints.length + missing.length === 0) markWritten();
    return { status: 'added', count: scenarios.length, isNewer, complaints, missing };
  } catch (error) {
    return refuse('no-scenarios', messageOf(error));
  }
}
