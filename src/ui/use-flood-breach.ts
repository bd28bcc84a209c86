import { useStore } from 'zustand';
import { parseBreachId } from '../model/breach-choice.ts';
import { type BreachState, breach } from '../store/flood-breach.ts';
import { floodBreachText } from './text/flood-breach.ts';
import { useFlood } from './use-flood.ts';
import { useLanguage } from './use-twin.ts';

export const useBreachText = () => floodBreachText[useLanguage()];

export function useBreach<T>(select: (state: BreachState) => T): T {
  return useStore(breach, select);
}

/** Whether the water in the picture, or that which is being computed, is that of a breach and not of rain. */
export const useIsBreach = (): boolean =>
  useFlood(({ job, run }) => parseBreachId((job.status === 'running' ? job.storm : run?.storm)?.id) !== undefined);
