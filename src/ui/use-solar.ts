import { useStore } from 'zustand';
import { type SolarState, solar } from '../store/solar.ts';
import { solarText } from './text/solar.ts';
import { useLanguage } from './use-twin.ts';

export function useSolar<T>(select: (state: SolarState) => T): T {
  return useStore(solar, select);
}

export const useSolarText = () => solarText[useLanguage()];
