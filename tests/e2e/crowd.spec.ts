import { readFileSync } from 'node:fs';
import type { EventTown } from '../../src/model/event-plan.ts';
import { parseCrowd } from '../../src/model/parse-crowd.ts';
import { listViolations } from './support/axe.ts';
import { expect, openTwin, readState, test } from './support/twin.ts';

/** The fair with a tenth of its visitors in five minutes: seconds to simulate. */
function shortFair(): string {
  const made = new URL('../../public/made/markerwaard/crowd/events.json', import.meta.url);
  const { events } = JSON.parse(readFileSync(made, 'utf8')) as EventTown;
  const [fair] = events as [EventTown['events'][number]];
  const soon = (second: number) => Math.round(second / 40);
  return JSON.stringify({
    ...fair,
    id: 'short-fair',
    title: 'Korte markt',
    seconds: 300,
    stops: fair.stops.map((stop) => ({ ...stop, seconds: [5, 15] })),
    groups: fair.groups.map((group) => ({
      ...group,
      persons: Math.ceil(group.persons / 10),
      fromSecond: soon(group.fromSecond),
      untilSecond: soon(group.untilSecond),
    })),
  });
}

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
  await expect(sentence).toContainText(/Vergeleken met ‘Doorgang vrij’ .* van 4,00\sm naar 2,50\sm \(38% smaller\)/);
  await expect(page.getByRole('region', { name: 'Calamiteitenroutes' }).getByRole('status').first()).toContainText(
    /is te smal: 2,50\sm vrij, nodig is 3,50\sm/,
  );

  // The cabin is chosen and moved: half a metre, and a metre at once.
  const things = page.getByRole('region', { name: 'Wat er staat' });
  const cabin = things.getByRole('button', { name: /^Toiletcabine in de doorgang/ });
  await cabin.press('Enter');
  await expect(sentence).toContainText(
    /Bij ‘Toiletcabine in de doorgang’ wordt de doorgang 2,50\sm breed\. Zonder is dat 4,00\sm/,
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
  expect(await listViolations(page)).toEqual([]);

  // How crowded it gets, of both layouts, twice each.
  await page.getByLabel('Open een evenement').setInputFiles({
    name: 'korte-markt.json',
    mimeType: 'application/json',
    buffer: Buffer.from(shortFair()),
  });
  await page.getByRole('combobox', { name: 'Opstelling' }).selectOption({ label: 'Doorgang vrij' });
  await page.getByRole('combobox', { name: 'Vergelijk met' }).selectOption({ label: 'Toiletcabine in de doorgang' });
  const result = page.getByRole('region', { name: 'Hoe druk wordt het?' });
  await result.getByRole('textbox', { name: /^Hoe vaak berekenen/ }).fill('2');
  await result.getByRole('button', { name: /^Bereken de drukte van ‘Doorgang vrij’ en/ }).press('Enter');
  const sentences = result.getByTestId('crowd-sentences');
  await expect(sentences).toHaveCount(2, { timeout: 60_000 });
  await expect(result.getByRole('button', { name: 'Bereken opnieuw' })).toBeVisible({ timeout: 60_000 });
  await expect(sentences.first()).toContainText(/4,00\sm breed.*Het drukst is het om 13:3\d.*Nergens|boven de grens/s);
  await expect(sentences.last()).toContainText('2,50 m breed');
  const compared = result.getByRole('table', { name: 'Twee opstellingen naast elkaar' });
  await expect(compared.getByRole('row', { name: /^Meeste mensen tegelijk/ })).toContainText(
    /te weinig|kleiner|gelijk/,
  );

  // Its time, in the picture and in the panel.
  const time = page.getByRole('region', { name: 'Tijd van het evenement' });
  const moment = time.getByRole('slider', { name: 'Moment' });
  await moment.fill('0');
  // Folded where there is little room.
  await time.getByText('Snelheid en legenda').press('Enter');
  await time.getByRole('button', { name: '1 keer zo snel als echt', exact: true }).press('Enter');
  await time.getByRole('button', { name: 'Laat de mensen lopen' }).press('Enter');
  await expect.poll(async () => Number(await moment.inputValue())).toBeGreaterThan(15);
  await time.getByRole('button', { name: 'Pauze' }).press('Enter');
  const series = result.getByRole('region', { name: 'Per minuut' });
  await series.getByRole('button', { name: 'Sorteer op Aanwezig' }).first().press('Enter');
  const busiest = series.getByRole('rowheader').first().getByRole('button');
  await busiest.press('Enter');
  await expect(moment).toHaveAttribute('aria-valuetext', (await busiest.textContent()) ?? '');
  const coming = page.waitForEvent('download');
  await result.getByRole('button', { name: /^Scenario voor de opdrachtregel, Toiletcabine/ }).press('Enter');
  const saved = readFileSync(await (await coming).path(), 'utf8');
  expect(parseCrowd(JSON.parse(saved), 'scenario.json').gates.some(({ id }) => id === 'passage-1')).toBe(true);

  // What it is not, in both languages; and that it is of another layout once something moves.
  await result.getByText('Bijsluiter').press('Enter');
  await expect(result).toContainText('Dit is een simulatie, geen voorspelling.');
  await expect(result.getByText('Niet ingevuld door de gemeente.')).toHaveCount(3);
  const entry = page.waitForEvent('download');
  await result.getByRole('button', { name: 'Algoritmeregister (JSON)' }).press('Enter');
  const { algorithms } = JSON.parse(readFileSync(await (await entry).path(), 'utf8'));
  expect(algorithms[0]).toMatchObject({ id: 'crowd', area: 'Markerwaard (fictief)' });
  expect(await listViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await expect(page.getByText('This is a simulation, not a forecast.')).toBeVisible();
  await expect(page.getByTestId('crowd-sentences').last()).toContainText('2.50 m wide');

  // The link of before opens what was moved.
  await page.goto('about:blank');
  await page.setViewportSize({ width: 360, height: 740 });
  await openTwin(page, link.slice(link.indexOf('#')));
  await expect(page.getByText('U hebt dit evenement veranderd.')).toBeVisible();
  await expect(sentence).not.toHaveText(before ?? '');
  await expect(sentence).toContainText('‘Toiletcabine in de doorgang’');
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});
