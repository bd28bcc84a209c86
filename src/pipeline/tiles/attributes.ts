/** The attributes of one building, and what all buildings together say about each attribute (its column). */
import type { Family } from '../../model/city-families.ts';

export type Attributes = Record<string, unknown>;

const isMissing = (value: unknown) => value === null || value === undefined;

/**
 * The Building's own attributes; what only parts have is taken over where the parts agree, and kept under `parts` as JSON
 * where they differ.
 */
export function mergeAttributes(family: Family): Attributes {
  const [[, root], ...parts] = family.members as [Family['members'][number], ...Family['members']];
  const merged: Attributes = { ...root.attributes };
  const differing: Attributes[] = [];
  for (const [id, { attributes }] of parts) {
    let own: Attributes | undefined;
    for (const name in attributes) {
      const value = attributes[name];
      if (isMissing(value) || (root.attributes && !isMissing(root.attributes[name]))) continue;
      if (parts.every(([, part]) => isMissing(part.attributes?.[name]) || part.attributes?.[name] === value))
        merged[name] = value;
      else {
        own ??= { id };
        own[name] = value;
      }
    }
    if (own) differing.push(own);
  }
  if (differing.length > 0) merged['parts'] = differing;
  return merged;
}

/** What has been seen in one attribute. */
export interface ColumnFacts {
  present: number;
  integers: number;
  fractions: number;
  booleans: number;
  strings: number;
  /** Lists and objects. */
  others: number;
  minimum: number;
  maximum: number;
  /** A 32-bit float keeps seven digits; some value needs more to be right within 0.5 mm. */
  needsDouble: boolean;
  /** Different texts and how often; undefined once there are too many to list. */
  texts: Map<string, number> | undefined;
  /** The attribute repeats the building's id, everywhere. */
  isId: boolean;
}

export type Columns = Map<string, ColumnFacts>;

const MOST_TEXTS = 512;

const emptyFacts = (): ColumnFacts => ({
  present: 0,
  integers: 0,
  fractions: 0,
  booleans: 0,
  strings: 0,
  others: 0,
  minimum: Number.POSITIVE_INFINITY,
  maximum: Number.NEGATIVE_INFINITY,
  needsDouble: false,
  texts: new Map(),
  isId: true,
});

function countText(facts: ColumnFacts, text: string, times: number) {
  if (!facts.texts) return;
  facts.texts.set(text, (facts.texts.get(text) ?? 0) + times);
  if (facts.texts.size > MOST_TEXTS) facts.texts = undefined;
}

function countValue(facts: ColumnFacts, value: unknown) {
  facts.present++;
  if (typeof value === 'string') {
    facts.strings++;
    countText(facts, value, 1);
  } else if (typeof value === 'number') {
    if (Number.isInteger(value)) facts.integers++;
    else {
      facts.fractions++;
      if (Math.abs(Math.fround(value) - value) > 5e-4) facts.needsDouble = true;
    }
    if (value < facts.minimum) facts.minimum = value;
    if (value > facts.maximum) facts.maximum = value;
  } else if (typeof value === 'boolean') facts.booleans++;
  else facts.others++;
}

export function countAttributes(columns: Columns, id: string, attributes: Attributes): void {
  for (const name in attributes) {
    let facts = columns.get(name);
    if (!facts) {
      facts = emptyFacts();
      columns.set(name, facts);
    }
    const value = attributes[name];
    if (isMissing(value)) continue;
    countValue(facts, value);
    if (facts.isId && value !== id) facts.isId = false;
  }
}

/** Adds what another thread counted. */
export function addColumns(columns: Columns, more: Columns): void {
  for (const [name, other] of more) {
    const facts = columns.get(name);
    if (!facts) {
      columns.set(name, other);
      continue;
    }
    facts.present += other.present;
    facts.integers += other.integers;
    facts.fractions += other.fractions;
    facts.booleans += other.booleans;
    facts.strings += other.strings;
    facts.others += other.others;
    facts.minimum = Math.min(facts.minimum, other.minimum);
    facts.maximum = Math.max(facts.maximum, other.maximum);
    facts.needsDouble ||= other.needsDouble;
    facts.isId &&= other.isId;
    if (other.texts) for (const [text, times] of other.texts) countText(facts, text, times);
    else facts.texts = undefined;
  }
}
