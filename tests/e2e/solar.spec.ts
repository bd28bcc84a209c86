import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { listViolations } from './support/axe.ts';
import { readPixels } from './support/files.ts';
import { toScreen } from './support/project.ts';
import { expect, openTwin, readState, test } from './support/twin.ts';

type Place = readonly [x: number, y: number, nap: number];

/** Middles of roof planes before the camera that get the most sun: those that are yellow in the legend. */
async function listSouthSlopes(page: Page): Promise<Place[]> {
  const answer = await page.request.get('./made/markerwaard/solar/roofs.json');
  const { x, y, nap, azimuth, slope, irradiation } = (await answer.json()) as Record<string, readonly number[]>;
  const isWithin = (value = 0, low: number, high: number) => value > low && value < high;
  return (x ?? []).flatMap((east, row) => {
    const [north = 0, height = 0] = [y?.[row], nap?.[row]];
    const isNear = isWithin(east, 146_205, 146_240) && isWithin(north, 508_160, 508_185);
    const isSunny = isWithin(azimuth?.[row], 150, 210) && isWithin(slope?.[row], 20, 50);
    return isNear && isSunny && (irradiation?.[row] ?? 0) > 1080 ? [[east, north, height] as const] : [];
  });
}

async function countYellow(page: Page, places: readonly Place[]): Promise<number> {
  const [picture, points] = [await readPixels(await page.screenshot()), await toScreen(page, places)];
  return points.filter((point) => {
    const at = 4 * (Math.round(point.y) * picture.width + Math.round(point.x));
    const [red = 0, green = 0, blue = 0] = picture.data.slice(at, at + 3);
    return green > 0.8 * red && blue < 0.75 * green && red > 150;
  }).length;
}

test('a resident sees which homes can have panels, changes what easy means, and reads one roof by month and hour', async ({
  page,
}) => {
  await openTwin(page, '#v=5&eye=146222,508110,40&look=0,-43');
  const slopes = await listSouthSlopes(page);
  expect(slopes.length).toBeGreaterThan(4);
  expect(await countYellow(page, slopes)).toBeLessThan(0.2 * slopes.length);
  await page.getByRole('button', { name: /eenvoudig zonnepanelen/ }).press('Enter');
  const answer = page.getByRole('status').filter({ hasText: 'kunnen eenvoudig zonnepanelen krijgen' });
  await expect(answer).toContainText(/[\d.]+ van de [\d.]+ gebouwen met woningen in Markerwaard/, { timeout: 60_000 });
  const legend = page.getByRole('region', { name: 'Zon op daken in beeld' });
  await expect(legend.getByText('850–950')).toBeAttached();
  // Trees may hide some of them.
  await expect.poll(() => countYellow(page, slopes), { timeout: 30_000 }).toBeGreaterThan(0.6 * slopes.length);
  await page.getByRole('button', { name: 'Geschiktheid', exact: true }).press('Enter');
  await expect(legend.getByText('niet geschikt')).toBeVisible();

  // Another idea of easy: fewer homes, another list, another address.
  const table = page.getByRole('table', { name: 'Gebouwen die voldoen' });
  const before = await answer.textContent();
  const panels = page.getByRole('textbox', { name: 'Minstens zoveel panelen' });
  await panels.fill('25');
  await panels.press('Enter');
  await expect(answer).not.toHaveText(before ?? '');
  await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/v=5&.*solar=suitability\/\/\/panels:25/);
  const column = table.getByRole('columnheader', { name: 'Panelen' });
  await column.getByRole('button').press('Enter');
  await column.getByRole('button').press('Enter');
  await expect(column).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.getByRole('row').nth(1).getByRole('cell').nth(1)).toHaveText('25');
  const watts = page.getByRole('textbox', { name: 'Vermogen van een paneel' });
  await watts.fill('5000');
  await watts.press('Enter');
  await expect(page.getByText('Kies een getal van 50 tot 1.000.')).toBeVisible();

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Gebouwen (CSV)' }).press('Enter');
  const csv = readFileSync(await (await coming).path(), 'utf8');
  expect(csv).toMatch(/^\ufeffId;Gebouw;Wijk;Woningen;/);
  expect(csv.split('\r\n').length).toBeGreaterThan(20);
  for (const language of ['en', 'nl'] as const) {
    await page.evaluate((chosen) => window.twin?.store.setState({ language: chosen }), language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect(await listViolations(page), language).toEqual([]);
  }

  await table.getByRole('rowheader').first().getByRole('button').press('Enter');
  const roof = page.getByRole('region', { name: 'Zonnepanelen op dit gebouw' });
  await expect(roof.getByRole('img', { name: /Stroom per maand/ })).toBeVisible({ timeout: 60_000 });
  await expect(roof.getByRole('heading', { name: /Wat geeft schaduw/ })).toBeVisible();
  expect(await readState(page, ({ selection }) => selection?.id)).toMatch(/^NL\.IMBAG/);
  await page.setViewportSize({ width: 390, height: 640 });
  for (const language of ['en', 'nl'] as const) {
    await page.evaluate((chosen) => window.twin?.store.setState({ language: chosen }), language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect(await listViolations(page), `roof in ${language}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});
