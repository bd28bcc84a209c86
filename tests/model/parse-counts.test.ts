import { expect, it } from 'vitest';
import { dayOf, minutesOfDay, readTime, startOfDay } from '../../src/model/count-time.ts';
import { parseCounts, tellFault } from '../../src/model/parse-counts.ts';

const head = 'location,start,duration_minutes,direction,count';
const parse = (text: string, gates: readonly string[] | undefined = ['A', 'B']) =>
  parseCounts(
    [{ name: 'counts.csv', text }],
    gates?.map((id) => ({ id })),
  );
const table = (...lines: string[]) => parse([head, ...lines].join('\n'));
const told = ({ faults }: ReturnType<typeof parse>) => faults.map(tellFault);
const at = (iso: string) => Date.parse(iso);

it('reads English and Dutch tables alike, with commas or semicolons, byte order mark, quotes and Windows lines', () => {
  const english = table('A,2026-05-11T10:00:00+02:00,60,in,12', 'A,2026-05-11T10:00:00+02:00,60,out,7');
  const dutch = parse(
    '\uFEFFlocatie;begintijd;duur_min;richting;aantal\r\nA;11-05-2026 10:00;60;in;12,0\r\n"A";"2026-05-11 10:00";60;UIT;7\r\n',
  );
  expect(english.faults).toEqual([]);
  expect(dutch.faults).toEqual([]);
  expect(dutch.counts).toEqual(english.counts);
  expect(english.counts).toContainEqual({
    gate: 'A',
    direction: 'in',
    start: at('2026-05-11T08:00Z'),
    minutes: 60,
    count: 12,
    state: 'ok',
  });
  // Gate B counted nothing where A did.
  expect(english.counts.filter(({ gate }) => gate === 'B').map(({ state }) => state)).toEqual(['missing', 'missing']);
});

it('shows what is missing, keeps what is excluded, and marks what came late', () => {
  const { counts, faults } = parse(
    [
      `${head},excluded,used_minutes,received`,
      'A,2026-05-11T10:00+02:00,15,in,1,,,',
      'A,2026-05-11T10:45+02:00,15,in,4,ja,,',
      'A,2026-05-11T11:00+02:00,15,in,5,nee,15,2026-05-11T11:20+02:00',
      'A,2026-05-11T11:15+02:00,15,in,6,,,2026-05-11T14:00+02:00',
      'A,2026-05-11T11:30+02:00,15,in,,,,',
      'A,2026-05-11T11:45+02:00,15,in,3,,9,',
      'A,2026-05-11T12:00+02:00,15,in,0,,0,',
    ].join('\n'),
    ['A'],
  );
  expect(faults).toEqual([]);
  const own = counts.filter(({ direction }) => direction === 'in');
  expect(own.map(({ state }) => state)).toEqual([
    'ok',
    'missing',
    'missing',
    'excluded',
    'ok',
    'late',
    'missing',
    'excluded',
    'missing',
  ]);
  expect(own.map(({ count }) => count)).toEqual([1, undefined, undefined, 4, 5, 6, undefined, 3, undefined]);
  for (const [i, { start }] of own.entries()) expect(start).toBe(at('2026-05-11T08:00Z') + i * 900_000);
});

it('refuses bad rows by file, line and field, all of them, and keeps the good ones', () => {
  const result = table(
    'A,2026-05-11T10:00+02:00,60,in,12',
    'Z,2026-05-11T10:00+02:00,60,sideways,-3',
    'A,2026-02-30T10:00,60,in,1',
    'A,2026-05-11T11:00+02:00,0,in,1.500',
    'A,2026-05-11T12:00+02:00,60,in',
    'A,2026-05-11T13:00+02:00,60,in,1e9',
    'A,2026-05-11T14:00+02:00,60,in,"4',
    'B,2026-05-11T10:00+02:00,60,in,3',
  );
  expect(told(result)).toEqual([
    'counts.csv, line 6, row: has 4 cells, expected 5',
    'counts.csv, line 8, row: has a quote that is not closed',
    'counts.csv, line 3, location: "Z" is no gate; there are A, B',
    'counts.csv, line 3, direction: "sideways" is no direction: expected in, or out (uit), towards and away from the centre',
    'counts.csv, line 3, count: "-3" is less than nobody',
    'counts.csv, line 4, start: "2026-02-30T10:00" is no day and time that exists',
    'counts.csv, line 5, duration_minutes: "0" is no whole number of minutes from 1 to 1440',
    'counts.csv, line 5, count: "1.500" is no number (write it without thousands separators)',
    'counts.csv, line 7, count: "1e9" is no number (write it without thousands separators)',
  ]);
  expect([result.rows, result.refused]).toEqual([8, 6]);
  expect(result.counts.filter(({ state }) => state === 'ok').map(({ gate, count }) => [gate, count])).toEqual([
    ['A', 12],
    ['B', 3],
  ]);
});

