/**
 * The light page that a plain frame begins with: `embed.html?municipality=…&poster=…&parts=…#v=2&…`. Words come from the municipality's
 * own files and never from the address, so that nobody can put words into a municipality's mouth. Its link opens the viewer in the same frame.
 */
import { frameAddress, readParts } from '../model/embed-address.ts';
import { parsePosterList } from '../model/poster.ts';
import { wordsOf } from './text.ts';

const query = new URLSearchParams(location.search);
const isName = (text: string | null) => text !== null && /^[a-z0-9][a-z0-9-]*$/.test(text);
const municipality = query.get('municipality');
const poster = query.get('poster') ?? undefined;
const language = /(^#|&)lang=en(&|$)/.test(location.hash) ? 'en' : 'nl';
const words = wordsOf(language);

function put(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}

async function readJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: the server answers ${response.status}`);
  return response.json();
}

/** Without a poster: the name alone. What cannot be read is told on the console; the button works all the same. */
async function tell(folder: string): Promise<void> {
  try {
    if (poster === undefined || !isName(poster)) {
      const { name } = (await readJson(`${folder}municipality.json`)) as { readonly name?: unknown };
      if (typeof name === 'string') put('caption', words.frame(name));
      return;
    }
    const address = `${folder}posters/posters.json`;
    const list = parsePosterList(await readJson(address), address);
    const found = list.posters.find(({ name }) => name === poster);
    if (!found) throw new Error(`${address} has no poster called ${poster}`);
    put('caption', found.caption[language]);
    put('summary', found.summary[language]);
    document.title = words.frame(list.municipality);
  } catch (error) {
    console.warn(error instanceof Error ? error.message : String(error));
  }
}

function showPicture(folder: string): void {
  if (!isName(poster ?? null)) return;
  const image = new Image(1200, 675);
  image.alt = words.picture;
  image.src = `${folder}posters/${poster}.webp`;
  document.getElementById('picture')?.append(image);
}

document.documentElement.lang = language;
put('open', words.open);
if (municipality !== null && isName(municipality)) {
  const folder = `./made/${municipality}/`;
  showPicture(folder);
  const place = { root: './', municipality };
  const wish = { parts: readParts(query.get('parts')), scenario: location.hash, language, by: 'page' as const };
  const named = isName(poster ?? null) ? { ...wish, poster } : wish;
  document.getElementById('open')?.setAttribute('href', frameAddress(place, named));
  void tell(folder);
}
