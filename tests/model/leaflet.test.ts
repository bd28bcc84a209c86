import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  makeRegisterEntry,
  registerFields,
  registerToCsv,
  registerToJson,
} from '../../src/model/algorithm-register.ts';
import { makeCatalog } from '../../src/model/data-catalog.ts';
import { findLeafletGaps, leafletFacts, leafletIds, listLeafletSources, readSayings } from '../../src/model/leaflet.ts';
import { parseMunicipality } from '../../src/model/municipality.ts';
import { questionIds } from '../../src/model/question-ids.ts';
import { leafletAnswers } from '../../src/ui/text/leaflet-answers.ts';
import { leafletsText } from '../../src/ui/text/leaflets.ts';

const steward: Record<string, object> = JSON.parse(readFileSync('data/markerwaard/municipality.json', 'utf8'));
/** As the data steward wrote it, with one dataset that streams. */
const read = (change: object = {}) => parseMunicipality({ ...steward, ...change }, 'municipality.json');
const town = read();
const both = ['nl', 'en'] as const;

function entryOf(change: object = {}) {
  const changed = read(change);
  const { records } = leafletsText.nl;
  return makeRegisterEntry(changed, 'flood', { language: 'nl', answers: leafletAnswers('nl', changed), records });
}

describe('leaflets', () => {
  it('are there for every question, whole, in both languages', () => {
    expect(leafletIds).toEqual(expect.arrayContaining([...questionIds]));
    for (const language of both) {
      const answers = leafletAnswers(language, town);
      for (const id of leafletIds) {
        const record = leafletsText[language].records[id];
        const { limits, uncertainty, ...told } = answers[id];
        const texts = [...Object.values(record), ...Object.values(told), ...limits, ...uncertainty];
        for (const text of texts) expect(text.trim().length, `${language} ${id}`).toBeGreaterThan(10);
        expect(limits.length * uncertainty.length, id).toBeGreaterThan(0);
        expect(record.short.length, `${language} ${id}`).toBeLessThanOrEqual(150);
      }
    }
  });

  it('name a module with a header, and sources that the municipality has', () => {
    for (const id of leafletIds) {
      expect(readFileSync(leafletFacts[id].engine, 'utf8'), id).toMatch(/^\/\*\*/);
      // Tables of buildings come with the build.
      if (!['age', 'height'].includes(id)) expect(listLeafletSources(town, id).length, id).toBeGreaterThan(0);
    }
  });

  it('take from the municipality what only it can say, of one question before all', () => {
    const basis = (nl: string) => ({ nl, en: nl });
    const told = read({
      leaflets: { legalBasis: basis('algemeen'), questions: { flood: { legalBasis: basis('voor water') } } },
    });
    expect(readSayings(told, 'flood').legalBasis?.nl).toBe('voor water');
    expect(readSayings(told, 'heat').legalBasis?.nl).toBe('algemeen');
    expect(readSayings(told, 'heat').objection).toBeUndefined();
    expect(() => read({ leaflets: { questions: { floods: {} } } })).toThrow('leaflets.questions');
  });

  it('tell what a source does not say', () => {
    expect(findLeafletGaps(town)).toEqual([]);
    const terrain = steward.terrain as { source: object };
    const source = { ...terrain.source, licence: ' ', date: '2026-02-30' };
    expect(findLeafletGaps(read({ terrain: { ...terrain, source } }))).toMatchObject([
      { dataset: 'terrain', field: 'source.licence', questions: ['flood', 'solar', 'claims'] },
      { dataset: 'terrain', field: 'source.date' },
    ]);
  });
});

