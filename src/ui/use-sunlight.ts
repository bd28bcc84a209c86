import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { NamedSunRule } from '../model/municipality.ts';
import type { SunAtPlace, SunDays } from '../model/sun-question.ts';
import type { CustomaryRuleId, SunBlocker, SunDay, SunRule } from '../model/sunlight.ts';
import { listSunRules, type OWN_RULE, type SunlightChoice } from '../model/sunlight-choice.ts';
import { writeClock } from '../store/share-link.ts';
import { chosenPlace, type SunlightState, sunDate, sunlight } from '../store/sunlight.ts';
import { comparedPlan } from '../store/sunlight-plan.ts';
import { twin } from '../store/twin.ts';
import { useBuildingName } from './building-name.ts';
import { type SunlightText, sunlightText } from './text/sunlight.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

export const useSunlight = <T>(select: (state: SunlightState) => T): T => useStore(sunlight, select);
export const useSunlightText = (): SunlightText => sunlightText[useLanguage()];
export const useSunChoice = (): SunlightChoice => useTwin((state) => state.sunlight);

/** Of the window or place that is asked for, once it is there. */
export function useSunPlace(): SunAtPlace | undefined {
  const choice = useSunChoice();
  return useSunlight((state) => chosenPlace(state, choice));
}

/** With the plan, where there is one and it leaves the place as it is. */
export const plannedDays = ({ plan }: SunAtPlace): SunDays | undefined => (plan === 'gone' ? undefined : plan);

export function useSunDay(days: SunDays | undefined): SunDay | undefined {
  const date = sunDate(useSunChoice());
  return days?.days.find((day) => day.date === date);
}

export interface SunNorm {
  readonly rule: SunRule;
  readonly name: string;
  /** Who set it, where the municipality says so. */
  readonly source?: string;
}

/** What sun can be held to: the customary norms, the municipality's, the visitor's own. */
export function useSunNorms(): SunNorm[] {
  const text = useSunlightText();
  const format = useFormat();
  const { own } = useSunChoice();
  const ofTown = useTwin(({ municipality }) =>
    municipality.status === 'ready' ? municipality.value.sunlight?.rules : undefined,
  );
  return listSunRules<NamedSunRule | SunRule>(ofTown ?? [], own).map((rule) => ({
    rule,
    name: 'title' in rule ? format.localised(rule.title) : text.rule[rule.id as CustomaryRuleId | typeof OWN_RULE],
    ...('source' in rule && rule.source && { source: format.localised(rule.source) }),
  }));
}

/** The one that is chosen. */
export function useSunNorm(): SunNorm {
  const norms = useSunNorms();
  const { rule } = useSunChoice();
  return norms.find((norm) => norm.rule.id === rule) ?? (norms[0] as SunNorm);
}

/** Minutes in which sun is told: the model knows no better. */
const STEP = 5;
const inSteps = (minutes: number) => Math.round(minutes / STEP) * STEP;

export interface SunWords {
  /** `6 uur en 10 minuten`, in steps of five minutes. */
  readonly long: (minutes: number) => string;
  /** `6:10`. */
  readonly short: (minutes: number) => string;
  /** `13:05` on the clock. */
  readonly clock: (minutes: number) => string;
  /** `21 maart`. */
  readonly day: (iso: string) => string;
}

export function useSunWords(): SunWords {
  const text = useSunlightText();
  const language = useLanguage();
  const days = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return {
    long(minutes) {
      const rounded = inSteps(minutes);
      const [hours, rest] = [Math.floor(rounded / 60), rounded % 60];
      if (rounded === 0) return text.noSun;
      if (hours === 0) return text.onlyMinutes(String(rest));
      return rest === 0 ? text.onlyHours(String(hours)) : text.hours(String(hours), String(rest));
    },
    short(minutes) {
      const rounded = Math.abs(inSteps(minutes));
      const sign = minutes <= -STEP / 2 ? '−' : '';
      return `${sign}${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, '0')}`;
    },
    clock: (minutes) => writeClock(Math.round(minutes)),
    day: (iso) => days.format(new Date(iso)),
  };
}

/** What stands before the sun, as people call it. */
export function useBlockerName(): (blocker: SunBlocker) => string {
  const text = useSunlightText();
  const nameOf = useBuildingName();
  const planModels = useTwin((state) => state.planModels);
  const choice = useTwin((state) => state.choice);
  const drawn = useTwin((state) => state.drawn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the compared plan is made of.
  const models = useMemo(() => comparedPlan(twin.getState()).models, [planModels, choice, drawn]);
  return ({ kind, id }) => {
    if (kind === 'wall') return text.byWall;
    if (kind === 'terrain') return text.byTerrain;
    if (kind === 'tree') return text.byTree;
    if (kind === 'building') return nameOf(id);
    const solid = models.flatMap(({ model }) => model.solids).find((item) => item.id === id);
    return text.byPlan(solid?.name ?? solid?.use ?? id);
  };
}

/** Metres with unit and sign, as `± 0,2 m`. */
export function useSunError(): (metres: number) => string {
  const format = useFormat();
  return (metres) => `${format.number(metres, 1)}\u00a0m`;
}
