/**
 * CityJSON 1.0, 1.1, 2.0 and CityJSONSeq, as far as buildings need it. Geometry stays as found (`unknown` boundaries) and is
 * checked where it is walked, because a feature with one bad surface must not stop the others.
 */
import { InputError } from './input-error.ts';

export interface CityGeometry {
  readonly type: string;
  /** Text in 1.1 and later, number in 1.0; absent, null or empty in the wild. */
  readonly lod?: unknown;
  /** Nested arrays of vertex indices; depth by type. */
  readonly boundaries?: unknown;
  readonly semantics?: { readonly surfaces?: readonly { readonly type?: string }[]; readonly values?: unknown } | null;
  /** GeometryInstance only: index of the template, and a 4 × 4 matrix, row by row. */
  readonly template?: number;
  readonly transformationMatrix?: readonly number[];
}

export interface CityObject {
  readonly type: string;
  readonly attributes?: Record<string, unknown> | null;
  readonly geometry?: readonly CityGeometry[] | null;
  readonly parents?: readonly string[];
  readonly children?: readonly string[];
}

/** x = X * scale + translate; identity where a file has no `transform`. */
interface CityTransform {
  readonly scale: readonly number[];
  readonly translate: readonly number[];
}

interface CityTemplates {
  readonly templates: readonly CityGeometry[];
  readonly vertices: readonly (readonly number[])[];
}

/** What holds for every feature of a file. */
export interface CityHeader {
  readonly version: string;
  readonly transform: CityTransform;
  /** As written, undefined where the file names none. */
  readonly referenceSystem: string | undefined;
  readonly templates: CityTemplates | undefined;
}

/** The objects that share a vertex list: a whole CityJSON file, or one CityJSONFeature. */
export interface CityFeature {
  readonly objects: Readonly<Record<string, CityObject>>;
  readonly vertices: readonly (readonly number[])[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseTransform(value: unknown, file: string): CityTransform {
  if (value === undefined || value === null) return { scale: [1, 1, 1], translate: [0, 0, 0] };
  const isTriple = (list: unknown): list is number[] =>
    Array.isArray(list) && list.length === 3 && list.every((n) => Number.isFinite(n));
  if (!isRecord(value) || !isTriple(value['scale']) || !isTriple(value['translate']))
    throw new InputError(`${file}: transform needs scale and translate, three numbers each.`);
  return { scale: value['scale'], translate: value['translate'] };
}

function parseTemplates(value: unknown, file: string): CityTemplates | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value) || !Array.isArray(value['templates']) || !Array.isArray(value['vertices-templates']))
    throw new InputError(`${file}: geometry-templates needs templates and vertices-templates.`);
  return { templates: value['templates'], vertices: value['vertices-templates'] };
}

/** Reads the top level of a CityJSON document or the first line of a sequence. Throws {@link InputError}. */
export function parseCityHeader(json: unknown, file: string): CityHeader {
  if (!isRecord(json)) throw new InputError(`${file}: the top level is not a JSON object, so this is not CityJSON.`);
  if (json['type'] !== 'CityJSON')
    throw new InputError(`${file}: type is ${JSON.stringify(json['type']) ?? 'missing'}, expected "CityJSON".`);
  const version = String(json['version']);
  if (!/^(1\.0|1\.1|2\.0)(\.\d+)?$/.test(version))
    throw new InputError(`${file}: CityJSON version ${version} is not known here (1.0, 1.1 and 2.0 are).`);
  const metadata = isRecord(json['metadata']) ? json['metadata'] : {};
  const system = metadata['referenceSystem'];
  return {
    version,
    transform: parseTransform(json['transform'], file),
    referenceSystem: typeof system === 'string' && system.trim() !== '' ? system.trim() : undefined,
    templates: parseTemplates(json['geometry-templates'], file),
  };
}

/** Reads the objects of a document or feature. `where` names file and line. Throws {@link InputError}. */
export function parseCityFeature(json: unknown, where: string): CityFeature {
  if (!isRecord(json)) throw new InputError(`${where}: not a JSON object.`);
  const objects = json['CityObjects'] ?? {};
  const vertices = json['vertices'] ?? [];
  if (!isRecord(objects)) throw new InputError(`${where}: CityObjects is not an object.`);
  if (!Array.isArray(vertices)) throw new InputError(`${where}: vertices is not a list.`);
  for (const id in objects) {
    const object = objects[id];
    if (!isRecord(object) || typeof object['type'] !== 'string')
      throw new InputError(`${where}: city object "${id}" has no type.`);
  }
  return { objects: objects as Record<string, CityObject>, vertices };
}
