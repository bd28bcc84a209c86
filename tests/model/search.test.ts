import { describe, expect, it } from 'vitest';
import { foldText, type Place, prepareSearch } from '../../src/model/search.ts';
import { fixtureAddresses, fixtureStreets } from '../fixtures/read-fixture.ts';

const search = prepareSearch(fixtureAddresses(), fixtureStreets());
const label = (place: Place) => (place.kind === 'street' ? place.name : `${place.street} ${place.number}`);
const find = (query: string, limit = 6) => search(query, limit).map(label);

describe('search', () => {
  it('finds a street by how its name begins, also without accents and capitals', () => {
    expect(find('kerks')).toContain('Kerkstraat');
    expect(find('kerk').slice(0, 2)).toEqual(['Kerkplein', 'Kerkstraat']);
    expect(find('helene kroller')[0]).toBe('Hélène Kröllerlaan');
    expect(find('KRÖLLERLAAN')[0]).toBe('Hélène Kröllerlaan');
  });

  it('finds a street in which nobody lives', () => {
    expect(find('dijk')).toEqual(['Dijk']);
  });

  it('finds an address by street and number, with letter or addition', () => {
    expect(find('kerkstraat 11')).toEqual(['Kerkstraat 11', 'Kerkstraat 11a']);
    expect(find('Kerkstraat 11A')).toEqual(['Kerkstraat 11a']);
    expect(find('kerkstraat 11 a')).toEqual(['Kerkstraat 11a']);
    expect(find('kerkplein 7-2')).toEqual(['Kerkplein 7-2']);
    expect(find('1e dwarsstraat 12')).toEqual(['1e Dwarsstraat 12', '1e Dwarsstraat 120']);
  });

  it('finds what was copied from an envelope', () => {
    expect(find('Kerkstraat 11a, 1361 AA Proefdam')).toEqual(['Kerkstraat 11a']);
  });

  it('knows a number that belongs to the name of the street', () => {
    expect(find('plein 1945')[0]).toBe('Plein 1945');
    expect(find('plein 1945 3')).toEqual(['Plein 1945 3']);
    expect(find('1e dwars')[0]).toBe('1e Dwarsstraat');
  });

  it('finds by postcode, with or without space and number', () => {
    expect(find('1361AB 1', 20)[0]).toBe('Kerkplein 1');
    expect(find('1361 ab 3')).toEqual(['Kerkplein 3']);
    expect(find('1361AC', 20)).toHaveLength(6);
    expect(search('1362', 20).every((place) => place.kind === 'address' && place.postcode === '1362AA')).toBe(true);
  });

  it('forgives one typing error when nothing else fits', () => {
    expect(find('kerkstraet')).toContain('Kerkstraat');
    expect(find('kerkstraet 11')).toContain('Kerkstraat 11');
    expect(find('xyzzy')).toEqual([]);
  });

  it('lists the addresses when one street is left', () => {
    expect(find('kerkstr', 3)).toEqual(['Kerkstraat', 'Kerkstraat 1', 'Kerkstraat 3']);
  });

  it('tells where things are and which building it is', () => {
    expect(search('kerkstraat 11', 1)[0]).toMatchObject({ kind: 'address', x: 146970, y: 507908, building: 5 });
    expect(search('dijk', 1)[0]).toEqual({ kind: 'street', name: 'Dijk', x: 147000, y: 507700, radius: 300 });
  });

  it('works with one of the two indexes', () => {
    expect(prepareSearch(fixtureAddresses(), undefined)('kerkstr', 1)[0]).toMatchObject({
      name: 'Kerkstraat',
      x: 146985,
    });
    expect(prepareSearch(undefined, fixtureStreets())('kerkstr', 1)[0]).toMatchObject({
      name: 'Kerkstraat',
      x: 147000,
    });
    expect(prepareSearch(undefined, undefined)('kerkstr', 1)).toEqual([]);
  });

  it('never throws and never finds more than asked, whatever is typed', () => {
    const pieces = ['kerk', '1', '1361', 'aa', ' ', '-', '(', '\\', '*', 'é', '12a', ',', '💧'];
    for (let i = 0; i < pieces.length ** 3; i++) {
      const query = [i, Math.floor(i / 13), Math.floor(i / 169)].map((n) => pieces[n % 13]).join('');
      expect(search(query, 4).length).toBeLessThanOrEqual(4);
    }
  });

  it('folds text the way people type it', () => {
    expect(foldText("  's-Gravenhaagse  Weg. ")).toBe('s gravenhaagse weg');
    expect(foldText('Curaçaolaan')).toBe('curacaolaan');
  });
});
