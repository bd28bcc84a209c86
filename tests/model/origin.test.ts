import { describe, expect, it } from 'vitest';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { isExactOrigin, originOf } from '../../src/model/origin.ts';
import { hamlet } from '../fixtures/small-municipality.ts';

describe('the origin of an address', () => {
  it.each([
    ['https://api.pdok.nl/kadaster/x?y#z', 'https://api.pdok.nl'],
    ['https://API.PDOK.nl:443/', 'https://api.pdok.nl'],
    ['http://localhost:8080/a', 'http://localhost:8080'],
    ['https://[::1]:8443/a', 'https://[::1]:8443'],
    ['https://data.nl/{z}/{x}/{y}.png', 'https://data.nl'],
    ['https://gemeenté.nl/', 'https://xn--gemeent-hya.nl'],
  ])('%s is %s', (address, origin) => expect(originOf(address)).toBe(origin));

  it.each([
    'made/x.json',
    '//other.nl/x',
    'ftp://data.nl/',
    'javascript:alert(1)',
    'data:text/plain,x',
    'https://*.nl/',
    "https://'self'.nl/",
    'https://a.nl;script-src/',
    'https://{s}.tiles.nl/',
    'https://-a.nl/',
    'https://',
  ])('%s has none', (address) => expect(originOf(address)).toBeUndefined());
});

describe('sites that may embed', () => {
  it.each(['https://www.gemeente.nl', 'https://www.gemeente.nl:8443', 'http://localhost:3000'])('%s is one', (text) =>
    expect(isExactOrigin(text)).toBe(true),
  );

  it.each([
    'https://www.gemeente.nl/',
    'https://www.gemeente.nl/pagina',
    'https://*.gemeente.nl',
    'HTTPS://www.gemeente.nl',
    'https://gebruiker@www.gemeente.nl',
    'https://www.gemeente.nl:443',
    'http://www.gemeente.nl',
    'www.gemeente.nl',
    "https://a.nl 'unsafe-inline'",
    'https://a.nl; script-src *',
    'https://a.nl\nX-Evil: 1',
    '*',
    'null',
    '',
  ])('"%s" is refused, with file and field', (text) => {
    expect(isExactOrigin(text)).toBe(false);
    const json = { ...hamlet, embedders: ['https://www.gemeente.nl', text] };
    expect(() => parseMunicipality(json, 'data/x/municipality.json')).toThrow(
      /data\/x\/municipality\.json.*embedders\.1: expected an exact origin/,
    );
  });
});
