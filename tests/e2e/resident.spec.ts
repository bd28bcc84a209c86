/** The resident's story: finds the house, stands at its window, holds today against two variants, and sees the shadow. */
import type { Page } from '@playwright/test';
import { locateSun } from '../../src/model/sun.ts';
import { bar, drag, panel, pressOn, type ScreenPlace, slider, tabTo } from './support/act.ts';
import { lightAt, type Pixels, readPixels } from './support/files.ts';
import { toScreen } from './support/project.ts';
import { addTowerPlan, TOWER_PLAN } from './support/tower-plan.ts';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

const ADDRESS = 'Schokker 2';
/** RD New, as the addresses have it. */
const HOUSE = [147360.9, 507907.4] as const;
/** The highest tower of variant C: its middle, and metres NAP of its top and of the ground in its shadow. */
const TOWER = [147282, 507893] as const;
const [TOP, FOOT] = [34.2, -3.4];
/** Where no shadow of the plan comes at five. */
const SUNNY = [
  [147430, 507830, FOOT],
  [147436, 507826, FOOT],
  [147438, 507834, FOOT],
  [147434, 507840, FOOT],
] as const;

const variantOf = (page: Page) => readState(page, (state) => state.choice?.variant);
const button = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });
/** What the picture shows above its middle, as a part of the distance. */
const halfHeight = (page: Page) =>
  page.evaluate(() => 1 / (window.twin?.scene.camera.frustum.projectionMatrix[5] ?? Number.NaN));

/** What the frame on the screen holds: 12 / 50 to either side of the middle, when it is what was computed with. */
async function inFrame(page: Page): Promise<number> {
  const [inside, canvas] = [
    await page.locator('.tw-lens__frame').boundingBox(),
    await page.locator('.tw-scene canvas').first().boundingBox(),
  ];
  return (await halfHeight(page)) * ((inside?.height ?? 0) / (canvas?.height ?? 1));
}

/** Whether the dashes round the plan's area are drawn. */
const isOutlined = (page: Page) =>
  page.evaluate(() => {
    const lines = window.twin?.scene.groundPrimitives;
    return lines?.length === 1 && (lines.get(0) as { show: boolean }).show;
  });

/** The middle of the picture, where no names and buttons lie over it. */
async function photograph(page: Page): Promise<Pixels> {
  await waitForPicture(page);
  const box = await page.locator('.tw-scene canvas').first().boundingBox();
  if (!box) throw new Error('no canvas');
  const { x, y, width, height } = box;
  const clip = { x: x + 0.1 * width, y: y + 0.3 * height, width: 0.8 * width, height: 0.35 * height };
  return readPixels(await page.screenshot({ clip }));
}

/** Part of the pixels between two columns (as parts of the width) that clearly differ. */
function difference(one: Pixels, other: Pixels, from = 0, to = 1): number {
  let [count, different] = [0, 0];
  for (let y = 0; y < one.height; y++)
    for (let x = Math.ceil(from * one.width); x < to * one.width; x++) {
      const at = 4 * (y * one.width + x);
      const off = [0, 1, 2].map((c) => Math.abs((one.data[at + c] ?? 0) - (other.data[at + c] ?? 0)));
      if (Math.max(...off) > 30) different++;
      count++;
    }
  return different / count;
}

/** Stands at the window: the eye is at the house, level, with the lens that the figures were computed with. */
async function checkWindow(page: Page): Promise<void> {
  await expect.poll(() => inFrame(page)).toBeCloseTo(0.24, 2);
  const camera = await readState(page, (state) => state.camera);
  expect(Math.hypot((camera?.x ?? 0) - HOUSE[0], (camera?.y ?? 0) - HOUSE[1])).toBeLessThan(12);
  expect(camera?.pitchDegrees).toBeCloseTo(0, 0);
  // On the first floor.
  expect(Math.abs((camera?.nap ?? 0) - (FOOT + 2.9 + 1.5))).toBeLessThan(1);
  // Every variant takes a share of the view.
  for (const name of ['Kade', 'Hoven', 'Haven'])
    await expect(
      page
        .getByRole('row', { name: new RegExp(name) })
        .getByRole('cell')
        .first(),
    ).toContainText(/[1-9]/);
}

