/** While counts are shown: the thread that answers about them, asked anew when another day or interval is chosen, or fresh counts come. */
import { intervalMinutes } from '../model/count-choice.ts';
import { dayOf } from '../model/count-time.ts';
import type { Count, CountTown } from '../model/counts.ts';
import { fillCounts } from '../model/fill-counts.ts';
import { publishCounts } from '../model/publish-counts.ts';
import { type CountThread, startCounts } from '../workers/start-counts.ts';
import { counts, needCounts, seenDay } from './counts.ts';
import { followLive } from './counts-live.ts';
import { twin } from './twin.ts';

let following: { readonly thread: CountThread; readonly unsubscribe: () => void } | undefined;
/** Of the last question; a reply to an earlier one is not taken. */
let asked = 0;

const laneOf = ({ gate, direction, start }: Count) => `${gate}\n${direction}\n${dayOf(start)}`;

/** Fresh counts stand in for recorded ones of the same gate, direction and day; a gate of which none come is missing then, not absent. */
export function joinFresh(
  { counts: recorded, totals, leastShown, gates }: Pick<CountTown, 'counts' | 'totals' | 'leastShown' | 'gates'>,
  fresh: readonly Count[],
): Pick<CountTown, 'counts' | 'totals'> {
  if (fresh.length === 0) return { counts: recorded, totals };
  const lanes = new Set(fresh.map(laneOf));
  const isOther = (count: Count) => !lanes.has(laneOf(count));
  const others = recorded.filter(isOther);
  const kept = new Set(others.map(laneOf));
  const filled = fillCounts(
    fresh,
    gates.map(({ id }) => id),
  ).filter((count) => !kept.has(laneOf(count)));
  return { counts: [...others, ...publishCounts(filled, leastShown, false).counts], totals: totals.filter(isOther) };
}

function ask(thread: CountThread, isNew: boolean): void {
  const state = counts.getState();
  const { counts: choice } = twin.getState();
  const day = seenDay(state, choice);
  if (state.town.status !== 'ready' || day === undefined) return;
  const { gates, leastShown } = state.town.value;
  const question = ++asked;
  const input = isNew ? { input: { gates, leastShown, ...joinFresh(state.town.value, state.fresh) } } : {};
  thread.ask({ ...input, day, minutes: intervalMinutes[choice.interval] }, (reply) => {
    if (question !== asked) return;
    if ('message' in reply) counts.setState({ problem: reply.message, answer: undefined, playing: undefined });
    else counts.setState({ problem: undefined, answer: reply.answer });
  });
}

/** From now on until the overlay is taken out of the picture. The municipality must be there. */
export async function followCounts(start: () => CountThread = startCounts): Promise<void> {
  await needCounts();
  const { town } = counts.getState();
  if (following || town.status !== 'ready' || !twin.getState().overlays.counts.visible) return;
  const thread = start();
  const ends = [
    twin.subscribe((now, before) => {
      if (!now.overlays.counts.visible) end();
      else if (now.counts.day !== before.counts.day || now.counts.interval !== before.counts.interval) {
        counts.setState({ playing: undefined });
        ask(thread, false);
      }
    }),
    counts.subscribe((now, before) => {
      if (now.fresh !== before.fresh) ask(thread, true);
    }),
  ];
  const { gates, live } = town.value;
  if (live)
    ends.push(
      followLive(live, gates, {
        onCounts: (fresh) => counts.setState({ fresh }),
        onStatus: (status) => counts.setState({ live: status }),
      }),
    );
  following = {
    thread,
    unsubscribe: () => {
      for (const stop of ends) stop();
    },
  };
  ask(thread, true);
}

function end(): void {
  const ended = following;
  following = undefined;
  asked++;
  ended?.unsubscribe();
  ended?.thread.stop();
  counts.setState({ answer: undefined, problem: undefined, playing: undefined, fresh: [], live: undefined });
}
