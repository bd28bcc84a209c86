import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/browser.ts';

const port = Number(process.env['E2E_PORT'] ?? 4174);

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './support/global-setup.ts',
  // Two cores draw one picture at a time: software rendering uses all of them.
  workers: 1,
  // Machines are shared: one that halts for a minute is told as "flaky", not as broken.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 640, height: 420 },
    // Flights take a dozen slow frames each; `use.spec.ts` watches one.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: launchOptions(),
    // What is not there in time is told where it was missed, not as a test that took too long.
    actionTimeout: 30_000,
    // A trace films the page and copies it at every step: only what failed is worth that, when it is tried again.
    trace: 'on-first-retry',
  },
  webServer: {
    command: `npx vite preview --mode test --outDir dist-test --port ${port} --strictPort`,
    cwd: new URL('../..', import.meta.url).pathname,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
