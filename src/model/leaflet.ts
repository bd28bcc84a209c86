/**
 * The leaflet of each question ("bijsluiter") as one record: which datasets it rests on, where its method stands, and what the
 * municipality says of it. Its words are in `ui/text/leaflets.ts`; date, licence and quality of a source are those of
 * `municipality.json`, never typed a second time.
 */
import type { Localised, Municipality, Provenance } from './municipality.ts';
import { type QuestionId, questionIds } from './question-ids.ts';

/** Questions, and the tool that answers one. */
export const leafletIds = [...questionIds, 'window'] as const;
export type LeafletId = QuestionId | 'window';

/** Datasets of `municipality.json` that an answer may rest on. */
export const datasetKeys = [
  'terrain',
  'heights',
  'buildings',
  'buildingTable',
  'map',
  'streets',
  'trees',
  'addresses',
  'waterBarriers',
  'flood',
  'solar',
  'claims',
  'crowd',
  'counts',
  'planArea',
] as const satisfies readonly (keyof Municipality)[];
export type DatasetKey = (typeof datasetKeys)[number];

export interface LeafletFacts {
  /** In the order in which they are told; those that a municipality lacks are left out. */
  readonly sources: readonly DatasetKey[];
  /** Module whose header tells method, assumptions and literature; path in the repository. */
  readonly engine: string;
  /** As the algorithm register names its domains. */
  readonly domain: string;
}

const living = 'housing, living and living environment';
const planning = 'environment, spacial planning and water';

export const leafletFacts: Readonly<Record<LeafletId, LeafletFacts>> = {
  view: { sources: ['buildingTable', 'addresses', 'streets'], engine: 'src/model/view-summary.ts', domain: living },
  age: { sources: ['buildingTable'], engine: 'src/model/histogram.ts', domain: living },
  height: { sources: ['buildingTable'], engine: 'src/model/histogram.ts', domain: living },
  sunlight: { sources: ['buildings', 'heights', 'trees'], engine: 'src/engines/sunlight.ts', domain: living },
  window: { sources: ['buildings', 'heights'], engine: 'src/engines/outlook.ts', domain: living },
  flood: {
    sources: ['terrain', 'map', 'buildings', 'streets', 'flood', 'waterBarriers'],
    engine: 'src/engines/flood/flow-javascript.ts',
    domain: planning,
  },
  solar: {
    sources: ['solar', 'buildings', 'trees', 'terrain', 'buildingTable'],
    engine: 'src/engines/solar.ts',
    domain: planning,
  },
  heat: { sources: ['buildings', 'buildingTable', 'addresses'], engine: 'src/engines/heat-demand.ts', domain: living },
  claims: { sources: ['claims', 'terrain'], engine: 'src/engines/claims.ts', domain: planning },
  crowd: { sources: ['crowd'], engine: 'src/engines/crowd.ts', domain: 'public safety' },
  counts: { sources: ['counts'], engine: 'src/engines/counts.ts', domain: 'traffic and transportation' },
};

export interface LeafletSource {
  /** The dataset's name in `municipality.json`; of buildings with their id. */
  readonly id: string;
  readonly key: DatasetKey;
  readonly source: Provenance;
  /** Where it streams from, once made. */
  readonly url: string | undefined;
}

/** Every dataset of one kind that the municipality has. */
export function listDatasets(municipality: Municipality, key: DatasetKey): readonly LeafletSource[] {
  if (key === 'buildings')
    return municipality.buildings.map(({ id, source, url }) => ({ id: `buildings ${id}`, key, source, url }));
  const found = municipality[key];
  return found ? [{ id: key, key, source: found.source, url: found.url }] : [];
}

/** Of one question, each title once: what was made of a source names the same one. */
export function listLeafletSources(municipality: Municipality, id: LeafletId): readonly LeafletSource[] {
  const titles = new Set<string>();
  return leafletFacts[id].sources
    .flatMap((key) => listDatasets(municipality, key))
    .filter(({ source }) => !titles.has(source.title.nl) && titles.add(source.title.nl));
}

/** What only the municipality can say; absent: it has not said so. */
export interface LeafletSayings {
  readonly legalBasis: Localised | undefined;
  readonly objection: Localised | undefined;
  /** By role, not by name. */
  readonly contact: Localised | undefined;
  readonly decides: Localised | undefined;
}

/** Of one question, and else of all of them. */
export function readSayings({ leaflets }: Municipality, id: LeafletId): LeafletSayings {
  const own = leaflets?.questions?.[id];
  return {
    legalBasis: own?.legalBasis ?? leaflets?.legalBasis,
    objection: own?.objection ?? leaflets?.objection,
    contact: own?.contact ?? leaflets?.contact,
    decides: own?.decides ?? leaflets?.decides,
  };
}

const isDate = (text: string) => {
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const when = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(when.getTime()) && when.toISOString().startsWith(`${year}-${month}-${day}`);
};

/** What a source must say before an answer may rest on it, and when that is not said. */
const required: readonly (readonly [field: string, isMissing: (source: Provenance) => boolean])[] = [
  ['source.title.nl', ({ title }) => title.nl.trim() === ''],
  ['source.title.en', ({ title }) => title.en.trim() === ''],
  ['source.holder', ({ holder }) => holder.trim() === ''],
  ['source.licence', ({ licence }) => licence.trim() === ''],
  ['source.date', ({ date }) => !isDate(date)],
];

export interface LeafletGap {
  readonly dataset: string;
  readonly field: string;
  /** Whose leaflets would lack it. */
  readonly questions: readonly LeafletId[];
}

/** What sources do not say and leaflets need. */
export function findLeafletGaps(municipality: Municipality): readonly LeafletGap[] {
  return datasetKeys.flatMap((key) => {
    const questions = leafletIds.filter((id) => leafletFacts[id].sources.includes(key));
    if (questions.length === 0) return [];
    return listDatasets(municipality, key).flatMap(({ id, source }) =>
      required.filter(([, isMissing]) => isMissing(source)).map(([field]) => ({ dataset: id, field, questions })),
    );
  });
}

/** What a leaflet says of an answer, in one language, when nothing has been asked yet. */
export interface LeafletAnswer {
  /** The question itself. */
  readonly title: string;
  readonly computes: string;
  readonly method: string;
  readonly limits: readonly string[];
  readonly uncertainty: readonly string[];
}

/** What a leaflet says of a use, in one language. */
export interface LeafletText {
  /** At most 150 characters: as much as the algorithm register takes. */
  readonly short: string;
  /** What for, and what not ("doelbinding"). */
  readonly purpose: string;
  readonly choices: string;
  readonly decides: string;
  /** Whom it may touch. */
  readonly impact: string;
  readonly kind: string;
}
