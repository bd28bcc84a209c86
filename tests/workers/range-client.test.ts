import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createRangeClient } from '../../src/workers/range-client.ts';

const file = Uint8Array.from({ length: 100 }, (_, i) => i);
let close: (() => void) | undefined;
afterEach(() => close?.());

/** Sends parts; of the first `times` answers the last bytes are missing. */
async function serve(times: number): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(({ headers }, response) => {
    const [from, to] = (/(\d+)-(\d+)/.exec(headers.range ?? '') ?? []).slice(1).map(Number) as [number, number];
    const last = Math.min(to, file.length - 1);
    asked.push(headers['cache-control'] ?? '');
    response.writeHead(206, { 'content-range': `bytes ${from}-${last}/${file.length}` });
    response.end(file.subarray(from, asked.length <= times ? last - 3 : last + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/heights.tif`, asked };
}

const read = async (url: string, range: string) =>
  new Uint8Array(await (await createRangeClient(url).request({ headers: { Range: range } })).getData());

describe('a part of a file', () => {
  it('comes whole, also up to the end of the file', async () => {
    const { url, asked } = await serve(0);
    expect(await read(url, 'bytes=90-120')).toEqual(file.slice(90));
    expect(asked).toHaveLength(1);
  });

  it('that came short is asked again, past the cache', async () => {
    const { url, asked } = await serve(1);
    expect(await read(url, 'bytes=10-29')).toEqual(file.slice(10, 30));
    expect(asked).toEqual(['', 'no-cache']);
  });

  it('that stays short is refused and not taken for whole', async () => {
    const { url } = await serve(2);
    await expect(read(url, 'bytes=10-29')).rejects.toThrow('fewer bytes came');
  });
});
