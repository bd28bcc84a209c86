/**
 * What a municipality's data are, as DCAT 3 in JSON-LD with the core of DCAT-AP-NL: a catalogue, its datasets and where they stream
 * from. Addresses are relative to the file itself, so that it holds wherever the site stands.
 */
import { type DatasetKey, datasetKeys, type LeafletSource, leafletFacts, leafletIds, listDatasets } from './leaflet.ts';
import type { Municipality } from './municipality.ts';
import { rdToLonLat } from './rd.ts';

export const CATALOG_FILE = 'catalog.jsonld';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  geosparql: 'http://www.opengis.net/ont/geosparql#',
} as const;

const AUTHORITY = 'http://publications.europa.eu/resource/authority/';

interface Form {
  /** EPSG: of what streams, not of the files that it was made of. */
  readonly crs: number;
  /** As IANA names it, where it does. */
  readonly mediaType?: string;
  /** In the European list of file types, where it is there. */
  readonly fileType?: string;
}

const cartesian: Form = { crs: 4978, mediaType: 'application/json', fileType: 'JSON' };
const rd: Form = { crs: 28992, mediaType: 'application/json', fileType: 'JSON' };
const withHeights: Form = { ...rd, crs: 7415 };

const forms: Readonly<Record<DatasetKey, Form>> = {
  terrain: { crs: 4979 },
  heights: { crs: 7415, mediaType: 'image/tiff', fileType: 'TIFF' },
  buildings: cartesian,
  buildingTable: withHeights,
  map: { crs: 3857, mediaType: 'image/webp' },
  streets: withHeights,
  trees: cartesian,
  addresses: rd,
  waterBarriers: withHeights,
  flood: withHeights,
  solar: rd,
  claims: withHeights,
  crowd: rd,
  counts: rd,
  planArea: rd,
};

const isAddress = /^https?:\/\/[^\s<>"]+$/;

/** Licences by the name that data stewards write; another one is told as it stands. */
const licences: readonly (readonly [RegExp, string])[] = [
  [/^cc0/i, 'CC0'],
  [/^cc[- ]by[- ]sa[- ]4/i, 'CC_BYSA_4_0'],
  [/^cc[- ]by[- ]4/i, 'CC_BY_4_0'],
  [/^(pdm|public domain)/i, 'PDM'],
];

function tellLicence(licence: string) {
  const known = licences.find(([pattern]) => pattern.test(licence));
  if (known) return { '@id': `${AUTHORITY}licence/${known[1]}` };
  if (isAddress.test(licence)) return { '@id': licence };
  return { '@type': 'dct:LicenseDocument', 'rdfs:label': licence };
}

const inBoth = ({ nl, en }: { readonly nl: string; readonly en: string }) => [
  { '@language': 'nl', '@value': nl },
  { '@language': 'en', '@value': en },
];

/** A year, a month or a day, each with its own type. */
const tellDate = (date: string) => ({
  '@type': `xsd:${['gYear', 'gYearMonth', 'date'][date.split('-').length - 1] ?? 'date'}`,
  '@value': date,
});

function tellPlace([west, south, east, north]: Municipality['extent']) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x = 0, y = 0]) => {
    const { lon, lat } = rdToLonLat({ x, y });
    return `${lon.toFixed(6)} ${lat.toFixed(6)}`;
  });
  return {
    '@type': 'dct:Location',
    'dcat:bbox': { '@type': 'geosparql:wktLiteral', '@value': `POLYGON((${ring.join(', ')}))` },
  };
}

const crsOf = (code: number) => ({ '@id': `http://www.opengis.net/def/crs/EPSG/0/${code}`, '@type': 'dct:Standard' });
const agent = (name: string) => ({ '@type': 'foaf:Agent', 'foaf:name': name });

/** Whom to ask: as far as the municipality says; else only who it is. */
function tellContact({ name, leaflets }: Municipality) {
  const { organisation = name, department, contact, email, website } = leaflets ?? {};
  return {
    '@type': 'vcard:Organization',
    'vcard:fn': contact ? inBoth(contact) : [organisation, department].filter(Boolean).join(', '),
    ...(email && { 'vcard:hasEmail': { '@id': `mailto:${email}` } }),
    ...(website && { 'vcard:hasURL': { '@id': website } }),
  };
}

