import { useStore } from 'zustand';
import { FLOOD_FIELDS, type FloodFieldId } from '../model/flood.ts';
import { customaryStorms, type Storm, stormPeriod } from '../model/storm.ts';
import { type FloodState, flood } from '../store/flood.ts';
import { floodText } from './text/flood.ts';
import { floodPictureText } from './text/flood-picture.ts';
import { useFormat, useLanguage } from './use-twin.ts';

export function useFlood<T>(select: (state: FloodState) => T): T {
  return useStore(flood, select);
}

export const useFloodText = () => floodText[useLanguage()];
export const useFloodPictureText = () => floodPictureText[useLanguage()];

export interface FloodWords {
  /** Metres, in whole steps of 5 cm. */
  readonly depth: (metres: number) => string;
  /** m NAP, in whole steps of 5 cm. */
  readonly level: (nap: number) => string;
  /** Minutes, as hours and minutes from an hour on. */
  readonly minutes: (minutes: number) => string;
  /** Minutes, short, for a table. */
  readonly minutesShort: (minutes: number) => string;
  /** Minutes, as `2:05 uur`. */
  readonly clock: (minutes: number) => string;
  readonly cells: (metres: number) => string;
  readonly storm: (storm: Storm) => string;
  /** How often, in today's climate; undefined where the statistics do not say. */
  readonly period: (storm: Storm) => string | undefined;
  readonly source: (storm: Storm) => string | undefined;
}

function inSteps(value: number, field: FloodFieldId): number {
  const { step } = FLOOD_FIELDS[field];
  return Math.round(value / step) * step;
}

/** Figures of water as people read them, rounded to what they are worth. */
export function useFloodWords(): FloodWords {
  const text = useFloodText();
  const format = useFormat();
  const known = (id: string) => customaryStorms.find((storm) => storm.id === id)?.id;
  const minutes = (value: number) =>
    value < 100 ? text.minutes(format.number(value)) : text.hours(format.number(value / 60, value % 60 === 0 ? 0 : 1));
  return {
    depth(metres) {
      const rounded = inSteps(metres, 'depth');
      return rounded < 1 ? text.centimetres(format.number(rounded * 100)) : text.metres(format.number(rounded, 2));
    },
    level: (nap) => text.facade.nap(text.metres(format.number(inSteps(nap, 'level'), 2))),
    minutes,
    minutesShort: (value) => text.minutesShort(format.number(value)),
    clock: (value) => text.hours(`${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`),
    cells: (metres) => text.metres(format.number(metres)),
    storm({ id, title, millimetres, minutes: length }) {
      const customary = known(id);
      if (title) return format.localised(title);
      return customary
        ? text.storms[customary].title
        : text.rain(text.millimetres(format.number(millimetres)), minutes(length));
    },
    period(storm) {
      const period = stormPeriod(storm);
      if (!period) return undefined;
      const { years, beyond } = period;
      // Two figures are all that such statistics are worth.
      const rounded = years < 10 ? Math.round(years) : Number(years.toPrecision(2));
      if (beyond === 'rarer') return text.period.rarer(format.number(years));
      return beyond === 'commoner' || years < 1 ? text.period.commoner : text.period.about(format.number(rounded));
    },
    source({ id, source }) {
      const customary = known(id);
      return source ? format.localised(source) : customary && text.storms[customary].source;
    },
  };
}
