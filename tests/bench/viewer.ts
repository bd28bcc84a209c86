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
import { startDisplay } from '../../src/pipeline/poster/display.ts';
import { launchOptions } from '../e2e/support/browser.ts';
import { median, printFigure, printNote } from './figures.ts';
import { openPage, timeFrames } from './page.ts';

const outDir = 'dist-test';
const rounds = 3;
/** Ours at the level that it begins with and whose error bounds are CesiumJS's own, so that both ask for the same tiles. */
const pages = { ours: '?quality=medium', bare: 'bare/' } as const;
type Kind = keyof typeof pages;
/** Megabits a second of the line on which the panel is timed: from this machine itself everything comes at once. */
const LINE = 10;

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

/**
 * Milliseconds from the first request until the first frame in which every tile of the view is drawn. Both pages are asked in the
 * same way: of CesiumJS's own collections, at each frame, and the answer must still hold when nothing more is drawn or three frames on.
 */
async function timeFirstView(page: Page, address: string): Promise<number> {
  await page.goto(address);
  return page.evaluate(async () => {
    const handle = () => window.twin ?? window.bare;
    const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
    while (!handle()) await pause();
    const scene = handle()?.scene;
    if (!scene) throw new Error('no scene');
    const isComplete = () => {
      const tilesets: { tilesLoaded: boolean }[] = [];
      for (let i = 0; i < scene.primitives.length; i++) {
        const primitive = scene.primitives.get(i);
        if ('tilesLoaded' in primitive) tilesets.push(primitive);
      }
      return scene.globe.tilesLoaded && tilesets.length >= 2 && tilesets.every(({ tilesLoaded }) => tilesLoaded);
    };
    let first = 0;
    let frames = 0;
    scene.postRender.addEventListener(() => {
      const complete = isComplete();
      frames = complete ? frames + 1 : 0;
      if (frames === 1) first = performance.now();
    });
    while (frames < 3 && !(frames > 0 && performance.now() - first > 1000)) await pause();
    return first;
  });
}

async function compareFirstViewAndFrames(browser: Browser, base: string): Promise<void> {
  const first: Record<Kind, number[]> = { ours: [], bare: [] };
  const frames: Record<Kind, number[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['bare', 'ours'] as const) {
      const page = await openPage(browser);
      first[kind].push(await timeFirstView(page, base + pages[kind]));
      frames[kind].push(await timeFrames(page));
      await page.context().close();
    }
  }
  const list = (times: number[]) => times.map((time) => time.toFixed(0)).join(', ');
  const seen = (times: typeof first) => `${list(times.ours)} ms beside ${list(times.bare)} ms`;
  const ratio = (times: typeof first) => median(times.ours) / median(times.bare);
  printFigure('all tiles of the first view drawn', seen(first), ratio(first), '≤', 1.25);
  printFigure('frame', seen(frames), ratio(frames), '≤', 1.1);
}

async function measurePanel(browser: Browser, base: string): Promise<void> {
  const page = await openPage(browser);
  const session = await page.context().newCDPSession(page);
  const downloadThroughput = (LINE * 1e6) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput,
    uploadThroughput: downloadThroughput,
  });
  const started = performance.now();
  await page.goto(base, { waitUntil: 'commit' });
  await page.getByRole('combobox').first().waitFor();
  const panel = performance.now() - started;
  await page.waitForFunction(() => window.twin, undefined, { timeout: 120_000 });
  const scene = performance.now() - started;
  const seen = `panel after ${panel.toFixed(0)} ms, CesiumJS after ${scene.toFixed(0)} ms on a line of ${LINE} Mbit/s`;
  printFigure('panel usable before CesiumJS has loaded', seen, panel / scene, '<', 1);
  await page.context().close();
}

/** What the page fetches until the first view stands, and what waits until a tool is opened. */
async function measureOwnJavaScript(browser: Browser, base: string): Promise<void> {
  const page = await openPage(browser);
  const fetched = new Set<string>();
  page.on('request', (request) => {
    const name = /assets\/([^/?]+\.js)$/.exec(request.url())?.[1];
    if (name) fetched.add(name);
  });
  await timeFirstView(page, `${base}?quality=low`);
  await page.context().close();
  const assets = join(outDir, 'assets');
  const weigh = (names: string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0) / 1000;
  const own = readdirSync(assets).filter((name) => name.endsWith('.js') && !name.startsWith('cesium'));
  const first = own.filter((name) => fetched.has(name));
  printFigure(
    'own JavaScript of the first view, gzip, apart from CesiumJS',
    first.join(', '),
    weigh(first),
    '≤',
    150,
    'kB',
  );
  const later = own.filter((name) => !fetched.has(name));
  printNote(
    'fetched when a tool is opened, decoders and threads included',
    `${later.length} files`,
    weigh(later),
    'kB',
  );
}

async function measureHeap(browser: Browser, base: string): Promise<void> {
  const page = await openPage(browser);
  await timeFirstView(page, `${base}?quality=low`);
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

/** Builds the test pages, serves them and opens a browser for `measure`. */
export async function withBrowser(measure: (browser: Browser, base: string) => Promise<void>): Promise<void> {
  await buildPages();
  const stopDisplay = await startDisplay();
  const server = await preview({ mode: 'test', logLevel: 'warn', build: { outDir }, preview: { port: 4175 } });
  const base = server.resolvedUrls?.local[0] ?? 'http://localhost:4175/';
  const browser = await chromium.launch(launchOptions());
  try {
    await measure(browser, base);
  } finally {
    await browser.close();
    await server.close();
    stopDisplay();
  }
}

export function benchViewer(): Promise<void> {
  return withBrowser(async (browser, base) => {
    await measureOwnJavaScript(browser, base);
    await measurePanel(browser, base);
    await compareFirstViewAndFrames(browser, base);
    await measureHeap(browser, base);
  });
}
