/** What visitors do, in the ways that the stories share. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, readState } from './twin.ts';

export const panel = (page: Page) => page.getByRole('region', { name: 'Zoeken, vragen en lagen' });
export const bar = (page: Page) => page.getByRole('region', { name: 'Het plan in het beeld' });
export const planCard = (page: Page) => page.getByRole('button', { name: 'Havenkwartier' });
export const slider = (page: Page) => page.getByRole('slider', { name: 'Schuif tussen nu en het plan' });

/** With the Tab key alone, as someone without a mouse comes there. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`150 presses of ${key} do not reach ${target}`);
}

export async function pressOn(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Tabs to a field and types over what stands in it. */
export async function typeInto(page: Page, target: Locator, text: string, key = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The file that the browser is given when `act` is done. */
export async function saved(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Drags a file from outside the browser over an element and lets it go there. */
export async function dropFile(page: Page, target: Locator, { name, mimeType, buffer }: TestFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName, { type }));
      return transfer;
    },
    [name, mimeType, buffer.toString('base64')] as const,
  );
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer });
}

/** With the left button held, from one place of the page to another. */
export async function drag(page: Page, from: ScreenPlace, to: ScreenPlace): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

export interface ScreenPlace {
  readonly x: number;
  readonly y: number;
}

/** All variants are read ahead, so that choosing one takes no time. */
export async function waitForVariants(page: Page): Promise<void> {
  await expect
    .poll(() =>
      readState(page, ({ planModels, choice }) =>
        Object.entries(planModels).flatMap(([key, { status }]) => (key.startsWith(`${choice?.plan}/`) ? status : [])),
      ),
    )
    .toEqual(['ready', 'ready', 'ready']);
}