describe('the entry for the algorithm register', () => {
  it('fills what is known and names the rest', () => {
    const { fields, open } = entryOf();
    expect([...Object.keys(fields), ...open].sort()).toEqual([...registerFields].sort());
    expect(open).toEqual(expect.arrayContaining(['lawful_basis', 'status', 'risk_category', 'publication_date']));
    expect(fields.source_data).toContain('Hoogte van de grond (verzonnen), Gemeente Markerwaard (fictief), 2026-01-01');
    expect(fields.area).toBe('Markerwaard (fictief)');
  });

  it('has no longer open what the municipality says', () => {
    const { fields, open } = entryOf({
      leaflets: { legalBasis: { nl: 'Omgevingswet', en: 'Omgevingswet' }, email: 'water@voorbeeld.nl' },
    });
    expect(fields).toMatchObject({ lawful_basis: 'Omgevingswet', contact_email: 'water@voorbeeld.nl' });
    expect(open).not.toContain('lawful_basis');
  });

  it('is the same as JSON and as CSV, where nothing becomes a formula', () => {
    const entry = entryOf({ name: '=HYPERLINK("x")' });
    const [json] = JSON.parse(registerToJson([entry])).algorithms;
    expect(json).toMatchObject({ id: 'flood', standard_version: '0.3.1', open: entry.open });
    const csv = registerToCsv([entry]);
    expect(csv).toContain(`id;${registerFields.join(';')};open`);
    expect(csv).toContain(`'=HYPERLINK`);
    expect(csv).not.toMatch(/;"?=/);
  });
});

type Node = Readonly<Record<string, unknown>>;

/** Every prefixed name in it: of properties, and of types. */
function listNames(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(listNames);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '@context' ? [] : [key, ...(key === '@type' ? [String(value)] : listNames(value))],
  );
}

describe('the catalogue', () => {
  const made = read({
    terrain: { ...steward.terrain, files: undefined, url: 'terrain/' },
    map: { ...steward.map, files: undefined, url: 'map/{z}/{x}/{y}.webp' },
  });
  const catalog = makeCatalog(made);
  const datasets: readonly Node[] = catalog['dcat:dataset'];

  it('holds the datasets that stream, with all that DCAT-AP asks of them', () => {
    expect(datasets.map((dataset) => dataset['dct:identifier'])).toEqual(['markerwaard/terrain', 'markerwaard/map']);
    const asked = ['identifier', 'title', 'description', 'publisher', 'license', 'spatial', 'temporal', 'conformsTo'];
    for (const dataset of datasets) {
      for (const name of [...asked, 'accessRights', 'modified']) expect(dataset[`dct:${name}`], name).toBeTruthy();
      for (const name of ['contactPoint', 'theme']) expect(dataset[`dcat:${name}`], name).toBeTruthy();
      const file = dataset['dcat:distribution'] as Node;
      expect(file).toMatchObject({ '@type': 'dcat:Distribution', 'dct:license': dataset['dct:license'] });
      expect(file['dcat:accessURL']).toMatchObject({ '@id': expect.stringMatching(/^(terrain|map)\/$/) });
    }
    expect(catalog).toMatchObject({ '@type': 'dcat:Catalog', 'dct:publisher': { 'foaf:name': 'Markerwaard' } });
  });

  it('uses only names that its context knows', () => {
    const names = listNames(catalog).filter((name) => !name.startsWith('@'));
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) {
      const [prefix = '', rest] = name.split(':');
      expect(Object.keys(catalog['@context']), name).toContain(prefix);
      expect(rest, name).toMatch(/^[A-Za-z]+$/);
    }
  });

  it('has its place in degrees, longitude first, and a closed ring', () => {
    const box = catalog['dct:spatial']['dcat:bbox']['@value'];
    const points = [...box.matchAll(/(\d+\.\d+) (\d+\.\d+)/g)].map(([, lon, lat]) => [Number(lon), Number(lat)]);
    expect(points).toHaveLength(5);
    expect(points[0]).toEqual(points[4]);
    for (const [lon = 0, lat = 0] of points) {
      expect(lon).toBeCloseTo(5.26, 1);
      expect(lat).toBeCloseTo(52.56, 1);
    }
  });

  it('knows licences by their address, and tells others as they stand', () => {
    const licenceOf = (licence: string) => {
      const source = { ...(steward.terrain as { source: object }).source, licence };
      const [dataset] = makeCatalog(read({ terrain: { url: 'terrain/', source } }))['dcat:dataset'];
      return dataset?.['dct:license'];
    };
    expect(licenceOf('CC BY 4.0')).toEqual({
      '@id': 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0',
    });
    expect(licenceOf('Alleen intern')).toEqual({ '@type': 'dct:LicenseDocument', 'rdfs:label': 'Alleen intern' });
  });

  it('leaves the site with whole addresses', () => {
    const [first] = makeCatalog(made, 'https://stad.example/made/markerwaard/')['dcat:dataset'];
    expect(first?.['dcat:distribution']['dcat:accessURL']['@id']).toBe(
      'https://stad.example/made/markerwaard/terrain/',
    );
  });
});
