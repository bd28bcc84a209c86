/**
 * A picture of every prepared viewpoint of a made municipality, small enough to be the first thing in a page, with what to say beside it. The
 * viewer itself draws them, in a browser without window, so that poster and 3D are the same picture.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { Poster } from '../model/poster.ts';
import { listPosters, type ToldPoster } from '../model/poster-text.ts';
import { findMade, packMunicipality, readMade } from './pack.ts';
import { readPlans } from './plans/read-plans.ts';
import { openDarkroom, type PosterSize } from './poster/draw.ts';
import { encodePoster } from './poster/encode.ts';
import { type DrawnPoster, namePosters, writePosters } from './poster/write.ts';
import { serveFolder } from './serve.ts';

/** Bytes, so that a page with one stays far under 100 kB. */
const MOST_BYTES = 60_000;
const SIZE: PosterSize = { width: 1200, height: 675 };

export interface PosterOptions {
  /** Folder to fill; absent: `posters` of the made municipality, where the viewer finds them. */
  readonly out?: string;
  /** Names of viewpoints; absent: all. */
  readonly view?: readonly string[];
  /** Folder of a built viewer; absent: built now. */
  readonly app?: string;
  readonly onProgress?: (share: number) => void;
}

export interface PosterReport {
  readonly out: string;
  readonly posters: readonly Poster[];
  readonly seconds: number;
}

function choose<T extends { readonly name: string }>(all: readonly T[], view: readonly string[] | undefined): T[] {
  const unknown = view?.find((name) => !all.some((poster) => poster.name === name));
  if (unknown !== undefined)
    throw new InputError(`--view ${unknown}: no such viewpoint; there are ${all.map(({ name }) => name).join(', ')}.`);
  return all.filter(({ name }) => view?.includes(name) ?? true);
}

/** The pictures, one after another: one uses all cores. `site` is a packed viewer with the municipality in it. */
async function drawAll(site: string, wanted: readonly ToldPoster[], onProgress?: (share: number) => void) {
  const serving = await serveFolder(site, { port: 0, host: '127.0.0.1' });
  try {
    const darkroom = await openDarkroom(SIZE);
    try {
      const drawn: DrawnPoster[] = [];
      for (const told of wanted) {
        const png = await darkroom.take(
          `${serving.addresses[0]}?embed=page&parts=none&quality=low,high#${told.scenario}`,
        );
        const picture = await encodePoster(png, MOST_BYTES);
        if (!picture) throw new InputError(`${told.name}: does not go into ${MOST_BYTES} bytes.`);
        drawn.push({ ...told, file: `${told.name}.webp`, ...SIZE, bytes: picture.length, picture });
        onProgress?.(drawn.length / wanted.length);
      }
      return drawn;
    } finally {
      await darkroom.close();
    }
  } finally {
    await serving.close();
  }
}

/** Throws {@link InputError} with one line; posters that were there then stay. */
export async function makePosters(name: string, { out, view, app, onProgress }: PosterOptions): Promise<PosterReport> {
  const started = performance.now();
  const made = findMade(name);
  const town = readMade(made);
  const wanted = choose(listPosters(town, readPlans(made, town.plans)), view);
  const own = resolve(made, 'posters');
  const target = out === undefined ? own : resolve(out);
  const work = await mkdtemp(join(tmpdir(), 'tweelingstad-poster-'));
  try {
    const site = join(work, 'site');
    await packMunicipality(name, { out: site, ...(app === undefined ? {} : { app }) });
    const drawn = await drawAll(site, wanted, onProgress);
    await writePosters(target, town, drawn, view !== undefined);
    if (target === own) await namePosters(made);
    const posters = drawn.map(({ picture: _, ...poster }): Poster => poster);
    return { out: target, posters, seconds: Math.round(performance.now() - started) / 1000 };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
