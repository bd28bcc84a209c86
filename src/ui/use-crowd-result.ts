import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type Headlines, headlinesOf } from '../model/crowd-headlines.ts';
import { gateOf, joinPassages, type PassageRow } from '../model/crowd-passages.ts';
import { clockAt } from '../model/event-clock.ts';
import { nameThings } from '../model/event-names.ts';
import { readPassages } from '../model/event-passages.ts';
import { seenPlace } from '../store/crowd.ts';
import { type CrowdRunState, type CrowdSide, crowdRun } from '../store/crowd-run.ts';
import { type CrowdResultText, crowdResultText } from './text/crowd-result.ts';
import { useCrowd, useCrowdChoice } from './use-crowd.ts';
import { useCrowdPlanText } from './use-crowd-plan.ts';
import { useFormat, useLanguage } from './use-twin.ts';

export const useCrowdRun = <T>(select: (state: CrowdRunState) => T): T => useStore(crowdRun, select);
export const useResultText = (): CrowdResultText => crowdResultText[useLanguage()];

/** With answers, the layout that is looked at first. */
export function useCrowdSides(): readonly CrowdSide[] {
  const sides = useCrowdRun((state) => state.sides);
  const { layout } = useCrowdChoice();
  return useMemo(() => {
    const answered = sides.filter(({ answers }) => answers.length > 0);
    return layout !== undefined && answered[1]?.layout === layout ? answered.toReversed() : answered;
  }, [sides, layout]);
}

export interface CrowdWords {
  /** Clock time of a second from the event's start. */
  readonly clock: (second: number) => string;
  /** As long as it takes to say: hours and minutes, minutes, or seconds. */
  readonly duration: (seconds: number) => string;
  /** The same where there is little room. */
  readonly short: (seconds: number) => string;
  readonly metres: (value: number) => string;
  /** persons/m² */
  readonly density: (value: number) => string;
  readonly persons: (value: number) => string;
  /** What an entry, stop or passage is called. */
  readonly name: (id: string) => string;
}

export function useCrowdWords(): CrowdWords {
  const text = useResultText();
  const format = useFormat();
  const plan = useCrowdRun((state) => state.plan);
  const passages = usePassageNames();
  const whole = (value: number) => format.number(Math.round(value));
  return {
    clock: (second) => clockAt(plan?.start ?? '', second),
    duration(seconds) {
      if (!Number.isFinite(seconds)) return text.never;
      if (seconds < 60) return text.second(Math.round(seconds));
      const minutes = Math.round(seconds / 60);
      if (minutes < 60) return text.minute(minutes);
      const rest = minutes % 60;
      const hours = text.hour(Math.floor(minutes / 60));
      return rest === 0 ? hours : text.and(hours, text.minute(rest));
    },
    short: (seconds) =>
      seconds < 60 ? text.shortSeconds(format.number(seconds)) : text.shortMinutes(format.number(seconds / 60)),
    metres: (value) => `${format.number(value, 2)}\u00a0m`,
    density: (value) => format.number(value, 1),
    persons: whole,
    name(id) {
      const known = [...(plan?.entries ?? []), ...(plan?.stops ?? [])].find((each) => each.id === id);
      return known?.title ?? passages.get(id) ?? id;
    },
  };
}

export interface CrowdPassageRow extends PassageRow {
  readonly gate: string | undefined;
}

/** Of all sides together; `now` has one for each side. */
export function useCrowdPassages(): readonly CrowdPassageRow[] {
  const sides = useCrowdSides();
  return useMemo(() => {
    const rows = joinPassages(sides.map(({ answers }) => answers[0]?.passages ?? []));
    const gates = sides[0]?.scenario.gates ?? [];
    return rows.map((row) => ({ ...row, gate: gateOf(row, gates)?.id }));
  }, [sides]);
}

/** By gate: what it lies between, or its number. */
function usePassageNames(): ReadonlyMap<string, string> {
  const text = useResultText().passages;
  const { kinds } = useCrowdPlanText();
  const sides = useCrowdSides();
  const rows = useCrowdPassages();
  const plan = useCrowdRun((state) => state.plan);
  const place = useCrowd(seenPlace);
  return useMemo(() => {
    const beside = sides.map(({ layout: id, answers: [first] }) => {
      const layout = plan?.layouts.find((each) => each.id === id);
      if (!layout || !place || !first) return undefined;
      const names = nameThings(layout, kinds);
      const { passages } = readPassages(first.passages, layout, place);
      return new Map(passages.map((each) => [each.id, each.beside.flatMap((thing) => names.get(thing) ?? [])]));
    });
    return new Map(
      rows.map(({ now, gate = '' }, row) => {
        // As it is called where it is narrowest.
        const side = now.reduce(
          (best, each, s) => ((each?.widthM ?? Infinity) < (now[best]?.widthM ?? Infinity) ? s : best),
          0,
        );
        const [a, b] = beside[side]?.get(now[side]?.id ?? '') ?? [];
        const number = String(row + 1);
        return [gate, a === undefined ? text.name(number) : b === undefined ? text.beside(a) : text.between(a, b)];
      }),
    );
  }, [sides, rows, plan, place, kinds, text]);
}

/** The passage that the answer begins with: what a second layout changes, or else what comes nearest to all that it can take. */
export function useMainPassage(): CrowdPassageRow | undefined {
  const sides = useCrowdSides();
  const rows = useCrowdPassages();
  return useMemo(() => {
    let best: { row: CrowdPassageRow; load: number } | undefined;
    for (const row of rows) {
      const { gate } = row;
      if (gate === undefined) continue;
      const loads = sides.map(({ answers }, s) => {
        const capacity = row.now[s]?.capacityPersonsPerSecond;
        const flow = headlinesOf(answers, gate).flow?.middle ?? 0;
        return capacity ? flow / 60 / capacity : 0;
      });
      // What differs between the layouts is what one asks about.
      const widths = row.now.map((each) => each?.widthM ?? 0);
      const isChanged = sides.length > 1 && Math.max(...widths) - Math.min(...widths) > 0.01;
      const load = Math.max(...loads) + (isChanged ? 10 : 0);
      if (load > 0 && (!best || load > best.load)) best = { row, load };
    }
    return best?.row;
  }, [rows, sides]);
}

/** By side, in their order. */
export function useHeadlines(): readonly Headlines[] {
  const sides = useCrowdSides();
  const main = useMainPassage();
  return useMemo(() => sides.map(({ answers }) => headlinesOf(answers, main?.gate)), [sides, main]);
}
