import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export interface PageRecord {
  /** Requests that left this origin: there must be none. */
  readonly foreign: string[];
  /** Errors on the console and uncaught ones, among them violations of the content security policy. */
  readonly errors: string[];
}

/** All pages and frames of the context, also those that open later; threads tell on their page's console. */
async function record(context: BrowserContext): Promise<PageRecord> {
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  context.on('weberror', (error) => errors.push(error.error().message));
  // Not all that the policy stops is told on the console in the same words: this names directive, address and line.
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`security policy: ${effectiveDirective} stopped ${blockedURI} (${sourceFile}:${lineNumber})`),
    ),
  );
  return { foreign, errors };
}

/** Every page is watched; a test that expects errors says so by reading and clearing `record.errors`. */
export const test = base.extend<{ record: PageRecord }>({
  record: [
    async ({ context }, use) => {
      const pageRecord = await record(context);
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
