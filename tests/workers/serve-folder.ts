/** A folder over HTTP for tests, with byte ranges as a plain web server has them; counts the bytes that it sends. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface FolderServer {
  readonly url: string;
  readonly sent: () => number;
  close(): Promise<void>;
}

export async function serveFolder(folder: string): Promise<FolderServer> {
  let sent = 0;
  const server = createServer((request, response) => {
    const file = join(folder, decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const bytes = readFileSync(file);
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (!range) {
      sent += bytes.length;
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
      return;
    }
    const start = Number(range[1]);
    const end = Math.min(range[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1);
    sent += end + 1 - start;
    response.writeHead(206, {
      'content-length': end + 1 - start,
      'content-range': `bytes ${start}-${end}/${bytes.length}`,
    });
    response.end(bytes.subarray(start, end + 1));
  });
  // A long computation in the same thread would find its kept connection closed.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
