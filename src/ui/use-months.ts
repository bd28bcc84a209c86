import { useMemo } from 'react';
import { useLanguage } from './use-twin.ts';

/** Names of the months, January first; short ones of one letter. */
export function useMonths(): { readonly long: readonly string[]; readonly short: readonly string[] } {
  const language = useLanguage();
  return useMemo(() => {
    const write = (month: 'long' | 'narrow') => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i) => format.format(Date.UTC(2026, i, 15)));
    };
    return { long: write('long'), short: write('narrow') };
  }, [language]);
}
