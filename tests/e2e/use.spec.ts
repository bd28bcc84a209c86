import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

// Here the camera flies; elsewhere it is there at once.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('a visitor flies to an address, sees the building chosen and explained, walks to it, and reads what is in view', async ({
  page,
}) => {
  await page.setViewportSize({ width: 800, height: 560 });
  await openTwin(page);
  await page.getByRole('combobox').fill('Brugstraat 5');
  await page.getByRole('option').first().click();
  const inspector = page.getByRole('article');
  await expect(inspector).toBeVisible();
  await expect(inspector).toContainText('NAP');
  await expect(inspector).toContainText('Brugstraat');
  await waitForPicture(page);
  const selection = await readState(page, (state) => state.selection);
  // What the inspector shows comes from the tile.
  expect(selection?.attributes['identificatie']).toBe(selection?.id);
  await page.evaluate(() => window.twin?.send({ type: 'walk' }));
  await waitForPicture(page);
  expect(await readState(page, (state) => state.walking)).toBe(true);
  const eye = await page.evaluate(() => {
    const twin = window.twin;
    const position = twin?.scene.camera.positionCartographic;
    const ground = position && twin.scene.globe.getHeight(position);
    return position && ground !== undefined ? position.height - ground : undefined;
  });
  expect(Math.abs((eye ?? 0) - 1.65)).toBeLessThan(0.15);

  await inspector.getByRole('button', { name: 'Gebouw loslaten' }).click();
  await page.getByRole('button', { name: 'Wat zie ik hier?' }).click();
  const words = page.getByText(/\d[\d.]* gebouwen/).first();
  await expect(words).toBeVisible();
  const before = await words.textContent();
  await page.evaluate(() => {
    window.twin?.send({ type: 'stop-walking' });
    window.twin?.send({ type: 'zoom', factor: 3 });
  });
  await waitForPicture(page);
  await expect.poll(() => words.textContent()).not.toBe(before);
});

test('clicking a building chooses it, and the keyboard chooses the next', async ({ page }) => {
  await openTwin(page, '?#v=1&eye=146900,508430,60&look=0,-50');
  const box = await page.locator('canvas').first().boundingBox();
  if (!box) throw new Error('no canvas');
  // Somewhere in the old core under the pointer there is a house.
  for (const [u, v] of [
    [0.75, 0.5],
    [0.8, 0.4],
    [0.7, 0.65],
    [0.85, 0.6],
    [0.65, 0.35],
  ] as const) {
    await page.mouse.click(box.x + box.width * u, box.y + box.height * v);
    const isChosen = () => readState(page, (state) => state.selection !== undefined);
    if (
      await expect
        .poll(isChosen, { timeout: 2000 })
        .toBe(true)
        .then(
          () => true,
          () => false,
        )
    )
      break;
  }
  const first = await readState(page, (state) => state.selection?.id);
  expect(first).toMatch(/^NL\.IMBAG\.Pand\./);
  await page.evaluate(() => window.twin?.send({ type: 'select-next', step: 1 }));
  await expect.poll(() => readState(page, (state) => state.selection?.id)).not.toBe(first);
});
