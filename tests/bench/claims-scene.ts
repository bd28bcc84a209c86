/**
 * Ten thousand claims in the picture beside none, in one page: a frame, a move of the height slider, and what they take of memory.
 * Frames are drawn in software here: what counts are the ratios.
 */
import type { Browser, Page } from '@playwright/test';
import type { Claim } from '../../src/model/claim.ts';
import { claimThemes, hardnesses } from '../../src/model/claim.ts';
import { seedRandom } from '../../src/model/random.ts';
import { median, printFigure, printNote } from './figures.ts';
import { openPage } from './page.ts';
import { withBrowser } from './viewer.ts';

const COUNT = 10_000;
/** The town from the air. */
const VIEW = '#v=2&eye=147040,507560,95&look=36,-15';
const ROUNDS = 3;

/** Blocks of the size of building plots and pipes of the length of a street, from 8 m under the ground to 16 m over it. */
function makeTown(count: number) {
  const random = seedRandom(7);
  const rows = Array.from({ length: count }, (_, i) => {
    const [x, y] = [145_500 + 3000 * random(), 506_500 + 3000 * random()];
    const [width, depth] = [8 + 30 * random(), 8 + 30 * random()];
    const lower = -12 + 9 * random();
    const isPipe = i % 5 === 0;
    const claim: Claim = {
      id: `c${i}`,
      name: `claim ${i}`,
      theme: claimThemes[i % claimThemes.length] as string,
      hardness: hardnesses[i % 3] as Claim['hardness'],
      parts: isPipe ? [] : [[[x, y, x + width, y, x + width, y + depth, x + width / 2, y + depth + 3, x, y + depth]]],
      lines: isPipe ? [[x, y, x + 4 * width, y + depth, x + 6 * width, y]] : [],
      ...(isPipe ? { diameterM: 0.3 } : {}),
      reference: 'nap',
      bufferM: 0,
      combinableWith: [],
      norms: [],
    };
    const upper = lower + (isPipe ? 0.3 : 1 + 19 * random());
    return { claim, heights: { lowerNap: lower, upperNap: upper, errorM: 0.1 } };
  });
  return {
    schema: 1,
    claims: rows.map(({ claim }) => claim),
    heights: rows.map(({ heights }) => heights),
    groundNap: rows.map(() => -3.8),
    themes: [],
    matrix: [],
    source: { title: { nl: 'Proef', en: 'Trial' }, holder: 'bench', date: '2026-01-01', licence: 'CC0' },
    notes: [],
  };
}

async function openTown(browser: Browser, base: string): Promise<Page> {
  const page = await openPage(browser);
  const body = JSON.stringify(makeTown(COUNT));
  await page.route('**/bench-claims.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
  await page.route('**/municipality.json', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    const { source } = makeTown(0);
    await route.fulfill({ response, json: { ...json, claims: { ...json.claims, source, url: 'bench-claims.json' } } });
  });
  await page.goto(`${base}?quality=medium${VIEW}`);
  await page.waitForFunction(() => window.twin, undefined, { timeout: 60_000 });
  await page.evaluate(() => window.twin?.idle());
  return page;
}

function setShown(page: Page, visible: boolean): Promise<void> {
  return page.evaluate(async (isShown) => {
    const handle = window.twin;
    if (!handle) throw new Error('no handle');
    const { overlays } = handle.store.getState();
    handle.store.setState({ question: 'claims', overlays: { ...overlays, claims: { visible: isShown, opacity: 1 } } });
    await handle.idle();
  }, visible);
}

/** Median milliseconds of a frame while the eye looks round where it stands, drawn to the last pixel. */
function timeFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scene = window.twin?.scene;
    if (!scene) throw new Error('no scene');
    const gl = (scene as unknown as { context: { _gl: WebGL2RenderingContext } }).context._gl;
    const pixel = new Uint8Array(4);
    const times: number[] = [];
    for (let i = 0; i < 17; i++) {
      scene.camera.lookRight(i % 2 === 0 ? 0.004 : -0.004);
      scene.requestRender();
      const start = performance.now();
      scene.render();
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      if (i >= 3) times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    times.sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)] as number;
  });
}

const countPrimitives = (page: Page) => page.evaluate(() => window.twin?.scene.primitives.length ?? 0);

/** Milliseconds of moves of the slider, each until its frame has been drawn to the last pixel. */
function timeSlider(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const handle = window.twin;
    if (!handle) throw new Error('no handle');
    const { scene, store } = handle;
    const gl = (scene as unknown as { context: { _gl: WebGL2RenderingContext } }).context._gl;
    const times: number[] = [];
    for (let i = 0; i < 15; i++) {
      const started = performance.now();
      store.setState({ claims: { ...store.getState().claims, highNap: 30 - i } });
      times.push(performance.now() - started);
      scene.requestRender();
      scene.render();
      gl.finish();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return times;
  });
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

export function benchClaimsScene(): Promise<void> {
  return withBrowser(async (browser, base) => {
    const page = await openTown(browser, base);
    const heapBefore = await heapOf(page);
    const before = await countPrimitives(page);
    await setShown(page, true);
    await page.waitForFunction((count) => (window.twin?.scene.primitives.length ?? 0) > count, before, {
      timeout: 60_000,
    });
    await page.waitForTimeout(2000);
    const heap = await heapOf(page);
    const times = { none: [] as number[], claims: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      await setShown(page, false);
      times.none.push(await timeFrames(page));
      await setShown(page, true);
      times.claims.push(await timeFrames(page));
    }
    const list = (values: number[]) => values.map((time) => time.toFixed(0)).join(', ');
    printFigure(
      `frame with ${COUNT} claims beside one without`,
      `${list(times.claims)} ms beside ${list(times.none)} ms`,
      median(times.claims) / median(times.none),
      '≤',
      1.5,
    );
    const moves = await timeSlider(page);
    printNote('a move of the height slider, before its frame', list(moves), median(moves), 'ms');
    printNote(
      'JavaScript heap of the claims, panel and answer included',
      'after a collection',
      (heap - heapBefore) / 1e6,
      'MB',
    );
    await page.context().close();
  });
}
