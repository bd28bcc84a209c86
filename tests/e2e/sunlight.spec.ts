import type { Page } from '@playwright/test';
import { createObstacleBuilder } from '../../src/engines/obstacle-builder.ts';
import { buildShade, lightAlong } from '../../src/engines/shade.ts';
import { momentToDate } from '../../src/model/local-time.ts';
import { createSunDirection } from '../../src/model/sun-direction.ts';
import { boxSoup } from '../engines/box-soup.ts';
import { panel, type ScreenPlace, saved } from './support/act.ts';
import { listViolations } from './support/axe.ts';
import { lightAt, readPixels } from './support/files.ts';
import { readGround } from './support/ground.ts';
import { toScreen } from './support/project.ts';
import { addTowerPlan } from './support/tower-plan.ts';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

/** The box of `addTowerPlan`: its middle in the open field, m NAP of foot and top. */
const [BOX_X, BOX_Y, FOOT, TOP] = [147300, 507900, -4, 36];
/** Seen from above, looking north; the panel lies over the west. */
const EYE = { x: 147262, y: 507898, nap: 215 };
/** Metres: of the grid of places, how far it reaches, and how near the edge of a shadow nothing is told of a place. */
const [STEP, REACH, MARGIN] = [5, 82.5, 2];
/** A shaded pixel has less than this part of its light without the box; a sunny one has at least the second. */
const [DARK, LIGHT] = [0.88, 0.94];

type Ground = (x: number, y: number) => number;

/** Places of the ground that the engine calls shaded by the box, or free of it, with a margin; those hidden by the box are left out. */
function sortPlaces(date: string, minutes: number, ground: Ground) {
  const { positions, indices } = boxSoup([{ x: 0, y: 0, width: 30, depth: 20, low: FOOT, high: TOP }], 3);
  const builder = createObstacleBuilder([BOX_X, BOX_Y, 0]);
  builder.add({ kind: 'plan', id: 'box' }, [{ positions, indices }], [BOX_X, BOX_Y, 0]);
  const shade = buildShade(builder.finish());
  const sun = createSunDirection({ x: BOX_X, y: BOX_Y })(momentToDate({ date, minutes }));
  const isLit = (x: number, y: number, z: number, to: readonly [number, number, number], far: number) =>
    lightAlong(shade, x, y, z, ...to, 0.01, far, 0) === 1;
  const shaded: [number, number, number][] = [];
  const sunny: [number, number, number][] = [];
  for (let x = -REACH; x <= REACH; x += STEP) {
    for (let y = -REACH; y <= REACH; y += STEP) {
      const at = [BOX_X + x, BOX_Y + y, ground(BOX_X + x, BOX_Y + y)] as [number, number, number];
      const toEye = [EYE.x - at[0], EYE.y - at[1], EYE.nap - at[2]] as [number, number, number];
      const around = [-MARGIN, 0, MARGIN].flatMap((dx) => [-MARGIN, 0, MARGIN].map((dy) => [x + dx, y + dy] as const));
      if (!around.every(([px, py]) => isLit(px, py, at[2], toEye, 1))) continue;
      const lit = around.map(([px, py]) => isLit(px, py, at[2], [sun.x, sun.y, sun.z], 1e4));
      if (lit.every(Boolean)) sunny.push(at);
      else if (!lit.some(Boolean)) shaded.push(at);
    }
  }
  return { shaded, sunny };
}

/** Whether the box can be drawn: its file comes after the picture. */
const hasBox = () => {
  const primitives = window.twin?.scene.primitives;
  for (let i = 0; i < (primitives?.length ?? 0); i++) {
    const primitive = primitives?.get(i) as {
      show?: boolean;
      ready?: boolean;
      customShader?: { uniforms?: Record<string, unknown> };
    };
    if (primitive.show && primitive.ready && primitive.customShader?.uniforms?.['u_selected']) return true;
  }
  return false;
};

async function readLight(page: Page, places: readonly (readonly [number, number, number])[]) {
  await waitForPicture(page);
  const seen = await toScreen(page, places);
  const picture = await readPixels(await page.screenshot());
  return seen.map(({ x, y }) => lightAt(picture, x, y));
}

