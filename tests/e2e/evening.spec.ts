/** The resident's story: find the house, see the plan, slide between today and a variant, see the shadow at five in March. */
import type { Locator, Page } from '@playwright/test';
import { listViolations } from './support/axe.ts';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

const PLAN = 'Havenkwartier';
const panel = (page: Page) => page.getByRole('region', { name: 'Zoeken, vragen en lagen' });
const bar = (page: Page) => page.getByRole('region', { name: 'Het plan in het beeld' });
const card = (page: Page) => page.getByRole('button', { name: PLAN });
const slider = (page: Page) => page.getByRole('slider', { name: 'Schuif tussen nu en het plan' });

const variantOf = (page: Page) => readState(page, (state) => state.choice?.variant);
const variantIds = (page: Page) =>
  readState(page, ({ plans }) =>
    plans.status === 'ready' ? plans.value.flatMap(({ variants }) => variants.map(({ id }) => id)) : [],
  );

/** All variants are read ahead, so that choosing one takes no time. */
async function waitForVariants(page: Page): Promise<void> {
  await expect
    .poll(() =>
      readState(page, ({ planModels, choice }) =>
        Object.entries(planModels).flatMap(([key, { status }]) => (key.startsWith(`${choice?.plan}/`) ? status : [])),
      ),
    )
    .toEqual(['ready', 'ready', 'ready']);
}

/** Whether the dashes round the plan's area are drawn. */
const isOutlined = (page: Page) =>
  page.evaluate(() => {
    const lines = window.twin?.scene.groundPrimitives;
    return lines?.length === 1 && (lines.get(0) as { show: boolean }).show;
  });