it('refuses what is there already and what overlaps, also from another file, and names the other', () => {
  const { counts, faults } = parseCounts([
    {
      name: 'a.csv',
      text: `${head}\nA,2026-05-11T10:00Z,60,in,1\nA,2026-05-11T10:30Z,60,in,2\nA,2026-05-11T11:00Z,60,in,3`,
    },
    { name: 'b.csv', text: `${head}\nA,2026-05-11T12:00+02:00,60,in,1\nA,2026-05-11T10:00Z,60,out,1` },
  ]);
  expect(faults.map(tellFault)).toEqual([
    'b.csv, line 2, start: A in: is there already (a.csv, line 2)',
    'a.csv, line 3, start: A in: overlaps the interval of a.csv, line 2',
  ]);
  expect(counts.filter(({ direction }) => direction === 'in').map(({ count }) => count)).toEqual([1, 3]);
});

it.each([
  ['{"type":"FeatureCollection"}', 'location (locatie)'],
  ['<!doctype html><title>404</title>', 'location (locatie)'],
  ['', 'location (locatie)'],
  ['location,start,duration_minutes,direction\nA,2026-05-11T10:00Z,60,in', 'count (aantal)'],
  [`${head},aantal\nA,2026-05-11T10:00Z,60,in,1,2`, 'aantal'],
])('says of a file that is no table of counts what it lacks: %s', (text, field) => {
  const { counts, faults } = parse(text);
  expect(counts).toEqual([]);
  expect(faults[0]).toMatchObject({ file: 'counts.csv', line: 1, field });
});

it('tells the hour that comes twice apart by order, and says where it cannot', () => {
  const hours = ['01:00', '02:00', '02:00', '03:00'].map((clock, i) => `A,2026-10-25T${clock},60,in,${i}`);
  const whole = parse([head, ...hours].join('\n'), ['A']);
  expect(whole.faults).toEqual([]);
  expect(whole.notes).toEqual([]);
  expect(whole.counts.filter(({ direction }) => direction === 'in').map(({ start, count }) => [start, count])).toEqual(
    ['2026-10-24T23:00Z', '2026-10-25T00:00Z', '2026-10-25T01:00Z', '2026-10-25T02:00Z'].map((iso, i) => [at(iso), i]),
  );
  const once = parse([head, hours[0], hours[1], hours[3]].join('\n'), ['A']);
  expect(once.notes).toEqual([
    'counts.csv, line 3: the clock shows 02:00 twice on that day and A has it once without an offset from UTC: taken as the first.',
  ]);
  expect(once.counts.filter(({ direction }) => direction === 'in').map(({ state }) => state)).toEqual([
    'ok',
    'ok',
    'missing',
    'ok',
  ]);
  const thrice = parse([head, hours[1], hours[1], hours[1]].join('\n'), ['A']);
  expect(told(thrice)[0]).toContain('two hours that the clock shows alike');
});

it('refuses a time that the clock skips', () => {
  expect(told(table('A,2026-03-29T02:30,15,in,1'))).toEqual([
    'counts.csv, line 2, start: "2026-03-29T02:30" does not exist: the clock goes forward then',
  ]);
});

it('knows days of 23, 24 and 25 hours, and the day of a moment', () => {
  expect(['2026-03-29', '2026-03-30', '2026-10-25'].map(minutesOfDay)).toEqual([1380, 1440, 1500]);
  expect(dayOf(startOfDay('2026-03-29'))).toBe('2026-03-29');
  expect(dayOf(startOfDay('2026-03-30') - 1)).toBe('2026-03-29');
  expect(readTime('2026-10-25T02:30')).toEqual({ time: at('2026-10-25T00:30Z'), again: at('2026-10-25T01:30Z') });
  expect(readTime('2026-10-25T02:30+01:00')).toEqual({ time: at('2026-10-25T01:30Z') });
});

it('expects nothing on days on which no gate counted', () => {
  const { counts } = parse([head, 'A,2026-05-02T10:00,60,in,1', 'A,2026-05-09T10:00,60,in,2'].join('\n'), ['A']);
  expect(counts.map(({ start }) => dayOf(start))).toEqual(['2026-05-02', '2026-05-09', '2026-05-02', '2026-05-09']);
});