/** At the slider is what it says: today before it, the variant behind it. `today` and `plan` from the same eye. */
async function checkSlide(page: Page, today: Pixels, plan: Pixels): Promise<void> {
  const position = await readState(page, (state) => state.compare.position);
  // The photograph leaves a tenth out on each side; the line itself lies between the halves.
  const at = (position - 0.1) / 0.8;
  const both = await photograph(page);
  expect(difference(plan, today), 'the variant shows').toBeGreaterThan(0.05);
  expect(difference(both, today, 0, at - 0.05), 'today before the line').toBeLessThan(0.05);
  expect(difference(both, plan, at + 0.05, 1), 'the plan behind the line').toBeLessThan(0.05);
}

/** The tower's shadow lies where the sun says, seen from above; beside it nothing changes. */
async function checkShadow(page: Page): Promise<void> {
  const moment = await readState(page, (state) => state.moment);
  expect(moment?.date).toMatch(/^\d{4}-03-21$/);
  expect(Math.abs((moment?.minutes ?? 0) - 1020)).toBeLessThanOrEqual(10);
  const [hour, minute] = [Math.floor((moment?.minutes ?? 0) / 60), (moment?.minutes ?? 0) % 60];
  // Winter time, an hour before UTC.
  const time = new Date(`${moment?.date}T${String(hour - 1).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`);
  const sun = locateSun(time, { lon: 5.28, lat: 52.56 });
  const length = (TOP - FOOT) / Math.tan((sun.elevationDegrees * Math.PI) / 180);
  const along = (part: number): [number, number, number] => {
    const angle = ((sun.azimuthDegrees + 180) * Math.PI) / 180;
    return [TOWER[0] + part * length * Math.sin(angle), TOWER[1] + part * length * Math.cos(angle), FOOT];
  };
  await page.evaluate(() => {
    const pose = { x: 147345, y: 507890, nap: 190, headingDegrees: 0, pitchDegrees: -90 };
    window.twin?.send({ type: 'fly-to-pose', pose, instantly: true });
  });
  const shadow = Array.from({ length: 12 }, (_, i) => along(0.55 + i / 30));
  const look = async () => {
    await waitForPicture(page);
    const [shade, beside] = [await toScreen(page, shadow), await toScreen(page, SUNNY)];
    const picture = await readPixels(await page.screenshot());
    const read = (places: ScreenPlace[]) => places.map(({ x, y }) => lightAt(picture, x, y));
    return { shade: read(shade), beside: read(beside) };
  };
  const plan = await look();
  await page.evaluate(() => {
    const { store } = window.twin ?? {};
    const choice = store?.getState().choice;
    if (choice) store?.setState({ choice: { ...choice, variant: undefined } });
  });
  const today = await look();
  const darker = (key: 'shade' | 'beside') =>
    plan[key].filter((light, i) => light < 0.85 * (today[key][i] ?? 0)).length;
  // Some places are dark today as well.
  expect(darker('shade'), 'in the shadow of the tower').toBeGreaterThanOrEqual(4);
  expect(darker('beside'), 'beside it').toBe(0);
}

test.beforeEach(async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 800, height: 500 });
});

