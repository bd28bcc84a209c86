import { readFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { parseClaims } from '../../src/model/parse-claims.ts';
import { readFeatures } from '../../src/pipeline/features.ts';
import { listViolations } from './support/axe.ts';
import { expect, openTwin, readState, test } from './support/twin.ts';

/** The file that a button saves. */
async function save(page: Page, button: string, info: TestInfo): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).press('Enter');
  const download = await coming;
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function fillIn(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

test('a civil servant asks what claims a place, looks under the ground, records a decision on a conflict, checks a plan and takes the evidence along', async ({
  page,
}, info) => {
  await page.setViewportSize({ width: 900, height: 640 });
  await openTwin(page, '#v=6&eye=146845,508400,90&look=0,-40');
  await page.getByRole('button', { name: 'Wat claimt deze plek?' }).press('Enter');

  // The Grote Markt, by keyboard.
  await page.getByText('Met adres of coördinaten').press('Enter');
  const form = page.getByRole('form', { name: 'Vul coördinaten in' });
  const ask = async () => {
    await form.getByLabel(/^RD x/).fill('146845');
    await form.getByLabel(/^RD y/).fill('508530');
    await form.getByRole('button', { name: 'Vraag deze plek' }).press('Enter');
  };
  await ask();
  const answer = page.getByRole('status').filter({ hasText: 'Op deze plek' });
  await expect(answer).toContainText(/Op deze plek liggen \d+ claims: \d+ hard/);
  await expect(answer).toContainText('Er zijn 2 paren die elkaar uitsluiten.', { timeout: 60_000 });
  const here = page.getByRole('table', { name: 'Claims op deze plek' });
  const names = () => here.getByRole('rowheader').allTextContents();
  const all = await names();
  expect(all.length).toBeGreaterThan(3);
  await expect(here).toContainText('m ten opzichte van de grond');
  await expect(page.getByRole('img', { name: new RegExp(`hoogten van ${all.length} claims`) })).toBeAttached();

  // A click in the picture asks about another place.
  await page.mouse.click(620, 330);
  await expect.poll(() => readState(page, ({ claims }) => JSON.stringify(claims.place))).not.toContain('146845');
  await ask();

  // Only what lies under the ground.
  await fillIn(page, 'Tot', '-3');
  await expect.poll(async () => (await names()).length).toBeLessThan(all.length);
  await expect(answer).toContainText('die u nu niet bekijkt');
  const highest = page.getByRole('slider', { name: /Hoogte van .*: Tot/ });
  await expect(highest).toHaveValue('-3');
  await highest.press('ArrowRight');
  await expect(highest).toHaveAttribute('aria-valuetext', '−2,5 m NAP');
  await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/v=6&.*claims=-10,-2\.5\/+146845,508530/);
  const under = page.url();
  await page.getByRole('button', { name: 'Bekijk alles' }).press('Enter');
  await expect.poll(async () => (await names()).length).toBeGreaterThanOrEqual(all.length);

  // The largest conflict: why, and where; of one year, then of another.
  await page.getByRole('checkbox', { name: 'Alle jaren' }).press('Space');
  await page.getByRole('slider', { name: /^Jaar/ }).fill('2026');
  const conflicts = page.getByRole('table', { name: 'Botsingen tussen claims' });
  await page
    .getByRole('button', { name: /^onbekend$/ })
    .first()
    .press('Enter');
  const where = page.getByRole('region', { name: /^Botsingen/ }).getByRole('combobox', { name: /^Waar/ });
  await where.selectOption('Op uw plek');
  await expect(conflicts.getByRole('rowheader')).toHaveCount(1);
  await where.selectOption('Overal');
  await expect(page.getByText(/Nog \d+ botsingen ziet u nu niet/)).toBeVisible();
  await page.getByRole('slider', { name: /^Jaar/ }).fill('2030');
  await expect.poll(() => conflicts.getByRole('rowheader').count()).toBeGreaterThan(5);
  const before = await readState(page, ({ camera }) => JSON.stringify(camera));
  await conflicts
    .getByRole('button', { name: /^Vlieg naar/ })
    .first()
    .press('Enter');
  await expect.poll(() => readState(page, ({ camera }) => JSON.stringify(camera))).not.toBe(before);
  expect(await readState(page, ({ claims }) => claims.selected?.length)).toBe(2);
  await expect(conflicts).toContainText('Zo staat het in de tabel');

  // What was decided is in the files, and not in the link.
  await conflicts.getByRole('button', { name: 'Leg besluit vast' }).press('Enter');
  await page.getByLabel('Wat is besloten?').fill('De gasleiding gaat om het veld heen');
  await page.getByLabel('Door wie (rol)').fill('wethouder ruimte');
  await page.getByLabel('Waarom').fill('Verleggen kost minder');
  await page.getByRole('button', { name: 'Bewaar besluit' }).press('Enter');
  await expect(conflicts).toContainText('De gasleiding gaat om het veld heen (wethouder ruimte, ');
  const csv = readFileSync(await save(page, 'Botsingen (CSV)', info), 'utf8');
  expect(csv).toMatch(/^\ufeffclaim_a;naam_a;/);
  expect(csv).toContain(';De gasleiding gaat om het veld heen;wethouder ruimte;');
  expect(csv).toMatch(/;\d+,\d+;/);
  const file = await save(page, 'Alles voor QGIS (GeoPackage)', info);
  const features = await readFeatures(file);
  const { claims, notes } = parseClaims(features.filter(({ properties }) => properties.has('hardness')));
  expect(notes).toEqual([]);
  expect(claims.length).toBeGreaterThan(300);
  const kept = features.filter(({ properties }) => properties.get('decisionrole') === 'wethouder ruimte');
  expect(kept).toHaveLength(1);
  const report = readFileSync(await save(page, 'Verslag om te printen (HTML)', info), 'utf8');
  for (const part of ['Indicatief, geen besluit, geen rechten.', 'wethouder ruimte', 'src="data:image/jpeg', 'Bronnen'])
    expect(report).toContain(part);
  expect(page.url()).not.toContain('wethouder');

  // The plan fails rules, with the article and the reason.
  const checks = page.getByRole('region', { name: 'Toets aan regels' });
  await checks.getByRole('button', { name: /Havenkwartier/ }).press('Enter');
  await expect(checks.getByRole('status').first()).toContainText(/Voldoet niet: [1-9]\d*\. Onbekend: [1-9]\d*\./);
  await checks.getByRole('button', { name: 'voldoet niet', exact: true }).press('Enter');
  await expect(checks.getByRole('table')).toContainText(/grens.*marge −/s);
  await expect(checks.getByRole('table')).toContainText(/artikel|paragraaf|bijlage/);

  // Another choice of what goes together is told as one's own.
  await page.getByRole('button', { name: /^Groen en Wonen: sluit uit/ }).press('Enter');
  await page.getByRole('button', { name: 'gaat samen', exact: true }).press('Enter');
  await expect(page.getByText('U probeert 1 eigen keuze.')).toBeVisible();

  // An area, corner by corner, and what lies in it as GeoJSON.
  await page.getByRole('button', { name: 'Teken een gebied' }).press('Enter');
  const corner = page.getByRole('form', { name: 'Vul een hoek in' });
  for (const [x, y] of [
    ['146700', '508450'],
    ['146950', '508450'],
    ['146950', '508650'],
  ] as const) {
    await corner.getByLabel(/^RD x/).fill(x);
    await corner.getByLabel(/^RD y/).fill(y);
    await corner.getByRole('button', { name: 'Zet deze hoek' }).press('Enter');
  }
  await page.getByRole('button', { name: 'Sluit het gebied' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'In dit gebied' })).toContainText(/liggen \d+ claims/);
  expect(
    await readState(page, ({ claims }) => claims.place && 'ring' in claims.place && claims.place.ring.length),
  ).toBe(6);
  const shared = parseClaims(await readFeatures(await save(page, 'Claims (GeoJSON)', info)));
  expect(shared.notes).toEqual([]);
  expect(shared.claims.length).toBeGreaterThan(all.length);

  for (const language of ['en', 'nl'] as const) {
    await page.evaluate((chosen) => window.twin?.store.setState({ language: chosen }), language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect(await listViolations(page), language).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 640 });
  expect(await listViolations(page), 'phone').toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  // A link of before brings back what was asked then.
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(under).hash);
  await expect.poll(() => readState(page, ({ claims }) => claims.highNap)).toBe(-2.5);
  expect(await readState(page, ({ claims }) => claims.ownPairs.length)).toBe(0);
});
