import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type CountCell, type GateCounts, isTold } from '../model/count-answer.ts';
import type { CountChoice } from '../model/count-choice.ts';
import { twiceShown, writeTime } from '../model/count-time.ts';
import type { CountTown } from '../model/counts.ts';
import { type CountsState, counts, seenSlot } from '../store/counts.ts';
import { countsText } from './text/counts.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

export function useCounts<T>(select: (state: CountsState) => T): T {
  return useStore(counts, select);
}

export const useCountsText = () => countsText[useLanguage()];
export const useCountChoice = (): CountChoice => useTwin((state) => state.counts);
export const useCountTown = (): CountTown | undefined =>
  useCounts(({ town }) => (town.status === 'ready' ? town.value : undefined));

/** Standard errors to either side that hold the truth 95 times in a hundred. */
export const SURE = 1.96;

/** Row of the slot that is shown. */
export function useSlot(): number {
  const choice = useCountChoice();
  return useCounts((state) => seenSlot(state, choice));
}

/** The chosen gate, or all together; undefined until there is an answer. */
export function useSeenGate(): GateCounts | undefined {
  const { gate } = useCountChoice();
  return useCounts(({ answer }) => answer?.gates.find((own) => own.gate === gate) ?? answer?.town);
}

/** As many digits as its standard error leaves. */
function roundTo(value: number, error: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(error, 1))));
  return Math.round(value / step) * step + 0;
}

export interface CountWords {
  /** 14:15; with its kind of time where the clock shows it twice. */
  readonly clock: (time: number) => string;
  /** 14:15 and 14:30. */
  readonly between: (from: number, until: number) => string;
  readonly count: (value: number) => string;
  /** With a plus where more went in. */
  readonly signed: (value: number) => string;
  /** Rounded to what its error leaves. */
  readonly estimate: (value: number, error: number) => string;
  readonly percent: (share: number) => string;
  /** Of other days: what is too few is told as such. */
  readonly usual: (value: number) => string;
  /** As it may be told. */
  readonly cell: (cell: CountCell | undefined) => string;
  readonly weekday: (day: string) => string;
  readonly duration: (minutes: number) => string;
  readonly gate: (id: string) => string;
}

export function useCountWords(): CountWords {
  const text = useCountsText();
  const language = useLanguage();
  const format = useFormat();
  const town = useCountTown();
  return useMemo(() => {
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
    const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    const least = format.number(town?.leastShown ?? 0);
    const clock = (time: number) => {
      const twice = twiceShown(time);
      return twice ? `${writeTime(time)} (${twice === 'first' ? text.summer : text.winter})` : writeTime(time);
    };
    const count = (value: number) => format.number(value);
    const told: Partial<Record<CountCell['mark'], (value: string) => string>> = {
      late: text.late,
      about: text.about,
      part: text.part,
    };
    const plain: Partial<Record<CountCell['mark'], string>> = {
      few: text.few(least),
      hidden: text.hidden,
      missing: text.missing,
      excluded: text.excluded,
    };
    return {
      clock,
      between: (from, until) => text.between(clock(from), clock(until)),
      count,
      signed: (value) => `${Math.round(value) > 0 ? '+' : ''}${count(value)}`,
      estimate: (value, error) => format.number(roundTo(value, error)),
      usual: (value) => (value < (town?.leastShown ?? 0) ? text.few(least) : count(value)),
      percent: (share) => `${format.number(share * 100)}%`,
      cell(cell) {
        if (!cell) return text.noCount;
        if (isTold(cell)) return (told[cell.mark] ?? ((value: string) => value))(count(cell.value ?? 0));
        return plain[cell.mark] ?? text.noCount;
      },
      weekday: (day) => `${weekdays.format(new Date(day))} ${format.date(day)}`,
      duration: (minutes) =>
        minutes % 60 === 0
          ? text.hours(format.number(minutes / 60))
          : minutes > 120
            ? text.hours(format.number(minutes / 60, 1))
            : text.minutes(format.number(minutes)),
      gate: (id) => town?.gates.find((gate) => gate.id === id)?.title ?? text.all,
    };
  }, [text, language, format, town]);
}
