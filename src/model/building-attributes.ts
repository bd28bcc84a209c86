/**
 * What is known of one building, from attributes as sources name them. The same thing has several names: 3DBAG's
 * specification says `b3_h_max`, its tiles `b3_h_dak_max`, PDOK's tiles `oorspronkelijkBouwjaar`; letter case differs too.
 */

export type AttributeValue = string | number | boolean | null;
export type Attributes = Readonly<Record<string, AttributeValue>>;

type AttributeKind = 'text' | 'code' | 'year' | 'date' | 'height' | 'area' | 'volume' | 'count' | 'yes-no';

interface AttributeRule {
  readonly kind: AttributeKind;
  readonly group: AttributeGroup;
  /** First match wins, compared without letter case. */
  readonly names: readonly string[];
  /** For whoever wants to know everything. */
  readonly minor?: true;
}

export const attributeGroups = ['use', 'height', 'roof', 'size', 'origin'] as const;
export type AttributeGroup = (typeof attributeGroups)[number];

/** In the order of reading. Heights are metres NAP. */
export const attributeRules = {
  year: { kind: 'year', group: 'use', names: ['oorspronkelijkbouwjaar', 'bouwjaar', 'yearOfConstruction', 'year'] },
  use: { kind: 'text', group: 'use', names: ['gebruiksdoel', 'gebruiksdoelen', 'function', 'usage'] },
  status: { kind: 'text', group: 'use', names: ['status', 'pandstatus'] },
  homes: { kind: 'count', group: 'use', names: ['aantal_woningen', 'aantal_verblijfsobjecten'] },
  monument: { kind: 'yes-no', group: 'use', names: ['monument', 'is_monument'] },
  townscape: {
    kind: 'yes-no',
    group: 'use',
    names: ['beschermd_stadsgezicht', 'beschermd_dorpsgezicht', 'beschermd_gezicht', 'stadsgezicht'],
  },
  district: { kind: 'text', group: 'use', names: ['wijk', 'wijknaam', 'buurt', 'buurtnaam', 'district'] },
  energyLabel: { kind: 'text', group: 'use', names: ['energielabel', 'energieklasse', 'labelletter'] },
  ground: { kind: 'height', group: 'height', names: ['b3_h_maaiveld', 'h_maaiveld', 'ground-0.50', 'ground'] },
  roofTop: { kind: 'height', group: 'height', names: ['b3_h_dak_max', 'b3_h_max', 'h_dak_max', 'roof'] },
  ridge: { kind: 'height', group: 'height', names: ['b3_h_nok'] },
  roofHigh: { kind: 'height', group: 'height', names: ['b3_h_dak_70p', 'b3_h_70p', 'h_dak_70p'], minor: true },
  roofMiddle: { kind: 'height', group: 'height', names: ['b3_h_dak_50p', 'b3_h_50p', 'h_dak_50p'], minor: true },
  roofLow: { kind: 'height', group: 'height', names: ['b3_h_dak_min', 'b3_h_min', 'h_dak_min'], minor: true },
  floors: { kind: 'count', group: 'height', names: ['b3_bouwlagen', 'bouwlagen', 'storeysAboveGround'] },
  roofType: { kind: 'text', group: 'roof', names: ['b3_dak_type', 'dak_type', 'roofType'] },
  flatRoof: { kind: 'area', group: 'roof', names: ['b3_opp_dak_plat'] },
  slopedRoof: { kind: 'area', group: 'roof', names: ['b3_opp_dak_schuin'] },
  footprint: { kind: 'area', group: 'size', names: ['b3_opp_grond', 'opp_grond', 'area'] },
  floorArea: { kind: 'area', group: 'size', names: ['gebruiksoppervlakte', 'floorArea'] },
  outerWall: { kind: 'area', group: 'size', names: ['b3_opp_buitenmuur'], minor: true },
  sharedWall: { kind: 'area', group: 'size', names: ['b3_opp_scheidingsmuur'], minor: true },
  volume: { kind: 'volume', group: 'size', names: ['b3_volume_lod22', 'b3_volume_lod13', 'b3_volume_lod12'] },
  id: { kind: 'code', group: 'origin', names: ['identificatie', 'bagpandid', 'identification', 'gml_id', 'id'] },
  scanned: { kind: 'date', group: 'origin', names: ['b3_pw_datum'] },
} as const satisfies Record<string, AttributeRule>;

export type AttributeKey = keyof typeof attributeRules;
export const attributeKeys = Object.keys(attributeRules) as AttributeKey[];

export type AttributeNames = { readonly [K in AttributeKey]?: readonly string[] | undefined };

export interface KnownAttribute {
  readonly key: AttributeKey;
  readonly kind: AttributeKind;
  readonly group: AttributeGroup;
  readonly minor: boolean;
  readonly value: AttributeValue;
}

export interface DescribedBuilding {
  /** Attributes whose meaning we know, in the order of reading; null where the source has the name but no value. */
  readonly known: readonly KnownAttribute[];
  /** Everything else, by the source's own names. */
  readonly other: readonly (readonly [string, AttributeValue])[];
  /** Metres from the ground to the highest point of the roof, null where either is unknown. */
  readonly heightAboveGround: number | null;
}

/** What tiles write for "no value" when a column cannot hold null. */
const noData = new Set<AttributeValue>([2147483647, -2147483648, -9999, '', 'unknown', 'no points', 'no planes']);

function cleanValue(value: AttributeValue, kind: AttributeKind): AttributeValue {
  if (value === null || noData.has(value) || (typeof value === 'number' && !Number.isFinite(value))) return null;
  if (kind === 'yes-no' || kind === 'text' || kind === 'code') return value;
  if (kind === 'date') return typeof value === 'number' ? String(value) : value;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return null;
  // The register of buildings writes 9999 and 1005 where the year is not known.
  if (kind === 'year' && (number < 1006 || number > 2999)) return null;
  return number;
}

/** `names`: what a municipality calls things, before the customary names. */
export function describeBuilding(attributes: Attributes, names: AttributeNames = {}): DescribedBuilding {
  const byName = new Map(Object.keys(attributes).map((name) => [name.toLowerCase(), name]));
  const used = new Set<string>();
  const known: KnownAttribute[] = [];
  for (const [key, rule] of Object.entries(attributeRules) as [AttributeKey, AttributeRule][]) {
    const present = [...(names[key] ?? []), ...rule.names].flatMap((name) => byName.get(name.toLowerCase()) ?? []);
    if (present.length === 0) continue;
    for (const name of present) used.add(name);
    const values = present.map((name) => cleanValue(attributes[name] ?? null, rule.kind));
    const value = values.find((candidate) => candidate !== null) ?? null;
    known.push({ key, kind: rule.kind, group: rule.group, minor: rule.minor === true, value });
  }
  const heightOf = (wanted: AttributeKey) => {
    const value = known.find(({ key }) => key === wanted)?.value;
    return typeof value === 'number' ? value : null;
  };
  const [ground, top] = [heightOf('ground'), heightOf('roofTop') ?? heightOf('ridge')];
  return {
    known,
    other: Object.entries(attributes).filter(([name]) => !used.has(name)),
    heightAboveGround: ground === null || top === null ? null : top - ground,
  };
}
