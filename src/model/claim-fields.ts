/**
 * Fields of a claim as files have them: by English or Dutch name, nested or flattened (as QGIS and GeoPackage make `basis_id` of
 * `basis.id`), lists and objects as such or as JSON text. What is wrong is gathered, so that a report tells all of it at once.
 */
import { type GeoFeature, normaliseName } from './geojson.ts';

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By field of the record, the names (normalised) that it may have; the first is how messages call it. */
const claimFieldNames = {
  id: ['id', 'identificatie', 'lokaalid', 'claimid'],
  name: ['name', 'naam', 'titel', 'title'],
  theme: ['theme', 'thema'],
  hardness: ['hardness', 'soort', 'hardheid'],
  lower: ['lower', 'hoogtevan', 'onderkant'],
  upper: ['upper', 'hoogtetot', 'bovenkant'],
  reference: ['reference', 'referentie', 'hoogtereferentie'],
  peilNap: ['peilnap', 'peil'],
  bufferM: ['bufferm', 'buffer'],
  diameterM: ['diameterm', 'diameter'],
  instrument: ['basisinstrument', 'grondslaginstrument', 'instrument', 'basis', 'grondslag'],
  basisId: [
    'basisid',
    'grondslagid',
    'basisimroid',
    'basisimowid',
    'grondslagimroid',
    'grondslagimowid',
    'imroid',
    'imowid',
  ],
  article: ['basisarticle', 'basisartikel', 'grondslagartikel', 'artikel', 'article'],
  url: ['basisurl', 'grondslagurl', 'url'],
  holder: ['holder', 'bronhouder'],
  status: ['status'],
  validFrom: ['validfrom', 'begingeldigheid', 'geldigvan'],
  validUntil: ['validuntil', 'eindgeldigheid', 'geldigtot'],
  priority: ['priority', 'prioriteit'],
  combinableWith: ['combinablewith', 'meekoppelbaarmet'],
  accuracyM: ['accuracym', 'nauwkeurigheidm', 'sourceaccuracym', 'herkomstnauwkeurigheidm'],
  dataset: ['sourcedataset', 'herkomstdataset', 'dataset', 'source', 'herkomst'],
  datasetDate: ['sourcedate', 'herkomstdatum', 'sourcedatum', 'datasetdate'],
  norms: ['norms', 'normen', 'norm'],
  normType: ['normtype'],
  normValue: ['normvalue', 'normwaarde'],
  normUnit: ['normunit', 'normeenheid'],
  normArticle: ['normarticle', 'normartikel'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type ClaimField = keyof typeof claimFieldNames;

/** Columns that programs add of their own, and fields of the Dutch record that say nothing of where a claim is or why. */
const silent = new Set(
  'fid ogcfid objectid gid uuid laag zekerheid contact toets shapelength shapearea layer path'.split(' '),
);
const known = new Set<string>(Object.values(claimFieldNames).flat());

/** Text that is JSON of an object or list becomes that; other text stays text. */
function unpackText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    // A text that merely begins with a bracket: whoever reads the field judges it.
    return value;
  }
}

function flatten(properties: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [name, given] of properties) {
    const value = unpackText(given);
    if (isMembers(value)) for (const member in value) flat.set(name + normaliseName(member), unpackText(value[member]));
    else flat.set(name, value);
  }
  return flat;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

export interface ClaimFields {
  /** What the feature holds under one of the field's names; undefined where empty. */
  raw(field: ClaimField): unknown;
  text(field: ClaimField): string | undefined;
  /** Undefined where absent, and where it is no number, which is then a fault. */
  number(field: ClaimField): number | undefined;
  /** The feature cannot be used. */
  refuse(message: string): void;
  /** It can be used, otherwise than it says. */
  remark(message: string): void;
  readonly faults: readonly string[];
  readonly remarks: readonly string[];
  /** Names of columns that no field has. */
  readonly unused: readonly string[];
}

export function readClaimFields(feature: GeoFeature): ClaimFields {
  const flat = flatten(feature.properties);
  const faults: string[] = [];
  const remarks: string[] = [];

  function find(field: ClaimField): { name: string; value: unknown } | undefined {
    for (const name of claimFieldNames[field]) {
      const value = flat.get(name);
      if (!isEmpty(value)) return { name, value };
    }
    return undefined;
  }

  /** The record's own name, with the column's where that is another. */
  const label = (field: ClaimField, name: string) =>
    name === normaliseName(field) ? field : `${field} (column ${name})`;

  return {
    faults,
    remarks,
    unused: [...flat.keys()].filter((name) => !known.has(name) && !silent.has(name) && !isEmpty(flat.get(name))),
    raw: (field) => find(field)?.value,
    text(field) {
      const found = find(field);
      if (!found) return undefined;
      if (typeof found.value === 'string') return found.value.trim();
      if (typeof found.value === 'number') return String(found.value);
      faults.push(`${label(field, found.name)} is ${JSON.stringify(found.value)}; it must be a text.`);
      return undefined;
    },
    number(field) {
      const found = find(field);
      if (!found) return undefined;
      const { value } = found;
      const number = typeof value === 'string' ? Number(value.trim().replace(',', '.')) : value;
      if (typeof number === 'number' && Number.isFinite(number)) return number;
      faults.push(`${label(field, found.name)} is ${JSON.stringify(value)}; it must be a number.`);
      return undefined;
    },
    refuse: (message) => faults.push(message),
    remark: (message) => remarks.push(message),
  };
}
