/** The civil servant's story: opens a plan, draws beside it, measures, takes files in and out, and goes to the evening. */
import type { Page } from '@playwright/test';
import {
  drag,
  dropFile,
  panel,
  planCard,
  pressOn,
  type ScreenPlace,
  saved,
  type TestFile,
  tabTo,
  typeInto,
  waitForVariants,
} from './support/act.ts';
import { readGround } from './support/ground.ts';
import {
  checkCsv,
  checkExports,
  checkPdf,
  checkPng,
  checkSeries,
  metresAcross,
  readDrawing,
  volumesOf,
} from './support/outcome.ts';
import { toScreen } from './support/project.ts';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

/** In the plan's area: grass, where no house of today stands. */
const [X, Y] = [147240, 507850];
/** Houses beside it. */
const STREET = [147385, 507885] as const;
const CORNERS = [
  [X - 15, Y - 10],
  [X + 15, Y - 10],
  [X + 15, Y + 10],
  [X - 15, Y + 10],
] as const;

const readRing = async (page: Page, row = 0) => (await readDrawing(page))?.volumes[row]?.footprint[0] ?? [];
const button = (page: Page, name: string | RegExp) => panel(page).getByRole('button', { name, exact: true }).first();
const field = (page: Page, name: string) => panel(page).getByRole('textbox', { name, exact: true }).first();
const list = (page: Page, name: string) => panel(page).getByRole('combobox', { name, exact: true });
const choice = (page: Page, name: string) =>
  panel(page)
    .locator('label')
    .filter({ hasText: new RegExp(`^${name}$`) });
const result = (page: Page) => page.getByRole('region', { name: 'Resultaat' });

function fileOf(name: string, json: unknown): TestFile {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

const broken = fileOf('kapot.geojson', '{"a": 1,\n}');

/** One block of 10 by 10 m and 12 m high, in RD. */
const block = fileOf('blok.geojson', {
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } },
  features: [
    {
      type: 'Feature',
      properties: { name: 'Blok', lower: 0, upper: 12, reference: 'peil' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [X + 30, Y + 20],
            [X + 40, Y + 20],
            [X + 40, Y + 30],
            [X + 30, Y + 30],
            [X + 30, Y + 20],
          ],
        ],
      },
    },
  ],
});

/** From above, on the plan's area unless told: what was placed from a file was looked at closely. */
async function lookDown(page: Page, [x, y]: readonly [number, number] = [X, Y]): Promise<void> {
  await page.evaluate(
    ([east, north]) => {
      const pose = { x: east, y: north, nap: 190, headingDegrees: 0, pitchDegrees: -90 };
      window.twin?.send({ type: 'fly-to-pose', pose, instantly: true });
    },
    [x, y] as const,
  );
  await waitForPicture(page);
}

const FROM_ABOVE = '#v=2&eye=147240,507850,190&look=0,-90&layers=-trees';

test.beforeEach(async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 800, height: 500 });
});

