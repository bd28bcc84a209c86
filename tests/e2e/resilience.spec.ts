import type { Page } from '@playwright/test';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

test('a lost WebGL context comes back by itself with the same view', async ({ page, record }) => {
  await openTwin(page);
  await page.evaluate(() => window.twin?.send({ type: 'turn', degrees: 30 }));
  await waitForPicture(page);
  const before = await readState(page, ({ camera }) => camera);
  await page.evaluate(() => {
    const canvas = window.twin?.scene.canvas;
    const gl = canvas?.getContext('webgl2');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect.poll(() => readState(page, (state) => state.scene)).toBe('lost');
  await expect.poll(() => readState(page, (state) => state.scene), { timeout: 60_000 }).toBe('ready');
  await waitForPicture(page);
  const after = await readState(page, ({ camera }) => camera);
  expect(Math.hypot((after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(0.5);
  expect(Math.abs((after?.headingDegrees ?? 0) - (before?.headingDegrees ?? 0))).toBeLessThan(0.2);
  expect(await page.evaluate(() => window.twin?.countDrawnBuildings() ?? 0)).toBeGreaterThan(500);
  record.errors.length = 0; // The browser itself writes that the context was lost.
});

test('without WebGL the text twin and a plain explanation remain', async ({ page, record }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
    } as typeof original;
  });
  await page.goto('./');
  await expect(page.getByText(/3D-beeld/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Wat zie ik hier?' }).click();
  await expect(page.getByText(/\d+ gebouwen/).first()).toBeVisible();
  record.errors.length = 0; // CesiumJS may write that it found no WebGL.
});

const isTold = (page: Page) =>
  expect(
    page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .filter({ hasText: /ontbreekt|niet (gevonden|geladen|lezen)|lukt/ })
      .first(),
  ).toBeVisible();

const missing = (page: Page, pattern: string) =>
  page.route(pattern, (route) => route.fulfill({ status: 404, body: 'not found' }));

test('when the municipality is missing a message in plain words says so', async ({ page, record }) => {
  await missing(page, '**/made/markerwaard/municipality.json');
  await page.goto('./');
  await isTold(page);
  record.errors.length = 0; // The browser writes the 404 itself.
});

/** Two at a time, each in a visit in which its counterpart is there. */
const broken = [
  { parts: ['buildings', 'addresses'], patterns: ['**/buildings/tileset.json', '**/addresses.json'] },
  { parts: ['trees', 'terrain'], patterns: ['**/trees/tileset.json', '**/terrain/layer.json'] },
] as const;

for (const { parts, patterns } of broken) {
  test(`when ${parts.join(' and ')} are missing messages in plain words say so and the rest keeps working`, async ({
    page,
    record,
  }) => {
    for (const pattern of patterns) await missing(page, pattern);
    await openTwin(page);
    await isTold(page);
    await expect
      .poll(() => readState(page, (state) => state.problems.map(({ what }) => what).sort()))
      .toEqual([...parts].sort());
    expect(await readState(page, (state) => state.scene)).toBe('ready');
    const drawn = await page.evaluate(() => window.twin?.countDrawnBuildings() ?? 0);
    if (parts[0] === 'buildings') expect(drawn).toBe(0);
    else expect(drawn).toBeGreaterThan(500);
    record.errors.length = 0; // The browser writes the 404 itself.
  });
}
