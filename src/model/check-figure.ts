/** Figures of checks as people read them, with their unit, in both languages of the rules. */
import type { CheckUnit } from './claim.ts';
import type { Localised } from './municipality.ts';

export type Language = keyof Localised;
type Tell = Readonly<Record<Language, string>>;

const unitNames: Readonly<Record<CheckUnit, Tell>> = {
  m: { nl: 'm', en: 'm' },
  'm²': { nl: 'm²', en: 'm²' },
  'm³': { nl: 'm³', en: 'm³' },
  '%': { nl: '%', en: '%' },
  trees: { nl: 'bomen', en: 'trees' },
  places: { nl: 'plaatsen', en: 'places' },
  dwellings: { nl: 'woningen', en: 'homes' },
};
/** Of one, where that is another word. */
const singleNames: Partial<Record<CheckUnit, Tell>> = {
  trees: { nl: 'boom', en: 'tree' },
  places: { nl: 'plaats', en: 'place' },
  dwellings: { nl: 'woning', en: 'home' },
};
/** Digits behind the comma at most. */
const digits: Readonly<Record<CheckUnit, number>> = {
  m: 2,
  'm²': 0,
  'm³': 0,
  '%': 1,
  trees: 0,
  places: 0,
  dwellings: 0,
};

const formats = { nl: 'nl-NL', en: 'en-GB' } as const;
const formatters = new Map<string, Intl.NumberFormat>();

function formatNumber(value: number, most: number, language: Language): string {
  const key = `${language}${most}`;
  let format = formatters.get(key);
  if (!format) {
    format = new Intl.NumberFormat(formats[language], { maximumFractionDigits: most });
    formatters.set(key, format);
  }
  return format.format(value === 0 ? 0 : value).replace('-', '−');
}

/** With its unit. What is not 0 never reads as 0. */
export function formatFigure(value: number, unit: CheckUnit, language: Language): string {
  const most = digits[unit] > 0 || Number.isInteger(value) || Math.abs(value) >= 10 ? digits[unit] : 1;
  const space = unit === '%' && language === 'en' ? '' : ' ';
  const name = (value === 1 ? singleNames[unit] : undefined) ?? unitNames[unit];
  return `${formatNumber(value, most, language)}${space}${name[language]}`;
}

export const tellFigure = (value: number, unit: CheckUnit): Localised => ({
  nl: formatFigure(value, unit, 'nl'),
  en: formatFigure(value, unit, 'en'),
});
