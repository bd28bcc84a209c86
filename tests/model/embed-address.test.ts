import { describe, expect, it } from 'vitest';
import {
  frameAddress,
  fullAddress,
  posterAddress,
  readParts,
  scenarioHash,
  usualParts,
  viewerOf,
  writeParts,
} from '../../src/model/embed-address.ts';

const place = { root: 'https://twin.example/a/', municipality: 'markerwaard' };

describe('addresses of the viewer in a frame', () => {
  it('find the viewer from the address of its municipality', () => {
    expect(viewerOf('https://twin.example/a/made/markerwaard/municipality.json', 'https://x.example/')).toEqual(place);
    expect(viewerOf('../made/markerwaard/municipality.json', 'https://twin.example/a/b/page.html')).toEqual(place);
  });

  it('refuse what is no such address', () => {
    for (const source of [
      '',
      'municipality.json',
      'javascript:alert(1)//made/x/municipality.json',
      'data:text/html,/made/x/municipality.json',
      'https://twin.example/made/../x.json',
      'https://twin.example/made/A b/municipality.json',
    ])
      expect(viewerOf(source, 'https://x.example/page'), source).toBeUndefined();
  });

  it('carry the scenario, its language and what shows', () => {
    const wish = { parts: ['controls', 'search'], scenario: '', language: 'nl', by: 'element' } as const;
    expect(frameAddress(place, wish)).toBe(
      'https://twin.example/a/?embed=element&municipality=markerwaard&parts=search,controls#v=2',
    );
    expect(
      posterAddress(place, { ...wish, parts: [], scenario: 'v=6&lang=nl&claims=', language: 'en', poster: 'haven' }),
    ).toBe('https://twin.example/a/embed.html?municipality=markerwaard&parts=none&poster=haven#v=6&claims=&lang=en');
    expect(fullAddress(place, '#v=2&walk=1', 'nl')).toBe('https://twin.example/a/?municipality=markerwaard#v=2&walk=1');
  });

  it('take a whole address for a scenario, and nonsense for none', () => {
    expect(scenarioHash('https://x.example/?a=1#v=2&question=flood', 'nl')).toBe('v=2&question=flood');
    expect(scenarioHash('plan=haven', 'en')).toBe('v=2&lang=en');
  });

  it('name parts in their order, and leave out what is none', () => {
    expect(readParts(null)).toBe(usualParts);
    expect(readParts('')).toEqual([]);
    expect(readParts('none')).toEqual([]);
    expect(readParts('status, search,unknown')).toEqual(['search', 'status']);
    expect(readParts(writeParts(['time', 'questions']))).toEqual(['questions', 'time']);
  });
});
