/** Counts at the entries: what is known of them, and the visitor's choices. Lives with its question, so that the first page need not carry it. */
import { createStore } from 'zustand/vanilla';
import type { CountAnswer, CountCell } from '../model/count-answer.ts';
import type { CountChoice } from '../model/count-choice.ts';
import { dayOf } from '../model/count-time.ts';
import type { Count, CountGate, CountTown } from '../model/counts.ts';
import type { Loadable } from '../model/loadable.ts';
import { parseCountTown } from '../model/parse-count-town.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { readCounts, writeCounts } from './share-counts.ts';
import { reportProblem, twin } from './twin.ts';

/** How it stands with a live source. */
export type LiveStatus =
  | { readonly status: 'asking' }
  /** `problems`: of the datastreams that did not answer. */
  | { readonly status: 'live'; readonly heard: number; readonly problems: readonly string[] }
  /** `heard`: when it last answered; undefined: never. */
  | { readonly status: 'away'; readonly since: number; readonly heard: number | undefined; readonly message: string };

export interface CountsState {
  readonly town: Loadable<CountTown>;
  /** From the live source, as they came; later ones of the same interval stand in for earlier ones. */
  readonly fresh: readonly Count[];
  /** Undefined without a live source. */
  readonly live: LiveStatus | undefined;
  /** Of the last question that was answered; stays while the next one is asked. */
  readonly answer: CountAnswer | undefined;
  readonly problem: string | undefined;
  /** Row of the slot while time plays. */
  readonly playing: number | undefined;
}

export const counts = createStore<CountsState>(() => ({
  town: { status: 'idle' },
  fresh: [],
  live: undefined,
  answer: undefined,
  problem: undefined,
  playing: undefined,
}));

/** Where a municipality has none. */
export const NO_COUNTS = 'municipality.json has no address of counts';

let reading: Promise<void> | undefined;

/**
 * Reads them once, and again after a failure, which is told where they are shown. Whoever asks meanwhile waits for the same reading.
 * The municipality must be there.
 */
export async function needCounts(readJson: ReadJson = fetchJson): Promise<void> {
  if (counts.getState().town.status === 'ready') return;
  reading ??= read(readJson).finally(() => {
    reading = undefined;
  });
  await reading;
}

async function read(readJson: ReadJson): Promise<void> {
  const { municipality, baseUrl } = twin.getState();
  if (municipality.status !== 'ready') return;
  const address = municipality.value.counts?.url;
  if (address === undefined) {
    counts.setState({ town: { status: 'failed', message: NO_COUNTS } });
    return;
  }
  counts.setState({ town: { status: 'running' } });
  const url = new URL(address, baseUrl).href;
  try {
    counts.setState({ town: { status: 'ready', value: parseCountTown(await readJson(url), url) } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    counts.setState({ town: { status: 'failed', message } });
  }
}

let known: { readonly town: unknown; readonly fresh: unknown; readonly days: string[] } | undefined;

/** Days on which anything was counted, in order: the same list while they are the same. */
export function listDays({ town, fresh }: Pick<CountsState, 'town' | 'fresh'>): string[] {
  if (town.status !== 'ready') return [];
  if (known?.town === town && known.fresh === fresh) return known.days;
  const days = [...new Set([...town.value.counts, ...fresh].map(({ start }) => dayOf(start)))].sort();
  known = { town, fresh, days };
  return days;
}

/** The day that is asked about: chosen, of a live source the newest, otherwise the municipality's; undefined until counts are there. */
export function seenDay(
  state: Pick<CountsState, 'town' | 'fresh'>,
  { day }: Pick<CountChoice, 'day'>,
): string | undefined {
  if (state.town.status !== 'ready') return undefined;
  const days = listDays(state);
  if (day !== undefined && days.includes(day)) return day;
  return state.fresh.length > 0 ? days.at(-1) : state.town.value.day;
}

/** Row of the slot that is shown: playing, chosen, or that of the peak. */
export function seenSlot(
  { answer, playing }: Pick<CountsState, 'answer' | 'playing'>,
  { minute, way }: Pick<CountChoice, 'minute' | 'way'>,
): number {
  if (!answer) return 0;
  const last = answer.starts.length - 1;
  if (playing !== undefined) return Math.min(playing, last);
  if (minute !== undefined) return Math.min(Math.floor(minute / answer.slotMinutes), last);
  return answer.town.peaks[way]?.slot ?? answer.span[0];
}

/** What one gate counts in the slot that is shown. */
export interface CountFlow {
  readonly gate: CountGate;
  readonly in: CountCell;
  readonly out: CountCell;
  readonly isSelected: boolean;
}

let listed: { readonly key: readonly unknown[]; readonly flows: readonly CountFlow[] } | undefined;

/** The same rows while they are the same; none until there is an answer. */
export function listFlows(
  state: Pick<CountsState, 'town' | 'answer' | 'playing'>,
  choice: Pick<CountChoice, 'minute' | 'way' | 'gate'>,
): readonly CountFlow[] {
  const { town, answer } = state;
  const slot = seenSlot(state, choice);
  const key = [town, answer, slot, choice.gate];
  if (listed && key.every((part, i) => part === listed?.key[i])) return listed.flows;
  const flows =
    town.status !== 'ready' || !answer
      ? []
      : town.value.gates.flatMap((gate): CountFlow[] => {
          const cells = answer.gates.find((own) => own.gate === gate.id)?.cells;
          const [entering, leaving] = [cells?.in[slot], cells?.out[slot]];
          return entering && leaving ? [{ gate, in: entering, out: leaving, isSelected: gate.id === choice.gate }] : [];
        });
  listed = { key, flows };
  return flows;
}

export function setCountChoice(change: Partial<CountChoice>): void {
  const choice = { ...twin.getState().counts, ...change };
  twin.setState({ counts: choice, sharedCounts: writeCounts(choice) });
}

/** Pressed again it is chosen no more. */
export function selectGate(gate: string | undefined): void {
  const { gate: before } = twin.getState().counts;
  setCountChoice({ gate: gate === before ? undefined : gate });
}

/** Row of a slot of the answer that is there. */
export function chooseSlot(slot: number): void {
  const { answer } = counts.getState();
  if (!answer) return;
  counts.setState({ playing: undefined });
  setCountChoice({ minute: slot * answer.slotMinutes });
}

/** As a link has it. What cannot be read is told, and what is asked starts anew. */
export function openSharedCounts(text: string): void {
  if (twin.getState().sharedCounts !== text) return;
  try {
    twin.setState({ counts: readCounts(text) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    reportProblem({ what: 'link', url: `counts=${text}`, detail });
  }
}
