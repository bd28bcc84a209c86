/**
 * Plans beside no plan, in one page: switching variants, comparing with today, shadows, and what a hundred switches leave behind.
 * Frames are drawn in software here: what counts are the ratios.
 */
import type { Browser, Page } from '@playwright/test';
import { printFigure, printNote } from './figures.ts';
import { countObjects, openPage, readObjects, timeFrames } from './page.ts';
import { withBrowser } from './viewer.ts';

/** The plan area of Markerwaard from the air. */
const VIEW = '#v=2&eye=147040,507560,95&look=36,-15&plan=havenkwartier';
const SWITCHES = 100;
const SMALL = { width: 480, height: 300 };

async function openPlanPage(browser: Browser, base: string, quality: string, rest = ''): Promise<Page> {
  const page = await openPage(browser);
  await page.addInitScript(countObjects);
  await page.goto(`${base}?quality=${quality}${VIEW}${rest}`);
  await page.waitForFunction(() => window.twin, undefined, { timeout: 60_000 });
  await page.waitForFunction(
    () => {
      const models = Object.values(window.twin?.store.getState().planModels ?? {});
      return models.length > 0 && models.every(({ status }) => status === 'ready');
    },
    undefined,
    { timeout: 60_000 },
  );
  await page.evaluate(() => window.twin?.idle());
  return page;
}

/** Milliseconds from choosing a variant until a frame that shows it has been drawn to the last pixel. */
function timeSwitches(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (switches) => {
    const handle = window.twin;
    if (!handle) throw new Error('no handle');
    const { scene, store } = handle;
    const gl = (scene as unknown as { context: { _gl: WebGL2RenderingContext } }).context._gl;
    const pixel = new Uint8Array(4);
    const choices = [undefined, 'kade', 'hoven', 'haven'];
    const times: number[] = [];
    for (let i = 0; i < switches; i++) {
      const { choice } = store.getState();
      if (!choice) throw new Error('no plan is open');
      const started = performance.now();
      const drawn = new Promise<void>((resolve) => {
        const stop = scene.postRender.addEventListener(() => {
          stop();
          gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
          resolve();
        });
      });
      store.setState({ choice: { ...choice, variant: choices[(i + 1) % choices.length] } });
      await drawn;
      times.push(performance.now() - started);
    }
    return times;
  }, count);
}

/** Of the whole picture, as the widget's own loop draws it: the comparison draws twice in one turn. */
function timeLoop(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scene = window.twin?.scene;
    if (!scene) throw new Error('no scene');
    const frame = () =>
      new Promise<number>((resolve) => {
        scene.requestRender();
        requestAnimationFrame(() => requestAnimationFrame((time) => resolve(time)));
      });
    const times: number[] = [];
    for (let i = 0; i < 16; i++) {
      scene.camera.rotateRight(0.00002);
      const before = await frame();
      scene.camera.rotateRight(0.00002);
      times.push((await frame()) - before);
    }
    times.sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)] as number;
  });
}

async function measureSwitches(browser: Browser, base: string): Promise<void> {
  const page = await openPlanPage(browser, base, 'low');
  // Drawn in software, pixels would hide what a switch costs.
  await page.setViewportSize(SMALL);
  const session = await page.context().newCDPSession(page);
  const weigh = async () => {
    await page.evaluate(() => window.twin?.idle());
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { heap: usedSize, objects: await readObjects(page) };
  };
  // One round first: shaders of what is seen for the first time.
  await timeSwitches(page, 8);
  const before = await weigh();
  const times = (await timeSwitches(page, SWITCHES)).sort((a, b) => a - b);
  const after = await weigh();
  const high = times[Math.floor(0.95 * times.length)] as number;
  const seen = `median ${times[times.length >> 1]?.toFixed(0)} ms, ${SWITCHES} switches at ${SMALL.width} × ${SMALL.height}, the lowest quality`;
  printFigure('variant switch, 95th percentile', seen, high, '≤', 300, 'ms');
  printNote('a frame without a switch', 'what this machine cannot go below', await timeFrames(page), 'ms');
  const sizes = `${(before.heap / 1e6).toFixed(1)} MB → ${(after.heap / 1e6).toFixed(1)} MB`;
  printFigure(`heap after ${SWITCHES} switches`, sizes, after.heap / before.heap, '≤', 1.05);
  const counts = `${before.objects} → ${after.objects} buffers, textures, programs and the like`;
  printFigure(
    `objects on the graphics card after ${SWITCHES} switches`,
    counts,
    after.objects / before.objects,
    '≤',
    1,
  );
  await page.context().close();
}

async function compareLoops(browser: Browser, base: string): Promise<void> {
  const page = await openPlanPage(browser, base, 'medium', '/haven');
  const single = await timeLoop(page);
  await page.evaluate(() => window.twin?.store.setState({ compare: { mode: 'swipe', position: 0.5 } }));
  await page.evaluate(() => window.twin?.idle());
  const swipe = await timeLoop(page);
  printFigure(
    'swipe beside the single view',
    `${swipe.toFixed(0)} ms beside ${single.toFixed(0)} ms`,
    swipe / single,
    '≤',
    2.2,
  );
  await page.evaluate(() => window.twin?.store.setState({ compare: { mode: 'off', position: 0.5 } }));
  await page.evaluate(() => window.twin?.idle());
  const plain = await timeFrames(page);
  await page.evaluate(() => window.twin?.store.setState({ moment: { date: '2026-03-21', minutes: 17 * 60 } }));
  await page.evaluate(() => window.twin?.idle());
  const shadows = await timeFrames(page);
  printFigure(
    'shadows beside none',
    `${shadows.toFixed(0)} ms beside ${plain.toFixed(0)} ms`,
    shadows / plain,
    '≤',
    1.5,
  );
  await page.context().close();
}

export function benchPlans(): Promise<void> {
  return withBrowser(async (browser, base) => {
    await measureSwitches(browser, base);
    await compareLoops(browser, base);
  });
}