/** For which questions it is used, how accurate it is where that is known, and what a reader must know. */
function describeUse({ key, source }: LeafletSource) {
  const { accuracyM, note, holder, title } = source;
  const used = leafletIds.filter((id) => leafletFacts[id].sources.includes(key)).join(', ');
  return {
    nl: [
      `${title.nl}, van ${holder}.`,
      used && `Gebruikt bij: ${used}.`,
      accuracyM !== undefined && `Standaardafwijking: ${accuracyM} m.`,
      note?.nl,
    ]
      .filter(Boolean)
      .join(' '),
    en: [
      `${title.en}, by ${holder}.`,
      used && `Used in: ${used}.`,
      accuracyM !== undefined && `Standard error: ${accuracyM} m.`,
      note?.en,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** Of what was made: only what has an address is there to be had. `base`: where `municipality.json` stands, for a file that leaves it. */
export function makeCatalog(municipality: Municipality, base?: string) {
  const { id, name, fictional, leaflets, extent } = municipality;
  const place = tellPlace(extent);
  const contact = tellContact(municipality);
  const datasets = datasetKeys.flatMap((key) => listDatasets(municipality, key)).filter(({ url }) => url !== undefined);
  const resolve = (url: string) => (base === undefined ? url : new URL(url, base).href);
  const dataset = (told: LeafletSource) => {
    const { source, key, url = '' } = told;
    const { crs, mediaType, fileType } = forms[key];
    const slug = encodeURIComponent(told.id.replaceAll(' ', '-'));
    return {
      '@id': `#${slug}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': `${id}/${slug}`,
      'dct:title': inBoth(source.title),
      'dct:description': inBoth(describeUse(told)),
      'dct:publisher': agent(source.holder),
      'dcat:contactPoint': contact,
      'dct:accessRights': { '@id': `${AUTHORITY}access-right/PUBLIC` },
      'dct:language': { '@id': `${AUTHORITY}language/NLD` },
      'dcat:theme': { '@id': `${AUTHORITY}data-theme/REGI` },
      'dct:license': tellLicence(source.licence),
      'dct:modified': tellDate(source.date),
      'dct:temporal': {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': tellDate(source.date),
        'dcat:endDate': tellDate(source.date),
      },
      'dct:spatial': place,
      'dct:conformsTo': crsOf(crs),
      ...(source.url && isAddress.test(source.url) && { 'dcat:landingPage': { '@id': source.url } }),
      'dcat:distribution': {
        '@id': `#${slug}-file`,
        '@type': 'dcat:Distribution',
        'dct:title': inBoth(source.title),
        // Places for numbers of tiles are no part of an address.
        'dcat:accessURL': { '@id': resolve(url.replace(/\{.*$/, '') || './') },
        'dct:license': tellLicence(source.licence),
        ...(mediaType && {
          'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
        }),
        ...(fileType && { 'dct:format': { '@id': `${AUTHORITY}file-type/${fileType}` } }),
        'dct:conformsTo': crsOf(crs),
      },
    };
  };
  return {
    '@context': context,
    '@id': '',
    '@type': 'dcat:Catalog',
    'dct:title': inBoth({ nl: `Gegevens van de 3D-kaart van ${name}`, en: `Data of the 3D map of ${name}` }),
    'dct:description': inBoth({
      nl: `Waarop de antwoorden van de 3D-kaart rusten.${fictional ? ' Deze gemeente is fictief.' : ''}`,
      en: `What the answers of the 3D map rest on.${fictional ? ' This municipality is fictional.' : ''}`,
    }),
    'dct:publisher': agent(leaflets?.organisation ?? name),
    'dcat:contactPoint': contact,
    'dct:language': { '@id': `${AUTHORITY}language/NLD` },
    'dct:spatial': place,
    'dcat:dataset': datasets.map(dataset),
  };
}

export const catalogToJson = (municipality: Municipality, base?: string): string =>
  `${JSON.stringify(makeCatalog(municipality, base), undefined, 2)}\n`;
