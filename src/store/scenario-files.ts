/** Scenarios into files and out of them. */
import { parseScenarioFile, type Scenario, writeScenarioFile } from '../model/scenario.ts';
import { addScenarios, markWritten } from './scenarios.ts';
import { twin } from './twin.ts';

/** Thousands of scenarios with drawings fit; a film or a point cloud that is dropped by mistake does not. */
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
}

export const fileOfScenario = (scenario: Scenario): WrittenFile => ({
  name: `${toFileName(scenario.title)}.tweeling.json`,
  text: writeScenarioFile([scenario]),
});

/** All of the list; the page may be left without a warning then. */
export function fileOfAllScenarios(): WrittenFile {
  const { scenarios } = twin.getState();
  markWritten();
  const { items, evening } = scenarios;
  const name = evening.title ?? `scenarios-${items[0]?.scenario.municipality ?? ''}`;
  return {
    name: `${toFileName(name)}.tweeling.json`,
    text: writeScenarioFile(
      items.map(({ scenario }) => scenario),
      evening,
    ),
  };
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
    const { scenarios, evening, isNewer, complaints } = parseScenarioFile(json, file.name);
    if (scenarios.length === 0) return refuse('empty', `${file.name}: scenarios: is empty`);
    const isOnly = twin.getState().scenarios.items.length === 0;
    addScenarios({ scenarios, evening });
    if (isOnly && complaints.length === 0) markWritten();
    return { status: 'added', count: scenarios.length, isNewer, complaints };
  } catch (error) {
    return refuse('no-scenarios', messageOf(error));
  }
}
