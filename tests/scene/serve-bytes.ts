/** A real HTTP server on this machine for tests: addresses to bytes, held in memory, each answered after `delay` milliseconds. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ByteServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveBytes(files: Readonly<Record<string, string | Uint8Array>>, delay = 0): Promise<ByteServer> {
  const server = createServer((request, response) => {
    const body = files[(request.url ?? '').split('?')[0] ?? ''];
    setTimeout(() => {
      response.writeHead(body === undefined ? 404 : 200);
      response.end(body);
    }, delay);
  });
  // A long computation in the same thread would find its kept connection closed.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
