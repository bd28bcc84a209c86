import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { addCountsCommand } from '../../src/pipeline/counts/command.ts';
import { callCommand } from '../fixtures/call-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shape = (hour: number) => (hour < 6 ? 2 : hour === 14 ? 400 : 60);
const days = ['2026-05-23', '2026-05-30', '2026-06-06', '2026-06-13'];
const lines = days.flatMap((day, i) =>
  Array.from({ length: 24 }, (_, hour) => {
    const start = `${day}T${String(hour).padStart(2, '0')}:00`;
    const busy = i === 3 ? 2 : 1;
    return ['A', 'B'].flatMap((gate) => [
      `${gate};${start};60;in;${busy * shape(hour)}`,
      `${gate};${start};60;uit;${shape(hour)}`,
    ]);
  }).flat(),
);
const csv = join(folder, 'counts.csv');
writeFileSync(csv, `locatie;begintijd;duur_min;richting;aantal\n${lines.join('\n')}\nC;2026-06-13T10:00;60;in;4\n`);
const gates = join(folder, 'gates.geojson');
const feature = (id: string, inDegrees: number) => ({
  type: 'Feature',
  properties: { id, title: `Poort ${id}`, inDegrees, errorShare: 0.05, errorPersons: 2 },
  geometry: { type: 'Point', coordinates: [5.25, 52.55] },
});
writeFileSync(gates, JSON.stringify({ type: 'FeatureCollection', features: [feature('A', 0), feature('B', 90)] }));

it('answers as one JSON document: peak, what is usual, who is there, what is withheld', async () => {
  const { out, told } = await callCommand(addCountsCommand, csv, '--gates', gates, '--json');
  const answer = JSON.parse(out);
  expect(told).toBe('note: refused: counts.csv, line 386, locatie: "C" is no gate; there are A, B\n');
  expect([answer.day, answer.slotMinutes, answer.rows, answer.refused]).toEqual(['2026-06-13', 60, 385, 1]);
  expect(answer.comparable).toEqual({ kind: 'saturdays', days: days.slice(0, 3), band: 'range' });
  expect(answer.town.peaks.in).toMatchObject({
    ...{ from: '2026-06-13T14:00+02:00', until: '2026-06-13T15:00+02:00', count: 1600, filledIn: 0 },
    usual: { days: 3, median: 800, low: 800, high: 800 },
  });
  const night = answer.gates[0].profile[3];
  expect(night).toMatchObject({ start: '2026-06-13T03:00+02:00', in: { count: null, mark: 'few' } });
  expect(answer.gates[0].totals.in).toEqual({ count: 2 * (6 * 2 + 17 * 60 + 400), mark: 'ok' });
  expect(JSON.stringify(answer.gates[0].profile.slice(0, 6))).not.toMatch(/"count":\d/);
  expect(answer.present.drift.estimate).toBe(answer.present.moments.at(-1).estimate);
  expect(answer.present.moments[0]).toMatchObject({ estimate: 0, between: [0, 0] });
});

it('answers as tables, of another day, direction and minimum', async () => {
  const { out } = await callCommand(
    addCountsCommand,
    csv,
    '--gates',
    gates,
    '--day',
    '2026-05-30',
    '--least',
    '0',
    '--direction',
    'out',
  );
  expect(out).toMatch(
    /^2026-05-30: most \(out\) 14:00-15:00: 800 \+- \d+ \(95%\)\nusual then: 800 to 800 on 3 comparable days \(saturdays\)\n/,
  );
  expect(out).toMatch(/^Poort A +1432 +1432 +0 /m);
  expect(out).toMatch(/^03:00 +2 +2 +2 +2$/m);
  const withheld = await callCommand(addCountsCommand, csv, '--gates', gates);
  expect(withheld.out).toMatch(/^03:00 +< 5 +< 5 +< 5 +< 5$/m);
});

it('says in one line what is wrong', async () => {
  const call = (...args: string[]) => callCommand(addCountsCommand, ...args);
  await expect(call(join(folder, 'none.csv'))).rejects.toThrow('none.csv: file not found');
  await expect(call(gates)).rejects.toThrow(
    /no row of .*gates.geojson can be used; the first: refused: gates.geojson, line 1/,
  );
  await expect(call(csv, '--gates', gates, '--day', '2026-07-01')).rejects.toThrow(
    'nothing was counted on 2026-07-01; there are counts from 2026-05-23 to 2026-06-13.',
  );
  await expect(call(csv, '--day', 'morgen')).rejects.toThrow('expected a day like 2026-06-13.');
});

it('takes every place for a gate without a file of them, and says what it assumes', async () => {
  const { out, told } = await callCommand(addCountsCommand, csv, '--json');
  expect(told).toBe('note: without --gates the error of a count is assumed: 5% and 1 person.\n');
  expect(JSON.parse(out).gates.map(({ gate }: { gate: string }) => gate)).toEqual(['A', 'B', 'C']);
});
