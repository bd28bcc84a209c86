import type { Language } from '../../store/twin.ts';
import { nl, type Text } from './nl.ts';

/** Dutch is always there; another language is fetched when it is chosen. */
const texts: Partial<Record<Language, Text>> = { nl };

const loaders: Readonly<Record<Exclude<Language, 'nl'>, () => Promise<Text>>> = {
  en: async () => (await import('./en.ts')).en,
};

export const hasTexts = (language: Language): boolean => texts[language] !== undefined;

/** Throws what the browser says when they do not come. */
export async function loadTexts(language: Language): Promise<void> {
  if (language !== 'nl') texts[language] ??= await loaders[language]();
}

/** Of a language whose texts have come. */
export function textsOf(language: Language): Text {
  const found = texts[language];
  if (!found) throw new Error(`Expected the texts of "${language}" to have been loaded.`);
  return found;
}
