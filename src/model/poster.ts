/** Pictures of prepared viewpoints, made by `cli poster`, and what is told beside them: `posters/posters.json` of a made municipality. */
import type { Localised } from './municipality.ts';

/** Where a made municipality has them. */
export const POSTERS_FILE = 'posters/posters.json';

export interface Poster {
  /** Of a viewpoint of the municipality its id; of a plan's stop `plan-stop`. Name of its files, without ending. */
  readonly name: string;
  readonly caption: Localised;
  readonly summary: Localised;
  /** The part of an address after `#`. */
  readonly scenario: string;
  /** Beside this file. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

export interface PosterList {
  readonly schema: 1;
  readonly municipality: string;
  readonly fictional: boolean;
  readonly posters: readonly Poster[];
}

const isText = (value: unknown) => typeof value === 'string';
const isLocalised = (value: unknown) =>
  typeof value === 'object' && value !== null && isText(Reflect.get(value, 'nl')) && isText(Reflect.get(value, 'en'));

/** Without schema library: the light page reads it too. Throws an Error that names file and field. */
export function parsePosterList(json: unknown, file: string): PosterList {
  const list = json as Partial<PosterList> | null;
  if (typeof list !== 'object' || list?.schema !== 1 || !isText(list.municipality) || !Array.isArray(list.posters))
    throw new Error(`${file} is no list of posters of schema 1`);
  for (const [row, poster] of (list.posters as Partial<Poster>[]).entries()) {
    const checks: Record<string, boolean> = {
      name: /^[a-z0-9][a-z0-9-]*$/.test(String(poster.name)),
      caption: isLocalised(poster.caption),
      summary: isLocalised(poster.summary),
      scenario: isText(poster.scenario),
      file: /^[a-z0-9][a-z0-9-]*\.(webp|jpg)$/.test(String(poster.file)),
      width: Number.isInteger(poster.width),
      height: Number.isInteger(poster.height),
      bytes: Number.isInteger(poster.bytes),
    };
    const wrong = Object.keys(checks).find((name) => !checks[name]);
    if (wrong) throw new Error(`${file}: posters.${row}.${wrong} is not as expected`);
  }
  return { fictional: false, ...list } as PosterList;
}
