/** Numbers as people read them: rounded to what they are worth, with unit, in the language of the page. */
import type { Localised } from '../model/municipality.ts';
import type { Language } from '../store/twin.ts';
import type { Text } from './text/nl.ts';

export interface Format {
  readonly number: (value: number, decimals?: number) => string;
  /** Whole metres in groups of three, as RD is written in every language. */
  readonly coordinate: (metres: number) => string;
  /** A length or distance in metres: decimetres below 100 m, whole metres below 1 km, then kilometres. */
  readonly length: (metres: number) => string;
  /** A height, always in decimetres, with a true minus sign. */
  readonly height: (metres: number) => string;
  readonly area: (squareMetres: number) => string;
  readonly volume: (cubicMetres: number) => string;
  /** With the space that belongs in it. */
  readonly postcode: (code: string) => string;
  readonly localised: (text: Localised) => string;
  /** ISO date or year; anything else is shown as it stands. */
  readonly date: (iso: string) => string;
}

export function createFormat(language: Language, text: Text): Format {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const byDecimals = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const number = (value: number, decimals = 0) => {
    // −0,0 says nothing; a hyphen is no minus.
    const rounded = Number(value.toFixed(decimals)) + 0;
    return (byDecimals[decimals] ?? byDecimals[0])?.format(rounded).replace('-', '−') ?? '';
  };
  const withUnit = (value: string, unit: string) => `${value}\u00a0${unit}`;
  return {
    number,
    coordinate: (metres) =>
      metres
        .toFixed(0)
        .replace('-', '−')
        .replace(/\B(?=(\d{3})+$)/g, '\u202f'),
    height: (metres) => withUnit(number(metres, 1), text.metres),
    length(metres) {
      if (Math.abs(metres) >= 1000) return withUnit(number(metres / 1000, 1), text.kilometres);
      return withUnit(number(metres), text.metres);
    },
    area(squareMetres) {
      if (squareMetres < 10_000) return withUnit(number(squareMetres), text.squareMetres);
      if (squareMetres < 1_000_000)
        return withUnit(number(squareMetres / 10_000, squareMetres < 100_000 ? 1 : 0), text.hectares);
      return withUnit(number(squareMetres / 1_000_000, 1), `${text.kilometres}²`);
    },
    volume: (cubicMetres) => withUnit(number(Math.round(cubicMetres / 10) * 10), text.cubicMetres),
    postcode: (code) => code.replace(/^(\d{4})\s?([A-Za-z]{2})$/, '$1\u00a0$2'),
    localised: (value) => value[language],
    date(iso) {
      const isDay = /^\d{4}-\d{2}-\d{2}/.test(iso) && Number.isFinite(Date.parse(iso));
      return isDay ? days.format(new Date(iso.slice(0, 10))) : iso;
    },
  };
}
