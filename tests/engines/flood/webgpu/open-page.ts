/** A page of a real Chromium with WebGPU, by software where there is no such device, in which `page.ts` stands ready. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, type Rollup } from 'vite';
import { launchOptions } from '../../../e2e/support/browser.ts';

const flags = ['--no-sandbox', '--enable-unsafe-webgpu', '--enable-features=Vulkan'];
const software = [...flags, '--use-webgpu-adapter=swiftshader'];

async function bundle(): Promise<string> {
  const entry = new URL('./page.ts', import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const [{ output }] = built as Rollup.RollupOutput[] as [Rollup.RollupOutput];
  return output[0].code;
}

export interface FloodPageHandle {
  readonly page: Page;
  close(): Promise<void>;
}

/** Undefined where there is no Chromium, or none with WebGPU. `device`: the machine's own, instead of software. */
export async function openFloodPage(device: 'software' | 'own' = 'software'): Promise<FloodPageHandle | undefined> {
  let browser: Browser;
  try {
    const { executablePath } = launchOptions();
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: device === 'software' ? software : flags,
    });
  } catch (error) {
    console.warn(`WebGPU is not tested: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const code = await bundle();
  const server = createServer((request, response) => {
    const isCode = request.url === '/page.js';
    response.setHeader('content-type', isCode ? 'text/javascript' : 'text/html');
    response.end(isCode ? code : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    await browser.close();
    server.close();
  };
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('globalThis.floodPage');
  if (await page.evaluate(() => window.floodPage.hasGpu())) return { page, close };
  console.warn('WebGPU is not tested: this Chromium has no adapter.');
  await close();
  return undefined;
}
