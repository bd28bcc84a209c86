/**
 * A web server for a folder of files, for a laptop at an information evening: correct types, compression, revalidation and
 * ranges; no listing of folders, nothing outside the folder. For a site on the internet a real one belongs in front, with https.
 */
import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../model/input-error.ts';
import { listHeaders, listPathHeaders, listSitePolicy } from '../model/security-headers.ts';
import { readSite } from './headers/site.ts';
import { readPackFile } from './pack/pack-file.ts';
import { createCompressor } from './serve/compressed.ts';
import { findFile } from './serve/find-file.ts';
import { cacheOf, isWorthCompressing, typeOf } from './serve/headers.ts';
import { readRange } from './serve/range.ts';

/** Larger ones go as they are: compressing them would hold up the rest. */
const LARGEST_COMPRESSED = 16e6;
const SMALLEST_COMPRESSED = 500;

const acceptsGzip = ({ headers }: IncomingMessage) =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)/.test(String(headers['accept-encoding'] ?? ''));

const isKnown = ({ headers }: IncomingMessage, tag: string) =>
  headers['if-none-match']?.split(',').some((item) => [tag, '*'].includes(item.trim().replace(/^W\//, '')));

/** Terrain of other makers is often compressed on disk, without a word in its name. */
async function isCompressedOnDisk(file: string): Promise<boolean> {
  if (!file.endsWith('.terrain')) return false;
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function refuse(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  response.end(response.req.method === 'HEAD' ? undefined : `${text}\n`);
}

/** Nobody listens yet. `folder` need not be a pack. */
function createFileServer(folder: string): Server {
  const root = realpathSync(folder);
  const compressor = createCompressor();
  const start = readPackFile(root)?.path ?? '/';
  const tell = ({ message }: InputError) => process.stderr.write(`note: no other host for this one: ${message}\n`);
  const policy = listSitePolicy(readSite(join(root, start), tell));
  const headers = listHeaders(policy);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '';
    for (const { name, value } of [...headers, ...listPathHeaders(policy, path, request.headers.origin)])
      response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only GET and HEAD are answered.', { Allow: 'GET, HEAD' });
    const target = request.url ?? '/';
    if (start !== '/' && target === '/') return refuse(response, 302, `See ${start}`, { Location: start });
    const found = await findFile(root, target);
    if (found.status === 301) return refuse(response, 301, `See ${found.location}`, { Location: found.location });
    if (found.status !== 200)
      return refuse(response, found.status, found.status === 404 ? 'Not found.' : 'Bad request.');

    const { file, size, modified } = found;
    const isZipped = await isCompressedOnDisk(file);
    const isText = isWorthCompressing(file) && size >= SMALLEST_COMPRESSED && size <= LARGEST_COMPRESSED;
    const zip = !isZipped && isText && request.headers.range === undefined && acceptsGzip(request);
    const version = `${size.toString(36)}-${Math.round(modified).toString(36)}`;
    const tag = zip ? `"${version}-gz"` : `"${version}"`;
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', cacheOf(path));
    if (isText && !isZipped) response.appendHeader('Vary', 'Accept-Encoding');
    if (isKnown(request, tag)) {
      response.writeHead(304);
      response.end();
      return;
    }
    response.setHeader('Content-Type', typeOf(file));
    if (zip || isZipped) response.setHeader('Content-Encoding', 'gzip');
    if (zip) {
      const bytes = await compressor(file, tag);
      response.writeHead(200, { 'Content-Length': bytes.length });
      response.end(request.method === 'HEAD' ? undefined : bytes);
      return;
    }
    response.setHeader('Accept-Ranges', 'bytes');
    const isStale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== tag;
    const range = isStale ? undefined : readRange(request.headers.range, size);
    if (range === 'unsatisfiable') {
      response.removeHeader('Content-Encoding');
      return refuse(response, 416, 'No such bytes.', { 'Content-Range': `bytes */${size}` });
    }
    const { start: from, end } = range ?? { start: 0, end: size - 1 };
    response.writeHead(range ? 206 : 200, {
      'Content-Length': Math.max(end - from + 1, 0),
      ...(range ? { 'Content-Range': `bytes ${from}-${end}/${size}` } : {}),
    });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await pipeline(createReadStream(file, { start: from, end }), response);
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: NodeJS.ErrnoException) => {
      // A visitor who leaves is no failure.
      if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      process.stderr.write(`note: ${request.url}: ${error.message}\n`);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'The file could not be read.');
    });
  });
}

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** Address to listen at: `0.0.0.0` for the whole network, `127.0.0.1` for this machine only. */
  readonly host: string;
}

export interface Serving {
  /** The first one is for this machine itself. */
  readonly addresses: readonly string[];
  /** The same, opening the programme of an information evening; none where the folder has none. */
  readonly evening: readonly string[];
  close(): Promise<void>;
}

/** Where phones on the same network find this machine. */
function listHosts(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  return ['localhost', ...own];
}

/** Throws {@link InputError} when the folder holds no page or the port is taken. */
export async function serveFolder(folder: string, { port, host }: ServeOptions): Promise<Serving> {
  const pack = readPackFile(folder);
  const path = pack?.path ?? '/';
  const page = join(folder, path, 'index.html');
  if (!existsSync(folder) || !statSync(folder).isDirectory() || !existsSync(page))
    throw new InputError(`${resolve(page)}: not found; name a folder that "pack" or "npm run build" made.`);
  const server = createFileServer(folder);
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `port ${port} is taken; choose another with --port`
          : `${host}:${port}: ${error.message}`;
      fail(new InputError(reason));
    });
    server.listen(port, host, done);
  });
  const bound = server.address();
  const actual = typeof bound === 'object' && bound ? bound.port : port;
  const addresses = listHosts(host).map((name) => `http://${name}:${actual}${path}`);
  return {
    addresses,
    evening: pack?.evening === undefined ? [] : addresses.map((address) => `${address}${pack.evening}`),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
