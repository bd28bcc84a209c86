/** Who may show the viewer and load its parts, in a real browser: a browser's word on the headers, not ours. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Serving, serveFolder } from '../../src/pipeline/serve.ts';
import { hamlet } from '../fixtures/small-municipality.ts';
import { expect, test } from './support/twin.ts';

/** A page of another site on this machine; `headers` are that site's own. */
function startSite(html: () => string, headers: Record<string, string> = {}): Promise<[Server, string]> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(html());
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve([server, `http://localhost:${typeof address === 'object' && address ? address.port : 0}`]);
    });
  });
}

let folder: string;
let twin: Serving;
let origin: string;
const sites: Record<string, string> = {};
const servers: Server[] = [];

test.beforeAll(async () => {
  const html = () => `<!doctype html><html lang="nl"><title>Gemeente</title>
    <iframe src="${origin}/" title="twin"></iframe><script src="${origin}/embed.js"></script>`;
  const isolated = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' };
  for (const [name, headers] of Object.entries({ municipal: {}, isolated, stranger: {} })) {
    const [server, address] = await startSite(html, headers);
    servers.push(server);
    sites[name] = address;
  }
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
  mkdirSync(join(folder, 'made/proefdam/tiles'), { recursive: true });
  const embedders = [sites['municipal'], sites['isolated']];
  writeFileSync(join(folder, 'made/proefdam/municipality.json'), JSON.stringify({ ...hamlet, embedders }));
  writeFileSync(join(folder, 'made/proefdam/tiles/a.json'), '{}');
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="nl"><title>Twin</title><link rel="icon" href="data:,"><p>De stad</p>',
  );
  writeFileSync(join(folder, 'embed.js'), "document.documentElement.dataset.element = 'here';");
  twin = await serveFolder(folder, { port: 0, host: '127.0.0.1' });
  origin = new URL(twin.addresses[0] ?? '').origin.replace('127.0.0.1', 'localhost');
});
test.afterAll(async () => {
  await twin.close();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const name of ['municipal', 'isolated']) {
  test(`a page of the municipality (${name}) shows the viewer, loads its element and reads its texts, no tiles`, async ({
    page,
    record,
  }) => {
    await page.goto(sites[name] as string);
    await expect(page.frameLocator('iframe').getByText('De stad')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-element', 'here');
    const read = (path: string) =>
      page.evaluate(
        (address) =>
          fetch(address).then(
            ({ status }) => status,
            () => 'refused',
          ),
        `${origin}${path}`,
      );
    expect(await read('/made/proefdam/municipality.json')).toBe(200);
    expect(await read('/made/proefdam/tiles/a.json')).toBe('refused');
    // Memory is shared between threads only where the whole page is isolated.
    const inFrame = page.frames()[1];
    expect(await inFrame?.evaluate(() => crossOriginIsolated)).toBe(false);
    expect(record.errors.filter((error) => !/tiles\/a\.json|ERR_FAILED/.test(error))).toEqual([]);
    record.errors.length = 0;
  });
}

test('another site does not show the viewer nor read its texts, and the viewer by itself is isolated', async ({
  page,
  record,
}) => {
  await page.goto(sites['stranger'] as string);
  await expect.poll(() => record.errors.join('\n')).toMatch(/frame-ancestors/);
  await expect(page.frameLocator('iframe').getByText('De stad')).toHaveCount(0);
  const answer = page.evaluate((address) => fetch(address), `${origin}/made/proefdam/municipality.json`);
  await expect(answer).rejects.toThrow(/Failed to fetch/);
  record.errors.length = 0;
  await page.goto(origin);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});
