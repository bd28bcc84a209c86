/**
 * The viewer beside a bare `CesiumWidget` page with the same data and camera, in one run on one machine. What counts are the
 * ratios: this machine draws in software and is shared.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { launchOptions } from '../e2e/support/browser.ts';
import { startDisplay } from '../e2e/support/display.ts';
import { median, printFigure } from './figures.ts';

const outDir = 'dist-test';
const rounds = 3;
const pages = { ours: '', bare: 'bare/' } as const;
type Kind = keyof typeof pages;

async function buildPages(): Promise<void> {
  execFileSync('npm', ['run', '--silent', 'cli', '--', 'demo', '--if-missing'], { stdio: 'inherit' });
  await build({ mode: 'test', logLevel: 'warn', build: { outDir } });
  await build({
    root: 'tests/bench/bare',
    configFile: false,
    base: './',
    logLevel: 'warn',
    publicDir: false,
    build: { outDir: join(process.cwd(), outDir, 'bare'), target: 'es2022', chunkSizeWarningLimit: 10_000 },
  });
}

/** Milliseconds from the first request until every tile of the first view is drawn. */
async function timeFirstView(page: Page, kind: Kind, base: string): Promise<number> {
  await page.goto(base + pages[kind]);
  return page.evaluate(async () => {
    const handle = () => window.twin ?? window.bare;
    while (!handle()) await new Promise((resolve) => setTimeout(resolve, 20));
    await handle()?.idle();
    return performance.now();
  });
}

/** Median milliseconds of a frame while the camera turns round, drawn to the last pixel. */
function timeFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scene = (window.twin ?? window.bare)?.scene;
    if (!scene) throw new Error('no scene');
    const gl = (scene as unknown as { context: { _gl: WebGL2RenderingContext } }).context._gl;
    const pixel = new Uint8Array(4);
    const times: number[] = [];
    for (let i = 0; i < 45; i++) {
      scene.camera.rotateRight(0.00002);
      scene.requestRender();
      const start = performance.now();
      scene.render();
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      if (i >= 5) times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    times.sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)] as number;
  });
}

async function openPage(browser: Browser): Promise<Page> {
  // A context of its own: nothing from the cache of the page before.
  const context = await browser.newContext({ viewport: { width: 800, height: 500 } });
  // The loader of TypeScript names functions by a helper that a page does not have.
  await context.addInitScript('globalThis.__name = (target) => target');
  return context.newPage();
}

async function compareFirstViewAndFrames(browser: Browser, base: string): Promise<void> {
  const first: Record<Kind, number[]> = { ours: [], bare: [] };
  const frames: Record<Kind, number[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['bare', 'ours'] as const) {
      const page = await openPage(browser);
      first[kind].push(await timeFirstView(page, kind, base));
      frames[kind].push(await timeFrames(page));
      await page.context().close();
    }
  }
  const [ours, bare] = [median(first.ours), median(first.bare)];
  printFigure(
    'all tiles of the first view drawn',
    `${ours.toFixed(0)} ms beside ${bare.toFixed(0)} ms`,
    ours / bare,
    '≤',
    1.25,
  );
  const [frame, bareFrame] = [median(frames.ours), median(frames.bare)];
  printFigure('frame', `${frame.toFixed(1)} ms beside ${bareFrame.toFixed(1)} ms`, frame / bareFrame, '≤', 1.1);
}

async function measurePanel(browser: Browser, base: string): Promise<void> {
  const page = await openPage(browser);
  const cesium = page.waitForEvent('requestfinished', {
    predicate: (request) => /assets\/(cesium|create-scene)[^/]*\.js$/.test(request.url()),
    timeout: 120_000,
  });
  const started = performance.now();
  await page.goto(base, { waitUntil: 'commit' });
  await page.getByRole('combobox').first().waitFor();
  const panel = performance.now() - started;
  await cesium;
  const loaded = performance.now() - started;
  printFigure(
    'panel usable before CesiumJS has loaded',
    `${panel.toFixed(0)} ms of ${loaded.toFixed(0)} ms`,
    panel / loaded,
    '<',
    1,
  );
  await page.context().close();
}

function measureOwnJavaScript(): void {
  const assets = join(outDir, 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js') && !name.startsWith('cesium'));
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
  printFigure('own JavaScript apart from CesiumJS, gzip', scripts.join(', '), bytes / 1000, '≤', 150, 'kB');
}

async function measureHeap(browser: Browser, base: string): Promise<void> {
  const page = await openPage(browser);
  await timeFirstView(page, 'ours', base);
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const toggle = () =>
    page.evaluate(async () => {
      const handle = window.twin;
      if (!handle) throw new Error('no handle');
      const ids = Object.keys(handle.store.getState().layers) as (keyof ReturnType<
        typeof handle.store.getState
      >['layers'])[];
      for (const visible of [false, true]) {
        const { layers } = handle.store.getState();
        handle.store.setState({
          layers: Object.fromEntries(ids.map((id) => [id, { ...layers[id], visible }])) as typeof layers,
        });
        await handle.idle();
      }
    });
  // Two rounds first: what is made once at the first use is not a leak.
  for (let i = 0; i < 2; i++) await toggle();
  const before = await heap();
  for (let i = 0; i < 20; i++) await toggle();
  const after = await heap();
  const sizes = `${(before / 1e6).toFixed(1)} MB → ${(after / 1e6).toFixed(1)} MB`;
  printFigure('heap after 20 rounds of hiding and showing every layer', sizes, after / before, '≤', 1.05);
  await page.context().close();
}

export async function benchViewer(): Promise<void> {
  await buildPages();
  measureOwnJavaScript();
  const stopDisplay = await startDisplay();
  const server = await preview({ mode: 'test', logLevel: 'warn', build: { outDir }, preview: { port: 4175 } });
  const base = server.resolvedUrls?.local[0] ?? 'http://localhost:4175/';
  const browser = await chromium.launch(launchOptions());
  try {
    await measurePanel(browser, base);
    await compareFirstViewAndFrames(browser, base);
    await measureHeap(browser, base);
  } finally {
    await browser.close();
    await server.close();
    stopDisplay();
  }
}
