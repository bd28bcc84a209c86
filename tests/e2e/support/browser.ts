import { chromium, type LaunchOptions } from '@playwright/test';
import { browserOptions } from '../../../src/pipeline/poster/browser.ts';

/** The same browser as `cli poster` draws with. */
export const launchOptions = (): LaunchOptions => browserOptions(chromium.executablePath());