test('a civil servant draws, measures, pictures and keeps a proposal, by mouse', async ({ page }) => {
  const ground = await readGround();
  const onGround = (x: number, y: number) => [x, y, ground(x, y)] as const;
  await openTwin(page, FROM_ABOVE);

  await test.step('opens the plan and draws a volume', async () => {
    await planCard(page).click();
    await waitForVariants(page);
    await button(page, 'Zelf tekenen').click();
    await button(page, 'Omtrek tekenen').click();
    await waitForPicture(page);
    const places = await toScreen(
      page,
      CORNERS.map(([x, y]) => onGround(x, y)),
    );
    for (const [i, { x, y }] of places.entries()) {
      // The aids are fetched with the first use: the first click may come before them.
      await expect(async () => {
        if ((await readState(page, (state) => state.drawing?.pending.length ?? 0)) < 2 * i + 2)
          await page.mouse.click(x, y);
        expect(await readState(page, (state) => state.drawing?.pending.length)).toBe(2 * i + 2);
      }).toPass({ timeout: 20_000 });
    }
    await page.mouse.click(places[0]?.x ?? 0, places[0]?.y ?? 0);
    await expect.poll(async () => (await readDrawing(page))?.volumes.length).toBe(1);
    expect(await readState(page, (state) => state.selection)).toBeUndefined();
    const ring = await readRing(page);
    for (const [i, value] of CORNERS.flat().entries()) expect(Math.abs((ring[i] ?? 0) - value)).toBeLessThan(1);
  });

  await test.step('drags a corner, moves, turns and copies it; undo and redo', async () => {
    await waitForPicture(page);
    const camera = await readState(page, (state) => state.camera);
    const before = await readRing(page);
    const top = ((await readDrawing(page))?.peilNap ?? 0) + 9;
    const at = (x: number, y: number) => [x, y, top] as const;
    const [corner, further, middle, east] = (await toScreen(page, [
      at(before[4] ?? 0, before[5] ?? 0),
      at((before[4] ?? 0) + 5, (before[5] ?? 0) + 5),
      at(X, Y),
      at(X + 8, Y),
    ])) as [ScreenPlace, ScreenPlace, ScreenPlace, ScreenPlace];
    await drag(page, corner, further);
    await expect.poll(async () => (await readRing(page))[4]).toBeGreaterThan((before[4] ?? 0) + 3);
    const dragged = await readRing(page);
    expect([...dragged.slice(0, 4), ...dragged.slice(6)]).toEqual([...before.slice(0, 4), ...before.slice(6)]);

    await button(page, 'Verplaatsen').click();
    await drag(page, middle, east);
    await expect.poll(async () => Math.abs(((await readRing(page))[0] ?? 0) - (dragged[0] ?? 0) - 8)).toBeLessThan(1);
    await button(page, 'Draaien').click();
    const moved = await readRing(page);
    const [side, turned] = (await toScreen(page, [at(X + 18, Y), at(X + 16, Y - 6)])) as [ScreenPlace, ScreenPlace];
    await drag(page, side, turned);
    const directionOf = (ring: readonly number[]) =>
      (Math.atan2((ring[3] ?? 0) - (ring[1] ?? 0), (ring[2] ?? 0) - (ring[0] ?? 0)) * 180) / Math.PI;
    await expect.poll(async () => directionOf(await readRing(page)) - directionOf(moved)).toBeLessThan(-10);
    expect(await readState(page, (state) => state.camera)).toEqual(camera);

    await button(page, 'Kopiëren').click();
    const count = async () => (await readDrawing(page))?.volumes.length;
    expect(await count()).toBe(2);
    await button(page, 'Ongedaan maken').click();
    expect(await count()).toBe(1);
    await button(page, 'Opnieuw doen').click();
    expect(await count()).toBe(2);
  });

  await test.step('drops and picks files, and saves GeoJSON and CityJSON', async () => {
    await dropFile(page, panel(page).getByText('Teken een gebouw op de kaart'), broken);
    const alert = panel(page).getByRole('alert');
    await expect(alert).toContainText('kapot.geojson');
    await expect(alert).toContainText('regel 2');
    await dropFile(page, panel(page).getByText('Teken een gebouw op de kaart'), block);
    await expect(panel(page).getByRole('status').filter({ hasText: 'blok.geojson is geplaatst' })).toBeVisible();
    await expect(alert).toHaveCount(0);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Bestand plaatsen').click()]);
    await chooser.setFiles({ ...block, name: 'nog-een.geojson' });
    await expect.poll(async () => (await readDrawing(page))?.volumes.length).toBe(4);
    const geojson = await saved(page, () => button(page, 'Bewaar als GeoJSON').click());
    const city = await saved(page, () => button(page, 'Bewaar als CityJSON').click());
    expect(geojson.name).toMatch(/^tekening-\d{4}-\d\d-\d\d\.geojson$/);
    await checkExports(page, geojson.bytes, city.bytes);
  });

  const points = () => readState(page, (state) => state.measure.points);
  await test.step('measures a distance, a height difference and a building', async () => {
    await button(page, 'Terug naar het plan').click();
    await button(page, 'Meten').click();
    await expect(button(page, 'Stop met aanwijzen')).toBeVisible();
    await lookDown(page);
    const [blockX, blockY] = [X + 35, Y + 25];
    const peil = (await readDrawing(page))?.peilNap ?? 0;
    const wanted = [onGround(X + 60, Y - 20), [blockX, blockY, peil + 12] as const];
    const places = await toScreen(page, wanted);
    for (const [i, { x, y }] of places.entries()) {
      await page.mouse.click(x, y);
      await expect.poll(async () => (await points()).length).toBe(i + 1);
    }
    const [a, b] = await points();
    expect([a?.on, b?.on]).toEqual(['ground', 'plan']);
    const onMap = Math.hypot((b?.x ?? 0) - (a?.x ?? 0), (b?.y ?? 0) - (a?.y ?? 0));
    expect(Math.abs(onMap - Math.hypot(blockX - X - 60, blockY - Y + 20))).toBeLessThan(1.2);
    const rise = (b?.nap ?? 0) - (a?.nap ?? 0);
    expect(Math.abs(rise - (peil + 12 - ground(X + 60, Y - 20)))).toBeLessThan(0.6);
    const number = (value: number) => value.toFixed(1).replace('.', ',');
    await expect(result(page)).toContainText(`Op de kaart${number(onMap)}`);
    await expect(result(page)).toContainText(`Hoogteverschil${number(rise)}`);

    await choice(page, 'Gebouw').click();
    await lookDown(page, STREET);
    const house = await readState(page, ({ buildingTable }) => {
      if (buildingTable.status !== 'ready') throw new Error('no table');
      const { id, x, y, ground: foot, roof, area } = buildingTable.value;
      const row = x.findIndex(
        (east, i) => Math.hypot(east - 147385, (y[i] ?? 0) - 507885) < 40 && (area[i] ?? 0) > 60 && roof[i] != null,
      );
      return { id: id[row], x: x[row] ?? 0, y: y[row] ?? 0, foot: foot[row] ?? 0, roof: roof[row] ?? 0 };
    });
    const [roof] = (await toScreen(page, [[house.x, house.y, (house.roof + house.foot) / 2]])) as [ScreenPlace];
    await page.mouse.click(roof.x, roof.y);
    await expect.poll(() => readState(page, (state) => state.measure.building?.id)).toBe(house.id);
    const cells = panel(page)
      .getByRole('row', { name: /Hoogste punt van het dak/ })
      .getByRole('cell');
    const metres = async (column: number) =>
      Number(
        (await cells.nth(column).textContent())
          ?.replace('−', '-')
          .replace(',', '.')
          .replace(/[^\d.-]/g, ''),
      );
    expect(await metres(0)).toBeCloseTo(house.roof, 0);
    expect(await metres(1)).toBeCloseTo(house.roof - house.foot, 0);
    // Above the plan's peil.
    expect(await metres(2)).toBeCloseTo(house.roof + 3.4, 0);
  });

  await test.step('draws a profile and saves it as CSV', async () => {
    await choice(page, 'Profiel').click();
    await button(page, 'Alles wissen').click();
    await lookDown(page);
    const ends = [onGround(X - 60, Y - 30), onGround(X + 60, Y - 30)];
    for (const [i, { x, y }] of (await toScreen(page, ends)).entries()) {
      await page.mouse.click(x, y);
      await expect.poll(async () => (await points()).length).toBe(i + 1);
    }
    const [a, b] = await points();
    await expect(page.getByRole('region', { name: 'Profiel' })).toBeVisible({ timeout: 60_000 });
    const csv = await saved(page, () => button(page, 'Download als CSV').click());
    expect(csv.name).toBe('profiel.csv');
    await checkCsv(csv.bytes.toString(), [a?.x ?? 0, a?.y ?? 0], [b?.x ?? 0, b?.y ?? 0]);
  });

  await test.step('makes a PNG, a sheet and a shadow series', async () => {
    await button(page, 'Terug naar het plan').click();
    await panel(page).getByRole('radio', { name: 'Variant C' }).check();
    await button(page, 'Afbeelding en PDF').click();
    await list(page, 'Grootte').selectOption('zoals het scherm');
    await checkPng(page, await saved(page, () => button(page, 'Afbeelding (PNG)').click()));
    await panel(page).getByLabel('Titel op het blad').fill('Proef aan de kade');
    const metres = await metresAcross(page);
    const pdf = await saved(page, () => button(page, 'Blad (PDF, A4)').click());
    checkPdf(pdf.bytes, metres, page.url());
    await list(page, 'Van').selectOption('16.00 uur');
    await list(page, 'Tot en met').selectOption('16.00 uur');
    const zip = await saved(page, () => button(page, 'Maak 4 afbeeldingen (zip)').click());
    expect(zip.name).toBe('schaduwreeks.zip');
    await checkSeries(zip.bytes);
  });

  await test.step('saves a scenario, opens it again, and starts the evening', async () => {
    await button(page, 'Terug naar het plan').click();
    await button(page, 'Scenario’s bewaren').click();
    await panel(page).getByLabel('Naam van het beeld').fill('Met de haven');
    await button(page, 'Bewaar dit beeld').click();
    const drawn = await readDrawing(page);
    const file = await saved(page, () => button(page, 'Bewaar alles in een bestand').click());
    await page.evaluate(() => {
      window.twin?.store.setState({ choice: undefined, drawing: undefined, drawn: undefined });
    });
    await dropFile(page, page.locator('body'), { ...file, mimeType: 'application/json', buffer: file.bytes });
    await expect(panel(page).getByText('1 scenario is toegevoegd.')).toBeVisible();
    await panel(page)
      .getByRole('button', { name: /^Open ‘Met de haven’/ })
      .last()
      .click();
    await expect.poll(() => readState(page, (state) => state.choice?.variant)).toBe('haven');
    expect((await readDrawing(page))?.volumes).toEqual(drawn?.volumes);
    await button(page, 'Terug naar het plan').click();
    await button(page, 'Bewonersavond').click();
    await expect(page.getByRole('region', { name: 'Bewonersavond' })).toContainText('1 van 5');
  });
});

