import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serveFolder } from '../../src/pipeline/serve.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

let work: string;
let serving: Serving;

/** Sends the path as it is: `fetch` would tidy it up first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(serving.addresses[0] as string);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

const tile = Buffer.from(Array.from({ length: 3000 }, (_, i) => i % 251));
const text = JSON.stringify({ list: Array.from({ length: 500 }, (_, i) => i) });

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'serve-'));
  const site = join(work, 'site');
  mkdirSync(join(site, 'made/x/empty'), { recursive: true });
  mkdirSync(join(site, 'assets'));
  mkdirSync(join(site, 'sub folder'));
  writeFileSync(join(work, 'secret.txt'), 'secret');
  writeFileSync(join(work, 'site-secret.txt'), 'secret');
  symlinkSync(join(work, 'secret.txt'), join(site, 'link.txt'));
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Twin</title>');
  writeFileSync(join(site, 'sub folder/index.html'), 'sub');
  writeFileSync(join(site, '.build.json'), '{}');
  for (const folder of ['.well-known', 'made/.well-known']) {
    mkdirSync(join(site, folder));
    writeFileSync(join(site, folder, 'security.txt'), 'Contact: mailto:secret@proefdam.nl');
  }
  writeFileSync(join(site, 'assets/index-abcd1234.js'), 'void 0;');
  writeFileSync(join(site, 'made/x/municipality.json'), text);
  writeFileSync(join(site, 'made/x/raw.terrain'), tile);
  writeFileSync(join(site, 'made/x/zipped.terrain'), gzipSync(tile));
  writeFileSync(join(site, 'made/x/heights.tif'), tile);
  for (const name of ['a.glb', 'a.wasm', 'a.webp', 'a.geojson', 'a.weird', 'empty.json'])
    writeFileSync(join(site, 'made/x', name), name === 'empty.json' ? '' : 'abc');
  serving = await serveFolder(site, { port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await serving.close();
  rmSync(work, { recursive: true, force: true });
});

describe('the server', () => {
  it('prints an address that answers the page, with headers that keep it to itself', async () => {
    expect(serving.addresses).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/)]);
    const { status, headers, body } = await ask('/');
    expect([status, body.toString()]).toEqual([200, '<!doctype html><title>Twin</title>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*; frame-ancestors 'self'$/),
    });
    expect(headers['permissions-policy']).toContain('geolocation=()');
  });

  it.each([
    ['a.glb', 'model/gltf-binary'],
    ['a.wasm', 'application/wasm'],
    ['a.webp', 'image/webp'],
    ['a.geojson', 'application/geo+json; charset=utf-8'],
    ['raw.terrain', 'application/vnd.quantized-mesh'],
    ['heights.tif', 'image/tiff'],
    ['a.weird', 'application/octet-stream'],
    ['../../.well-known/security.txt', 'text/plain; charset=utf-8'],
  ])('names the type of %s', async (name, type) => {
    expect((await ask(join('/made/x', name))).headers['content-type']).toBe(type);
  });

  it('answers nothing outside the folder, nothing hidden, and no list of a folder', async () => {
    const outside = ['/../secret.txt', '/%2e%2e/secret.txt', '/made/%2e%2e/%2e%2e/secret.txt', '/../site-secret.txt'];
    const coded = ['/..%2fsecret.txt', '/..%5csecret.txt', '/made%2f..%2f..%2fsecret.txt', '/secret.txt%00', '/%zz'];
    const others = [
      '/link.txt',
      '/.build.json',
      '/made/.well-known/security.txt',
      '/.well-known/',
      '/made/',
      '/made/x/empty/',
      '/nothing.glb',
      '/index.html/',
      '/index.html/x',
    ];
    for (const path of [...outside, ...coded, ...others]) {
      const { status, body } = await ask(path);
      expect([400, 404], path).toContain(status);
      expect(body.toString(), path).not.toMatch(/secret|municipality/);
    }
  });

  it('sends a folder without its slash to the one with it, never to another host', async () => {
    const { status, headers } = await ask('/sub%20folder?quality=low');
    expect([status, headers['location']]).toEqual([301, './sub%20folder/?quality=low']);
    expect((await ask('/sub%20folder/')).body.toString()).toBe('sub');
    expect((await ask('//example.org')).status).toBe(404);
  });

  it('answers only what reads', async () => {
    const { status, headers } = await ask('/', {}, 'POST');
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
    const head = await ask('/made/x/heights.tif', {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '3000', 0]);
  });

  it('compresses what it pays for, when the visitor can read it', async () => {
    const gzip = { 'accept-encoding': 'gzip, br' };
    const zipped = await ask('/made/x/municipality.json', gzip);
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(gunzipSync(zipped.body).toString()).toBe(text);
    expect(Number(zipped.headers['content-length'])).toBe(zipped.body.length);
    for (const headers of [{}, { 'accept-encoding': 'gzip;q=0' }, { 'accept-encoding': 'identity' }]) {
      const plain = await ask('/made/x/municipality.json', headers as Record<string, string>);
      expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, text]);
    }
    expect((await ask('/made/x/heights.tif', gzip)).headers['content-encoding']).toBeUndefined();
    expect((await ask('/made/x/empty.json', gzip)).status).toBe(200);
  });

  it('says of terrain that is compressed on disk that it is', async () => {
    const { headers, body } = await ask('/made/x/zipped.terrain');
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).equals(tile)).toBe(true);
    expect((await ask('/made/x/raw.terrain')).body.equals(tile)).toBe(true);
  });

  it('answers 304 to who has it already, for each encoding apart', async () => {
    for (const encoding of [{}, { 'accept-encoding': 'gzip' }]) {
      const { etag } = (await ask('/made/x/municipality.json', encoding as Record<string, string>)).headers;
      const again = await ask('/made/x/municipality.json', { ...encoding, 'if-none-match': `"x", W/${etag}` });
      expect([again.status, again.body.length, again.headers['etag']]).toEqual([304, 0, etag]);
    }
    expect((await ask('/made/x/municipality.json', { 'if-none-match': '"x"' })).status).toBe(200);
    expect((await ask('/assets/index-abcd1234.js')).headers['cache-control']).toContain('immutable');
  });

  it.each([
    ['bytes=0-9', 206, 'bytes 0-9/3000', 0, 10],
    ['bytes=2990-', 206, 'bytes 2990-2999/3000', 2990, 3000],
    ['bytes=-5', 206, 'bytes 2995-2999/3000', 2995, 3000],
    ['bytes=2000-9999', 206, 'bytes 2000-2999/3000', 2000, 3000],
    ['bytes=-99999', 206, 'bytes 0-2999/3000', 0, 3000],
    ['bytes=0-1,5-6', 200, undefined, 0, 3000],
    ['bytes=9-2', 200, undefined, 0, 3000],
    ['rows=1-2', 200, undefined, 0, 3000],
  ])('answers the range %s', async (range, status, contentRange, from, to) => {
    const answer = await ask('/made/x/heights.tif', { range, 'accept-encoding': 'gzip' });
    expect([answer.status, answer.headers['content-range']]).toEqual([status, contentRange]);
    expect(answer.body.equals(tile.subarray(from, to))).toBe(true);
  });

  it('refuses bytes that are not there, and sends all when the file has changed since', async () => {
    const { status, headers } = await ask('/made/x/heights.tif', { range: 'bytes=3000-' });
    expect([status, headers['content-range']]).toEqual([416, 'bytes */3000']);
    const changed = await ask('/made/x/heights.tif', { range: 'bytes=0-9', 'if-range': '"old"' });
    expect([changed.status, changed.body.length]).toEqual([200, 3000]);
  });

  it('says in one line when the port is taken or there is no page', async () => {
    const port = Number(new URL(serving.addresses[0] as string).port);
    const folder = join(work, 'site');
    await expect(serveFolder(folder, { port, host: '127.0.0.1' })).rejects.toThrow(/^port \d+ is taken/);
    await expect(serveFolder(join(folder, 'made'), { port: 0, host: '127.0.0.1' })).rejects.toThrow(/not found/);
  });
});

it('a pack below a path is found from the root', async () => {
  const folder = join(work, 'below');
  mkdirSync(join(folder, 'twin'), { recursive: true });
  writeFileSync(join(folder, 'twin/index.html'), 'twin');
  const facts = { tweelingstadPack: 1, municipality: 'x', path: '/twin/', madeWith: '0.1.0', files: 1, bytes: 4 };
  writeFileSync(join(folder, 'pack.json'), JSON.stringify(facts));
  const below = await serveFolder(folder, { port: 0, host: '127.0.0.1' });
  try {
    const [address = ''] = below.addresses;
    expect(address).toMatch(/\/twin\/$/);
    expect(await (await fetch(new URL('/', address))).text()).toBe('twin');
  } finally {
    await below.close();
  }
});
