import type { Page } from '@playwright/test';
import { listViolations } from './support/axe.ts';
import { expect, openTwin, test } from './support/twin.ts';

const sizes = [
  { name: 'desktop', width: 800, height: 560 },
  { name: 'phone', width: 390, height: 640 },
  { name: 'narrow', width: 320, height: 480 },
];

/** What has the focus, told apart by element, name and place; says so where no ring is to be seen. */
function describeFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'outside the page';
    const box = element.getBoundingClientRect();
    // A card whose whole face is the button draws its ring around the face.
    const hasRing = ['', '::after'].some((part) => {
      const style = getComputedStyle(element, part || null);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    });
    const name = element.getAttribute('aria-label') ?? element.id ?? '';
    const label = `${element.tagName}|${name}|${element.textContent?.trim().slice(0, 40)}|${Math.round(box.x)},${Math.round(box.y)}`;
    return hasRing ? label : `NO FOCUS RING ${label}`;
  });
}

/** The tab key reaches panel, picture and controls, shows where it is, and comes out again. */
async function checkTabs(page: Page): Promise<void> {
  const seen: string[] = [];
  // The panel scrolls as the focus goes, so places change: it has come round when the first name comes again.
  for (let i = 0; i < 100; i++) {
    await page.keyboard.press('Tab');
    const place = await describeFocus(page);
    if (seen.length > 2 && place === seen[0]) break;
    seen.push(place);
  }
  expect(seen.length, 'the focus comes round').toBeLessThan(100);
  expect(seen.filter((place) => place.startsWith('NO FOCUS RING'))).toEqual([]);
  for (const tag of ['CANVAS', 'INPUT', 'BUTTON'])
    expect(
      seen.some((place) => place.startsWith(tag)),
      tag,
    ).toBe(true);
  const buttons = seen.filter((place) => place.startsWith('BUTTON')).join('\n');
  for (const name of ['Wat zie ik hier?', 'Dichterbij', 'Terug naar het begin', 'Recht van boven', 'Bronnen']) {
    expect(buttons).toContain(name);
  }
}

/** Axe finds nothing, at three sizes, in Dutch and English, and nothing scrolls sideways. */
async function checkSizes(page: Page): Promise<void> {
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    for (const language of ['nl', 'en'] as const) {
      await page.evaluate((chosen) => window.twin?.store.setState({ language: chosen }), language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await listViolations(page), `${name} in ${language}`).toEqual([]);
      // Nothing to scroll sideways.
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
  }
}

/** Every target is at least 24 pixels. */
async function checkTargets(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 640 });
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, summary, [role=option]')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      // Links within a line of text are exempt (WCAG 2.2, 2.5.8 inline).
      .filter(({ element, box }) => box.width > 0 && !(element.tagName === 'A' && element.closest('p, li, footer')))
      .filter(({ box }) => Math.min(box.width, box.height) < 24)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
  );
  expect(small).toEqual([]);
}

/** Axe finds nothing with a question and with the inspector open. */
async function checkOpened(page: Page): Promise<void> {
  await page.setViewportSize({ width: 800, height: 560 });
  await page.evaluate(() => window.twin?.store.setState({ language: 'nl' }));
  await page.getByRole('button', { name: 'Hoe oud zijn de gebouwen hier?' }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  expect(await listViolations(page), 'a question').toEqual([]);
  await page.evaluate(() => window.twin?.send({ type: 'select-next', step: 1 }));
  await expect(page.getByRole('article')).toBeVisible();
  expect(await listViolations(page), 'the inspector').toEqual([]);
  const opener = page.getByRole('button', { name: 'Deel of sluit in' });
  await opener.click();
  const code = page.getByRole('textbox', { name: 'Code voor uw pagina' });
  await expect(code).toHaveValue(/<tweelingstad-view\n {2}src="http/);
  await page.getByRole('radio', { name: 'Gewoon frame' }).check();
  await page.getByRole('radio', { name: 'Vierkant' }).check();
  await expect(code).toHaveValue(/^<iframe [^>]*parts=time,controls[^>]*height="760"/);
  expect(await listViolations(page), 'the code for a page').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
}

test('the first page: tab order with a focus ring, targets, and axe at three sizes, in two languages, with a question and the inspector', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 900, height: 620 });
  await openTwin(page);
  await test.step('the tab key', () => checkTabs(page));
  await test.step('axe at three sizes', () => checkSizes(page));
  await test.step('targets', () => checkTargets(page));
  await test.step('axe with what can be opened', () => checkOpened(page));
});
