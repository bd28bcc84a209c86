import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { InputError } from '../../model/input-error.ts';

function findOnPath(names: readonly string[]): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here: the next folder of the path may have it.
      }
    }
  }
  return undefined;
}

const fixedPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Playwright's own Chromium (`own`), else one that the system has. Throws with one line that says how to get one. */
function findBrowser(own: string): string {
  const candidates = [process.env['CHROMIUM'], own, ...(fixedPlaces[process.platform] ?? [])];
  const found =
    candidates.find((path) => path && existsSync(path)) ??
    findOnPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']);
  if (found) return found;
  throw new InputError(
    'No Chromium found. Get one with "npx playwright install chromium" (any platform), "sudo apt-get install chromium" (Debian, Ubuntu), ' +
      '"brew install --cask chromium" (macOS) or "winget install Google.Chrome" (Windows), or name one in the variable CHROMIUM.',
  );
}

const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether a display is there or can be made: Mesa's llvmpipe behind a window draws three times faster than SwiftShader. */
export const hasXvfb = findOnPath(['Xvfb']) !== undefined;
const isHeaded = process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || hasXvfb;

/** `own`: where Playwright would have its Chromium. */
export function browserOptions(own: string): LaunchOptions {
  return {
    executablePath: findBrowser(own),
    headless: !isHeaded,
    args: isHeaded
      ? [...quiet, '--use-angle=gl', '--ignore-gpu-blocklist']
      : [...quiet, '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  };
}
