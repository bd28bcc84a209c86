import type { Frame, Page } from '@playwright/test';
import { listViolations } from './support/axe.ts';
import { allowSite, type OtherSite, startOtherSite } from './support/other-site.ts';
import { traceLoading } from './support/trace.ts';
import { expect, test } from './support/twin.ts';

let site: OtherSite;
let viewer: string;
test.beforeAll(async ({ baseURL }) => {
  viewer = new URL(baseURL ?? '').origin;
  site = await startOtherSite(viewer);
});
test.afterAll(() => site.close());
test.use({ viewport: { width: 640, height: 700 } });
// The element asks for no quality; two cores want the lowest.
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const { search, hash } = location;
    if (search.includes('embed=element')) history.replaceState(null, '', `${search}&quality=low${hash}`);
  }),
);

const poster = (page: Page) => page.locator('#plan');
const openButton = (page: Page) => poster(page).getByRole('button', { name: 'Bekijk in 3D' });
const told = (page: Page, type: string) => page.locator('#told li', { hasText: `${type} ` });

/** The viewer that an element holds. */
async function viewerIn(page: Page, element: string): Promise<Frame> {
  const frame = await (await page.locator(`${element} iframe`).elementHandle())?.contentFrame();
  if (!frame) throw new Error(`${element} holds no frame.`);
  return frame;
}

const heightIn = (frame: Frame) => frame.evaluate(() => window.twin?.store.getState().camera?.nap);
/** Once it has come to rest. */
const scrollOf = (page: Page) =>
  page.evaluate(async () => {
    let [last, still] = [scrollY, 0];
    while (still < 10) {
      await new Promise(requestAnimationFrame);
      still = scrollY === last ? still + 1 : 0;
      last = scrollY;
    }
    return last;
  });

test('before anyone asks for 3D a page weighs almost nothing, and nothing in it moves', async ({ browser, page }) => {
  const addresses: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    addresses.push(request.url());
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await allowSite(page, viewer, site.origin);
  const withScript = await traceLoading(browser, page, async () => {
    await page.goto(site.page, { waitUntil: 'networkidle' });
    await expect(openButton(page)).toBeVisible();
  });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  const without = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 640, height: 700 } });
  try {
    const plain = await without.newPage();
    const withoutScript = await traceLoading(browser, plain, async () => {
      await plain.goto(site.page, { waitUntil: 'load' });
      await expect(plain.getByRole('img', { name: /Het plan van boven/ })).toBeVisible();
      await expect(plain.getByRole('link', { name: /eigen venster/ })).toBeVisible();
    });
    console.log(
      `poster page: ${(bytes / 1000).toFixed(1)} kB in ${addresses.length} requests; largest paint ` +
        `${withScript.largestPaintMs.toFixed(0)} ms, without script ${withoutScript.largestPaintMs.toFixed(0)} ms; ` +
        `layout shift ${withScript.layoutShift} and ${withoutScript.layoutShift}`,
    );
    expect(withoutScript.largestPaintType).toBe('image');
    expect([withScript.layoutShift, withoutScript.layoutShift]).toEqual([0, 0]);
    for (const { largestPaintMs } of [withScript, withoutScript]) expect(largestPaintMs).toBeLessThan(2500);
  } finally {
    await without.close();
  }
  expect(addresses.length).toBeGreaterThan(3);
  expect(bytes).toBeLessThan(100_000);
  expect(addresses.filter((address) => /cesium|\/assets\//.test(address))).toEqual([]);
  expect(await listViolations(page)).toEqual([]);
  // Nothing is wider than a phone.
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('one press brings the map; it leaves wheel and keys to the page until it is chosen, and gives all back', async ({
  page,
}) => {
  await allowSite(page, viewer, site.origin);
  await page.goto(site.page);
  test.slow();
  await openButton(page).press('Enter');
  await expect(poster(page).getByText('De 3D-kaart wordt geladen').first()).toBeAttached();
  await expect(poster(page).getByRole('button', { name: 'Sluit 3D' })).toBeFocused();
  await expect(told(page, 'ready')).toContainText('havenkwartier/westkade', { timeout: 90_000 });
  const frame = await viewerIn(page, '#plan');
  await frame.evaluate(() => window.twin?.idle());

  // The wheel scrolls the page, and a hint says how the map is had.
  const canvas = frame.locator('.tw-scene canvas').first();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = await heightIn(frame);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 60);
  await expect.poll(() => scrollOf(page)).toBeGreaterThan(20);
  const byWheel = await scrollOf(page);
  await expect(frame.getByText('houd Ctrl ingedrukt')).toBeVisible();
  expect(await heightIn(frame)).toBe(before);
  // Keys too: an arrow in the frame scrolls the page, Enter takes the map, Escape gives it back.
  await canvas.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => scrollOf(page)).toBeLessThan(byWheel);
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('button', { name: 'Kaart loslaten' })).toBeVisible();
  expect(await heightIn(frame)).toBe(before);
  const scrolled = await scrollOf(page);
  await page.keyboard.press('PageUp');
  await frame.evaluate(() => window.twin?.idle());
  expect(await heightIn(frame)).not.toBe(before);
  expect(await scrollOf(page)).toBe(scrolled);
  await page.keyboard.press('Escape');
  await expect(poster(page).getByRole('button', { name: 'Sluit 3D' })).toBeFocused();

  // What the page asks happens, and what happens is told.
  await page.getByRole('button', { name: 'Ga naar de westkade' }).click();
  await expect(told(page, 'camera').first()).toContainText('"nap"');
  await page.getByRole('button', { name: 'Zon op 21 juni' }).click();
  await expect(told(page, 'scenario').first()).toContainText('time=2026-06-21T21:00');
  await expect(frame.getByRole('link', { name: 'Open groot' })).toHaveAttribute(
    'href',
    /^[^?]*\?municipality=markerwaard(&quality=low)?#/,
  );
  // Nonsense is ignored and counted.
  await page.evaluate(() => {
    const target = document.querySelector('#plan')?.shadowRoot?.querySelector('iframe')?.contentWindow;
    for (const data of ['nonsense', { tweelingstad: 1, type: 'select', building: 'x'.repeat(20_000) }])
      target?.postMessage(data, '*');
  });
  await expect(frame.locator('html')).toHaveAttribute('data-embed-refused', '2');
  expect(await listViolations(page)).toEqual([]);

  // Focus goes through the frame and out of it.
  await poster(page).getByRole('button', { name: 'Sluit 3D' }).focus();
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (
      await poster(page)
        .getByRole('link')
        .evaluate((link) => link === document.activeElement)
    )
      break;
  }
  await expect(poster(page).getByRole('link')).toBeFocused();

  // A second one takes the turn; closing brings the poster back.
  await page.locator('#second').getByRole('button', { name: 'Bekijk in 3D' }).click();
  await expect(poster(page).locator('iframe')).toHaveCount(0);
  await expect(openButton(page)).toBeVisible();
  await page.locator('#second').getByRole('button', { name: 'Sluit 3D' }).click();
  await expect(page.locator('tweelingstad-view iframe')).toHaveCount(0);
});

