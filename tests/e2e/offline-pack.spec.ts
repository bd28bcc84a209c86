import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, readState, test, waitForPicture } from './support/twin.ts';

const cwd = new URL('../..', import.meta.url).pathname;
const cli = ['--import', 'tsx', 'src/cli.ts'];

let work: string;
test.beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'offline-'));
});
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

async function serve(folder: string): Promise<Served> {
  const server: ChildProcess = spawn(
    process.execPath,
    [...cli, 'serve', folder, '--port', '0', '--host', '127.0.0.1', '--json'],
    { cwd, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (!server.stdout) throw new Error('no output');
  const [text] = (await once(server.stdout, 'data')) as [Buffer];
  const { addresses } = JSON.parse(text.toString()) as { addresses: string[] };
  return {
    address: (addresses[0] as string).replace('127.0.0.1', 'localhost'),
    async stop() {
      server.kill();
      await once(server, 'exit');
    },
  };
}

/** As without network: only this server is there. Answers what it was asked in vain, or outside the page's own folder. */
async function cutOff(page: Page, address: string): Promise<string[]> {
  const inVain: string[] = [];
  const { host, pathname } = new URL(address);
  await page.route(
    (url) => url.protocol.startsWith('http') && url.host !== host,
    (route) => route.abort('internetdisconnected'),
  );
  page.on('response', (response) => {
    if (response.status() >= 400) inVain.push(`${response.status()} ${response.url()}`);
    // All is asked relative to the page, wherever that lies.
    const { protocol, pathname: asked } = new URL(response.url());
    if (protocol.startsWith('http') && !asked.startsWith(pathname)) inVain.push(`outside ${pathname}: ${asked}`);
  });
  return inVain;
}

const parts = [
  { what: 'whole', options: [] },
  { what: 'part, below a path', options: ['--extent', '146700,508100,147400,508700', '--base', '/a/b/'] },
];

for (const { what, options } of parts) {
  test(`a packed Markerwaard (${what}) shows the town without network`, async ({ page }) => {
    const out = join(work, `pack${options.length}`);
    const pack = ['pack', 'markerwaard', '--app', 'dist-test', '--out', out, '--json', ...options];
    const report = JSON.parse(execFileSync(process.execPath, [...cli, ...pack], { cwd, encoding: 'utf8' })) as object;
    expect(report).toMatchObject({ municipality: 'markerwaard', notPacked: [] });
    const { address, stop } = await serve(out);
    try {
      const inVain = await cutOff(page, address);
      await page.goto(`${address}?quality=low`);
      await waitForPicture(page);
      expect(await page.evaluate(() => window.twin?.countDrawnBuildings() ?? 0)).toBeGreaterThan(200);
      await expect(page.getByRole('heading', { name: 'Markerwaard' })).toBeVisible();
      // Around and out over the edge of what is packed.
      for (const command of [
        { type: 'turn', degrees: 120 },
        { type: 'zoom', factor: 2.5 },
      ] as const) {
        await page.evaluate((sent) => window.twin?.send(sent), command);
        await waitForPicture(page);
      }
      expect(await readState(page, ({ problems }) => problems)).toEqual([]);
      expect(inVain).toEqual([]);
    } finally {
      // First, or it still asks for finer tiles of a server that is gone.
      await page.close();
      await stop();
    }
  });
}