test('a resident finds the house, stands at its window, compares and sees the shadow, by mouse', async ({ page }) => {
  await openTwin(page);
  await test.step('finds the house', async () => {
    await page.getByRole('combobox').fill(ADDRESS);
    await page.getByRole('option').first().click();
    const inspector = page.getByRole('article');
    await expect(inspector).toContainText(ADDRESS);
    await expect(inspector).toContainText('NAP');
    const selection = await readState(page, (state) => state.selection);
    await inspector.getByRole('button', { name: 'Gebouw loslaten' }).click();
    expect(selection?.id).toMatch(/^NL\.IMBAG\.Pand\./);
  });
  await test.step('stands at the window', async () => {
    await button(page, 'Vanuit mijn raam').click();
    await button(page, ADDRESS).click();
    await panel(page)
      .getByRole('spinbutton', { name: /Verdieping/ })
      .fill('1');
    await button(page, 'Kijk uit dit raam').click({ timeout: 60_000 });
    await waitForPicture(page);
    await checkWindow(page);
  });
  await test.step('switches between today and two variants, and slides', async () => {
    const today = await photograph(page);
    await bar(page).getByRole('radio', { name: 'Variant A' }).check({ force: true });
    expect(await variantOf(page)).toBe('kade');
    expect(difference(await photograph(page), today)).toBeGreaterThan(0.05);
    await bar(page).getByRole('radio', { name: 'Variant B' }).check({ force: true });
    expect(await variantOf(page)).toBe('hoven');
    const plan = await photograph(page);
    await expect(page.getByText('impressie – geen rechten')).toBeVisible();
    await bar(page).getByRole('button', { name: 'Schuif' }).click();
    await expect(slider(page)).toHaveAttribute('aria-valuenow', '50');
    const box = await slider(page).boundingBox();
    if (!box) throw new Error('no slider');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await drag(page, middle, { x: middle.x + 80, y: middle.y });
    expect(await readState(page, (state) => state.compare.position)).toBeGreaterThan(0.55);
    await checkSlide(page, today, plan);
    await bar(page).getByRole('button', { name: 'Naast elkaar' }).click();
    expect(await readState(page, (state) => state.compare.mode)).toBe('side');
    await bar(page).getByRole('button', { name: 'Naast elkaar' }).click();
  });
  await test.step('sees the shadow at five o’clock in March', async () => {
    await button(page, 'Terug naar het plan').click();
    await expect(page.getByRole('heading', { name: 'Havenkwartier' })).toBeVisible();
    await panel(page).getByRole('radio', { name: 'Nu' }).check();
    await expect(page.getByText('Het plan ligt binnen de streepjeslijn.')).toBeVisible();
    await expect.poll(() => isOutlined(page)).toBe(true);
    // A column of figures for each variant.
    await expect(panel(page).getByRole('table').getByRole('columnheader')).toHaveCount(3);
    await panel(page).getByRole('radio', { name: 'Variant C' }).check();
    expect(await isOutlined(page)).toBe(false);
    await button(page, 'Zon en schaduw').click();
    await button(page, '21 maart').click();
    const time = page.getByRole('slider', { name: 'Tijd' });
    const { least, most, width } = await time.evaluate((input: HTMLInputElement) => ({
      least: Number(input.min),
      most: Number(input.max),
      width: input.clientWidth,
    }));
    // The knob is 16 px wide and stays within the line.
    await time.click({ position: { x: 8 + ((1020 - least) / (most - least)) * (width - 16), y: 8 } });
    await expect(page.getByText(/1[67]:\d\d wintertijd/)).toBeVisible();
    await checkShadow(page);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/time=\d{4}-03-21T1[67]:\d\d/);
  });
  await test.step('reads what another plan does to the dike', async () => {
    await button(page, 'Terug naar het plan').click();
    const dike = panel(page).getByRole('region', { name: 'Dit plan doorsnijdt de dijk' });
    await expect(dike).toHaveCount(0);
    await button(page, 'Terug naar alle vragen').click();
    await page.getByRole('button', { name: 'Sluis in de Markerdijk' }).click();
    await expect(dike).toContainText(/Variant A, Schutsluis.*over 8\sm.*deuren.*Variant B, Dijkhaven.*over 14\sm/);
    await panel(page).getByRole('radio', { name: 'Variant A' }).check();
    await waitForPicture(page);
    expect(await readState(page, (state) => state.problems)).toEqual([]);
  });
});

