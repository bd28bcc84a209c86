import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '../../src/model/count-time.ts';
import type { Count, CountGate, CountLive } from '../../src/model/counts.ts';
import { toCounts } from '../../src/model/sensorthings.ts';
import type { LiveStatus } from '../../src/store/counts.ts';
import { readDatastream, readObservations } from '../../src/store/counts-client.ts';
import { followLive, joinCounts, sinceOf } from '../../src/store/counts-live.ts';
import { serveThings, type ThingsServer } from '../fixtures/sensorthings/serve.ts';

let server: ThingsServer;
beforeEach(async () => {
  server = await serveThings();
});
afterEach(() => server.close());

const first = Date.parse('2026-06-13T10:00Z');
const quarter = (row: number) => first + row * 15 * MINUTE;
const gate = (id: string, x: number, y: number): CountGate => ({
  ...{ id, title: id, x, y, inDegrees: 0 },
  error: { share: 0, persons: 0 },
});
const gates = [gate('T1', 147446, 508100), gate('T3', 147585, 508742)];

it('reads observations page by page, with what is excluded, late, missing, or an instant', async () => {
  server.pageSize = 5;
  const { observations, faults } = await readObservations(server.url, '11', quarter(0));
  expect(faults).toEqual([]);
  expect(server.asked.filter((url) => url.includes('$skip'))).toHaveLength(2);
  const counts = toCounts(observations, 'T1', 'in');
  expect(counts.map(({ start }) => start)).toEqual(Array.from({ length: 12 }, (_, row) => quarter(row)));
  expect(counts.slice(2, 7).map(({ count, state, minutes }) => [count, state, minutes])).toEqual([
    [52, 'ok', 15],
    [47, 'excluded', 15],
    [60, 'ok', 15],
    [71, 'late', 15],
    [66, 'ok', 15],
  ]);
  const instants = toCounts((await readObservations(server.url, 'brug/in', quarter(1))).observations, 'T3', 'in');
  expect(instants.map(({ start, minutes, count }) => [start, minutes, count])).toEqual([
    [quarter(1), 15, 43],
    [quarter(2), 15, 57],
    [quarter(3), 15, 52],
  ]);
  const hourly = [quarter(4), quarter(8)].map((start) => ({
    ...{ start, minutes: undefined, count: 1, isExcluded: false, received: undefined },
  }));
  expect(toCounts(hourly.slice(1), 'T3', 'in', quarter(4))[0]?.minutes).toBe(60);
  expect(toCounts(hourly, 'T3', 'in').map(({ minutes }) => minutes)).toEqual([60, 60]);
});

it('takes only what counts people, and knows where', async () => {
  const { name, place } = await readDatastream(server.url, '11');
  expect(name).toBe('Stationslaan in');
  expect(Math.hypot((place?.x ?? 0) - 147446, (place?.y ?? 0) - 508100)).toBeLessThan(1);
  await expect(readDatastream(server.url, '13')).rejects.toThrow(
    'Datastreams(13): unitOfMeasurement km/h, kilometre per hour is no number of persons',
  );
});

it('says in one line what is wrong with the service', async () => {
  const read = (id = '11') => readObservations(server.url, id, first, { patienceMs: 300 });
  await expect(read('99')).rejects.toThrow(
    'Datastreams(99)/Observations: the service answers 404 (there is no such datastream)',
  );
  server.trouble = (response) => response.writeHead(500).end();
  await expect(read()).rejects.toThrow('the service answers 500 (Internal Server Error)');
  server.trouble = (response) => response.writeHead(200).end('<!doctype html>');
  await expect(read()).rejects.toThrow("the service's answer is no JSON");
  server.trouble = (response) => response.writeHead(200).end('{"value":{}}');
  await expect(read()).rejects.toThrow('Datastreams(11)/Observations: value: expected array');
  server.trouble = (response) =>
    response.writeHead(200).end('{"value":[],"@iot.nextLink":"https://elsewhere.example/v1.1/Observations"}');
  await expect(read()).rejects.toThrow('@iot.nextLink goes to another host (elsewhere.example)');
  server.trouble = () => undefined;
  await expect(read()).rejects.toThrow('the service did not answer in 0.3 s');
  await server.close();
  await expect(read()).rejects.toThrow('the service cannot be reached');
});

it('leaves out a wrong observation and tells it', async () => {
  const wrong = (phenomenonTime: string, result: unknown) => ({ phenomenonTime, result });
  server.more['11'] = [
    wrong('2026-06-13T20:00:00Z/2026-06-13T19:00:00Z', 4),
    wrong('2026-06-13T20:15:00Z', -4),
    wrong('2026-06-13T20:30:00Z', 'many'),
  ];
  const { observations, faults } = await readObservations(server.url, '11', quarter(11));
  expect(observations).toHaveLength(1);
  expect(faults.map((fault) => fault.replace('Datastreams(11)/Observations: ', ''))).toEqual([
    'value.1: phenomenonTime "2026-06-13T20:00:00Z/2026-06-13T19:00:00Z" is no moment or interval with offsets from UTC',
    'value.2: result -4 is no number of persons',
    'value.3: result "many" is no number of persons',
  ]);
});