test('a civil servant does the same with the keyboard alone', async ({ page }) => {
  await openTwin(page, FROM_ABOVE);
  const press = (name: string | RegExp, key = 'Tab') => pressOn(page, button(page, name), key);

  await test.step('opens the plan and makes a volume', async () => {
    await pressOn(page, planCard(page));
    await waitForVariants(page);
    await press('Zelf tekenen');
    await pressOn(page, panel(page).getByText('Rechthoek met getallen'));
    await typeInto(page, field(page, 'x (RD)'), String(X));
    await typeInto(page, field(page, 'y (RD)'), String(Y));
    await typeInto(page, field(page, 'Lengte'), '24,5');
    await press('Maak rechthoek');
    await expect(panel(page).getByRole('status').filter({ hasText: 'Toegevoegd' })).toBeVisible();
    expect((await volumesOf(page))[0]).toBeCloseTo(24.5 * 10 * 9, 3);
  });

  await test.step('moves, turns, raises, roofs and copies it; undo and redo', async () => {
    await tabTo(page, button(page, /^Volume 1/));
    const before = await readRing(page);
    for (const key of ['ArrowRight', 'Shift+ArrowUp', ']']) await page.keyboard.press(key);
    await expect(panel(page).getByRole('status').filter({ hasText: '5° gedraaid' })).toBeVisible();
    const turned = await readRing(page);
    await page.keyboard.press('Control+z');
    const moved = before.map((value, i) => value + (i % 2 === 0 ? 0.5 : 5));
    expect(await readRing(page)).toEqual(moved);
    await page.keyboard.press('Control+y');
    expect(await readRing(page)).toEqual(turned);
    await typeInto(page, field(page, 'Bovenkant (hoogste punt)'), '12,5');
    await press('Zadeldak');
    expect((await readDrawing(page))?.volumes[0]).toMatchObject({ upper: 12.5, roof: { shape: 'gabled' } });
    expect(await readState(page, (state) => state.drawn?.solids.length)).toBe(1);
    await press('Plat', 'Shift+Tab');
    await press('Kopiëren', 'Shift+Tab');
    expect((await readDrawing(page))?.volumes).toHaveLength(2);
  });

  await test.step('places a file, and saves GeoJSON and CityJSON', async () => {
    await tabTo(page, button(page, 'Bestand plaatsen'));
    const pick = async (file: TestFile) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
      await chooser.setFiles(file);
    };
    await pick(broken);
    await expect(panel(page).getByRole('alert')).toContainText('regel 2');
    await pick(block);
    await expect.poll(async () => (await readDrawing(page))?.volumes.length).toBe(3);
    const geojson = await saved(page, () => press('Bewaar als GeoJSON'));
    const city = await saved(page, () => press('Bewaar als CityJSON'));
    await checkExports(page, geojson.bytes, city.bytes);
  });

  /** Types a point into the form; an empty height is none. */
  async function typePoint(x: string, y: string, nap: string): Promise<void> {
    for (const [name, text] of [
      ['RD x (m)', x],
      ['RD y (m)', y],
      ['NAP (m), mag leeg', nap],
    ] as const)
      if (text !== '') await typeInto(page, field(page, name), text);
    await page.keyboard.press('Enter');
  }
  const mode = () => readState(page, (state) => state.measure.mode);

  await test.step('measures a distance, a height difference and a building', async () => {
    await press('Terug naar het plan', 'Shift+Tab');
    await press('Meten');
    await lookDown(page);
    await typePoint('147200', '507800', '-4');
    await typePoint('147230', '507840', '8');
    const figures = result(page);
    await expect(figures).toContainText(/Op de kaart50,00\s*m/);
    await expect(figures).toContainText(/In 3D, met hoogte51,42\s*m/);
    await expect(figures).toContainText(/Hoogteverschil12,00\s*m/);
    await expect(figures).toContainText(/Helling13,50\s*graden/);
    await press('Punt in het midden van het beeld', 'Shift+Tab');
    const middle = await readState(page, (state) => state.measure.points[2]);
    const groundAt = await readGround();
    expect(Math.abs((middle?.nap ?? 0) - groundAt(middle?.x ?? 0, middle?.y ?? 0))).toBeLessThan(0.3);

    await tabTo(page, panel(page).getByRole('radio', { name: 'Afstand' }), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    expect(await mode()).toBe('height');
    await tabTo(page, panel(page).getByRole('combobox', { name: /Gebouwen dichtbij/ }));
    await page.keyboard.press('ArrowDown');
    const id = await readState(page, (state) => state.measure.building?.id);
    const roof = await page.evaluate((wanted) => {
      const table = window.twin?.store.getState().buildingTable;
      return table?.status === 'ready' ? table.value.roof[table.value.id.indexOf(wanted ?? '')] : undefined;
    }, id);
    const top = panel(page)
      .getByRole('row', { name: /Hoogste punt van het dak/ })
      .getByRole('cell')
      .first();
    await expect(top).toContainText(
      Math.abs(roof ?? Number.NaN)
        .toFixed(1)
        .replace('.', ','),
    );
  });

  await test.step('draws a profile and saves it as CSV', async () => {
    await tabTo(page, panel(page).getByRole('radio', { name: 'Gebouw' }), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await mode()).toBe('profile');
    await press('Alles wissen');
    await typePoint('147180', '507820', '');
    await typePoint('147300', '507820', '');
    await expect(page.getByRole('region', { name: 'Profiel' })).toBeVisible({ timeout: 60_000 });
    const csv = await saved(page, () => press('Download als CSV', 'Shift+Tab'));
    await checkCsv(csv.bytes.toString(), [147180, 507820], [147300, 507820]);
  });

  await test.step('makes a PNG, a sheet and a shadow series', async () => {
    await press('Terug naar het plan', 'Shift+Tab');
    await tabTo(page, panel(page).getByRole('radio', { name: 'Nu' }));
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    expect(await readState(page, (state) => state.choice?.variant)).toBe('haven');
    // The building in the middle of the picture is one of the plan, and is explained.
    await page.evaluate(() => window.twin?.send({ type: 'select-next', step: 1 }));
    expect(await readState(page, (state) => state.selection?.id)).toMatch(/^plan\//);
    await expect(panel(page).getByText('Bron: Plan Havenkwartier', { exact: false })).toBeVisible();
    await press('Gebouw loslaten');
    await press('Afbeelding en PDF');
    await tabTo(page, list(page, 'Grootte'));
    await page.keyboard.press('ArrowUp');
    await checkPng(page, await saved(page, () => press('Afbeelding (PNG)')));
    await typeInto(page, field(page, 'Titel op het blad'), 'Proef aan de kade', 'Shift+Tab');
    const metres = await metresAcross(page);
    const pdf = await saved(page, () => press('Blad (PDF, A4)'));
    checkPdf(pdf.bytes, metres, page.url());
    for (const name of ['Van', 'Tot en met']) {
      await tabTo(page, list(page, name));
      await page.keyboard.type('16');
    }
    const zip = await saved(page, () => press('Maak 4 afbeeldingen (zip)'));
    await checkSeries(zip.bytes);
  });

  await test.step('saves a scenario, opens it again, and starts the evening', async () => {
    await press('Terug naar het plan', 'Shift+Tab');
    await press('Scenario’s bewaren');
    await typeInto(page, field(page, 'Naam van het beeld'), 'Met de haven');
    await page.keyboard.press('Enter');
    const drawn = await readDrawing(page);
    const file = await saved(page, () => press('Bewaar alles in een bestand'));
    await page.evaluate(() => {
      window.twin?.store.setState({ choice: undefined, drawing: undefined, drawn: undefined });
    });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Open een bestand')]);
    await chooser.setFiles({ ...file, mimeType: 'application/json', buffer: file.bytes });
    await expect(panel(page).getByText('1 scenario is toegevoegd.')).toBeVisible();
    await pressOn(
      page,
      panel(page)
        .getByRole('button', { name: /^Open ‘Met de haven’/ })
        .last(),
    );
    await expect.poll(() => readState(page, (state) => state.choice?.variant)).toBe('haven');
    expect((await readDrawing(page))?.volumes).toEqual(drawn?.volumes);
    await press('Terug naar het plan', 'Shift+Tab');
    await press('Bewonersavond');
    await expect(page.getByRole('region', { name: 'Bewonersavond' })).toContainText('1 van 5');
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeVisible();
  });
});
