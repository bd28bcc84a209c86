/** The example page as another site serves it: an origin of its own, under a policy as strict as a municipality's. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { listHeaders, listPathHeaders, SHARED_PATH } from '../../../src/model/security-headers.ts';

const docs = new URL('../../../docs', import.meta.url).pathname;
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.webp': 'image/webp',
};

export interface OtherSite {
  readonly origin: string;
  /** Of the example page. */
  readonly page: string;
  close(): void;
}

/** `viewer`: origin of the viewer, which the page names. */
export async function startOtherSite(viewer: string): Promise<OtherSite> {
  const policy = `default-src 'none'; script-src 'self' ${viewer}; style-src 'self'; img-src 'self'; frame-src ${viewer}`;
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
    if (!/^voorbeeld-[a-z]+\.\w+$/.test(name)) {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
      return;
    }
    response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
    response.setHeader('Content-Security-Policy', policy);
    const bytes = readFileSync(join(docs, name));
    response.end(name.endsWith('.html') ? bytes.toString().replaceAll('http://localhost:4173', viewer) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { origin, page: `${origin}/voorbeeld-inbedden.html`, close: () => server.close() };
}

/**
 * As if `municipality.json` named the site before the viewer was built: the viewer hears it, and its server says what it then says, so that
 * browsers let the site load the script and frame the viewer.
 */
export async function allowSite(page: Page, viewer: string, origin: string): Promise<void> {
  const policy = { data: [], pictures: [], embedders: [origin] };
  const isShared = (url: URL) => url.origin === viewer && new RegExp(SHARED_PATH).test(url.pathname);
  await page.route(isShared, async (route) => {
    const response = await route.fetch();
    const { pathname } = new URL(route.request().url());
    const said = [...listHeaders(policy), ...listPathHeaders(policy, pathname, route.request().headers()['origin'])];
    const headers = { ...response.headers() };
    for (const { name, value } of said) headers[name.toLowerCase()] = value;
    if (!pathname.endsWith('/municipality.json')) return route.fulfill({ response, headers });
    const json = { ...((await response.json()) as object), embedders: [origin] };
    return route.fulfill({ response, headers, json });
  });
}
