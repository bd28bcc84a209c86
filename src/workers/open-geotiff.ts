/**
 * GeoTIFFs at an address, read by byte ranges. Every part is counted: Chromium's cache gives, now and then, an empty body for a
 * range that another thread is reading at the same time, and geotiff takes what it is given for what it asked.
 */
import { fromArrayBuffer, fromCustomClient, type GeoTIFF } from 'geotiff';

type Answer = Awaited<ReturnType<Parameters<typeof fromCustomClient>[0]['request']>>;

/** Bytes that an answer to a range says it holds; undefined where it does not say. */
function countSaid(response: Response): number | undefined {
  const [, start, end] = /^bytes (\d+)-(\d+)\//.exec(response.headers.get('content-range') ?? '') ?? [];
  return start === undefined ? undefined : Number(end) - Number(start) + 1;
}

async function fetchPart(url: string, { headers, signal }: RequestInit = {}): Promise<Answer> {
  const options = { ...(headers && { headers }), ...(signal && { signal }) };
  let response = await fetch(url, options);
  let data = await response.arrayBuffer();
  const isShort = () => data.byteLength < (countSaid(response) ?? 0);
  if (isShort()) {
    // Past the cache.
    response = await fetch(url, { ...options, cache: 'no-store' });
    data = await response.arrayBuffer();
    if (isShort()) throw new Error(`${url}: ${data.byteLength} bytes came of ${countSaid(response)}`);
  }
  const { ok, status } = response;
  return { ok, status, getHeader: (name) => response.headers.get(name) ?? undefined, getData: async () => data };
}

/** A server that sends no parts of files sends all of it: geotiff would take that for the part it asked for. */
export async function openGeoTiff(url: string): Promise<GeoTIFF> {
  const probe = await fetch(url, { headers: { Range: 'bytes=0-15' } });
  if (!probe.ok) throw new Error(`${url}: the server answers ${probe.status}`);
  if (probe.status !== 206) return fromArrayBuffer(await probe.arrayBuffer());
  return fromCustomClient({ url, request: (options) => fetchPart(url, options) });
}
