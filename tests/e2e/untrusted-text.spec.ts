/** Every text of the municipality, of a file and of the address is something that would do more, were it taken for more than text. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { addressPayloads, formulaPayloads, markupPayloads, namePayloads } from '../fixtures/payloads.ts';
import { dropFile, panel, planCard, saved } from './support/act.ts';
import { listTraces, poisonTexts } from './support/poison.ts';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

/** Dialogs that open: there must be none. What is asked for, runs or is stopped by the policy the page's record tells. */
function watchDialogs(page: Page): string[] {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}

async function openAll(page: Page): Promise<void> {
  const closed = panel(page).locator('details:not([open]) > summary:visible');
  for (let left = await closed.count(); left > 0; left--) await closed.first().click();
}

const check = async (page: Page, what: string) => expect(await listTraces(page), what).toEqual([]);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first();
const back = (page: Page) => button(page, 'Terug naar alle vragen');

/** The printed page of a canvas, and those that are saved as files and open from the disk. */
async function checkPages(page: Page, folder: string): Promise<void> {
  await button(page, 'Waarvoor is dit? (canvas)').click();
  await page.emulateMedia({ media: 'print' });
  await expect(
    page
      .getByText(markupPayloads[0] as string)
      .or(page.getByText(/[<&"'].* /))
      .first(),
  ).toBeAttached();
  await check(page, 'a printed canvas');
  await page.emulateMedia({ media: null });
  await button(page, 'Terug naar het antwoord').click();
  const { bytes } = await saved(page, () => button(page, 'Verslag om te printen (HTML)').click());
  const report = await page.context().newPage();
  const dialogs = watchDialogs(report);
  writeFileSync(`${folder}-report.html`, bytes);
  await report.goto(`file://${folder}-report.html`);
  await expect(report.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await report.getByRole('row').count()).toBeGreaterThan(20);
  await check(report, 'the report of claims');
  expect(dialogs).toEqual([]);
  await report.close();
}

test('texts of a municipality that would do something in a page do nothing, in all questions and what is printed', async ({
  page,
}, info) => {
  test.slow();
  const dialogs = watchDialogs(page);
  await poisonTexts(page);
  await openTwin(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/[<&"'].*Markerwaard/s);
  await check(page, 'the first view');
  const questions = panel(page).locator('.tw-question');
  const names = await questions.allTextContents();
  expect(names.length).toBeGreaterThan(7);
  for (const name of names) {
    await questions.filter({ hasText: name }).click();
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    await openAll(page);
    await check(page, name);
    if (name.includes('claim')) await checkPages(page, info.outputPath('claims'));
    // A question about a plan lies within the plan.
    for (; !(await questions.first().isVisible()); ) await back(page).click();
  }
  await planCard(page).first().click();
  await expect(page.getByRole('heading', { level: 2, name: /Havenkwartier/ })).toBeVisible();
  await openAll(page);
  await check(page, 'the plan');
  await page.getByRole('combobox').first().fill('Aalscholverstraat');
  await page.getByRole('option').first().click();
  await waitForPicture(page);
  await check(page, 'a house');
  await button(page, /^Bronnen/).click();
  await check(page, 'the sources');
  expect(await readState(page, ({ problems }) => problems)).toEqual([]);
  expect(dialogs).toEqual([]);
});

/** Of someone else: a stranger wrote all that is in it. */
const strange = {
  name: `${markupPayloads[3]}.geojson`,
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      name: markupPayloads[1],
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } },
      features: [...markupPayloads, ...addressPayloads, ...namePayloads, ...formulaPayloads].map((payload, i) => ({
        type: 'Feature',
        id: payload,
        properties: {
          name: payload,
          naam: payload,
          [payload]: payload,
          url: payload,
          lower: 0,
          upper: 3,
          reference: 'nap',
        },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [8, 0],
              [8, 8],
              [0, 0],
            ].map(([x = 0, y = 0]) => [147240 + x + 9 * i, 507850 + y]),
          ],
        },
      })),
    }),
  ),
};

const example = JSON.parse(
  readFileSync(new URL('../fixtures/scenarios/version-1.tweeling.json', import.meta.url), 'utf8'),
) as { scenarios: [object] };
const strangeScenarios = {
  name: 'vreemd.tweeling.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      ...example,
      scenarios: [...markupPayloads, ...addressPayloads, ...formulaPayloads].map((payload) => ({
        ...example.scenarios[0],
        title: payload,
        madeWith: payload,
        author: payload,
        [payload]: payload,
      })),
    }),
  ),
};

test('an address and files of a stranger do nothing but what they say', async ({ page, record }) => {
  const dialogs = watchDialogs(page);
  // Without a picture each visit takes a second.
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
    } as typeof original;
  });
  const members =
    'building claims compare data draw evening eye flood heat lang layers lens look measures plan question solar sunlight time walk window x';
  const all = [...markupPayloads, ...addressPayloads, ...namePayloads].map(encodeURIComponent);
  for (let visit = 0; visit < 4; visit++) {
    const text = (i: number) => all[(7 * i + 13 * visit) % all.length];
    const hash = members.split(' ').map((name, i) => `${name}=${text(i)}`);
    const query = ['municipality', 'quality', 'lang', text(3)].map((name, i) => `${name}=${text(i + 5)}`);
    await page.goto(`./?${query.join('&')}#v=2&${hash.join('&')}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Markerwaard' })).toBeVisible();
    await expect(page.getByText(/3D-beeld/).first()).toBeVisible();
    await check(page, page.url());
  }
  await page.goto('./');
  await button(page, 'Zelf tekenen').click();
  await dropFile(page, panel(page).getByText('Teken een gebouw op de kaart'), strange);
  await expect(panel(page).getByText(strange.name).first()).toBeVisible();
  await check(page, 'a dropped file');
  await back(page).click();
  await button(page, 'Scenario’s bewaren').click();
  await page.locator('input[type=file]').setInputFiles(strangeScenarios);
  await expect(
    panel(page)
      .getByText(markupPayloads[3] as string)
      .first(),
  ).toBeVisible();
  await check(page, 'scenarios of a stranger');
  expect(dialogs).toEqual([]);
  expect(record.errors.filter((error) => /policy|fooled/i.test(error))).toEqual([]);
  record.errors.length = 0; // CesiumJS writes that it found no WebGL.
});