test('a resident does the same by keyboard alone', async ({ page }) => {
  await addTowerPlan(page);
  await openTwin(page);
  const flying = await halfHeight(page);
  await test.step('finds the house', async () => {
    await tabTo(page, page.getByRole('combobox'));
    await page.keyboard.type(ADDRESS);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article')).toContainText(ADDRESS);
    await pressOn(page, page.getByRole('article').getByRole('button', { name: 'Gebouw loslaten' }));
  });
  await test.step('stands at the window', async () => {
    await pressOn(page, button(page, 'Vanuit mijn raam'));
    await pressOn(page, button(page, ADDRESS));
    await tabTo(page, panel(page).getByRole('spinbutton', { name: /Verdieping/ }));
    await page.keyboard.press('ArrowUp');
    await expect(button(page, 'Kijk uit dit raam')).toBeVisible({ timeout: 60_000 });
    await pressOn(page, button(page, 'Kijk uit dit raam'));
    await waitForPicture(page);
    await checkWindow(page);
  });
  await test.step('switches between today and two variants, and slides', async () => {
    const today = await photograph(page);
    await tabTo(page, bar(page).getByRole('radio', { name: 'Nu' }));
    await page.keyboard.press('ArrowRight');
    expect(await variantOf(page)).toBe('kade');
    expect(difference(await photograph(page), today)).toBeGreaterThan(0.05);
    await page.keyboard.press('0');
    expect(await variantOf(page)).toBeUndefined();
    await page.keyboard.press('2');
    expect(await variantOf(page)).toBe('hoven');
    const plan = await photograph(page);
    await pressOn(page, bar(page).getByRole('button', { name: 'Schuif' }));
    await slider(page).waitFor();
    await tabTo(page, slider(page), 'Shift+Tab');
    await page.keyboard.press('Home');
    await expect(slider(page)).toHaveAttribute('aria-valuenow', '0');
    for (let i = 0; i < 4; i++) await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowRight');
    await expect(slider(page)).toHaveAttribute('aria-valuenow', '42');
    await checkSlide(page, today, plan);
    await pressOn(page, bar(page).getByRole('button', { name: 'Schuif' }));
  });
  await test.step('sees the shadow at five o’clock in March', async () => {
    await pressOn(page, button(page, 'Terug naar het plan'));
    await tabTo(page, panel(page).getByRole('radio', { name: 'Variant B' }));
    await page.keyboard.press('ArrowDown');
    expect(await variantOf(page)).toBe('haven');
    await pressOn(page, button(page, 'Zon en schaduw'));
    await pressOn(page, button(page, '21 maart'));
    await tabTo(page, page.getByRole('slider', { name: 'Tijd' }));
    const minutes = () => readState(page, (state) => state.moment?.minutes ?? 0);
    while ((await minutes()) < 900) await page.keyboard.press('PageUp');
    while ((await minutes()) > 1020) await page.keyboard.press('ArrowLeft');
    while ((await minutes()) < 1020) await page.keyboard.press('ArrowRight');
    expect(await minutes()).toBe(1020);
    await checkShadow(page);
  });
  await test.step('how much of the view a plan takes is what geometry says', async () => {
    await pressOn(page, button(page, 'Terug naar het plan'), 'Shift+Tab');
    await pressOn(page, button(page, 'Vanuit mijn raam'));
    await tabTo(page, panel(page).getByRole('combobox', { name: 'Bouwplan' }));
    await page.keyboard.type(TOWER_PLAN);
    await tabTo(page, page.getByRole('combobox', { name: 'Uw adres' }));
    await page.keyboard.type('Binnensingel 258');
    await expect(page.getByRole('option', { name: /Binnensingel 258/ })).toBeVisible();
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: /Toren van 40 m/ });
    await expect(row).toContainText(/\d,\d\s%/, { timeout: 60_000 });
    const cell = (await row.getByRole('cell').first().textContent()) ?? '';
    const share = Number(/^(\d+),(\d)/.exec(cell)?.slice(1).join('.'));
    // 30 to 36 m wide, 450 m off, reaching from 3 m below to 35 m above the eye.
    expect(share).toBeGreaterThan(1);
    expect(share).toBeLessThan(4);
    await pressOn(page, button(page, 'Kijk uit dit raam'));
    await waitForPicture(page);
    await expect.poll(() => inFrame(page)).toBeCloseTo(0.24, 2);
    const camera = await readState(page, (state) => state.camera);
    expect(Math.hypot((camera?.x ?? 0) - 146975, (camera?.y ?? 0) - 508216)).toBeLessThan(10);
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/&lens=1&window=146974.9,508216.3,1,258&/);
    const shared = await page.evaluate(() => location.hash);
    await pressOn(page, page.getByRole('button', { name: 'Terug naar het begin' }));
    await expect.poll(() => halfHeight(page)).toBeCloseTo(flying, 4);
    await expect(page.locator('.tw-lens__frame')).toBeHidden();
    // Its address brings back eye and lens, as on another machine.
    await page.evaluate((hash) => {
      location.hash = hash;
    }, shared);
    await expect.poll(() => inFrame(page)).toBeCloseTo(0.24, 2);
    expect(await readState(page, (state) => state.camera)).toEqual(camera);
  });
});
