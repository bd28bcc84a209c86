/** Water in the picture beside the same picture without it, in one page, and what many moments leave behind. Drawn in software here. */
import type { Page } from '@playwright/test';
import { printFigure, printNote } from './figures.ts';
import { countObjects, openPage, readObjects, timeFrames } from './page.ts';
import { withBrowser } from './viewer.ts';

/** The old town from the air, with water in most streets and arrows on it. */
const VIEW = '#v=2&eye=147040,508100,120&look=350,-35&question=flood&flood=/now/3300';
const MOMENTS = 24;

const isDrawn = () => {
  const primitives = window.twin?.scene.primitives;
  for (let i = 0; i < (primitives?.length ?? 0); i++) {
    const primitive = primitives?.get(i) as { show?: boolean; customShader?: { uniforms?: object } };
    const { uniforms } = primitive.customShader ?? {};
    if (primitive.show && uniforms && 'u_water' in uniforms) return true;
  }
  return false;
};

const rest = (page: Page) => page.evaluate(() => window.twin?.idle());

/** Shows moments all over the run, each until it is drawn. */
function scrub(page: Page): Promise<void> {
  return page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) {
      const store = window.twin?.store;
      const second = 600 + ((i * 7) % count) * 250;
      store?.setState({ flood: { ...store.getState().flood, second } });
      await window.twin?.idle();
    }
  }, MOMENTS);
}

export function benchWater(): Promise<void> {
  return withBrowser(async (browser, base) => {
    const page = await openPage(browser);
    await page.addInitScript(countObjects);
    await page.goto(`${base}?quality=medium${VIEW}`);
    await page.waitForFunction(isDrawn, undefined, { timeout: 120_000 });
    await rest(page);
    const arrows = await timeFrames(page);
    const set = async (change: object) => {
      await page.evaluate((next) => window.twin?.store.setState(next), change);
      await rest(page);
    };
    const flood = await page.evaluate(() => window.twin?.store.getState().flood);
    const others = await page.evaluate(() => window.twin?.store.getState().overlays);
    await set({ flood: { ...flood, hasArrows: false } });
    const water = await timeFrames(page);
    await set({ overlays: { ...others, flood: { visible: false, opacity: 1 } } });
    const dry = await timeFrames(page);
    printFigure(
      'a frame with water',
      `${water.toFixed(0)} ms beside ${dry.toFixed(0)} ms without`,
      water / dry,
      '≤',
      1.5,
    );
    printNote('and with arrows on it', `${arrows.toFixed(0)} ms`, arrows / dry, '×');

    await set({ overlays: { ...others, flood: { visible: true, opacity: 1 } }, flood });
    await page.waitForFunction(isDrawn, undefined, { timeout: 120_000 });
    const session = await page.context().newCDPSession(page);
    const weigh = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return { heap: usedSize, objects: await readObjects(page) };
    };
    // A round first: what is kept of each moment is no leak.
    await scrub(page);
    const before = await weigh();
    await scrub(page);
    const after = await weigh();
    const sizes = `${(before.heap / 1e6).toFixed(1)} MB → ${(after.heap / 1e6).toFixed(1)} MB`;
    printFigure(`heap after ${MOMENTS} moments more`, sizes, after.heap / before.heap, '≤', 1.05);
    const counts = `${before.objects} → ${after.objects}`;
    printFigure('objects on the graphics card', counts, after.objects / before.objects, '≤', 1);
    await page.context().close();
  });
}
