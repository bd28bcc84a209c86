/**
 * The files that placed things are made of, in and out of a file of scenarios. In the page a scenario names a glTF by a key of the
 * page; in a file the bytes stand beside it as base64, once for all scenarios of the set that name them.
 */
import type { PlacedThing } from './drawing.ts';
import { lookIntoGltf } from './gltf-box.ts';
import type { PlanSolid } from './plan-model.ts';
import type { Scenario } from './scenario.ts';

/** Characters that all placed things of a file take together: a file may be 20 MB, and the rest must fit as well. */
const MOST_PLACED = 16e6;

export interface KeptFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** Something that is too large to go along. */
export interface LeftOut {
  readonly name: string;
  readonly bytes: number;
}

const BINARY = 'model/gltf-binary';
/** Arguments that a call takes at once in every browser. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(i, i + CHUNK)));
  return btoa(parts.join(''));
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** With the bytes in them; a placed thing that is left out keeps its place and name, so that whoever opens the file is told. */
export function embedFiles(
  scenarios: readonly Scenario[],
  readFile: (key: string) => KeptFile | undefined,
  room = MOST_PLACED,
): { readonly scenarios: readonly Scenario[]; readonly leftOut: readonly LeftOut[] } {
  let left = room;
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();

  function take(name: string, bytes: number, characters: number): boolean {
    const fits = characters <= left;
    if (fits) left -= characters;
    else leftOut.push({ name, bytes });
    return fits;
  }

  function embedSolid(thing: PlacedThing): PlacedThing {
    const { solid, ...rest } = thing;
    const { length } = JSON.stringify(solid);
    return take(thing.name, length, length) ? thing : rest;
  }

  function embed(scenario: Scenario): Scenario {
    if (!scenario.placed) return scenario;
    const files = scenario.placed.flatMap(({ name, file: key }) => {
      const file = key === undefined || seen.has(key) ? undefined : readFile(key);
      if (key === undefined || !file) return [];
      seen.add(key);
      const { bytes, mediaType } = file;
      return take(name, bytes.length, Math.ceil(bytes.length / 3) * 4)
        ? [{ key, mediaType, base64: toBase64(bytes) }]
        : [];
    });
    const placed = scenario.placed.map((thing) => (thing.solid ? embedSolid(thing) : thing));
    return { ...scenario, placed, ...(files.length > 0 && { files }) };
  }

  return { scenarios: scenarios.map(embed), leftOut };
}

/** Something placed whose bytes are not there or no glTF; `detail` is a technical line in English. */
export interface MissingFile {
  readonly name: string;
  readonly detail: string;
}

const isWhole = ({ positions, indices, parts }: PlanSolid) =>
  indices.length === 3 * parts.length &&
  indices.every((index) => Number.isInteger(index) && index >= 0 && 3 * index < positions.length);

/** The other way round: `keepFile` takes the bytes and gives them a key of the page. What has no bytes is left out and told. */
export function extractFiles(
  scenarios: readonly Scenario[],
  keepFile: (bytes: Uint8Array<ArrayBuffer>, mediaType: string) => string,
): { readonly scenarios: readonly Scenario[]; readonly missing: readonly MissingFile[] } {
  const written = new Map(scenarios.flatMap(({ files = [] }) => files.map((file) => [file.key, file] as const)));
  const known = new Map<string, Pick<PlacedThing, 'file' | 'box'> | { readonly problem: string }>();

  function open(key: string): Pick<PlacedThing, 'file' | 'box'> | { readonly problem: string } {
    const file = written.get(key);
    if (!file) return { problem: 'is not in the file' };
    try {
      const bytes = fromBase64(file.base64);
      const look = lookIntoGltf(bytes, file.mediaType === BINARY);
      if ('problem' in look) return { problem: `is refused: ${look.problem.code}` };
      return { file: keepFile(bytes, file.mediaType), box: look.box };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  const missing: MissingFile[] = [];
  function place(thing: PlacedThing): PlacedThing[] {
    const { name, file: key, solid } = thing;
    if (solid && isWhole(solid)) return [thing];
    const opened = key === undefined ? { problem: 'has no geometry in the file' } : (known.get(key) ?? open(key));
    if (key !== undefined) known.set(key, opened);
    if (!('problem' in opened)) return [{ ...thing, ...opened }];
    missing.push({ name, detail: `${name}: ${opened.problem}` });
    return [];
  }

  return {
    scenarios: scenarios.map((scenario) => {
      if (!scenario.placed) return scenario;
      const { files: _, placed, ...rest } = scenario;
      return { ...rest, placed: placed.flatMap(place) };
    }),
    missing,
  };
}
