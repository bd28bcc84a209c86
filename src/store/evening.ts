/**
 * The information evening: stepping through a plan's prepared stops, today against plan, back to the start when nobody is
 * there any more, and from then on by itself until someone touches something.
 */
import type { PlanStop } from '../model/plan.ts';
import { chooseVariant, visitStop } from './plan-view.ts';
import { findPlan, setCompare } from './plans.ts';
import { IDLE_SECONDS } from './share-link.ts';
import { type Evening, openTool, twin } from './twin.ts';

/** How long a stop stays when the evening goes on by itself. */
const ATTRACT_SECONDS = 20;

function listStops(): readonly PlanStop[] {
  return findPlan(twin.getState(), twin.getState().choice?.plan)?.stops ?? [];
}

function setEvening(change: Partial<Evening>): void {
  const { evening } = twin.getState();
  if (evening) twin.setState({ evening: { ...evening, ...change } });
}

/** At the first stop of the open plan; `runEvening` shows it. */
export function startEvening(): void {
  openTool(undefined);
  setCompare({ mode: 'off' });
  twin.setState({ evening: { stop: 0, idleSeconds: IDLE_SECONDS, isAlone: false, variant: undefined } });
}

export function endEvening(): void {
  twin.setState({ evening: undefined });
}

/** Beyond the ends it stays at the first or last. */
export function goToStop(row: number): void {
  const stops = listStops();
  const last = Math.max(stops.length - 1, 0);
  const stop = Math.min(Math.max(row, 0), last);
  const shown = stops[stop];
  if (!shown) return;
  setEvening({ stop, ...(shown.variant !== undefined && { variant: shown.variant }) });
  visitStop(shown);
}

export function stepEvening(by: 1 | -1): void {
  const { evening } = twin.getState();
  if (evening) goToStop(evening.stop + by);
}

/** From today to the variant seen last (else the one that a stop shows first), and back. */
export function toggleToday(): void {
  const { evening, choice } = twin.getState();
  if (!evening || !choice) return;
  if (choice.variant !== undefined) {
    setEvening({ variant: choice.variant });
    chooseVariant(undefined);
    return;
  }
  const plan = findPlan(twin.getState(), choice.plan);
  chooseVariant(evening.variant ?? listStops().find(({ variant }) => variant)?.variant ?? plan?.variants[0]?.id);
}

interface EveningRun {
  /** Someone is there. */
  touch(): void;
  destroy(): void;
}

/** Shows the stop that the evening stands at, as soon as there is a plan and someone to draw it, and watches for silence. */
export function runEvening(): EveningRun {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasArrived = false;

  function arrive() {
    const { evening, scene } = twin.getState();
    if (hasArrived || !evening || scene === 'waiting' || scene === 'loading' || listStops().length === 0) return;
    hasArrived = true;
    goToStop(evening.stop);
  }

  function onSilence() {
    const { evening } = twin.getState();
    if (!evening) return;
    const next = evening.isAlone ? (evening.stop + 1) % Math.max(listStops().length, 1) : 0;
    setEvening({ isAlone: true });
    goToStop(next);
    wait();
  }

  function wait() {
    clearTimeout(timer);
    const { evening } = twin.getState();
    if (!evening || evening.idleSeconds === 0) return;
    timer = setTimeout(onSilence, (evening.isAlone ? ATTRACT_SECONDS : evening.idleSeconds) * 1000);
  }

  const unsubscribe = twin.subscribe(arrive);
  arrive();
  wait();
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
