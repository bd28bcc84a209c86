import { useStore } from 'zustand';
import { type Language, type TwinState, twin } from '../store/twin.ts';
import { createFormat, type Format } from './format.ts';
import type { Text } from './text/nl.ts';
import { textsOf } from './text/text.ts';

/** Part of the store; renders again only when that part changes. */
export function useTwin<T>(select: (state: TwinState) => T): T {
  return useStore(twin, select);
}

/** The language that the page is in, not the one that was chosen and is still to come. */
export function useLanguage(): Language {
  return useTwin((state) => state.pageLanguage) ?? 'nl';
}

/** The texts of the page's language. */
export function useText(): Text {
  return textsOf(useLanguage());
}

const formats: Partial<Record<Language, Format>> = {};

export function useFormat(): Format {
  const language = useLanguage();
  formats[language] ??= createFormat(language, textsOf(language));
  return formats[language];
}
