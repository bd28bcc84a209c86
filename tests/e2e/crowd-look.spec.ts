import { listViolations } from './support/axe.ts';
import { expect, openTwin, readState, test } from './support/twin.ts';

test('an event organiser sees how narrow a toilet cabin makes a passage, moves it by keyboard, and takes that back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 640 });
  await openTwin(page, '#v=7&eye=146897,508420,45&look=0,-38');
  await page.getByRole('button', { name: 'Hoe smal wordt de doorgang, en hoe druk wordt het?' }).press('Enter');

  // The fair's two layouts against each other: 4.00 m becomes 2.50 m.
  await page.getByRole('combobox', { name: 'Opstelling' }).selectOption({ label: 'Toiletcabine in de doorgang' });
  await page.getByRole('combobox', { name: 'Vergelijk met' }).selectOption({ label: 'Doorgang vrij' });
  const answer = page.getByRole('region', { name: 'Hoe smal wordt de doorgang?' });
  const sentence = answer.getByRole('status');
  await expect(sentence).toContainText(/Vergeleken met ‘Doorgang vrij’ .* van 4,00 m naar 2,50 m \(38% smaller\)/);
  await expect(page.getByRole('region', { name: 'Calamiteitenroutes' }).getByRole('status').first()).toContainText(
    /is te smal: 2,50 m vrij, nodig is 3,50 m/,
  );

  await page.screenshot({ path: '/tmp/t/crowdplan/e0.png' });
  // The cabin is chosen and moved: half a metre, and a metre at once.
  const things = page.getByRole('region', { name: 'Wat er staat' });
  const cabin = things.getByRole('button', { name: /^Toiletcabine in de doorgang/ });
  await cabin.press('Enter');
  await expect(sentence).toContainText(
    /Bij ‘Toiletcabine in de doorgang’ wordt de doorgang 2,50 m breed\. Zonder is dat 4,00 m/,
  );
  const keys = things.getByRole('button', { name: 'Verplaats en draai met toetsen' });
  const before = await sentence.textContent();
  await keys.press('Shift+ArrowRight');
  await expect(sentence).not.toHaveText(before ?? '');
  await expect(sentence).toContainText('‘Toiletcabine in de doorgang’');
  await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/v=7&.*crowd=.*\(layouts:\(/);
  const link = page.url();
  await page.getByRole('button', { name: 'Maak ongedaan' }).press('Enter');
  await expect(sentence).toHaveText(before ?? '');

  // A cabin of one's own, by keyboard in the middle of the picture.
  const count = await things.getByRole('listitem').count();
  await page.getByRole('button', { name: /^Toiletcabine 1,20 × 1,20 × 2,40 m/ }).press('Enter');
  await page.getByRole('button', { name: 'Zet in het midden van het beeld' }).press('Enter');
  await expect(things.getByRole('listitem')).toHaveCount(count + 1);
  expect(await readState(page, ({ crowd }) => crowd.selected)).toMatch(/^toilet-cabin-\d+$/);
  await page.screenshot({ path: '/tmp/t/crowdplan/e1.png' });
  expect(await listViolations(page)).toEqual([]);

  // The link of before opens what was moved.
  await page.goto('about:blank');
  await page.setViewportSize({ width: 360, height: 740 });
  await openTwin(page, link.slice(link.indexOf('#')));
  await expect(page.getByText('U hebt dit evenement veranderd.')).toBeVisible();
  await expect(sentence).not.toHaveText(before ?? '');
  await expect(sentence).toContainText('‘Toiletcabine in de doorgang’');
  await page.screenshot({ path: '/tmp/t/crowdplan/e2.png' });
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});
