/** What a page that holds the viewer in a frame may ask of it. Each answers undefined, or why it cannot. */
import { type EmbedCommand, type EmbedErrorCode, readClockTime } from '../model/embed-message.ts';
import { questionIds } from '../model/question-ids.ts';
import { sendCommand } from './commands.ts';
import { needIndex } from './load-municipality.ts';
import { visitStop } from './plan-view.ts';
import { openPlan, setMoment } from './plans.ts';
import { findBuildingRow, selectBuildingById } from './select-building.ts';
import { openQuestion, type TwinState, twin } from './twin.ts';

export interface CommandProblem {
  readonly code: EmbedErrorCode;
  readonly detail: string;
}

/** Ids of the municipality's viewpoints, and of the stops of its plans as `plan/stop`. */
export function listViewpoints({ municipality, plans }: Pick<TwinState, 'municipality' | 'plans'>): string[] {
  const own = municipality.status === 'ready' ? municipality.value.viewpoints.map(({ id }) => id) : [];
  const stops =
    plans.status === 'ready' ? plans.value.flatMap((plan) => plan.stops.map(({ id }) => [plan.id, id])) : [];
  return [...own, ...stops.map((path) => path.join('/'))];
}

function goToViewpoint(id: string): CommandProblem | undefined {
  const { municipality, plans, choice } = twin.getState();
  const own =
    municipality.status === 'ready' ? municipality.value.viewpoints.find((item) => item.id === id) : undefined;
  if (own) {
    const [x, y, nap] = own.position;
    const { headingDegrees, pitchDegrees } = own;
    sendCommand({ type: 'fly-to-pose', pose: { x, y, nap, headingDegrees, pitchDegrees } });
    return undefined;
  }
  const [planId = '', stopId] = id.split('/');
  const plan = plans.status === 'ready' ? plans.value.find((item) => item.id === planId) : undefined;
  const stop = plan?.stops.find((item) => item.id === stopId);
  if (!plan || !stop) return { code: 'unknown-viewpoint', detail: `${id} is not among the viewpoints` };
  if (choice?.plan !== plan.id) openPlan(plan.id);
  visitStop(stop);
  return undefined;
}

async function select(id: string | null): Promise<CommandProblem | undefined> {
  if (id === null) {
    selectBuildingById(undefined);
    return undefined;
  }
  await needIndex('buildingTable');
  const { buildingTable } = twin.getState();
  const isKnown = buildingTable.status === 'ready' && findBuildingRow(buildingTable.value, id) !== undefined;
  if (!isKnown) return { code: 'unknown-building', detail: `${id} is not among the buildings` };
  selectBuildingById(id);
  return undefined;
}

function showQuestion(id: string | null): CommandProblem | undefined {
  const question = questionIds.find((known) => known === id);
  if (id !== null && !question) return { code: 'unknown-question', detail: `${id} is not among the questions` };
  openQuestion(question);
  return undefined;
}

type Answer = CommandProblem | undefined | Promise<CommandProblem | undefined>;
type Obey = { readonly [Type in EmbedCommand['type']]: (command: Extract<EmbedCommand, { type: Type }>) => Answer };

const obeyers: Obey = {
  hello: () => undefined,
  'go-to-viewpoint': ({ viewpoint }) => goToViewpoint(viewpoint),
  select: ({ building }) => select(building),
  'show-question': ({ question }) => showQuestion(question),
  'set-time': ({ time }) => {
    setMoment(time === null ? undefined : readClockTime(time));
    return undefined;
  },
};

export async function obeyEmbedder(command: EmbedCommand): Promise<CommandProblem | undefined> {
  return (obeyers[command.type] as (command: EmbedCommand) => Answer)(command);
}
