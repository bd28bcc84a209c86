import { readFileSync } from 'node:fs';
import { serveThings } from '../fixtures/sensorthings/serve.ts';
import { listViolations } from './support/axe.ts';
import { expect, openTwin, readState, test } from './support/twin.ts';

test('a resident asks when and from which side people come into town, on the day of the fair', async ({
  page,
}, info) => {
  await page.setViewportSize({ width: 900, height: 640 });
  await openTwin(page, '#v=7&eye=146845,508380,80&look=0,-35');
  await page.getByRole('button', { name: 'Hoe laat en van welke kant komen mensen de stad in?' }).press('Enter');

  const sentence = page.getByRole('status').filter({ hasText: 'kwamen de meeste mensen de stad in' });
  await expect(sentence).toContainText(
    /Op zaterdag 13 juni 2026 kwamen de meeste mensen de stad in tussen 1[34]:\d\d en 1[45]:\d\d uur: \d+ \(± \d+\)/,
    { timeout: 60_000 },
  );
  await expect(sentence).toContainText('uit het zuiden');
  await expect(sentence).toContainText('Gewoonlijk zijn het er dan');
  await expect(sentence).toContainText('Let op: niet alles is geteld.');
  expect(await listViolations(page)).toEqual([]);

  // Sorted by who went out, the other way round, then one gate.
  const table = page.getByRole('table', { name: 'Tellingen per toegang' });
  const names = () => table.getByRole('rowheader').allTextContents();
  const byIn = await names();
  expect(byIn).toHaveLength(7);
  await table.getByRole('button', { name: 'Sorteer op in' }).press('Enter');
  await expect.poll(names).toEqual([...byIn.slice(0, -1).reverse(), 'Alle toegangen']);
  await expect(table).toContainText(/\d+× < 5/);
  await expect(table).toContainText('uitgesloten');
  const quiet = byIn.at(-2) as string;
  await table.getByRole('button', { name: quiet }).press('Enter');
  await expect(page.getByRole('heading', { name: `Verloop over de dag: ${quiet}` })).toBeVisible();

  // The moment, by keyboard: at night all is withheld, in the table, in the chart's table and in the file.
  const slider = page.getByRole('slider', { name: 'Moment van de dag' }).first();
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '00:00 en 00:15');
  await page.getByRole('button', { name: 'Tussen 00:00 en 00:15 uur' }).press('Enter');
  await expect(table.getByRole('row', { name: new RegExp(quiet) })).toContainText('< 5');
  await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/v=7&.*counts=\/0\//);
  await page.getByText('Als tabel').first().press('Enter');
  await expect(
    page.getByRole('table', { name: new RegExp(`^Verloop over de dag: ${quiet.replace(/[()]/g, '.')}`) }),
  ).toContainText('< 5');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Deze dag (CSV)' }).press('Enter');
  const path = info.outputPath('tellingen.csv');
  await (await coming).saveAs(path);
  const rows = readFileSync(path, 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(';'));
  expect(rows.length).toBe(7 * 2 * 96);
  expect(
    rows.every(([, , , , , count = '', state]) => state === 'deels verborgen' || count === '' || Number(count) >= 5),
  ).toBe(true);

  // The day passes, and stops where it is asked to.
  await page.getByRole('button', { name: 'Speel de dag af' }).first().press('Enter');
  await expect.poll(() => slider.inputValue()).not.toBe('0');
  await page.getByRole('button', { name: 'Stop' }).first().press('Enter');
  await expect.poll(() => readState(page, ({ counts }) => counts.minute)).toBeGreaterThan(0);

  // On a phone nothing sticks out.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(sentence).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await listViolations(page)).toEqual([]);
});

test('counts of a live service come in, are asked again, and the panel says when it stays away', async ({
  page,
  record,
}) => {
  // The picture is not the point: arrows are drawn in the test above.
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  // Its counters, at two of the gates, on the day that was recorded.
  await page.clock.setFixedTime('2026-06-13T13:05:00Z');
  const service = await serveThings();
  await page.route('**/v1.1/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: new URL(pathname + search, service.url).href }) });
  });
  await page.route('**/counts/counts.json', async (route) => {
    const response = await route.fetch();
    const town = await response.json();
    const [first, second] = town.gates;
    Object.assign(first, { x: 147446, y: 508100 });
    Object.assign(second, { x: 147585, y: 508742 });
    town.live = {
      url: new URL('/v1.1', route.request().url()).href,
      datastreams: [
        { gate: first.id, direction: 'in', id: '11' },
        { gate: second.id, direction: 'in', id: 'brug/in' },
      ],
      refreshSeconds: 5,
    };
    await route.fulfill({ response, json: town });
  });
  await page.goto('./#v=7&question=counts');
  await expect(page.getByText('Live, laatst om 15:05 uur.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('status').filter({ hasText: 'kwamen de meeste mensen de stad in' })).toBeVisible();
  await expect.poll(() => service.asked.filter((url) => url.includes('Observations')).length).toBeGreaterThan(2);
  service.trouble = (response) => response.writeHead(500).end();
  await expect(page.getByText(/De live tellingen zijn niet bereikbaar sinds 15:05 uur/)).toBeVisible({
    timeout: 30_000,
  });
  await service.close();
  expect(record.errors.every((error) => /WebGL|500/.test(error))).toBe(true);
  record.errors.length = 0;
});
