/**
 * Parts of a GeoTIFF by HTTP. A browser that holds part of a part in its cache puts the two together, and may give less of it than
 * was asked for (Chromium, while another thread reads the same file): what came short is asked again, past the cache.
 */
import type { BaseClient } from 'geotiff';

interface Told {
  readonly response: Response;
  readonly data: ArrayBuffer;
}

/** Bytes that were asked for and lie in the file; 0 where that is not said. */
function bytesOf(range: string | null, { response }: Told): number {
  const asked = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
  if (response.status !== 206 || !asked) return 0;
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  const last = total === undefined ? 0 : Math.min(Number(asked[2]), Number(total) - 1);
  return last - Number(asked[1]) + 1;
}

export function createRangeClient(url: string): BaseClient {
  async function ask(init: RequestInit): Promise<Told> {
    const response = await fetch(url, init);
    return { response, data: await response.arrayBuffer() };
  }
  return {
    url,
    async request({ headers, signal }: RequestInit = {}) {
      const init = { ...(headers && { headers }), ...(signal && { signal }) };
      const range = new Headers(headers).get('range');
      const isShort = (told: Told) => told.data.byteLength < bytesOf(range, told);
      let told = await ask(init);
      if (isShort(told)) told = await ask({ ...init, cache: 'reload' });
      if (isShort(told)) throw new Error(`${url}: fewer bytes came than were asked for (${range}).`);
      const { response, data } = told;
      return {
        ok: response.ok,
        status: response.status,
        getHeader: (name: string) => response.headers.get(name) ?? undefined,
        getData: async () => data,
      };
    },
  };
}
