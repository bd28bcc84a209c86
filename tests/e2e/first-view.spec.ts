import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

test('the town appears, says that it is fictional, asks nothing of another host, and then draws no frames', async ({
  page,
}) => {
  await openTwin(page);
  await expect(page.getByText('fictieve gemeente', { exact: false }).first()).toBeVisible();
  expect(await readState(page, (state) => state.scene)).toBe('ready');
  expect(await readState(page, (state) => state.problems)).toEqual([]);
  const features = await page.evaluate(() => window.twin?.countDrawnBuildings() ?? 0);
  expect(features).toBeGreaterThan(500);
  // The record of the page fails the test on any foreign request or violation of the security policy.
  await waitForPicture(page);
  const frames = await page.evaluate(async () => {
    let count = 0;
    const stop = window.twin?.scene.postRender.addEventListener(() => count++);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    stop?.();
    return count;
  });
  expect(frames).toBe(0);
});

test('the panel can be used before CesiumJS has loaded', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/assets\/cesium[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./?quality=low');
  await page.getByRole('combobox').fill('markt');
  await expect(page.getByRole('option').first()).toBeVisible();
  release();
});
