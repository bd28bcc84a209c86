import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** While the sheet moves to its new size it lies over the controls: what counts is where it comes to rest. */
async function endTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // The new size takes effect, and its transitions begin, with the next frame.
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map(({ finished }) => finished),
    );
  });
}

/** What axe finds against WCAG 2.2 AA and its best practices, a line each. */
export async function listViolations(page: Page): Promise<string[]> {
  await endTransitions(page);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
