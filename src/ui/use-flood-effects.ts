import { useMemo } from 'react';
import { useStore } from 'zustand';
import { readWaterAtFacade, type WaterAtFacade } from '../model/flood-effect-rows.ts';
import { type EffectsState, floodEffects } from '../store/flood-effects.ts';
import { floodEffectsText } from './text/flood-effects.ts';
import { useFormat, useLanguage } from './use-twin.ts';

export function useEffects<T>(select: (state: EffectsState) => T): T {
  return useStore(floodEffects, select);
}

export const useEffectsText = () => floodEffectsText[useLanguage()];

export interface EffectsWords {
  /** Metres, as whole centimetres. */
  readonly depth: (metres: number) => string;
  /** Along a road, as whole tens of metres. */
  readonly length: (metres: number) => string;
  readonly time: (seconds: number) => string;
  /** What is known of a time of which moments `step` s apart were looked at. */
  readonly timeRange: (seconds: number, step: number, isLasting: boolean) => string;
  /** m³, two figures. */
  readonly volume: (cubicMetres: number) => string;
  readonly percent: (share: number) => string;
  /** Euros, two figures. */
  readonly money: (euros: number) => string;
}

const twoFigures = (value: number) => Number(value.toPrecision(2));

/** Figures of effects as people read them, rounded to what they are worth. */
export function useEffectsWords(): EffectsWords {
  const text = useEffectsText();
  const format = useFormat();
  const isLong = (seconds: number) => seconds >= 7200;
  const figure = (seconds: number, inHours: boolean) => {
    const minutes = Math.round(seconds / 60);
    return inHours ? format.number(minutes / 60, minutes % 60 === 0 ? 0 : 1) : format.number(minutes);
  };
  const time = (seconds: number) =>
    isLong(seconds) ? text.hours(figure(seconds, true)) : text.minutes(figure(seconds, false));
  return {
    depth: (metres) => `${format.number(Math.round(metres * 100))} cm`,
    length: (metres) => text.metres(format.number(Math.max(10, Math.round(metres / 10) * 10))),
    time,
    timeRange(seconds, step, isLasting) {
      if (isLasting) return seconds > 0 ? text.atLeast(time(seconds)) : text.atTheEnd;
      // It began after the moment before the first, and ended before the one after the last.
      const most = seconds + 2 * step;
      return seconds === 0 ? text.underTime(time(most)) : text.fromTo(figure(seconds, isLong(most)), time(most));
    },
    volume: (cubicMetres) => text.cubic(format.number(twoFigures(cubicMetres))),
    percent(share) {
      const percent = Math.round(share * 100);
      return percent === 0 && share > 0 ? text.underPercent : text.percent(format.number(percent));
    },
    money(euros) {
      const rounded = twoFigures(euros);
      if (rounded < 1e6) return text.euros(format.number(rounded));
      return text.millions(format.number(rounded / 1e6, rounded < 1e7 ? 1 : 0));
    },
  };
}

/** Of one building, by its row in the table; undefined while effects are not there, or nothing was computed for it. */
export function useFacadeEffect(row: number | undefined): WaterAtFacade | undefined {
  const effects = useEffects((state) => (state.effects.status === 'ready' ? state.effects.value : undefined));
  return useMemo(
    () => (effects === undefined || row === undefined ? undefined : readWaterAtFacade(effects, row)),
    [effects, row],
  );
}
