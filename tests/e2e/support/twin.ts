import { test as base, expect, type Page } from '@playwright/test';

export interface PageRecord {
  /** Requests that left this origin: there must be none. */
  readonly foreign: string[];
  /** Errors on the console and uncaught ones, among them violations of the content security policy. */
  readonly errors: string[];
}

function record(page: Page): PageRecord {
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return { foreign, errors };
}

/** Every page is watched; a test that expects errors says so by reading and clearing `record.errors`. */
export const test = base.extend<{ record: PageRecord }>({
  record: [
    async ({ page }, use) => {
      const pageRecord = record(page);
      await use(pageRecord);
      expect(pageRecord.foreign, 'requests to another host').toEqual([]);
      expect(pageRecord.errors, 'errors on the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until the picture is complete: no tile pending, camera still. */
export async function waitForPicture(page: Page): Promise<void> {
  await page.waitForFunction(() => window.twin !== undefined, undefined, { timeout: 60_000 });
  await page.evaluate(() => window.twin?.idle());
}

/** Opens the viewer at lowered quality and waits for the complete picture. */
export async function openTwin(page: Page, address = ''): Promise<void> {
  const [search, hash = ''] = address.split('#');
  const query = new URLSearchParams(search);
  if (!query.has('quality')) query.set('quality', 'low');
  await page.goto(`./?${query}${hash ? `#${hash}` : ''}`);
  await waitForPicture(page);
}

/** The store as it is, read in the page. */
export function readState<T>(
  page: Page,
  select: (state: ReturnType<NonNullable<typeof window.twin>['store']['getState']>) => T,
): Promise<T> {
  return page.evaluate(`(${select.toString()})(window.twin.store.getState())`) as Promise<T>;
}
