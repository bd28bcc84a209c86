import { readFileSync } from 'node:fs';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

test.use({ viewport: { width: 900, height: 640 } });

test('a civil servant saves, opens, compares and hands on scenarios, with the keyboard only', async ({ page }) => {
  await openTwin(page);
  /** Tab until it has the focus, as a visitor would. */
  async function goTo(name: string | RegExp, role: 'button' | 'textbox' = 'button', key = 'Tab'): Promise<void> {
    const target = page.getByRole(role, { name }).first();
    for (let i = 0; i < 60; i++) {
      if ((await target.count()) > 0 && (await target.evaluate((element) => element === document.activeElement)))
        return;
      await page.keyboard.press(key);
    }
    throw new Error(`${name} cannot be reached with ${key}`);
  }
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
