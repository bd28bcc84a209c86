/**
 * Features of a file as claims. Good ones load and bad ones are refused by name; the notes tell all that is wrong, not only the
 * first. Field names: `claim-fields.ts`.
 */
import { type Claim, type ClaimBasis, type ClaimNorm, type Hardness, hardnesses } from './claim.ts';
import { type ClaimFields, readClaimFields } from './claim-fields.ts';
import { readClaimShape } from './claim-geometry.ts';
import { roundingOf } from './coordinate-rounding.ts';
import { type GeoFeature, normaliseName } from './geojson.ts';
import { ownMember } from './own-member.ts';
import { type HeightReference, heightReferences } from './plan-volume.ts';

export interface ParsedClaims {
  readonly claims: readonly Claim[];
  /** One technical line each: file, feature, field. */
  readonly notes: readonly string[];
  /** Features that are not among the claims; each has a note. */
  readonly refused: number;
}

const dutchHardness: Readonly<Record<string, Hardness>> = { zacht: 'soft', ambitie: 'ambition' };
const dutchReference: Readonly<Record<string, HeightReference>> = { maaiveld: 'ground', mv: 'ground' };

/** Other words stay as the source has them. */
const dutchTheme: Readonly<Record<string, string>> = {
  wonen: 'housing',
  werken: 'business',
  bedrijvigheid: 'business',
  groen: 'green',
  energie: 'energy',
  mobiliteit: 'mobility',
  ondergrond: 'underground',
  veiligheid: 'safety',
  geluid: 'noise',
  erfgoed: 'heritage',
  voorzieningen: 'amenity',
};

const themeOf = (word: string): string => {
  const theme = word.toLowerCase();
  return ownMember(dutchTheme, theme) ?? theme;
};

function oneOf<T extends string>(
  fields: ClaimFields,
  field: 'hardness' | 'reference',
  allowed: readonly T[],
  dutch: Readonly<Record<string, T>>,
): T | undefined {
  const word = fields.text(field)?.toLowerCase();
  const found = word === undefined ? undefined : (ownMember(dutch, word) ?? allowed.find((name) => name === word));
  if (found === undefined)
    fields.refuse(
      `${field} is ${word === undefined ? 'missing' : JSON.stringify(word)}; it must be one of ${[...allowed, ...Object.keys(dutch)].join(', ')}.`,
    );
  return found;
}

/** A day, also of `2026`, `2026-05` and a time of day; undefined where it is no date, which is then a fault. */
function dayOf(fields: ClaimFields, field: 'validFrom' | 'validUntil' | 'datasetDate'): string | undefined {
  const text = fields.text(field);
  if (text === undefined) return undefined;
  const found = /^(\d{4})(?:[-/](\d{2})(?:[-/](\d{2})(?:[T ].*)?)?)?$/.exec(text);
  const day = found ? `${found[1]}-${found[2] ?? '01'}-${found[3] ?? '01'}` : '';
  const date = new Date(`${day}T00:00:00Z`);
  if (found && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)) return day;
  fields.refuse(`${field} is ${JSON.stringify(text)}; it must be a day such as 2026-11-22.`);
  return undefined;
}

function atLeast(fields: ClaimFields, field: 'bufferM' | 'accuracyM' | 'diameterM' | 'priority', least: number) {
  const value = fields.number(field);
  if (value !== undefined && value < least) fields.refuse(`${field} ${value} must be ${least} or more.`);
  return value;
}

/** Only an address that a browser may open: others are told, so that a link never runs anything. */
function urlOf(fields: ClaimFields): string | undefined {
  const url = fields.text('url');
  if (url === undefined || /^https?:\/\/[^\s]+$/i.test(url)) return url;
  fields.remark(`basis.url ${JSON.stringify(url)} is no address that begins with http:// or https://; it is left out.`);
  return undefined;
}

function basisOf(fields: ClaimFields): ClaimBasis | undefined {
  const instrument = fields.text('instrument');
  const [id, article, url] = [fields.text('basisId'), fields.text('article'), urlOf(fields)];
  if (instrument === undefined) {
    if (id ?? article ?? url) fields.remark('basis has no instrument (such as omgevingsplan); the basis is left out.');
    return undefined;
  }
  return { instrument, ...given({ id, article, url }) };
}

function holderOf(fields: ClaimFields): string | undefined {
  const holder = fields.text('holder');
  if (holder === undefined || !holder.includes('@')) return holder;
  fields.remark('holder holds an address of a person; it is left out: name an organisation or a role.');
  return undefined;
}

function wordsOf(fields: ClaimFields): string[] {
  const value = fields.raw('combinableWith');
  if (value === undefined) return [];
  // GDAL makes `(2:green,water)` of a list where a file has no lists.
  const split = (text: string) => text.replace(/^\(\d+:(.*)\)$/, '$1').split(/[,;]/);
  const list = Array.isArray(value) ? value : typeof value === 'string' ? split(value) : [value];
  if (list.every((word) => typeof word === 'string')) return list.map((word) => themeOf(word.trim())).filter(Boolean);
  fields.refuse(`combinableWith is ${JSON.stringify(value)}; it must be a list of themes.`);
  return [];
}

type Members = Record<string, unknown>;

function normOf(value: unknown): ClaimNorm | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const members = new Map(Object.entries(value as Members).map(([name, member]) => [normaliseName(name), member]));
  const pick = (...names: string[]) => names.map((name) => members.get(name)).find((member) => member !== undefined);
  const type = pick('type');
  const amount = pick('value', 'waarde');
  const unit = pick('unit', 'eenheid');
  const article = pick('article', 'artikel');
  if (typeof type !== 'string' || typeof amount !== 'number' || !Number.isFinite(amount) || typeof unit !== 'string')
    return undefined;
  return { type, value: amount, unit, ...(typeof article === 'string' ? { article } : {}) };
}

