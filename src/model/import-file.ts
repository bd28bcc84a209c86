/** A file from a visitor's disk as something that can be placed, or the reason why not. Nothing is trusted, nothing fetched. */
import type { Box } from './drawing.ts';
import { lookIntoGltf } from './gltf-box.ts';
import { listSequence, type ReadBuildings, readCityBuildings } from './import-cityjson.ts';
import { type ReadVolumes, readGeoJsonVolumes } from './import-geojson.ts';
import type { ImportProblem } from './import-problem.ts';
import { parseJson } from './parse-json.ts';

const LIMITS = { json: 25e6, gltf: 50e6 };

export type Imported =
  | ({ readonly kind: 'volumes' } & ReadVolumes)
  | ({ readonly kind: 'buildings' } & ReadBuildings)
  | { readonly kind: 'model'; readonly box: Box; readonly mediaType: string };

type ImportResult = { readonly value: Imported } | { readonly problem: ImportProblem };

type FileKind = 'json' | 'glb' | 'gltf';

/** By name, before anything is read. */
function kindOfFile(name: string): FileKind | undefined {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'glb' || extension === 'gltf') return extension;
  return ['geojson', 'json', 'jsonl'].includes(extension) ? 'json' : undefined;
}

/** What can be refused by name and size alone, so that a huge file is not even read. */
export function refuseUnread(name: string, bytes: number): ImportProblem | undefined {
  const kind = kindOfFile(name);
  if (kind === undefined) return { code: /\.(zip|gz|kmz|7z)$/i.test(name) ? 'zipped' : 'unknown-type' };
  if (bytes === 0) return { code: 'empty' };
  const limit = kind === 'json' ? LIMITS.json : LIMITS.gltf;
  return bytes > limit ? { code: 'too-big', bytes, limit } : undefined;
}

/** "PK" and gzip's magic number. */
const isZipped = ([a, b]: Uint8Array) => (a === 0x50 && b === 0x4b) || (a === 0x1f && b === 0x8b);

/** A sequence has a whole value on its first line and more below it; a document spread over lines only a part of one. */
function isSequence(text: string): boolean {
  const end = text.indexOf('\n');
  if (end < 0 || text.slice(end).trim() === '') return false;
  const parsed = parseJson(text.slice(0, end));
  return 'json' in parsed && typeof parsed.json === 'object';
}

function readCity(documents: readonly unknown[], name: string): ImportResult {
  const read = readCityBuildings(documents, name);
  return 'problem' in read ? read : { value: { kind: 'buildings', ...read } };
}

function readJson(name: string, text: string): ImportResult {
  if (isSequence(text)) {
    const sequence = listSequence(text);
    return 'problem' in sequence ? sequence : readCity(sequence.documents, name);
  }
  const parsed = parseJson(text);
  if ('problem' in parsed) return parsed;
  const json = parsed.json as Record<string, unknown> | null;
  if (json?.['type'] === 'CityJSON') return readCity([json], name);
  if (json?.['type'] === 'FeatureCollection' || json?.['type'] === 'Feature') {
    const read = readGeoJsonVolumes(json, name);
    return 'problem' in read ? read : { value: { kind: 'volumes', ...read } };
  }
  return { problem: { code: 'unknown-content' } };
}

export function readImport(name: string, bytes: Uint8Array): ImportResult {
  const problem = refuseUnread(name, bytes.length);
  if (problem) return { problem };
  if (isZipped(bytes)) return { problem: { code: 'zipped' } };
  const kind = kindOfFile(name);
  if (kind === 'json') return readJson(name, new TextDecoder().decode(bytes));
  const look = lookIntoGltf(bytes, kind === 'glb');
  if ('problem' in look) return look;
  return {
    value: { kind: 'model', box: look.box, mediaType: kind === 'glb' ? 'model/gltf-binary' : 'model/gltf+json' },
  };
}
