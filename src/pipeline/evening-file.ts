/**
 * The programme of an information evening that goes with a municipality: read strictly, because nobody mends it in the hall.
 * What only may look different is a note.
 */
import { existsSync, readFileSync } from 'node:fs';
import { isSameData } from '../model/data-version.ts';
import type { RdExtent } from '../model/grid.ts';
import { InputError } from '../model/input-error.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { parseScenarioFile, type ReadScenarioFile, type Scenario } from '../model/scenario.ts';

/** Beside `municipality.json`, which names it. */
export const EVENING_FILE = 'evening.tweeling.json';

export interface EveningFile {
  /** As it was. */
  readonly text: string;
  /** Those that are played: of this municipality. */
  readonly scenarios: readonly Scenario[];
  readonly notes: readonly string[];
}

function readScenarios(file: string): ReadScenarioFile & { readonly text: string } {
  if (!existsSync(file)) throw new InputError(`${file}: file not found; the scenarios tool of the viewer writes one.`);
  const text = readFileSync(file, 'utf8');
  try {
    const read = parseScenarioFile(JSON.parse(text), file);
    if (read.complaints.length > 0) throw new Error(read.complaints.join('; '));
    if (read.scenarios.length === 0) throw new Error(`${file}: scenarios: is empty`);
    return { ...read, text };
  } catch (error) {
    const { message } = error as Error;
    throw new InputError(error instanceof SyntaxError ? `${file}: not valid JSON: ${message}` : message);
  }
}

/** A stop that shows nothing of what it promises is found out here, not in the hall. */
function checkPlan({ choice }: Scenario, where: string, plans: readonly Plan[]): void {
  if (!choice) return;
  const plan = plans.find(({ id }) => id === choice.plan);
  const variant = plan?.variants.find(({ id }) => id === choice.variant);
  const phase = variant?.phases?.find(({ id }) => id === choice.phase);
  const refuse = (field: string, value: string) => {
    throw new InputError(`${where}.choice.${field}: "${value}" is not among the plans of the municipality`);
  };
  if (!plan) refuse('plan', choice.plan);
  if (choice.variant !== undefined && !variant) refuse('variant', choice.variant);
  if (choice.phase !== undefined && !phase) refuse('phase', choice.phase);
}

/** Throws {@link InputError} that names file and field. `plans` are those of the municipality. */
export function readEveningFile(file: string, { id }: Municipality, plans: readonly Plan[]): EveningFile {
  const { text, scenarios, isNewer } = readScenarios(file);
  const notes = isNewer ? [`${file} was made with a later version: what this one does not know is not shown`] : [];
  scenarios.forEach((scenario, i) => {
    if (scenario.municipality === id) checkPlan(scenario, `${file}: scenarios.${i}`, plans);
    else notes.push(`${file}: scenarios.${i} ("${scenario.title}") is of ${scenario.municipality} and is left out`);
  });
  const played = scenarios.filter(({ municipality }) => municipality === id);
  if (played.length === 0)
    throw new InputError(
      `${file}: scenarios.0.municipality: "${scenarios[0]?.municipality}" is not "${id}"; no stop is left.`,
    );
  return { text, scenarios: played, notes };
}

/** Stops that were made with other data than `made` has, or that look from outside the part that is packed. */
export function listEveningNotes(
  file: string,
  { scenarios, notes }: EveningFile,
  { dataHash, dataDate }: Municipality,
  extent?: RdExtent,
): string[] {
  const titles = (list: readonly Scenario[]) => list.map(({ title }) => `"${title}"`).join(', ');
  const changed = scenarios.filter(
    (scenario) =>
      scenario.dataHash !== undefined &&
      dataHash !== undefined &&
      !isSameData({ hash: scenario.dataHash, date: undefined }, { hash: dataHash, date: undefined }),
  );
  const outside = scenarios.filter(({ camera }) => {
    if (!extent || !camera) return false;
    const [west, south, east, north] = extent;
    return camera.x < west || camera.x > east || camera.y < south || camera.y > north;
  });
  const date = dataDate ? ` (of ${dataDate})` : '';
  return [
    ...notes,
    ...(changed.length > 0
      ? [`${file}: made with other data than these${date}: ${titles(changed)}; look whether they are still right`]
      : []),
    ...(outside.length > 0 ? [`${file}: looks from outside the part that is packed: ${titles(outside)}`] : []),
  ];
}
