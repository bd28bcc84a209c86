import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { listViolations } from './support/axe.ts';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

test.use({ viewport: { width: 900, height: 640 } });

/** Tab until it has the focus, as a visitor would. */
const tabber =
  (page: Page) =>
  async (name: string | RegExp, role: 'button' | 'textbox' = 'button', key = 'Tab') => {
    const target = page.getByRole(role, { name }).first();
    for (let i = 0; i < 60; i++) {
      if ((await target.count()) > 0 && (await target.evaluate((element) => element === document.activeElement)))
        return;
      await page.keyboard.press(key);
    }
    throw new Error(`${name} cannot be reached with ${key}`);
  };

test('a civil servant saves, opens, compares and hands on scenarios, with the keyboard only', async ({ page }) => {
  const goTo = tabber(page);
  await openTwin(page);
  await goTo('Scenario’s bewaren');
  await page.keyboard.press('Enter');
  await expect(page.getByText('U hebt nog geen scenario’s.')).toBeVisible();
  await goTo('Naam van het beeld', 'textbox');
  await page.keyboard.type('Vandaag');
  await page.keyboard.press('Enter');
  await page.evaluate(() => {
    const twin = window.twin;
    if (!twin) throw new Error('no handle');
    const { layers } = twin.store.getState();
    twin.store.setState({
      moment: { date: '2026-03-21', minutes: 1020 },
      layers: { ...layers, trees: { visible: false, opacity: 1 } },
    });
    twin.send({ type: 'turn', degrees: 40 });
  });
  await waitForPicture(page);
  await goTo('Naam van het beeld', 'textbox');
  await page.keyboard.type('Maart om vijf uur');
  await page.keyboard.press('Enter');

  const table = page.getByRole('table');
  await expect(table).toContainText('21 maart 2026, 17:00');
  await expect(table).toContainText('zonder bomen');

  const read = () => readState(page, ({ moment, layers, camera }) => ({ moment, layers, camera }));
  const later = await read();
  await goTo('Open ‘Vandaag’');
  await page.keyboard.press('Enter');
  await waitForPicture(page);
  expect((await read()).moment).toBeUndefined();
  await goTo('Open ‘Maart om vijf uur’');
  await page.keyboard.press('Enter');
  await waitForPicture(page);
  expect((await read()).moment).toEqual(later.moment);
  expect((await read()).layers).toEqual(later.layers);

  await goTo('Bewaar alles in een bestand');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('scenarios-markerwaard.tweeling.json');
  const file = await download.path();
  const written = JSON.parse(readFileSync(file, 'utf8')) as { scenarios: { title: string }[] };
  expect(written.scenarios.map(({ title }) => title)).toEqual(['Vandaag', 'Maart om vijf uur']);

  await goTo('Verwijderen', 'button', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('‘Vandaag’ is verwijderd.')).toBeVisible();
  await goTo('Ongedaan maken');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Vandaag' })).toBeVisible();

  await page.locator('input[type=file]').setInputFiles({
    name: 'film.mp4.json',
    mimeType: 'application/json',
    buffer: Buffer.from('geen json'),
  });
  await expect(page.getByText(/beschadigd, of het is een ander soort bestand/)).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('2 scenario’s zijn toegevoegd.')).toBeVisible();
  expect(await readState(page, ({ scenarios }) => scenarios.items.length)).toBe(4);
});

test('a civil servant writes the canvas of a question, keeps it and prints it', async ({ page }) => {
  const goTo = tabber(page);
  // It lies in the panel: nothing of it waits for the picture.
  await page.goto('./?quality=low#v=2&question=claims');
  await test.step('reads and writes the canvas of a question', async () => {
    await goTo('Waarvoor is dit? (canvas)');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Past het Havenkwartier naast wat er al ligt?' })).toBeFocused();
    await expect(page.getByRole('heading', { name: 'Wat is eerlijk?' })).toBeHidden();
    await goTo(/^Toon ook de uitwerking/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Wat is eerlijk?' })).toBeVisible();
    expect(await listViolations(page), 'the canvas').toEqual([]);

    await goTo('Bewerken', 'button', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await goTo('Volledig: ook de uitwerking');
    await page.keyboard.press('Enter');
    await goTo(/^In het kort/, 'textbox');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Past <b>alles</b>?');
    await goTo('Nog een doel');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Doel (doel 4)' })).toBeFocused();
    await page.keyboard.type('Iedereen kan het nalezen');
    await goTo('Zet doel 4 hoger');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Zet doel 3 hoger' })).toBeFocused();
    await goTo('Verwijder doel 3');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter');
    await page.setViewportSize({ width: 390, height: 640 });
    expect(await listViolations(page), 'the form').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 900, height: 640 });
    await page.getByRole('textbox', { name: 'Doel (doel 3)' }).press('Escape');
    await expect(page.getByText('Iedereen kan het nalezen')).toBeVisible();
  });

  const goals = () =>
    readState(page, ({ canvases }) => canvases['claims']?.present?.sections.goals?.map(({ goal }) => goal));
  await test.step('keeps the canvas with a scenario in a file, not in the link, and prints it', async () => {
    expect((await goals())?.[2]).toBe('Iedereen kan het nalezen');
    await page.getByRole('button', { name: 'Deel dit beeld' }).click();
    await expect(page.getByText(/Het canvas dat u hebt geschreven, staat niet in de link/)).toBeVisible();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bewaar dit beeld als bestand' }).click(),
    ]);
    await page.getByRole('button', { name: 'Sluiten' }).click();
    const before = await goals();
    await page.evaluate(() => window.twin?.store.setState({ canvases: {} }));
    await page.getByRole('button', { name: 'Terug naar het antwoord' }).click();
    await expect(page.getByRole('button', { name: 'Waarvoor is dit? (canvas)' })).toBeFocused();
    await page.getByRole('button', { name: 'Terug naar alle vragen' }).click();
    await page.getByRole('button', { name: 'Scenario’s bewaren' }).click();
    await page.locator('input[type=file]').setInputFiles(await saved.path());
    await page.getByRole('button', { name: 'Open ‘Beeld met wat ik heb gemaakt’' }).click();
    expect(await goals()).toEqual(before);
    await page.getByRole('button', { name: 'Terug naar alle vragen' }).click();
    await page.getByRole('button', { name: 'Waarvoor is dit? (canvas)' }).click();
    await page.emulateMedia({ media: 'print' });
    for (const printed of ['Past <b>alles</b>?', 'Iedereen kan het nalezen', /Indicatief, geen besluit/])
      await expect(page.getByText(printed)).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.locator('canvas')).toBeHidden();
  });
});
