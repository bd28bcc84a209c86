/** Posters as files: the picture, a text beside it for whoever makes a page by hand, and the list that the viewer reads. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Municipality } from '../../model/municipality.ts';
import { POSTERS_FILE, type Poster, type PosterList, parsePosterList } from '../../model/poster.ts';
import { writePosterText } from '../../model/poster-text.ts';
import { writeBeside } from '../write-beside.ts';

const LIST = 'posters.json';

export interface DrawnPoster extends Poster {
  readonly picture: Buffer;
}

const write = (file: string, content: string | Buffer) => writeBeside(file, 'file', (path) => writeFile(path, content));

async function readList(folder: string): Promise<readonly Poster[]> {
  const file = join(folder, LIST);
  return existsSync(file) ? parsePosterList(JSON.parse(await readFile(file, 'utf8')), file).posters : [];
}

async function writeAll(folder: string, town: Municipality, drawn: readonly DrawnPoster[], kept: readonly Poster[]) {
  for (const { picture, ...poster } of drawn) {
    await write(join(folder, poster.file), picture);
    await write(join(folder, `${poster.name}.txt`), writePosterText(poster));
  }
  const posters = [...kept, ...drawn.map(({ picture: _, ...poster }) => poster)];
  const list: PosterList = {
    schema: 1,
    municipality: town.name,
    fictional: town.fictional,
    posters: posters.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  await write(join(folder, LIST), `${JSON.stringify(list, undefined, 2)}\n`);
}

/** `isPart`: those that were there and are not drawn anew stay; otherwise the folder is replaced as a whole. */
export async function writePosters(
  folder: string,
  town: Municipality,
  drawn: readonly DrawnPoster[],
  isPart: boolean,
): Promise<void> {
  if (!isPart) return writeBeside(folder, 'folder', (beside) => writeAll(beside, town, drawn, []));
  const kept = (await readList(folder)).filter(({ name }) => !drawn.some((poster) => poster.name === name));
  await writeAll(folder, town, drawn, kept);
}

/** The viewer looks for posters only where `municipality.json` names them. */
export async function namePosters(made: string): Promise<void> {
  const file = join(made, 'municipality.json');
  const json = JSON.parse(await readFile(file, 'utf8')) as { readonly posters?: string };
  if (json.posters !== POSTERS_FILE)
    await write(file, `${JSON.stringify({ ...json, posters: POSTERS_FILE }, undefined, 2)}\n`);
}