const live = (...streams: CountLive['datastreams']): CountLive => ({
  url: server.url,
  datastreams: streams,
  refreshSeconds: 0.02,
});
const [t1In, t1Out, t3In] = [
  { gate: 'T1', direction: 'in', id: '11' },
  { gate: 'T1', direction: 'out', id: '12' },
  { gate: 'T3', direction: 'in', id: 'brug/in' },
] as const;

/** A page that can be hidden, and what is told. */
function listen(source: CountLive) {
  const statuses: LiveStatus[] = [];
  let [counts, isHidden, tell]: [readonly Count[], boolean, () => void] = [[], false, () => undefined];
  const waiting: { readonly until: () => boolean; readonly resolve: () => void }[] = [];
  const look = () => {
    for (const own of waiting.filter(({ until }) => until())) own.resolve();
  };
  const stop = followLive(
    source,
    gates,
    {
      onCounts: (fresh) => {
        counts = fresh;
      },
      onStatus: (status) => {
        statuses.push(status);
        look();
      },
    },
    {
      now: () => quarter(13),
      patienceMs: 2000,
      page: {
        isHidden: () => isHidden,
        onChange: (change) => {
          tell = change;
          return () => undefined;
        },
      },
    },
  );
  return {
    statuses,
    counts: () => counts,
    hide(next: boolean) {
      isHidden = next;
      tell();
    },
    when: (until: () => boolean) =>
      until() ? Promise.resolve() : new Promise<void>((resolve) => waiting.push({ until, resolve })),
    stop,
  };
}
const isLive = ({ status }: LiveStatus) => status === 'live';

it('asks only for what it does not know yet, one round at a time, and takes what comes', async () => {
  const told = listen(live(t1In, t1Out));
  await told.when(() => told.statuses.some(isLive));
  expect(told.counts().filter(({ direction }) => direction === 'out')).toHaveLength(11);
  server.more['11'] = [
    { phenomenonTime: `${new Date(quarter(12)).toISOString()}/${new Date(quarter(13)).toISOString()}`, result: 77 },
  ];
  const before = told.statuses.length;
  await told.when(() => told.counts().some(({ count }) => count === 77) && told.statuses.length > before);
  told.stop();
  const sincesOf = (id: string) =>
    server.asked.flatMap((url) => (url.includes(`(${id})/Obs`) ? [/ ge (\S+?)&/.exec(url)?.[1]] : []));
  // Today first; then after the last one, of the outward one from where a quarter is missing.
  expect(sincesOf('11').slice(0, 2)).toEqual(['2026-06-12T22:00:00.000Z', new Date(quarter(12)).toISOString()]);
  expect(sincesOf('12').slice(0, 2)).toEqual(['2026-06-12T22:00:00.000Z', new Date(quarter(4)).toISOString()]);
  const asked = server.asked.length;
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(server.asked).toHaveLength(asked);
});

it('tells that the service is away and since when, comes back, and rests longer the longer it is away', async () => {
  const told = listen(live(t1In));
  await told.when(() => told.statuses.some(isLive));
  server.trouble = (response) => response.writeHead(503).end();
  await told.when(() => told.statuses.filter(({ status }) => status === 'away').length === 3);
  const away = told.statuses.filter((status) => status.status === 'away');
  expect(away[0]).toEqual({
    ...{ status: 'away', since: quarter(13), heard: quarter(13) },
    message: 'Datastreams(11)/Observations: the service answers 503 (Service Unavailable)',
  });
  server.trouble = undefined;
  await told.when(() => told.statuses.at(-1)?.status === 'live');
  told.stop();
});

it('goes on with the counters that answer, and names the others', async () => {
  const told = listen(live(t1In, { gate: 'T3', direction: 'in', id: '13' }, { ...t3In, gate: 'T1' }));
  await told.when(() => told.statuses.some(isLive));
  told.stop();
  const status = told.statuses.find(isLive);
  expect(status?.status === 'live' && status.problems).toEqual([
    'Datastreams(13): unitOfMeasurement km/h, kilometre per hour is no number of persons',
    'Datastreams(brug/in): its counter stands 657 m from gate T1',
  ]);
});

it('asks nothing while the page is hidden, and at once when it is seen again', async () => {
  const told = listen(live(t1In));
  told.hide(true);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(server.asked).toEqual([]);
  told.hide(false);
  await told.when(() => told.statuses.some(isLive));
  told.stop();
});

it('knows from where to ask, and lets go of days before yesterday', () => {
  const count = (row: number): Count => ({
    ...{ gate: 'T1', direction: 'in', start: quarter(row), minutes: 15, count: row },
    state: 'ok',
  });
  const rows = [0, 1, 2, 4, 5].map(count);
  expect(sinceOf([], t1In, quarter(3))).toBe(Date.parse('2026-06-12T22:00Z'));
  expect(sinceOf(rows, t1In, quarter(6))).toBe(quarter(3));
  // A hole of more than three hours ago is not asked for again.
  expect(sinceOf([...rows, ...Array.from({ length: 20 }, (_, i) => count(6 + i))], t1In, quarter(30))).toBe(
    quarter(26),
  );
  const later = { ...count(2), count: 99 };
  expect(joinCounts(rows, [later], quarter(6)).map((own) => own.count)).toEqual([0, 1, 99, 4, 5]);
  expect(joinCounts(rows, [], quarter(96 * 3))).toEqual([]);
});
