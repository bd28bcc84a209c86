import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { listViolations } from './support/axe.ts';
import { readPixels } from './support/files.ts';
import { expect, openTwin, readState, test } from './support/twin.ts';

type Pixel = readonly [red: number, green: number, blue: number];

/** Share of the picture beside the panel whose colour is such. */
async function sharesOf(page: Page, isSuch: (pixel: Pixel) => boolean): Promise<number> {
  const { width, height, data } = await readPixels(await page.screenshot());
  const [left, right, bottom] = [Math.round(0.47 * width), Math.round(0.9 * width), Math.round(0.7 * height)];
  let count = 0;
  for (let row = 0; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const at = 4 * (row * width + column);
      if (isSuch([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0])) count++;
    }
  }
  return count / (bottom * (right - left));
}

/** As yellow as the legend's best class. */
const isYellow = ([red, green, blue]: Pixel) => red > 190 && green > 0.8 * red && blue < 0.62 * red;
/** Orange and red of homes that need much heat. */
const heatTones = ([red, green, blue]: Pixel) => red > 90 && red > 1.6 * green && red > 1.7 * blue;

test('a resident sees which homes can have panels, changes what easy means, reads one roof by month and hour, and sees which do without gas', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 640 });
  await openTwin(page, '#v=5&eye=146230,508080,45&look=0,-32');
  const plain = await sharesOf(page, isYellow);
  await page.getByRole('button', { name: /eenvoudig zonnepanelen/ }).press('Enter');
  const answer = page.getByRole('status').filter({ hasText: 'kunnen eenvoudig zonnepanelen krijgen' });
  await expect(answer).toContainText(/[\d.]+ van de [\d.]+ gebouwen met woningen in Markerwaard/, { timeout: 60_000 });
  const legend = page.getByRole('region', { name: 'Zon op daken in beeld' });
  await expect(legend.getByText('850–950')).toBeAttached();
  // Roofs of a street that looks south fill a good part of the picture.
  await expect.poll(() => sharesOf(page, isYellow), { timeout: 30_000 }).toBeGreaterThan(plain + 0.04);
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

  // The other question about homes, in the same visit: which can do without gas.
  await page.setViewportSize({ width: 900, height: 640 });
  await page.evaluate(() => window.twin?.store.setState({ selection: undefined }));
  await page.getByRole('button', { name: 'Terug naar alle vragen' }).press('Enter');
  const bare = await sharesOf(page, heatTones);
  await page.getByRole('button', { name: /als eerste van het gas/ }).press('Enter');
  const first = page.getByRole('status').filter({ hasText: 'kunnen' });
  await expect(first).toContainText(/[\d.]+ van de [\d.]+ woningen/, { timeout: 60_000 });
  await expect.poll(() => sharesOf(page, heatTones), { timeout: 30_000 }).toBeGreaterThan(bare + 0.02);
  const homes = page.getByRole('table', { name: 'Gebouwen met woningen' });
  const heat = homes.getByRole('columnheader', { name: 'Warmte (kWh/m²)' });
  await heat.getByRole('button').press('Enter');
  await expect(heat).toHaveAttribute('aria-sort', 'ascending');
  const figures = (await homes.getByRole('row').locator('td:nth-of-type(1)').allInnerTexts()).map(Number);
  expect(figures.length).toBeGreaterThan(5);
  expect(figures.toSorted((a, b) => a - b)).toEqual(figures);
  await page.getByRole('group', { name: 'Klassen' }).getByRole('button', { name: 'voorlopig niet' }).press('Enter');
  await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/heat=\/{6}classes:ready\.near\.step/);
  expect(await listViolations(page), 'heat').toEqual([]);
});
