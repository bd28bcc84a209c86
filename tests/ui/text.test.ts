import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/ui/text/en.ts';
import { nl } from '../../src/ui/text/nl.ts';

function listKeys(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === 'object' ? listKeys(value, here) : [`${here}:${typeof value}`];
  });
}

describe('the texts', () => {
  it('exist in Dutch and English alike', () => {
    expect(listKeys(en).sort()).toEqual(listKeys(nl).sort());
    expect(listKeys(nl).length).toBeGreaterThan(100);
  });

  it('are never empty', () => {
    const empty = (texts: object): boolean =>
      Object.values(texts).some((value) => (typeof value === 'object' ? empty(value) : value === ''));
    expect(empty(nl) || empty(en)).toBe(false);
  });
});

const folder = new URL('../../src/ui/', import.meta.url);
const components = readdirSync(folder).filter((name) => name.endsWith('.tsx'));
/** Names and signs that are the same in every language. */
const international = /^[\s·±%+–,.:()/]*(CesiumJS|RD|NAP|m)?[\s·±%+–,.:()/]*$/;

/** Text between tags, and texts in the attributes that people read or hear. */
function listVisibleStrings(source: string): string[] {
  const betweenTags = [...source.matchAll(/>([^<>{}=;|&]*)<\//g)].map((match) => match[1] as string);
  const attributes = [...source.matchAll(/\s(?:aria-label|title|placeholder|alt|aria-valuetext|label)="([^"]*)"/g)];
  return [...betweenTags, ...attributes.map((match) => match[1] as string)].map((text) => text.trim());
}

describe('the components', () => {
  it('hold no text that a user reads', () => {
    const found = components.flatMap((name) =>
      listVisibleStrings(readFileSync(new URL(name, folder), 'utf8'))
        .filter((text) => !international.test(text))
        .map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
    expect(components.length).toBeGreaterThan(20);
  });

  it('are caught when they do', () => {
    expect(listVisibleStrings('<p>Hallo daar</p>')).toEqual(['Hallo daar']);
    expect(listVisibleStrings('<button aria-label="Sluiten" />')).toEqual(['Sluiten']);
  });

  it('stay under 150 lines each', () => {
    const long = components.filter((name) => readFileSync(new URL(name, folder), 'utf8').split('\n').length > 150);
    expect(long).toEqual([]);
  });
});
