import { useStore } from 'zustand';
import type { CrowdChoice } from '../model/crowd-choice.ts';
import type { EventLayout, EventPlan } from '../model/event-plan.ts';
import { type CrowdState, crowd, seenLayout, seenPlan } from '../store/crowd.ts';
import { type CrowdText, crowdText } from './text/crowd.ts';
import { useLanguage, useTwin } from './use-twin.ts';

export const useCrowd = <T>(select: (state: CrowdState) => T): T => useStore(crowd, select);
export const useCrowdText = (): CrowdText => crowdText[useLanguage()];
export const useCrowdChoice = (): CrowdChoice => useTwin((state) => state.crowd);
/** As it is seen: while something is dragged, where it is dragged to. */
export const useEventPlan = (): EventPlan | undefined => useCrowd(seenPlan);

export function useEventLayout(): EventLayout | undefined {
  const choice = useCrowdChoice();
  return useCrowd((state) => seenLayout(state, choice));
}
