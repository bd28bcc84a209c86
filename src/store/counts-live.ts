/**
 * Fresh counts while the question is open and the page is seen. One round at a time: the next begins some time after the last has ended, later
 * and later while the service is away. Each round asks what is not known yet, which may be some hours ago: counters come late.
 */
import { addDays, dayOf, MINUTE, startOfDay } from '../model/count-time.ts';
import type { Count, CountGate, CountLive } from '../model/counts.ts';
import { toCounts } from '../model/sensorthings.ts';
import type { LiveStatus } from './counts.ts';
import { BusyError, type ClientOptions, readDatastream, readObservations } from './counts-client.ts';

/** How far back an interval that has not come is asked for again. */
const LATE_HOURS = 3;
/** The longest rest, as many times the usual one. */
const MOST_REST = 16;
/** Metres: further from its gate a counter is another one. */
const FAR = 250;

type Datastream = CountLive['datastreams'][number];
const laneOf = ({ gate, direction }: Pick<Count, 'gate' | 'direction'>) => `${gate}\n${direction}`;

/** First moment of which nothing is known: after what is known without a gap, not longer ago than counters may come late. */
export function sinceOf(
  known: readonly Count[],
  { gate, direction }: Pick<Datastream, 'gate' | 'direction'>,
  now: number,
): number {
  const own = known
    .filter((count) => count.gate === gate && count.direction === direction)
    .sort((a, b) => a.start - b.start);
  const today = startOfDay(dayOf(now));
  const last = own.at(-1);
  if (!last) return today;
  const end = last.start + last.minutes * MINUTE;
  const earliest = Math.max(own[0]?.start ?? today, end - LATE_HOURS * 60 * MINUTE);
  let since = earliest;
  for (const { start, minutes } of own) {
    if (start + minutes * MINUTE <= since) continue;
    if (start > since) return since;
    since = start + minutes * MINUTE;
  }
  return since;
}

/** Later ones stand in for earlier ones of the same interval; days before yesterday are let go. */
export function joinCounts(known: readonly Count[], fresh: readonly Count[], now: number): Count[] {
  const from = startOfDay(addDays(dayOf(now), -1));
  const all = new Map<string, Count>();
  for (const count of [...known, ...fresh]) if (count.start >= from) all.set(`${laneOf(count)}\n${count.start}`, count);
  return [...all.values()].sort((a, b) => (laneOf(a) < laneOf(b) ? -1 : laneOf(a) > laneOf(b) ? 1 : a.start - b.start));
}

interface LiveListener {
  readonly onCounts: (fresh: readonly Count[]) => void;
  readonly onStatus: (status: LiveStatus) => void;
}

interface LivePage {
  isHidden(): boolean;
  /** Returns the function that stops telling. */
  onChange(tell: () => void): () => void;
}

const browserPage: LivePage = {
  isHidden: () => document.hidden,
  onChange(tell) {
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  },
};

interface LiveOptions extends Pick<ClientOptions, 'patienceMs'> {
  readonly page?: LivePage;
  readonly now?: () => number;
}

/** Returns the function that ends it; then nothing is told any more. */
export function followLive(
  { url, datastreams, refreshSeconds }: CountLive,
  gates: readonly CountGate[],
  { onCounts, onStatus }: LiveListener,
  { page = browserPage, now = Date.now, ...options }: LiveOptions = {},
): () => void {
  const ending = new AbortController();
  const client = { ...options, signal: ending.signal };
  const checked = new Set<string>();
  let known: readonly Count[] = [];
  let heard: number | undefined;
  let away: number | undefined;
  let failures = 0;
  let due = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;

  /** Once: that it counts persons, near its gate. */
  async function check({ id, gate }: Datastream): Promise<void> {
    if (checked.has(id)) return;
    const { place } = await readDatastream(url, id, client);
    const own = gates.find((other) => other.id === gate);
    const distance = own && place ? Math.hypot(own.x - place.x, own.y - place.y) : 0;
    if (distance > FAR)
      throw new Error(`Datastreams(${id}): its counter stands ${Math.round(distance)} m from gate ${gate}`);
    checked.add(id);
  }

  async function askStream(stream: Datastream): Promise<readonly Count[]> {
    await check(stream);
    const { observations, faults } = await readObservations(url, stream.id, sinceOf(known, stream, now()), client);
    if (faults.length > 0 && observations.length === 0) throw new Error(faults[0]);
    const before = known.findLast((count) => laneOf(count) === laneOf(stream));
    return toCounts(observations, stream.gate, stream.direction, before?.start);
  }

  async function round(): Promise<void> {
    isAsking = true;
    const answers = await Promise.allSettled(datastreams.map(askStream));
    isAsking = false;
    if (ending.signal.aborted) return;
    const fresh = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    const problems = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Error] : []));
    const rest = Math.max(0, ...problems.map((problem) => (problem instanceof BusyError ? (problem.restMs ?? 0) : 0)));
    const messages = [...new Set(problems.map(({ message }) => message))];
    if (problems.length === datastreams.length) {
      failures++;
      away ??= now();
      onStatus({ status: 'away', since: away, heard, message: messages.join('; ') });
    } else {
      [failures, away, heard] = [0, undefined, now()];
      if (fresh.length > 0) {
        known = joinCounts(known, fresh, now());
        onCounts(known);
      }
      onStatus({ status: 'live', heard, problems: messages });
    }
    const usual = refreshSeconds * 1000 * Math.min(2 ** failures, MOST_REST);
    due = now() + Math.max(usual, rest);
    plan();
  }

  /** While the page is hidden nothing is asked; when it is seen again, what is due is asked at once. */
  function plan(): void {
    clearTimeout(timer);
    if (isAsking || ending.signal.aborted || page.isHidden()) return;
    timer = setTimeout(() => void round(), Math.max(0, due - now()));
  }

  const untie = page.onChange(plan);
  onStatus({ status: 'asking' });
  plan();
  return () => {
    ending.abort();
    clearTimeout(timer);
    untie();
  };
}
