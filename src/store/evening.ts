/**
 * The information evening: stepping through a programme of prepared stops, today against plan, back to the start when nobody
 * is there any more, and from then on by itself until someone touches something.
 */
import { loadEveningFile } from './evening-file.ts';
import { type EveningProgramme, findProgramme } from './evening-programme.ts';
import { chooseVariant } from './plan-view.ts';
import { findPlan, loadVariants, setCompare, showVariant } from './plans.ts';
import { type Evening, openTool, type PlanChoice, type ProgrammeKind, twin } from './twin.ts';

function presentProgramme(): EveningProgramme {
  const state = twin.getState();
  return findProgramme(state.evening?.programme ?? 'plan', state);
}

function setEvening(change: Partial<Evening>): void {
  const { evening } = twin.getState();
  if (evening) twin.setState({ evening: { ...evening, ...change } });
}

/** At the first stop; `runEvening` shows it. The list of scenarios stays open underneath: one comes back to it. */
export function startEvening(programme: ProgrammeKind = 'plan'): void {
  if (programme !== 'list') openTool(undefined);
  setCompare({ mode: 'off' });
  twin.setState({ evening: { programme, stop: 0, idleSeconds: undefined, isAlone: false, seen: undefined } });
}

export function endEvening(): void {
  twin.setState({ evening: undefined });
}

/** Beyond the ends it stays at the first or last. */
export function goToStop(row: number): void {
  const { stops } = presentProgramme();
  const last = Math.max(stops.length - 1, 0);
  const stop = Math.min(Math.max(row, 0), last);
  const shown = stops[stop];
  if (!shown) return;
  setEvening({ stop, ...(shown.choice?.variant !== undefined && { seen: shown.choice }) });
  shown.show();
}

export function stepEvening(by: 1 | -1): void {
  const { evening } = twin.getState();
  if (evening) goToStop(evening.stop + by);
}

/** What the open plan goes back to from today: what was seen last, else what a stop shows first, else the first variant. */
function findSeen({ plan: id }: PlanChoice): PlanChoice | undefined {
  const { evening } = twin.getState();
  const plan = findPlan(twin.getState(), id);
  const first = plan?.variants[0] && { plan: id, variant: plan.variants[0].id, phase: undefined };
  return [evening?.seen, ...presentProgramme().stops.map(({ choice }) => choice), first].find(
    (choice) => choice?.plan === id && plan?.variants.some((variant) => variant.id === choice.variant),
  );
}

/** From today to a variant, and back. */
export function toggleToday(): void {
  const { evening, choice } = twin.getState();
  if (!evening || !choice) return;
  if (choice.variant !== undefined) {
    setEvening({ seen: choice });
    chooseVariant(undefined);
    return;
  }
  const seen = findSeen(choice);
  if (seen) showVariant(seen.variant, seen.phase);
}

interface EveningRun {
  /** Someone is there. */
  touch(): void;
  destroy(): void;
}

/** Shows the stop that the evening stands at, as soon as there is a programme and someone to draw it, and watches for silence. */
export function runEvening(): EveningRun {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The programme of which it has shown a stop; a link may bring another one. */
  let arrivedIn: ProgrammeKind | undefined;

  function arrive() {
    const { evening, scene, eveningFile, municipality, plans } = twin.getState();
    if (!evening || arrivedIn === evening.programme) return;
    if (evening.programme === 'file' && eveningFile.status === 'idle' && municipality.status === 'ready')
      void loadEveningFile();
    // A stop may show a plan.
    if (scene === 'waiting' || scene === 'loading' || plans.status !== 'ready') return;
    const { stops } = presentProgramme();
    if (stops.length === 0) return;
    arrivedIn = evening.programme;
    goToStop(evening.stop);
    // What comes later is read ahead, so that no stop waits for its plan.
    for (const plan of new Set(stops.map(({ choice }) => choice?.plan)))
      if (plan !== undefined) void loadVariants(plan);
    wait();
  }

  function onSilence() {
    const { evening } = twin.getState();
    if (!evening) return;
    const next = evening.isAlone ? (evening.stop + 1) % Math.max(presentProgramme().stops.length, 1) : 0;
    setEvening({ isAlone: true });
    goToStop(next);
    wait();
  }

  function wait() {
    clearTimeout(timer);
    const { evening } = twin.getState();
    if (!evening || arrivedIn === undefined) return;
    const programme = presentProgramme();
    const idleSeconds = evening.idleSeconds ?? programme.idleSeconds;
    if (idleSeconds === 0) return;
    timer = setTimeout(onSilence, (evening.isAlone ? programme.staySeconds : idleSeconds) * 1000);
  }

  const unsubscribe = twin.subscribe(arrive);
  arrive();
  return {
    touch() {
      if (twin.getState().evening?.isAlone) setEvening({ isAlone: false });
      wait();
    },
    destroy() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