test('the shadow in the picture lies where the engine says, at three moments', async ({ page }) => {
  test.slow();
  const ground = await readGround();
  await page.setViewportSize({ width: 1200, height: 860 });
  await addTowerPlan(page);
  await openTwin(
    page,
    `#v=2&eye=${EYE.x},${EYE.y},${EYE.nap}&look=0,-90&layers=-trees,-labels&plan=for-this-test/tower`,
  );
  // Under the panel, the buttons and the bars is no ground.
  const covered = await page.locator('.tw-panel').boundingBox();
  const edge = (covered?.x ?? 0) + (covered?.width ?? 0) + 8;
  for (const [date, minutes] of [
    ['2026-03-21', 9 * 60 + 30],
    ['2026-06-21', 13 * 60 + 30],
    ['2026-09-23', 17 * 60],
  ] as const) {
    const show = (variant: string | undefined) =>
      page.evaluate(
        ([day, time, id]) => {
          const choice = { plan: 'for-this-test', variant: id || undefined, phase: undefined };
          window.twin?.store.setState({ choice, moment: { date: day, minutes: time } });
        },
        [date, minutes, variant ?? ''] as const,
      );
    await show('tower');
    await expect.poll(() => page.evaluate(hasBox), { timeout: 60_000 }).toBe(true);
    await waitForPicture(page);
    const found = sortPlaces(date, minutes, ground);
    const screen = await toScreen(page, [...found.shaded, ...found.sunny]);
    const isSeen = (i: number) => {
      const { x, y } = screen[i] as ScreenPlace;
      return x > edge && x < 1110 && y > 90 && y < 680;
    };
    const shaded = found.shaded.filter((_, i) => isSeen(i));
    const sunny = found.sunny.filter((_, i) => isSeen(found.shaded.length + i));
    const withBox = await readLight(page, [...shaded, ...sunny]);
    await show(undefined);
    const without = await readLight(page, [...shaded, ...sunny]);
    const parts = withBox.map((light, i) => light / Math.max(without[i] ?? 1, 1));
    // What is dark without the box already lies in the shadow of something else.
    const typical = without.toSorted((a, b) => a - b)[Math.floor(without.length * 0.6)] ?? 0;
    const isOpen = (i: number) => (without[i] ?? 0) > 0.8 * typical;
    const open = shaded.map((_, i) => i).filter(isOpen);
    const dark = open.filter((i) => (parts[i] ?? 1) < DARK);
    const light = sunny.map((_, i) => shaded.length + i).filter((i) => (parts[i] ?? 0) >= LIGHT);
    console.log(
      `${date} ${minutes / 60}: ${dark.length} of ${open.length} shaded places dark, ${light.length} of ${sunny.length} sunny ones light`,
    );
    expect(open.length, 'places in the shadow').toBeGreaterThan(8);
    expect(sunny.length, 'places in the sun').toBeGreaterThan(100);
    expect(dark.length).toBe(open.length);
    expect(light.length).toBe(sunny.length);
  }
});

/** Maps of sun that are drawn. */
const countMaps = () => {
  const primitives = window.twin?.scene.primitives;
  let count = 0;
  for (let i = 0; i < (primitives?.length ?? 0); i++) {
    const primitive = primitives?.get(i) as { show?: boolean; customShader?: { uniforms?: Record<string, unknown> } };
    if (primitive.show && primitive.customShader?.uniforms?.['u_bounds'] && primitive.customShader.uniforms['u_more'])
      count++;
  }
  return count;
};

