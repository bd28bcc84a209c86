import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type Headlines, headlinesOf } from '../model/crowd-headlines.ts';
import { gateOf, joinPassages, type PassageRow } from '../model/crowd-passages.ts';
import { clockAt } from '../model/event-clock.ts';
import { type NamedKind, nameThings } from '../model/event-names.ts';
import { readPassages } from '../model/event-passages.ts';
import type { EventPlace, EventPlan } from '../model/event-plan.ts';
import { seenPlace } from '../store/crowd.ts';
import { type CrowdRunState, type CrowdSide, crowdRun } from '../store/crowd-run.ts';
import { type CrowdResultText, crowdResultText } from './text/crowd-result.ts';
import { useCrowd, useCrowdChoice } from './use-crowd.ts';
import { useCrowdPlanText } from './use-crowd-plan.ts';
import { useFormat, useLanguage } from './use-twin.ts';

export const useCrowdRun = <T>(select: (state: CrowdRunState) => T): T => useStore(crowdRun, select);
export const useResultText = (): CrowdResultText => crowdResultText[useLanguage()];

/** Of one layout what does not change with each frame. */
export type AnsweredSide = Omit<CrowdSide, 'origin' | 'moments'>;

const none: readonly AnsweredSide[] = [];
/** Shared by all that tells of it, so that what follows from it is worked out once. */
let answered = none;

/** With answers, the layout that is looked at first; the same list as long as the answers are the same. */
function listAnswered(sides: readonly CrowdSide[], layout: string | undefined): readonly AnsweredSide[] {
  const known = sides.filter(({ answers }) => answers.length > 0);
  const ordered = layout !== undefined && known[1]?.layout === layout ? known.toReversed() : known;
  const isSame =
    ordered.length === answered.length && ordered.every(({ answers }, s) => answers === answered[s]?.answers);
  if (!isSame) answered = ordered.map(({ origin: _, moments: __, ...side }) => side);
  return answered;
}

export function useCrowdSides(): readonly AnsweredSide[] {
  const { layout } = useCrowdChoice();
  return useCrowdRun(({ sides }) => listAnswered(sides, layout));
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
  /** `12 personen` */
  readonly people: (count: number) => string;
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
    people: (count) => text.people(count, whole(count)),
    name(id) {
      const known = [...(plan?.entries ?? []), ...(plan?.stops ?? [])].find((each) => each.id === id);
      return known?.title ?? passages.get(id) ?? id;
    },
  };
}

export interface CrowdPassageRow extends PassageRow {
  readonly gate: string | undefined;
}

const passageRows = new WeakMap<readonly AnsweredSide[], readonly CrowdPassageRow[]>();

/** Of all sides together; `now` has one for each side. */
export function useCrowdPassages(): readonly CrowdPassageRow[] {
  const sides = useCrowdSides();
  const known = passageRows.get(sides);
  if (known) return known;
  const gates = sides[0]?.scenario.gates ?? [];
  const rows = joinPassages(sides.map(({ answers }) => answers[0]?.passages ?? [])).map((row) => ({
    ...row,
    gate: gateOf(row, gates)?.id,
  }));
  passageRows.set(sides, rows);
  return rows;
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
    const things = thingsBeside(sides, plan, place, kinds);
    return new Map(
      rows.map(({ now, gate = '' }, row) => {
        // As it is called where it is narrowest.
        const widths = now.map((each) => each?.widthM ?? Number.POSITIVE_INFINITY);
        const side = widths.indexOf(Math.min(...widths));
        const [a, b] = things[side]?.get(now[side]?.id ?? '') ?? [];
        if (a === undefined) return [gate, text.name(String(row + 1))];
        return [gate, b === undefined ? text.beside(a) : text.between(a, b)];
      }),
    );
  }, [sides, rows, plan, place, kinds, text]);
}

type Beside = ReadonlyMap<string, readonly string[]>;
let beside: { readonly key: readonly unknown[]; readonly value: readonly (Beside | undefined)[] } | undefined;

/** By side and passage of its answer: names of what it lies between. Worked out once for all that asks. */
function thingsBeside(
  sides: readonly AnsweredSide[],
  plan: EventPlan | undefined,
  place: EventPlace | undefined,
  kinds: Readonly<Record<NamedKind, string>>,
): readonly (Beside | undefined)[] {
  const key = [sides, plan, place, kinds];
  if (beside?.key.every((each, i) => each === key[i])) return beside.value;
  const value = sides.map(({ layout: id, answers: [first] }) => {
    const layout = plan?.layouts.find((each) => each.id === id);
    if (!layout || !place || !first) return undefined;
    const names = nameThings(layout, kinds);
    const { passages } = readPassages(first.passages, layout, place);
    return new Map(passages.map((each) => [each.id, each.beside.flatMap((thing) => names.get(thing) ?? [])]));
  });
  beside = { key, value };
  return value;
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
