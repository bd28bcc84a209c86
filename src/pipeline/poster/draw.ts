/** The viewer in a browser without window, asked for one picture after another. */
import type { Browser, Page } from '@playwright/test';
import { InputError } from '../../model/input-error.ts';
import { browserOptions } from './browser.ts';
import { startDisplay } from './display.ts';

/** Milliseconds that a picture may take, and between two looks whether it still changes. */
const PATIENCE = 300_000;
const PAUSE = 700;
/** Most looks at a picture that goes on changing. */
const LOOKS = 40;

/** What lies over the picture and says nothing of it. Credits stay, and that a plan is an impression. */
const bare =
  '.tw-embed, .tw-scene__loading, .tw-scene__message, .tw-plan-bar, .tw-credits button { display: none !important; }';

export interface PosterSize {
  readonly width: number;
  readonly height: number;
}

export interface Darkroom {
  /** As PNG. Throws {@link InputError} where the picture does not come. */
  take(address: string): Promise<Buffer>;
  close(): Promise<void>;
}

async function startBrowser(): Promise<Browser> {
  const { chromium } = await import('@playwright/test').catch(() => {
    throw new InputError('Posters need a browser, and @playwright/test is missing: run "npm ci" without --omit=dev.');
  });
  return chromium.launch(browserOptions(chromium.executablePath()));
}

async function waitForPicture(page: Page, address: string): Promise<void> {
  const isSettled = () => /ready|failed/.exec(document.documentElement.dataset['embedState'] ?? '')?.[0];
  const handle = await page.waitForFunction(isSettled, undefined, { timeout: PATIENCE, polling: 500 }).catch(() => {
    throw new InputError(`${address}: no picture after ${PATIENCE / 1000} s.`);
  });
  if ((await handle.jsonValue()) === 'failed')
    throw new InputError(`${address}: this browser cannot draw it (no WebGL 2, or no data).`);
}

async function takeStill(page: Page): Promise<Buffer> {
  const shoot = () => page.screenshot({ style: bare, animations: 'disabled', caret: 'hide', timeout: PATIENCE });
  let before = await shoot();
  for (let look = 0; look < LOOKS; look++) {
    await page.waitForTimeout(PAUSE);
    const now = await shoot();
    if (now.equals(before)) return now;
    before = now;
  }
  throw new InputError(`The picture goes on changing after ${(LOOKS * PAUSE) / 1000} s.`);
}

export async function openDarkroom(size: PosterSize): Promise<Darkroom> {
  const endDisplay = await startDisplay();
  const browser = await startBrowser().catch((error: unknown) => {
    endDisplay();
    throw error;
  });

  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', bypassCSP: true });

  async function take(address: string): Promise<Buffer> {
    const page = await context.newPage();
    try {
      await page.goto(address);
      await waitForPicture(page, address);
      return await takeStill(page);
    } finally {
      await page.close();
    }
  }

  return {
    take,
    async close() {
      await browser.close();
      endDisplay();
    },
  };
}
