import { AxeBuilder } from '@axe-core/playwright';
import { expect, openTwin, test } from './support/twin.ts';

const sizes = [
  { name: 'desktop', width: 1000, height: 640 },
  { name: 'phone', width: 390, height: 700 },
  { name: 'narrow', width: 320, height: 560 },
];

for (const { name, width, height } of sizes) {
  for (const language of ['nl', 'en'] as const) {
    test(`axe finds nothing at ${name} size in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openTwin(page);
      await page.evaluate((chosen) => window.twin?.store.setState({ language: chosen }), language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      ).toEqual([]);
      // Nothing to scroll sideways.
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    });
  }
}

test('the tab key goes through everything and leaves: no keyboard trap', async ({ page }) => {
  await openTwin(page);
  const seen = new Set<string>();
  let focusedTwice = false;
  for (let i = 0; i < 120 && !focusedTwice; i++) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'body';
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const label = `${element.tagName}|${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40)}|${Math.round(box.x)},${Math.round(box.y)}`;
      return style.outlineStyle === 'none' && style.boxShadow === 'none' ? `NO FOCUS RING ${label}` : label;
    });
    focusedTwice = seen.has(place);
    seen.add(place);
  }
  expect(focusedTwice, 'the focus comes round').toBe(true);
  expect(seen.size).toBeGreaterThan(15);
  expect([...seen].filter((place) => place.startsWith('NO FOCUS RING'))).toEqual([]);
  expect([...seen].some((place) => place.startsWith('CANVAS'))).toBe(true);
});

test('every target is at least 24 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openTwin(page);
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
});
