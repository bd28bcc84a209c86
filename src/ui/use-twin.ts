import { useStore } from 'zustand';
import { type TwinState, twin } from '../store/twin.ts';
import { createFormat, type Format } from './format.ts';
import type { Text } from './text/nl.ts';
import { texts } from './text/text.ts';

/** Part of the store; renders again only when that part changes. */
export function useTwin<T>(select: (state: TwinState) => T): T {
  return useStore(twin, select);
}

/** The texts of the chosen language. */
export function useText(): Text {
  return texts[useTwin((state) => state.language)];
}

const formats = { nl: createFormat('nl'), en: createFormat('en') };

export function useFormat(): Format {
  return formats[useTwin((state) => state.language)];
}
