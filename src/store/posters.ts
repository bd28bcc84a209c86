/** Posters that were made of the municipality, for whoever puts one in a page. */
import type { Loadable } from '../model/loadable.ts';
import { type PosterList, parsePosterList } from '../model/poster.ts';
import { fetchJson, type ReadJson } from './load-municipality.ts';
import { twin } from './twin.ts';

/** Idle: none were made. */
export async function loadPosters(readJson: ReadJson = fetchJson): Promise<Loadable<PosterList>> {
  const { municipality, baseUrl } = twin.getState();
  if (municipality.status !== 'ready' || municipality.value.posters === undefined) return { status: 'idle' };
  const url = new URL(municipality.value.posters, baseUrl).href;
  try {
    return { status: 'ready', value: parsePosterList(await readJson(url), url) };
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
