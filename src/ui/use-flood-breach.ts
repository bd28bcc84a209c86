import { useStore } from 'zustand';
import { type BreachState, breach } from '../store/flood-breach.ts';
import { floodBreachText } from './text/flood-breach.ts';
import { useLanguage } from './use-twin.ts';

export const useBreachText = () => floodBreachText[useLanguage()];

export function useBreach<T>(select: (state: BreachState) => T): T {
  return useStore(breach, select);
}