test('a resident sees how much sun a window has and loses, by what, and who else does', async ({ page, record }) => {
  test.slow();
  await page.setViewportSize({ width: 900, height: 640 });
  await openTwin(page, '#v=2&eye=147300,507760,140&look=20,-35');
  await panel(page).getByRole('button', { name: 'Hoeveel zon raak ik kwijt?' }).press('Enter');
  const answer = page.getByRole('article');
  await test.step('address, window, hours', async () => {
    const box = answer.getByRole('combobox', { name: 'Uw adres' });
    await box.fill('Schokker 2');
    await expect(page.getByRole('option').first()).toContainText('Schokker 2');
    await box.press('Enter');
    await expect(answer.getByText(/^Op 21 maart heeft uw raam nu \d+ uur/)).toBeVisible({ timeout: 60_000 });
    await answer.getByRole('group', { name: 'Welke gevel?' }).getByRole('button').nth(1).press('Enter');
    await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/v=5&.*sunlight=147360[^&]*,0,2,\d+/);
  });
  await test.step('plan, another day, hours lost, what stands before the sun', async () => {
    await answer.getByRole('combobox', { name: 'Vergelijk met' }).selectOption('haven');
    await answer.getByRole('button', { name: '19 februari' }).press('Enter');
    await expect(answer.getByText(/^Op 19 februari heeft uw raam nu .*; met het plan \d+/)).toBeVisible({
      timeout: 60_000,
    });
    await expect(answer.getByText(/^U verliest \d+/)).toBeVisible();
    await answer.getByText('Wat staat wanneer voor de zon?', { exact: true }).press('Enter');
    await expect(answer.getByText(/het plan: /).first()).toBeVisible();
    await expect(answer.getByRole('table', { name: 'Is dat genoeg?' }).getByRole('row')).toHaveCount(6);
    await expect.poll(() => page.evaluate(countMaps), { timeout: 60_000 }).toBeGreaterThan(0);
  });
  await test.step('a norm of the visitor’s own, and trees that count as shade, are in the link', async () => {
    const norms = answer.getByRole('table', { name: 'Is dat genoeg?' });
    await expect(norms.getByRole('rowheader', { name: /Norm van Markerwaard/ })).toBeVisible();
    await norms.getByRole('button', { name: 'Eigen norm' }).press('Enter');
    const hours = answer.getByRole('textbox', { name: 'Hoeveel zon per dag' });
    const own = norms.getByRole('row', { name: /Eigen norm/ });
    for (const [asked, verdict] of [
      ['12', 'niet van toepassing'],
      ['0,25', 'voldoet'],
    ] as const) {
      await hours.fill(asked);
      await hours.press('Enter');
      await expect(own.getByText(verdict, { exact: true }).first()).toBeVisible({ timeout: 30_000 });
      await expect(hours).toBeFocused();
    }
    await answer.getByRole('button', { name: 'In de zomer' }).press('Enter');
    await expect(answer.getByText(/Bomen met blad \(mei tot en met september\)/)).toBeVisible({ timeout: 60_000 });
    await expect.poll(() => page.url()).toMatch(/sunlight=[^&]*\/own\/\/02-19,10-21,0\.25,0\/summer/);
    await answer.getByRole('button', { name: 'TNO licht' }).press('Enter');
  });
  await test.step('who else', async () => {
    await answer.getByRole('button', { name: 'Bereken de lijst' }).press('Enter');
    const list = answer.getByRole('table', { name: /gebouwen, uren zon op 19 februari/ });
    await expect(list.getByRole('row')).toHaveCount(11, { timeout: 90_000 });
    const lost = () => list.locator('tbody td:nth-of-type(3)').allInnerTexts();
    const minutes = (await lost()).map((text) => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1]));
    expect(minutes.toSorted((a, b) => b - a)).toEqual(minutes);
    expect(minutes[0]).toBeGreaterThan(30);
    const before = await readState(page, ({ camera }) => camera?.nap);
    await list.getByRole('rowheader').first().getByRole('button').press('Enter');
    await expect.poll(() => readState(page, ({ camera }) => camera?.nap)).not.toBe(before);
    const file = await saved(page, () => answer.getByRole('button', { name: 'Als tabel (CSV)' }).press('Enter'));
    expect(file.name).toMatch(/^zonverlies-\d{4}-02-19\.csv$/);
    expect(file.bytes.toString().split('\r\n').length).toBeGreaterThan(50);
  });
  await test.step('axe finds nothing, in Dutch and in English, also on a phone', async () => {
    expect(await listViolations(page)).toEqual([]);
    await panel(page).getByRole('button', { name: 'English' }).press('Enter');
    await expect(answer.getByText(/^On 19 February your window has /)).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await listViolations(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
  expect(record.errors).toEqual([]);
});
