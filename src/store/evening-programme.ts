/** What an evening plays, in one form: the stops of a plan, or scenarios from the list or from the municipality's file. */
import { IDLE_SECONDS, STAY_SECONDS } from '../model/evening.ts';
import type { Localised } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import type { EveningSettings, Scenario } from '../model/scenario.ts';
import { visitStop } from './plan-view.ts';
import { findPlan } from './plans.ts';
import { showScenario } from './scenario-picture.ts';
import type { PlanChoice, ProgrammeKind, TwinState } from './twin.ts';

interface EveningStop {
  readonly title: Localised;
  readonly caption: Localised;
  /** Undefined: the town without a plan. */
  readonly choice: PlanChoice | undefined;
  /** Brings its picture; the camera flies there. */
  show(): void;
}

export interface EveningProgramme {
  readonly title: Localised | undefined;
  readonly stops: readonly EveningStop[];
  /** See `eveningTimes`. */
  readonly idleSeconds: number;
  readonly staySeconds: number;
}

function withTimes({ idleSeconds = IDLE_SECONDS, staySeconds = STAY_SECONDS }: EveningSettings = {}) {
  return { idleSeconds, staySeconds };
}

/** Who writes a scenario writes in one language. */
const inAll = (text: string): Localised => ({ nl: text, en: text });

function planProgramme(plan: Plan | undefined): EveningProgramme {
  const stops = (plan?.stops ?? []).map((stop): EveningStop => {
    const { title, caption, variant } = stop;
    const choice = plan && { plan: plan.id, variant, phase: undefined };
    return { title, caption, choice, show: () => visitStop(stop) };
  });
  return { title: plan?.title, stops, ...withTimes(plan?.evening) };
}

/** Those of another municipality are left out: their places lie elsewhere. */
function scenarioProgramme(
  scenarios: readonly Scenario[],
  evening: EveningSettings,
  municipality: string | undefined,
): EveningProgramme {
  const stops = scenarios
    .filter((scenario) => scenario.municipality === municipality)
    .map((scenario): EveningStop => {
      const { title, caption = '', choice } = scenario;
      return {
        title: inAll(title),
        caption: inAll(caption),
        choice: choice && { plan: choice.plan, variant: choice.variant, phase: choice.phase },
        show: () => showScenario(scenario, true),
      };
    });
  return { title: evening.title === undefined ? undefined : inAll(evening.title), stops, ...withTimes(evening) };
}

/** What of the state a programme is made of. */
export type ProgrammeSources = Pick<TwinState, 'plans' | 'choice' | 'scenarios' | 'eveningFile' | 'municipality'>;

export function findProgramme(kind: ProgrammeKind, state: ProgrammeSources): EveningProgramme {
  const { municipality, scenarios, eveningFile } = state;
  const here = municipality.status === 'ready' ? municipality.value.id : undefined;
  if (kind === 'plan') return planProgramme(findPlan(state, state.choice?.plan));
  if (kind === 'list')
    return scenarioProgramme(
      scenarios.items.map(({ scenario }) => scenario),
      scenarios.evening,
      here,
    );
  return eveningFile.status === 'ready'
    ? scenarioProgramme(eveningFile.value.scenarios, eveningFile.value.evening, here)
    : scenarioProgramme([], {}, here);
}
