import { describe, expect, it } from 'vitest';
import { parseMunicipality } from '../../src/model/municipality.ts';
import {
  listHeaders,
  listPathHeaders,
  listSitePolicy,
  SHARED_PATH,
  toContentPolicy,
} from '../../src/model/security-headers.ts';
import { toSecurityText } from '../../src/model/security-text.ts';
import { hamlet } from '../fixtures/small-municipality.ts';

const source = {
  title: { nl: 'Bron', en: 'Source' },
  holder: 'Kadaster',
  date: '2026',
  licence: 'CC-BY-4.0',
  url: 'https://www.pdok.nl/introductie',
};
const live = parseMunicipality(
  {
    ...hamlet,
    terrain: { url: 'https://api.pdok.nl/kadaster/terrain', heightDatum: 'ellipsoid', source },
    buildings: [
      { id: 'a', title: source.title, url: 'https://data.3dbag.nl/v1/tileset.json', heightDatum: 'ellipsoid', source },
      { id: 'b', title: source.title, url: 'tiles/tileset.json', heightDatum: 'nap', source },
    ],
    map: { url: 'https://service.pdok.nl/brt/{z}/{x}/{y}.png', source },
    heights: undefined,
    embedders: ['https://www.gemeente.nl', 'https://plannen.gemeente.nl'],
  },
  'live',
);
const own = parseMunicipality({ ...hamlet, embedders: ['https://www.proefdam.nl'] }, 'own');

const directives = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );

describe('the policy of a site', () => {
  it('opens no other host where all is made', () => {
    const policy = directives(toContentPolicy(listSitePolicy([own]), 'header'));
    for (const [name, sources] of Object.entries(policy))
      if (name !== 'frame-ancestors')
        expect(
          sources.filter((item) => /\./.test(item)),
          name,
        ).toEqual([]);
    expect(policy['default-src']).toEqual(["'none'"]);
  });

  it('opens the hosts that datasets name, to pictures only those of the map, and not those of texts about them', () => {
    const policy = directives(toContentPolicy(listSitePolicy([live]), 'header'));
    expect(policy['connect-src']).toEqual([
      "'self'",
      'data:',
      'blob:',
      'https://api.pdok.nl',
      'https://data.3dbag.nl',
      'https://service.pdok.nl',
    ]);
    expect(policy['img-src']).toEqual(["'self'", 'data:', 'blob:', 'https://service.pdok.nl']);
    expect(JSON.stringify(policy)).not.toContain('www.pdok.nl');
  });

  it('opens the host of live counts', () => {
    const counted = parseMunicipality(
      {
        ...hamlet,
        counts: {
          ...{ url: 'counts/counts.json', source },
          live: {
            url: 'https://tellingen.proefdam.nl/FROST/v1.1',
            datastreams: [{ gate: 'A', direction: 'in', id: '1' }],
            refreshSeconds: 60,
          },
        },
      },
      'counted',
    );
    const policy = toContentPolicy(listSitePolicy([counted]), 'in-page');
    expect(directives(policy)['connect-src']).toContain('https://tellingen.proefdam.nl');
  });

  it('is the union of its municipalities', () => {
    const { embedders, data } = listSitePolicy([live, own]);
    expect(embedders).toEqual(['https://plannen.gemeente.nl', 'https://www.gemeente.nl', 'https://www.proefdam.nl']);
    expect(data).toHaveLength(3);
  });

  it('lets no text become code, in the header and in the page', () => {
    for (const place of ['header', 'in-page'] as const) {
      const policy = directives(toContentPolicy(listSitePolicy([live, own]), place));
      expect(policy['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
      expect(policy['style-src']).toEqual(["'self'"]);
      expect(JSON.stringify(policy)).not.toMatch(/'unsafe-(inline|eval|hashes)'|\*|http:/);
    }
  });

  it('names who may show it, where browsers heed that', () => {
    expect(directives(toContentPolicy(listSitePolicy([own]), 'header'))['frame-ancestors']).toEqual([
      "'self'",
      'https://www.proefdam.nl',
    ]);
    expect(toContentPolicy(listSitePolicy([own]), 'in-page')).not.toContain('frame-ancestors');
    expect(listHeaders(listSitePolicy([own])).map(({ name }) => name)).not.toContain('X-Frame-Options');
  });

  it('has values that fit on one line of a header', () => {
    for (const { name, value } of listHeaders(listSitePolicy([live, own]))) {
      expect(name).toMatch(/^[A-Z][A-Za-z-]+$/);
      expect(value).toMatch(/^[ -~]+$/);
      expect(value).not.toContain('"');
    }
  });
});

describe('what other sites may load', () => {
  const policy = listSitePolicy([live]);
  const toRecord = (path: string, origin?: string) =>
    Object.fromEntries(listPathHeaders(policy, path, origin).map(({ name, value }) => [name, value]));

  it.each([
    '/',
    '/twin/',
    '/index.html',
    '/a/b/embed.html',
    '/embed.js',
    '/made/x/municipality.json',
    '/made/x/posters/a.webp',
  ])('%s: from the sites that may embed', (path) => {
    expect(toRecord(path)).toEqual({ 'Cross-Origin-Resource-Policy': 'cross-origin', Vary: 'Origin' });
    expect(toRecord(path, 'https://www.gemeente.nl')).toMatchObject({
      'Access-Control-Allow-Origin': 'https://www.gemeente.nl',
    });
    for (const origin of ['https://evil.example', 'null', 'https://www.gemeente.nl.evil.example'])
      expect(toRecord(path, origin)).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  it.each(['/assets/index-abcd1234.js', '/made/x/tiles/0.glb', '/pack.json', '/made/x/posters/deep/a.glb'])(
    '%s: nobody',
    (path) => {
      expect(toRecord(path, 'https://www.gemeente.nl')).toEqual({ 'Cross-Origin-Resource-Policy': 'same-origin' });
    },
  );

  it('is nothing where nobody may embed', () => {
    expect(listPathHeaders(listSitePolicy([]), '/', 'https://www.gemeente.nl')).toEqual([
      { name: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
    ]);
    // nginx and Apache read it between other signs.
    expect(SHARED_PATH).not.toMatch(/["#\s]/);
  });
});

describe('security.txt', () => {
  const today = new Date('2026-11-23T10:00:00Z');
  const contact = { contact: ['mailto:security@proefdam.nl', 'https://proefdam.nl/lek'] };

  it('names contacts, best first, and ends within a year', () => {
    const lines =
      toSecurityText([contact, { ...contact, policy: 'https://proefdam.nl/cvd' }], today)?.split('\n') ?? [];
    expect(lines).toEqual([
      'Contact: mailto:security@proefdam.nl',
      'Contact: https://proefdam.nl/lek',
      'Expires: 2027-11-22T00:00:00.000Z',
      'Policy: https://proefdam.nl/cvd',
      'Preferred-Languages: nl, en',
      '',
    ]);
  });

  it('is not there without a contact', () => expect(toSecurityText([], today)).toBeUndefined());

  it.each(['', 'security@proefdam.nl', 'http://proefdam.nl', 'mailto:a@b.nl\nPolicy: https://evil.example'])(
    'takes "%s" for no contact',
    (text) =>
      expect(() => parseMunicipality({ ...hamlet, security: { contact: [text] } }, 'm.json')).toThrow(
        /m\.json.*security\.contact\.0/,
      ),
  );
});