/** With the Tab key alone, as someone without a mouse comes there. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`150 presses of ${key} do not reach ${target}`);
}

test.beforeEach(async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1000, height: 640 });
});

test('a resident compares a variant with today and sees its shadow in March, by mouse', async ({ page }) => {
  await openTwin(page);
  await page.getByRole('button', { name: 'Sluis in de Markerdijk' }).click();
  const dike = panel(page).getByRole('region', { name: 'Dit plan doorsnijdt de dijk' });
  await expect(dike).toContainText(/Variant A, Schutsluis.*over 8\sm.*deuren.*Variant B, Dijkhaven.*over 14\sm/);
  await panel(page).getByRole('radio', { name: 'Variant A' }).check();
  await waitForPicture(page);
  expect(await readState(page, (state) => state.problems)).toEqual([]);
  await panel(page).getByRole('button', { name: 'Terug naar alle vragen' }).click();

  await card(page).click();
  await waitForVariants(page);
  await expect(dike).toHaveCount(0);
  const [first, second] = await variantIds(page);
  await expect(page.getByRole('heading', { name: PLAN })).toBeFocused();
  await expect(panel(page).getByRole('radio', { name: 'Nu' })).toBeChecked();
  // The figures stand there before anything is chosen, a column for each variant.
  await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(3);

  await expect(page.getByText('Het plan ligt binnen de streepjeslijn.')).toBeVisible();
  await expect.poll(() => isOutlined(page)).toBe(true);

  await panel(page).getByRole('radio', { name: 'Variant A' }).check();
  expect(await variantOf(page)).toBe(first);
  expect(await isOutlined(page)).toBe(false);
  await bar(page).getByRole('radio', { name: 'Variant B' }).check({ force: true });
  expect(await variantOf(page)).toBe(second);
  await expect(page.getByText('impressie – geen rechten')).toBeVisible();

  await bar(page).getByRole('button', { name: 'Schuif' }).click();
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '50');
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('no slider');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 120, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  const position = await readState(page, (state) => state.compare.position);
  expect(position).toBeGreaterThan(0.6);
  await bar(page).getByRole('button', { name: 'Naast elkaar' }).click();
  expect(await readState(page, (state) => state.compare.mode)).toBe('side');
  await bar(page).getByRole('button', { name: 'Naast elkaar' }).click();

  await panel(page).getByRole('button', { name: 'Zon en schaduw' }).click();
  await page.getByRole('button', { name: '21 maart' }).click();
  await page.getByRole('slider', { name: 'Tijd' }).fill('1020');
  await expect(page.getByText('17:00 wintertijd')).toBeVisible();
  await waitForPicture(page);
  expect(await readState(page, (state) => state.moment?.minutes)).toBe(1020);
  await expect.poll(() => new URL(page.url()).hash).toMatch(`plan=havenkwartier/${second}`);
  expect(new URL(page.url()).hash).toMatch(/time=\d{4}-03-21T17:00/);
});

test('a resident does the same by keyboard alone', async ({ page }) => {
  await openTwin(page);
  await tabTo(page, card(page));
  await page.keyboard.press('Enter');
  await waitForVariants(page);
  const [first, second] = await variantIds(page);
  await tabTo(page, panel(page).getByRole('radio', { name: 'Nu' }));
  await page.keyboard.press('ArrowDown');
  expect(await variantOf(page)).toBe(first);
  await tabTo(page, bar(page).getByRole('radio', { name: 'Variant A' }));
  await page.keyboard.press('ArrowRight');
  expect(await variantOf(page)).toBe(second);
  await page.keyboard.press('0');
  expect(await variantOf(page)).toBeUndefined();
  await page.keyboard.press('2');
  expect(await variantOf(page)).toBe(second);
  // The camera looks at the plan, so that the building in the middle is one of it.
  await expect.poll(() => readState(page, (state) => state.buildingTable.status)).toBe('ready');
  await page.evaluate(() => window.twin?.send({ type: 'select-next', step: 1 }));
  expect(await readState(page, (state) => state.selection?.id)).toMatch(/^plan\//);
  await expect(panel(page).getByText('Bron: Plan Havenkwartier', { exact: false })).toBeVisible();
  await tabTo(page, panel(page).getByRole('button', { name: 'Gebouw loslaten' }));
  await page.keyboard.press('Enter');

  await tabTo(page, bar(page).getByRole('button', { name: 'Schuif' }));
  await page.keyboard.press('Enter');
  await slider(page).waitFor();
  await page.keyboard.press('Shift+Tab');
  for (let back = 0; back < 6 && !(await slider(page).evaluate((it) => it === document.activeElement)); back++) {
    await page.keyboard.press('Shift+Tab');
  }
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '52');
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '0');

  await tabTo(page, panel(page).getByRole('button', { name: 'Zon en schaduw' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: '21 maart' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('slider', { name: 'Tijd' }));
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  expect(await readState(page, (state) => state.moment?.minutes)).toBe(780);
});

test('an evening goes through its viewpoints with a clicker and ends; a civil servant makes it their own by keyboard', async ({
  page,
}) => {
  await openTwin(page, '?#v=2&plan=havenkwartier');
  await page.getByRole('button', { name: 'Bewonersavond' }).click();
  const evening = page.getByRole('region', { name: 'Bewonersavond' });
  await expect(evening).toContainText('1 van 5');
  await expect(panel(page)).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(evening).toContainText('2 van 5');
  await expect(page).toHaveURL(/evening=2/);
  await page.keyboard.press('PageUp');
  for (let stop = 1; stop <= 5 && (await variantOf(page)) === undefined; stop++) await page.keyboard.press('PageDown');
  const variant = await variantOf(page);
  expect(variant).toBeDefined();
  await page.keyboard.press('.');
  expect(await variantOf(page)).toBeUndefined();
  await evening.getByRole('button', { name: 'Wissel tussen nu en het plan' }).click();
  expect(await variantOf(page)).toBe(variant);
  await evening.getByRole('button', { name: 'Op uw telefoon' }).click();
  await expect(page.getByRole('img', { name: 'QR-code met de link naar dit beeld' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click();
  await evening.getByRole('button', { name: 'Stoppen' }).click();
  await expect(panel(page)).toBeVisible();
  expect(await readState(page, (state) => state.evening)).toBeUndefined();

  await tabTo(page, panel(page).getByRole('button', { name: 'Avond voorbereiden' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Neem de stops van het plan over' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('5 stops staan nu in de lijst.')).toBeVisible();
  await tabTo(page, page.getByRole('textbox', { name: 'Bijschrift voor de zaal' }).first());
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Welkom in de haven.');
  await expect(page.getByText('19 van 300 tekens')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Bewaar dit beeld opnieuw in deze stop/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('heeft nu het beeld dat u ziet')).toBeVisible();
  const [kept, seen] = await readState(page, ({ scenarios: { items }, camera }) => [
    [items[0]?.scenario.camera, items[0]?.scenario.caption],
    [camera, 'Welkom in de haven.'],
  ]);
  expect(kept).toEqual(seen);
  const start = page.getByRole('button', { name: 'Start de avond' });
  await tabTo(page, start, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(evening).toContainText('Welkom in de haven.');
  await expect(evening).toContainText('1 van 5');
  await page.keyboard.press('PageDown');
  await expect(evening).toContainText('2 van 5');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeVisible();
  await expect(start).toBeFocused();
});

test('a link opens an evening at its stop', async ({ page }) => {
  await openTwin(page, '?#v=2&plan=havenkwartier&evening=3:60');
  await expect(page.getByRole('region', { name: 'Bewonersavond' })).toContainText('3 van 5');
  expect(await readState(page, (state) => state.evening?.idleSeconds)).toBe(60);
});

test('axe finds nothing in a plan, its comparison, the sun and the evening, also on a phone', async ({ page }) => {
  await openTwin(page, '?#v=2&plan=havenkwartier');
  await waitForVariants(page);
  for (const [width, height] of [
    [1000, 640],
    [390, 780],
    [320, 480],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => window.twin?.store.setState({ tool: undefined }));
    await expect(page.getByRole('table')).toBeAttached();
    expect(await listViolations(page), `the plan at ${width}`).toEqual([]);
    await bar(page).getByRole('button', { name: 'Schuif' }).click();
    expect(await listViolations(page), `the comparison at ${width}`).toEqual([]);
    await bar(page).getByRole('button', { name: 'Schuif' }).click();
    await page.evaluate(() =>
      window.twin?.store.setState({ tool: 'sun', moment: { date: '2026-03-21', minutes: 1020 } }),
    );
    await expect(page.getByRole('slider', { name: 'Tijd' })).toBeAttached();
    expect(await listViolations(page), `the sun at ${width}`).toEqual([]);
  }
  for (const [width, height] of [
    [320, 480],
    [1000, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() =>
      window.twin?.store.setState({
        evening: { programme: 'plan', stop: 0, idleSeconds: 0, isAlone: false, seen: undefined },
      }),
    );
    await expect(page.getByRole('region', { name: 'Bewonersavond' })).toBeVisible();
    expect(await listViolations(page), `the evening at ${width}`).toEqual([]);
  }
});
