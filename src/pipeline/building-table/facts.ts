/** What the sources say of buildings besides form → the optional columns of the building table. */
import type { AttributeKey, AttributeValue, KnownAttribute } from '../../model/building-attributes.ts';
import type { BuildingFacts } from '../../model/city-index.ts';
import { type Protection, protections } from '../../model/solar.ts';
import type { AddressFacts } from './address-facts.ts';

const numberKeys = [
  'homes',
  'floors',
  'floorArea',
  'volume',
  'outerWall',
  'sharedWall',
  'flatRoof',
  'slopedRoof',
] as const satisfies readonly AttributeKey[];

export interface Facts extends Readonly<Record<(typeof numberKeys)[number], number | null>> {
  readonly district: string | null;
  readonly use: string | null;
  readonly energyLabel: string | null;
  readonly protection: Protection;
}

const noes = new Set(['', '0', 'false', 'nee', 'no', 'geen', 'none', 'n', 'onbekend']);

/** A register may also write what kind of monument it is. */
const isYes = (value: AttributeValue) => value !== null && !noes.has(String(value).trim().toLowerCase());

const textOf = (value: AttributeValue) => (value === null ? null : String(value).trim() || null);

/** What an attribute says comes before what the addresses add up to. */
export function readFacts(known: readonly KnownAttribute[], addresses: AddressFacts | undefined): Facts {
  const values = new Map(known.map(({ key, value }) => [key, value]));
  const find = (key: AttributeKey) => values.get(key) ?? null;
  const numberOf = (key: AttributeKey, fallback: number | null = null) => {
    const value = find(key);
    return typeof value === 'number' ? Math.round(value) : fallback;
  };
  return {
    district: textOf(find('district')),
    use: textOf(find('use')) ?? addresses?.use ?? null,
    energyLabel: textOf(find('energyLabel'))?.toUpperCase() ?? null,
    protection: isYes(find('monument')) ? 'monument' : isYes(find('townscape')) ? 'townscape' : 'none',
    homes: numberOf('homes', addresses?.homes ?? null),
    floors: numberOf('floors'),
    floorArea: numberOf('floorArea', addresses ? Math.round(addresses.floorArea) || null : null),
    volume: numberOf('volume'),
    outerWall: numberOf('outerWall'),
    sharedWall: numberOf('sharedWall'),
    flatRoof: numberOf('flatRoof'),
    slopedRoof: numberOf('slopedRoof'),
  };
}

/** Different texts in order, and the row of each; undefined where there is none. */
function toRows(texts: readonly (string | null)[]): { list: string[]; rows: number[] } | undefined {
  const list = [...new Set(texts.filter((text) => text !== null))].sort();
  const rowOf = new Map(list.map((text, row) => [text, row]));
  return list.length > 0
    ? { list, rows: texts.map((text) => (text === null ? -1 : (rowOf.get(text) as number))) }
    : undefined;
}

/** Columns without a single value are left out. */
export function toColumns(facts: readonly Facts[]): BuildingFacts {
  const columns: { -readonly [C in keyof BuildingFacts]: BuildingFacts[C] } = {};
  for (const key of numberKeys) {
    if (facts.some((row) => row[key] !== null)) columns[key] = facts.map((row) => row[key]);
  }
  if (facts.some(({ protection }) => protection !== 'none'))
    columns.protection = facts.map(({ protection }) => protections.indexOf(protection));
  const district = toRows(facts.map((row) => row.district));
  if (district) [columns.districts, columns.district] = [district.list, district.rows];
  const use = toRows(facts.map((row) => row.use));
  if (use) [columns.uses, columns.use] = [use.list, use.rows];
  const label = toRows(facts.map((row) => row.energyLabel));
  if (label) [columns.energyLabels, columns.energyLabel] = [label.list, label.rows];
  return columns;
}