/** A list, or one norm in columns of its own. */
function normsOf(fields: ClaimFields): ClaimNorm[] {
  const given = fields.raw('norms');
  const type = fields.text('normType');
  const single =
    type === undefined
      ? []
      : [
          {
            type,
            value: fields.number('normValue'),
            unit: fields.text('normUnit'),
            article: fields.text('normArticle'),
          },
        ];
  const list = given === undefined ? single : Array.isArray(given) ? given : [given];
  return list.flatMap((value) => {
    const norm = normOf(value);
    if (norm) return [norm];
    fields.refuse(`norms holds ${JSON.stringify(value)}; each has a type, a value (number) and a unit.`);
    return [];
  });
}

/** Members that are there: an optional one is absent and not undefined. */
function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}

function heightsOf(fields: ClaimFields) {
  const [lower, upper] = [fields.number('lower'), fields.number('upper')];
  if (lower !== undefined && upper !== undefined && lower > upper)
    fields.refuse(`lower ${lower} is above upper ${upper}.`);
  const isGiven = lower !== undefined || upper !== undefined || fields.raw('reference') !== undefined;
  // Without heights it does not matter what they count from; with them it is never guessed.
  const reference = isGiven ? oneOf(fields, 'reference', heightReferences, dutchReference) : 'ground';
  return { ...given({ lower, upper, peilNap: fields.number('peilNap') }), reference: reference ?? 'ground' };
}

function periodOf(fields: ClaimFields) {
  const [validFrom, validUntil] = [dayOf(fields, 'validFrom'), dayOf(fields, 'validUntil')];
  if (validFrom !== undefined && validUntil !== undefined && validFrom >= validUntil)
    fields.refuse(`validFrom ${validFrom} is not before validUntil ${validUntil}.`);
  return given({ validFrom, validUntil });
}

/** Answers also where something was refused: then it must not be used. */
function toClaim(feature: GeoFeature, number: number, fields: ClaimFields): Claim {
  const id = fields.text('id') ?? feature.id ?? `claim-${number}`;
  if ((fields.text('id') ?? feature.id) === undefined) fields.remark(`id is missing; it is called ${id}.`);
  const theme = fields.text('theme');
  if (theme === undefined) fields.refuse('theme is missing (such as housing, water or energy).');
  const hardness = oneOf(fields, 'hardness', hardnesses, dutchHardness);
  const bufferM = atLeast(fields, 'bufferM', 0) ?? 0;
  const { parts, lines, isBuffered } = readClaimShape(feature, fields, bufferM);
  const dataset = fields.text('dataset');
  const date = dayOf(fields, 'datasetDate');
  return {
    id,
    name: fields.text('name') ?? id,
    theme: themeOf(theme ?? ''),
    hardness: hardness ?? 'soft',
    parts,
    lines,
    ...heightsOf(fields),
    bufferM: isBuffered ? 0 : bufferM,
    ...given({
      diameterM: atLeast(fields, 'diameterM', 0),
      basis: basisOf(fields),
      holder: holderOf(fields),
      status: fields.text('status'),
      priority: atLeast(fields, 'priority', 1),
      accuracyM: atLeast(fields, 'accuracyM', 0),
      source: dataset === undefined ? undefined : { dataset, ...given({ date }) },
    }),
    ...periodOf(fields),
    combinableWith: wordsOf(fields),
    norms: normsOf(fields),
  };
}

const fileOf = ({ where }: GeoFeature) => where.replace(/, feature \d+.*$/s, '');

function listRoundings(features: readonly GeoFeature[]): Map<string, number | undefined> {
  const files = new Map<string, GeoFeature[]>();
  for (const feature of features) {
    const own = files.get(fileOf(feature));
    if (own) own.push(feature);
    else files.set(fileOf(feature), [feature]);
  }
  return new Map([...files].map(([file, own]) => [file, roundingOf(own)]));
}

/** Of all files at once: an id is used once. Throws nothing for bad features; files that are no GeoJSON are refused before. */
export function parseClaims(features: readonly GeoFeature[]): ParsedClaims {
  const claims: Claim[] = [];
  const notes: string[] = [];
  const taken = new Map<string, string>();
  const unused = new Map<string, Set<string>>();
  const roundings = listRoundings(features);
  for (const [i, feature] of features.entries()) {
    const fields = readClaimFields(feature);
    const claim = toClaim(feature, i + 1, fields);
    const twin = taken.get(claim.id);
    if (twin !== undefined) fields.refuse(`id ${JSON.stringify(claim.id)} is that of ${twin} too.`);
    for (const remark of fields.remarks) notes.push(`${feature.where}: ${remark}`);
    for (const fault of fields.faults) notes.push(`${feature.where}: refused: ${fault}`);
    const file = fileOf(feature);
    for (const name of fields.unused) unused.set(file, (unused.get(file) ?? new Set()).add(name));
    if (fields.faults.length > 0) continue;
    taken.set(claim.id, feature.where);
    const roundingM = roundings.get(file);
    claims.push(roundingM === undefined ? claim : { ...claim, roundingM });
  }
  for (const [file, names] of unused)
    notes.push(`${file}: columns that say nothing to this program: ${[...names].join(', ')}.`);
  return { claims, notes, refused: features.length - claims.length };
}
