import { boxSoup } from '../engines/box-soup.ts';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

const localised = (text: string) => ({ nl: text, en: text });
/** In the open field south of the old town. */
const [x, y] = [147300, 507900];

function makeModel() {
  const { positions, indices } = boxSoup([{ x: 0, y: 0, width: 30, depth: 20, low: -4, high: 36 }], 3);
  const block = { id: 'block', footprint: [], lowerNap: -4, upperNap: 36, parts: [] };
  return {
    schema: 1,
    origin: [x, y, 0],
    solids: [{ ...block, positions: [...positions], indices: [...indices] }],
    ground: [],
    cut: [],
    removed: [],
    trees: [],
    models: [],
    precisionM: 1,
  };
}

test('a resident sees by keyboard how much of the view from the window a plan takes, and stands at it', async ({
  page,
}) => {
  await page.route('**/made/markerwaard/municipality.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), plans: ['plans/for-this-test.json'] } });
  });
  await page.route('**/plans/for-this-test.json', (route) =>
    route.fulfill({
      json: {
        schema: 1,
        id: 'for-this-test',
        title: localised('Toren'),
        summary: localised('Een toren in het veld'),
        status: 'idea',
        holder: 'Gemeente',
        contact: localised('Projectleider'),
        dates: [],
        documents: [],
        fixed: [],
        open: [],
        peilNap: -4,
        area: [
          [x - 50, y - 50],
          [x + 50, y - 50],
          [x + 50, y + 50],
          [x - 50, y + 50],
        ],
        variants: [
          {
            id: 'tower',
            title: localised('Toren van 40 m'),
            summary: localised(''),
            url: 'plans/tower-for-this-test.json',
          },
        ],
        stops: [],
        source: { title: localised('Verzonnen'), holder: 'Gemeente', date: '2026', licence: 'CC0-1.0' },
      },
    }),
  );
  await page.route('**/plans/tower-for-this-test.json', (route) => route.fulfill({ json: makeModel() }));

  await openTwin(page);
  await page.getByRole('button', { name: 'Vanuit mijn raam' }).press('Enter');
  const address = page.getByRole('combobox', { name: 'Uw adres' });
  await address.focus();
  await page.keyboard.type('Binnensingel 258');
  await expect(page.getByRole('option', { name: /Binnensingel 258/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('spinbutton', { name: /Verdieping/ }).fill('1');

  const row = page.getByRole('row', { name: /Toren van 40 m/ });
  await expect(row).toContainText(/\d,\d\s%/, { timeout: 60_000 });
  const share = Number(
    (await row.getByRole('cell').first().textContent())
      ?.match(/^(\d+),(\d)/)
      ?.slice(1)
      .join('.'),
  );
  // 30 to 36 m wide, 450 m off, reaching from 3 m below to 35 m above the eye.
  expect(share).toBeGreaterThan(1);
  expect(share).toBeLessThan(4);

  const halfHeight = () =>
    page.evaluate(() => 1 / (window.twin?.scene.camera.frustum.projectionMatrix[5] ?? Number.NaN));
  const flying = await halfHeight();
  await page.getByRole('button', { name: 'Kijk uit dit raam' }).press('Enter');
  await waitForPicture(page);
  await expect.poll(() => readState(page, ({ camera }) => Math.round(camera?.pitchDegrees ?? -90))).toBe(0);
  const camera = await readState(page, (state) => state.camera);
  expect(Math.hypot((camera?.x ?? 0) - 146975, (camera?.y ?? 0) - 508216)).toBeLessThan(10);
  // What the frame on the screen holds is what was computed: 12 / 50 to either side of its middle.
  const frame = page.locator('.tw-lens__frame');
  const inFrame = async () => {
    const [inside, canvas] = [await frame.boundingBox(), await page.locator('.tw-scene canvas').first().boundingBox()];
    return (await halfHeight()) * ((inside?.height ?? 0) / (canvas?.height ?? 1));
  };
  await expect.poll(inFrame).toBeCloseTo(0.24, 2);
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/&lens=1&window=146974.9,508216.3,1,258&/);
  const shared = await page.evaluate(() => location.hash);
  await page.getByRole('button', { name: 'Terug naar het begin' }).press('Enter');
  await expect.poll(halfHeight, { timeout: 60_000 }).toBeCloseTo(flying, 4);
  await expect(frame).toBeHidden();

  // Its address brings back eye and lens, as on another machine.
  await page.evaluate((hash) => {
    location.hash = hash;
  }, shared);
  await expect.poll(inFrame, { timeout: 60_000 }).toBeCloseTo(0.24, 2);
  expect(await readState(page, (state) => state.camera)).toEqual(camera);
});
