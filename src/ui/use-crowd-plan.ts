import { useMemo } from 'react';
import { useStore } from 'zustand';
import { findPart, type Part } from '../model/event-edit.ts';
import { nameThings } from '../model/event-names.ts';
import { type EventPassages, readPassages } from '../model/event-passages.ts';
import { otherLayout, seenPlace } from '../store/crowd.ts';
import { type CrowdPassagesState, crowdPassages, type MeasuredLayout } from '../store/crowd-passages.ts';
import { type CrowdPeopleText, crowdPeopleText } from './text/crowd-people.ts';
import { type CrowdPlanText, crowdPlanText } from './text/crowd-plan.ts';
import { useCrowd, useCrowdChoice, useEventLayout, useEventPlan } from './use-crowd.ts';
import { useFormat, useLanguage } from './use-twin.ts';

export const useCrowdPlanText = (): CrowdPlanText => crowdPlanText[useLanguage()];
export const useCrowdPeopleText = (): CrowdPeopleText => crowdPeopleText[useLanguage()];
export const useCrowdPassages = <T>(select: (state: CrowdPassagesState) => T): T => useStore(crowdPassages, select);

/** What is chosen of the plan or the layout, as it is seen. */
export function usePart(): Part | undefined {
  const plan = useEventPlan();
  const layout = useEventLayout();
  const { selected } = useCrowdChoice();
  return useMemo(
    () => (plan && layout && selected !== undefined ? findPart(plan, layout, selected) : undefined),
    [plan, layout, selected],
  );
}

export function useOtherLayout() {
  const choice = useCrowdChoice();
  return useCrowd((state) => otherLayout(state, choice));
}

/** Names of everything in the plan and its seen layout, by id. */
export function usePlanNames(): ReadonlyMap<string, string> {
  const text = useCrowdPlanText();
  const plan = useEventPlan();
  const layout = useEventLayout();
  return useMemo(() => {
    const names = new Map(layout && nameThings(layout, text.kinds));
    for (const list of [plan?.entries, plan?.stops, plan?.groups, plan?.routes])
      for (const { id, title } of list ?? []) names.set(id, title);
    return names;
  }, [text, plan, layout]);
}

type Measured = Pick<MeasuredLayout, 'layout' | 'passages'>;

/** The measured passages as rows, held against those of another layout; undefined before they have been measured. */
export function usePassages(measured: Measured | undefined, other?: Measured): EventPassages | undefined {
  const place = useCrowd(seenPlace);
  const { layout, passages } = measured ?? {};
  const former = other?.passages;
  return useMemo(
    () => layout && passages && place && readPassages(passages, layout, place, former),
    [layout, passages, place, former],
  );
}

/** `2,50 m`. */
export function useWidth(): (metres: number) => string {
  const format = useFormat();
  return (metres) => `${format.number(metres, 2)}\u00a0m`;
}
