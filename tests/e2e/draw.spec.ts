import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

const readDrawing = (page: Page) => readState(page, (state) => state.drawing?.history.present);

/** Tabs until the named control has the focus. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'textbox' = 'button') {
  const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  await expect(target).toBeVisible();
  for (let i = 0; i < 120; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tab key does not reach ${name}.`);
}

test('a civil servant draws, changes and saves a building with the keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 620 });
  await openTwin(page, '?#v=1&eye=146900,508430,60&look=0,-50');
  await tabTo(page, 'Zelf tekenen');
  await page.keyboard.press('Enter');
  const summary = page.getByText('Rechthoek met getallen');
  await expect(summary).toBeVisible();
  for (let i = 0; i < 60 && !(await summary.evaluate((element) => element === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Lengte', 'textbox');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('24,5');
  await tabTo(page, 'Maak rechthoek');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Toegevoegd' })).toBeVisible();

  await tabTo(page, /^Volume 1/);
  const before = await readDrawing(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press(']');
  await expect(page.getByRole('status').filter({ hasText: '5° gedraaid' })).toBeVisible();
  await page.keyboard.press('Control+z');
  const [x = 0, y = 0] = before?.volumes[0]?.footprint[0] ?? [];
  const moved = (await readDrawing(page))?.volumes[0]?.footprint[0];
  expect(moved?.slice(0, 2)).toEqual([x + 0.5, y + 5]);
  expect(Math.hypot((moved?.[4] ?? 0) - (moved?.[2] ?? 0), (moved?.[5] ?? 0) - (moved?.[3] ?? 0))).toBeCloseTo(24.5);

  await tabTo(page, 'Bovenkant (hoogste punt)', 'textbox');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12,5');
  await tabTo(page, 'Zadeldak');
  await page.keyboard.press('Enter');
  expect((await readDrawing(page))?.volumes[0]).toMatchObject({ upper: 12.5, roof: { shape: 'gabled' } });
  expect(await readState(page, (state) => state.drawn?.solids.length)).toBe(1);

  await tabTo(page, 'Bewaar als CityJSON');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const saved = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(saved).toMatchObject({ type: 'CityJSON', version: '2.0' });
  expect(Object.keys(saved.CityObjects)).toHaveLength(1);
});

test('corners are clicked and dragged while the camera stands still, and a bad file is refused in words', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 620 });
  await openTwin(page, '?#v=1&eye=146900,508430,60&look=0,-50');
  await page.getByRole('button', { name: 'Zelf tekenen' }).click();
  await page.getByRole('button', { name: 'Omtrek tekenen' }).click();
  const corners = [
    [600, 240],
    [760, 240],
    [760, 400],
    [600, 400],
  ] as const;
  for (const [i, [x, y]] of corners.entries()) {
    // The aids are fetched with the first use: the first click may come before them.
    await expect(async () => {
      if ((await readState(page, (state) => state.drawing?.pending.length ?? 0)) < 2 * i + 2)
        await page.mouse.click(x, y);
      expect(await readState(page, (state) => state.drawing?.pending.length)).toBe(2 * i + 2);
    }).toPass({ timeout: 20_000 });
  }
  await page.mouse.click(600, 240);
  await expect.poll(async () => (await readDrawing(page))?.volumes.length).toBe(1);
  expect(await readState(page, (state) => state.selection)).toBeUndefined();

  await waitForPicture(page);
  const camera = await readState(page, (state) => state.camera);
  const before = (await readDrawing(page))?.volumes[0]?.footprint[0] ?? [];
  await page.mouse.move(760, 400);
  await page.mouse.down();
  await page.mouse.move(790, 430, { steps: 4 });
  await page.mouse.up();
  await waitForPicture(page);
  const after = (await readDrawing(page))?.volumes[0]?.footprint[0] ?? [];
  expect([...after.slice(0, 4), ...after.slice(6)]).toEqual([...before.slice(0, 4), ...before.slice(6)]);
  expect(after[4]).toBeGreaterThan(before[4] ?? 0);
  expect(await readState(page, (state) => state.camera)).toEqual(camera);

  const broken = { name: 'kapot.geojson', mimeType: 'application/json', buffer: Buffer.from('{"a": 1,\n}') };
  await page.locator('input[type="file"]').setInputFiles(broken);
  await expect(page.getByRole('alert')).toContainText('kapot.geojson');
  await expect(page.getByRole('alert')).toContainText('regel 2');
});
