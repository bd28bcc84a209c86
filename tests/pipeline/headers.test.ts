import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { listSitePolicy } from '../../src/model/security-headers.ts';
import { planPeople } from '../../src/pipeline/build/people-steps.ts';
import { addHeadersCommand } from '../../src/pipeline/headers/command.ts';
import { serverKinds } from '../../src/pipeline/headers/server-config.ts';
import { makeHeaders } from '../../src/pipeline/headers.ts';
import { serveFolder } from '../../src/pipeline/serve.ts';
import { callCommand } from '../fixtures/call-command.ts';
import { findServer, runServer } from '../fixtures/run-server.ts';
import { hamlet } from '../fixtures/small-municipality.ts';

const source = { title: { nl: 'x', en: 'x' }, holder: 'x', date: '2026', licence: 'CC0-1.0' };
const one = {
  ...hamlet,
  terrain: { url: 'https://api.pdok.nl/terrain', heightDatum: 'ellipsoid', source },
  embedders: ['https://www.gemeente.nl', 'http://localhost:3000'],
  security: { contact: ['mailto:security@proefdam.nl'] },
};
const two = { ...hamlet, id: 'tweede', embedders: ['https://www.tweede.nl'] };
const page = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head></html>`;

let work: string;
let dist: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'headers-'));
  dist = join(work, 'dist');
  for (const [id, municipality] of Object.entries({ one, two })) {
    mkdirSync(join(dist, 'made', id), { recursive: true });
    writeFileSync(join(dist, 'made', id, 'municipality.json'), JSON.stringify(municipality));
  }
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), page);
  writeFileSync(join(dist, 'embed.js'), 'void 0;');
  writeFileSync(join(dist, 'assets/index-abcd1234.js'), 'void 0;');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** All that depends on the policy; also those that must not be there. */
const watched = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'cross-origin-resource-policy',
  'access-control-allow-origin',
  'x-frame-options',
];
const asks = ['/', '/embed.js', '/assets/index-abcd1234.js', '/made/one/municipality.json', '/not/there.js'].flatMap(
  (path) =>
    [undefined, 'https://www.gemeente.nl', 'https://evil.example', 'https://wwwxgemeente.nl'].map(
      (origin) => [path, origin] as const,
    ),
);

async function listAnswers(address: string) {
  const answers: Record<string, Record<string, string | null>> = {};
  for (const [path, origin] of asks) {
    const { headers } = await fetch(address + path, origin === undefined ? {} : { headers: { Origin: origin } });
    answers[`${path} for ${origin}`] = {
      ...Object.fromEntries(watched.map((name) => [name, headers.get(name)])),
      vary: String(/\bOrigin\b/.test(headers.get('vary') ?? '')),
    };
  }
  return answers;
}

describe('headers of a site', () => {
  it('are the same from the built-in server, nginx and Apache, for every file and every site that asks', async (context) => {
    const own = await serveFolder(dist, { port: 0, host: '127.0.0.1' });
    const expected = await listAnswers(new URL(own.addresses[0] ?? '').origin);
    await own.close();
    expect(expected['/ for https://www.gemeente.nl']).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': 'https://www.gemeente.nl',
      'content-security-policy': expect.stringMatching(
        /connect-src 'self' data: blob: https:\/\/api\.pdok\.nl;.*frame-ancestors 'self' http:\/\/localhost:3000 https:\/\/www\.gemeente\.nl https:\/\/www\.tweede\.nl$/,
      ),
      vary: 'true',
    });
    expect(expected['/assets/index-abcd1234.js for https://www.gemeente.nl']).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'access-control-allow-origin': null,
      vary: 'false',
    });
    const missing: string[] = [];
    for (const [kind, program] of [
      ['nginx', 'nginx'],
      ['apache', 'apache2'],
    ] as const) {
      if (findServer(program) === undefined) {
        missing.push(program);
        continue;
      }
      const { config } = await makeHeaders(dist, { for: kind });
      const server = await runServer(program, join(work, kind), dist, config);
      try {
        expect(await listAnswers(server.address), kind).toEqual(expected);
        const { headers } = await fetch(server.address);
        expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      } finally {
        await server.stop();
      }
    }
    if (missing.length > 0) context.skip(`${missing.length} of 2 servers are not here: ${missing.join(', ')}`);
  });

  it('stay on every file of the example for nginx, which hides what is hidden and never answers the page for another', async (context) => {
    if (findServer('nginx') === undefined) return context.skip('1 example is not tried: nginx is not here');
    const { config } = await makeHeaders(dist, { for: 'nginx' });
    const example = readFileSync('docs/container-site.conf', 'utf8');
    writeFileSync(join(dist, '.hidden'), 'secret');
    const server = await runServer('nginx', join(work, 'example'), dist, config, (_, root, port, headers) =>
      example
        .replace('listen 8080', `listen 127.0.0.1:${port}`)
        .replace('/usr/share/nginx/html', root)
        .replace('/etc/nginx/tweelingstad/headers.conf', headers),
    );
    try {
      const ask = (path: string) => fetch(server.address + path);
      for (const path of ['/', '/assets/index-abcd1234.js', '/not/there.js', '/.hidden'])
        expect((await ask(path)).headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect((await ask('/assets/index-abcd1234.js')).headers.get('cache-control')).toBe('max-age=31536000');
      expect((await ask('/')).headers.get('cache-control')).toBe('no-cache');
      expect((await ask('/.well-known/security.txt')).status).toBe(200);
      for (const path of ['/.hidden', '/not/there.js', '/made/', '/made/.well-known/security.txt'])
        expect([403, 404], path).toContain((await ask(path)).status);
    } finally {
      await server.stop();
    }
  });

  it('stand in the page too, and say what was done', async () => {
    const { out, told } = await callCommand(addHeadersCommand, dist, '--for', 'nginx');
    expect(out).toContain('add_header Content-Security-Policy "default-src');
    expect(told).toContain('proefdam, tweede');
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toContain(
      "connect-src 'self' data: blob: https://api.pdok.nl;",
    );
    expect(readFileSync(join(dist, '.well-known/security.txt'), 'utf8')).toMatch(
      /^Contact: mailto:security@proefdam\.nl\n/,
    );
    const again = await makeHeaders(dist, { for: 'apache' });
    expect(again.notes.join()).not.toContain('index.html');
  });

  it('take no line from a name', async () => {
    const sly = join(work, 'sly.json');
    writeFileSync(sly, JSON.stringify({ ...two, id: 'x\nadd_header X-Sly 1;\r\nHeader set X-Sly 1' }));
    for (const kind of serverKinds) {
      const { config } = await makeHeaders(dist, { for: kind, municipality: [sly] });
      expect(config).not.toMatch(/^(add_header|Header set) X-Sly/m);
    }
  });

  it('follow the municipalities that are named instead', async () => {
    const municipality = [join(dist, 'made/two/municipality.json')];
    const { embedders, data, notes } = await makeHeaders(dist, { for: 'nginx', municipality });
    expect({ embedders, data }).toEqual({ embedders: ['https://www.tweede.nl'], data: [] });
    expect(notes.join('\n')).toContain('no .well-known/security.txt');
  });

  it('open the host of live counts, which the build keeps', () => {
    const live = { url: 'https://sensors.example/v1.1', datastreams: [], refreshSeconds: 60 };
    const counts = { files: ['counts.csv'], gates: 'gates.geojson', source, live };
    const { made } = planPeople('.', parseMunicipality({ ...hamlet, counts }, 'm.json'), {
      paths: (dataset) => [...(dataset?.files ?? [])],
      terrainFiles: [],
      heightReader: () => Promise.reject(new Error('no heights')),
    });
    const policy = listSitePolicy([parseMunicipality({ ...hamlet, ...made }, 'made.json')]);
    expect(policy.data).toEqual(['https://sensors.example']);
  });

  it('are refused for a folder without viewer and for a file that is wrong, with file and field', async () => {
    await expect(makeHeaders(work, { for: 'nginx' })).rejects.toThrow(/index\.html is missing/);
    const wrong = join(work, 'wrong.json');
    writeFileSync(wrong, JSON.stringify({ ...two, embedders: ['*'] }));
    await expect(makeHeaders(dist, { for: 'nginx', municipality: [wrong] })).rejects.toThrow(
      /wrong\.json.*embedders\.0/,
    );
    expect(existsSync(join(dist, 'index.html'))).toBe(true);
  });
});
