import { readFileSync } from 'node:fs';
import { listViolations } from './support/axe.ts';
import { expect, openTwin, readState, test, waitForPicture } from './support/twin.ts';

/** Models that are drawn: sheets of water (those with a uniform that is not zero); the town is of tilesets. */
const countSheets = (uniform: string) => {
  const primitives = window.twin?.scene.primitives;
  let count = 0;
  for (let i = 0; i < (primitives?.length ?? 0); i++) {
    const primitive = primitives?.get(i) as {
      show?: boolean;
      customShader?: { uniforms?: Record<string, { value: unknown }> };
    };
    const uniforms = primitive.customShader?.uniforms;
    if (primitive.show && uniforms?.['u_water'] && uniforms[uniform]?.value) count++;
  }
  return count;
};

test('a resident sees the water of a storm, when and how deep, in the picture, in a table and at a door', async ({
  page,
  record,
}) => {
  await openTwin(page, '#v=2&eye=147040,508100,120&look=350,-35');
  await page.getByRole('button', { name: /onder water bij extreme regen/ }).press('Enter');
  const bar = page.getByRole('region', { name: 'Water in beeld', exact: true });
  await expect(bar).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => page.evaluate(countSheets, 'u_water'), { timeout: 60_000 }).toBeGreaterThan(0);
  const table = page.getByRole('table', { name: 'Straten met water in beeld' });
  await expect(table.getByRole('row').nth(1)).toContainText(/\d+\scm/, { timeout: 60_000 });
  const effects = page.getByRole('region', { name: 'Wat het water doet' });
  const classes = effects.getByRole('table', { name: 'Water bij de gevel' });
  await expect(classes.getByRole('row', { name: /Rond de drempel/ })).toContainText(/\d/, { timeout: 60_000 });
  await effects.locator('summary').filter({ hasText: 'Lijst van gebouwen met water' }).press('Enter');
  const list = effects.getByRole('table', { name: /^Lijst van gebouwen met water/ });
  await list.getByRole('rowheader').first().getByRole('button').press('Enter');
  const low = () => readState(page, ({ camera }) => camera !== undefined && camera.nap > 0 && camera.nap < 119);
  await expect.poll(low).toBe(true);
  await effects.getByRole('checkbox', { name: 'Kleur gebouwen en wegen in beeld' }).press('Space');
  // Folded where the page is as narrow as here.
  const unfold = bar.getByRole('button', { name: 'Gebouwen en wegen' });
  await unfold.press('Enter');
  await expect(bar.getByRole('list', { name: 'Gebouwen en wegen' })).toBeVisible();
  await unfold.press('Enter');
  expect(await readState(page, ({ buildingMarks }) => buildingMarks?.classes.includes(3))).toBe(true);
  const coming = page.waitForEvent('download');
  await effects.getByRole('button', { name: 'Rasters (GeoTIFF)' }).press('Enter');
  const rasters = readFileSync(await (await coming).path());
  for (const name of ['depth.tif', 'arrival.tif', 'duration.tif']) expect(rasters.includes(name)).toBe(true);
  expect(await listViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Wanneer komt het water' }).press('Enter');
  await expect(bar.getByText('Minuten na het begin van de regen')).toBeVisible();
  const time = bar.getByRole('slider', { name: 'Tijd' });
  await time.press('Home');
  await time.press('PageUp');
  await expect(time).toHaveAttribute('aria-valuetext', /na het begin van de regen, het regent/);
  await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/flood=[^&]*\/now\/\d+/);
  await expect.poll(() => page.evaluate(countSheets, 'u_hasFlow'), { timeout: 30_000 }).toBeGreaterThan(0);
  await page.getByRole('checkbox', { name: /Pijlen/ }).press('Space');
  await expect.poll(() => page.evaluate(countSheets, 'u_hasFlow'), { timeout: 30_000 }).toBe(0);

  // A wadi by keyboard and by number, in the square: computed beside today, told, drawn as a difference, and taken back.
  const measures = page.getByRole('region', { name: 'Maatregelen' });
  await measures.getByRole('button', { name: 'Plaats op de kaart' }).press('Enter');
  for (const [x, y] of [
    ['147030', '508130'],
    ['147060', '508130'],
    ['147060', '508160'],
  ] as const) {
    await measures.getByRole('textbox', { name: 'Oost (x)' }).fill(x);
    await measures.getByRole('textbox', { name: 'Noord (y)' }).fill(y);
    await measures.getByRole('textbox', { name: 'Noord (y)' }).press('Enter');
    await measures.getByRole('button', { name: 'Voeg punt toe' }).press('Enter');
  }
  await measures.getByRole('button', { name: 'Klaar' }).press('Enter');
  await expect(measures).toContainText(/Effect van deze maatregel, vergeleken met vandaag:.*Kostenklasse/, {
    timeout: 90_000,
  });
  await measures.getByRole('button', { name: 'Toon het verschil' }).press('Enter');
  await expect(bar.getByText('Verschil met vandaag (cm)')).toBeVisible();
  await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/measures=1~wadi_/);
  await measures.getByRole('button', { name: 'Verwijder' }).press('Enter');
  await expect(measures).not.toContainText('Effect van');

  // A dike gives way: told in hours as soon as its first water comes; then rain again.
  await page.getByRole('button', { name: 'Dijkdoorbraak' }).press('Enter');
  await page.getByRole('combobox', { name: 'Plek op de dijk' }).selectOption({ index: 6 });
  await page.getByRole('button', { name: 'Laat de dijk breken' }).press('Enter');
  await expect(bar.getByText('Uren na het begin van de doorbraak')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '70 mm in 1 uur' }).press('Enter');
  await expect(bar.getByText('Diepte (cm)')).toBeVisible();
  await time.press('Home');
  await time.press('PageUp');

  const door = page.getByRole('combobox', { name: 'Adres', exact: true });
  await door.focus();
  await page.keyboard.type('Binnensingel 258');
  await expect(page.getByRole('option', { name: /Binnensingel 258/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Bij mijn adres' })).toContainText(/gevel|niets berekend/);

  const address = page.url();
  await bar.getByRole('button', { name: 'Haal het water weg' }).press('Enter');
  await expect(bar).toBeHidden();
  expect(await page.evaluate(countSheets, 'u_water')).toBe(0);
  await page.goto(address);
  await page.reload();
  await waitForPicture(page);
  await expect(bar).toBeVisible({ timeout: 60_000 });
  expect(await readState(page, ({ flood }) => flood)).toMatchObject({ view: 'now', hasArrows: false });
  // The link shows the coloured buildings too, without anyone opening the panel's part about them.
  await expect
    .poll(() => readState(page, ({ buildingMarks }) => buildingMarks?.ids.length ?? 0), { timeout: 60_000 })
    .toBeGreaterThan(1000);

  await expect.poll(() => page.evaluate(countSheets, 'u_water'), { timeout: 60_000 }).toBeGreaterThan(0);
  // Lost and back again may be quicker than a question from here.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const stop = window.twin?.store.subscribe(({ scene }) => {
          if (scene !== 'lost') return;
          stop?.();
          resolve();
        });
        const gl = window.twin?.scene.canvas.getContext('webgl2');
        gl?.getExtension('WEBGL_lose_context')?.loseContext();
      }),
  );
  await expect.poll(() => page.evaluate(countSheets, 'u_water').catch(() => 0), { timeout: 60_000 }).toBeGreaterThan(0);
  record.errors.length = 0; // The browser itself writes that the context was lost.
});