test('a plain frame begins light too, and a viewer that is taken away gives its graphics back, twenty times', async ({
  page,
}) => {
  await page.goto('./embed.html?municipality=markerwaard&parts=none#v=2&lang=en');
  await expect(page.getByRole('heading', { name: '3D map: Markerwaard' })).toBeVisible();
  expect(await listViolations(page)).toEqual([]);
  await expect(page.getByRole('link', { name: 'View in 3D' })).toHaveAttribute(
    'href',
    './?embed=page&municipality=markerwaard&parts=none#v=2&lang=en',
  );

  // Of one origin, so that the page can look into its frames.
  await page.addInitScript(() => {
    const make = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
      const context = Reflect.apply(make, this, args) as unknown;
      const all = ((window.top ?? window) as unknown as { contexts?: Set<WebGL2RenderingContext> }).contexts;
      if (args[0] === 'webgl2' && context) all?.add(context as WebGL2RenderingContext);
      return context;
    } as typeof make;
  });
  await page.goto('./embed.html');
  await page.addScriptTag({ url: './embed.js' });
  const counts = await page.evaluate(async () => {
    const contexts = new Set<WebGL2RenderingContext>();
    Object.assign(window, { contexts });
    const living = () => [...contexts].filter((context) => !context.isContextLost()).length;
    const until = async (isTrue: () => boolean) => {
      for (let i = 0; i < 1200 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 25));
      if (!isTrue()) throw new Error('nothing came of it in 30 s');
    };
    const most: number[] = [];
    for (let round = 0; round < 20; round++) {
      const element = document.createElement('tweelingstad-view');
      element.setAttribute('src', './made/markerwaard/municipality.json');
      document.body.append(element);
      element.open();
      // The first one is only looked at: whether there is WebGL 2 at all.
      await until(
        () =>
          living() > 0 &&
          element.shadowRoot?.querySelector('iframe')?.contentDocument?.querySelector('canvas') !== null,
      );
      most.push(living());
      element.remove();
      await until(() => living() === 0);
    }
    return { most, made: contexts.size, left: living() };
  });
  console.log(
    `20 rounds: ${counts.made} contexts made, at most ${Math.max(...counts.most)} at once, ${counts.left} left`,
  );
  expect(counts.most).toHaveLength(20);
  expect(counts.left).toBe(0);
});
