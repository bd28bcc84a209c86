/** The evening in the hall, and the plan under axe. */
import type { Page } from '@playwright/test';
import { bar, panel, pressOn, typeInto, waitForVariants } from './support/act.ts';
import { listViolations } from './support/axe.ts';
import { expect, openTwin, readState, test } from './support/twin.ts';

const variantOf = (page: Page) => readState(page, (state) => state.choice?.variant);
const evening = (page: Page) => page.getByRole('region', { name: 'Bewonersavond' });

test.beforeEach(async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 800, height: 500 });
});

/** A finger goes over the caption, as on the screen in the hall. */
async function swipe(page: Page, across: number): Promise<void> {
  const box = await evening(page).getByRole('heading', { level: 2 }).boundingBox();
  if (!box) throw new Error('no caption');
  const touch = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let step = 1; step <= 5; step++)
    await touch.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: [{ x: x + (across * step) / 5, y }],
    });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await touch.detach();
}

test('an evening goes on by clicker, finger and by itself, and ends; a civil servant makes it their own by keyboard', async ({
  page,
}) => {
  // From a mark on, what lasts 20 seconds in the hall and longer lasts a tenth of it here.
  await page.addInitScript(() => {
    const { setTimeout: wait } = window;
    const hurry = (run: TimerHandler, milliseconds = 0, ...rest: unknown[]) =>
      wait(
        run,
        milliseconds / (milliseconds >= 20_000 && 'hurry' in document.documentElement.dataset ? 10 : 1),
        ...rest,
      );
    Object.assign(window, { setTimeout: hurry });
  });
  // A bookmark of the hall's computer: the third stop, and 60 seconds of patience.
  await openTwin(page, '?#v=2&plan=havenkwartier&evening=3:60');
  await expect(evening(page)).toContainText('3 van 5');
  expect(await readState(page, (state) => state.evening?.idleSeconds)).toBe(60);
  await expect(panel(page)).toBeHidden();

  await test.step('alone: back to the start, and on by itself', async () => {
    await page.evaluate(() => {
      document.documentElement.dataset['hurry'] = '';
      const stops: number[] = [];
      window.twin?.store.subscribe(({ evening: now }, { evening: before }) => {
        if (now && now.stop !== before?.stop) stops.push(now.stop);
        document.documentElement.dataset['stops'] = stops.join();
      });
    });
    // The last one who touches the screen.
    await page.mouse.move(500, 200);
    await expect(page.locator('html')).toHaveAttribute('data-stops', /^0,1,2/, { timeout: 60_000 });
    expect(await readState(page, (state) => state.evening?.isAlone)).toBe(true);
    await page.evaluate(() => delete document.documentElement.dataset['hurry']);
    // Whoever comes has it again.
    await page.keyboard.press('Home');
    expect(await readState(page, (state) => state.evening?.isAlone)).toBe(false);
    await expect(evening(page)).toContainText('1 van 5');
  });

  await test.step('clicker, finger and buttons', async () => {
    await page.keyboard.press('PageDown');
    await expect(evening(page)).toContainText('2 van 5');
    await expect(page).toHaveURL(/evening=2/);
    await swipe(page, -160);
    await expect(evening(page)).toContainText('3 van 5');
    await swipe(page, 160);
    await expect(evening(page)).toContainText('2 van 5');
    const variant = await variantOf(page);
    expect(variant).toBe('kade');
    await page.keyboard.press('.');
    expect(await variantOf(page)).toBeUndefined();
    await evening(page).getByRole('button', { name: 'Wissel tussen nu en het plan' }).click();
    expect(await variantOf(page)).toBe(variant);
    await evening(page).getByRole('button', { name: 'Op uw telefoon' }).click();
    await expect(page.getByRole('img', { name: 'QR-code met de link naar dit beeld' })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click();
  });

  await evening(page).getByRole('button', { name: 'Stoppen' }).click();
  await expect(panel(page)).toBeVisible();
  expect(await readState(page, (state) => state.evening)).toBeUndefined();

  await test.step('a programme of one’s own', async () => {
    await pressOn(page, panel(page).getByRole('button', { name: 'Avond voorbereiden' }));
    await pressOn(page, page.getByRole('button', { name: 'Neem de stops van het plan over' }));
    await expect(page.getByText('5 stops staan nu in de lijst.')).toBeVisible();
    await typeInto(page, page.getByRole('textbox', { name: 'Bijschrift voor de zaal' }).first(), 'Welkom in de haven.');
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
    await pressOn(page, start, 'Shift+Tab');
    await expect(evening(page)).toContainText('Welkom in de haven.');
    await expect(evening(page)).toContainText('1 van 5');
    await page.keyboard.press('PageDown');
    await expect(evening(page)).toContainText('2 van 5');
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeVisible();
    await expect(start).toBeFocused();
  });
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
