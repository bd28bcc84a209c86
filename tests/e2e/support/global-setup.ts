import { startDisplay } from '../../../src/pipeline/poster/display.ts';

/** Playwright calls what is returned when all tests have run. */
export default async function globalSetup(): Promise<() => void> {
  return startDisplay();
}
