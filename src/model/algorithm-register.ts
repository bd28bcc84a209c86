/**
 * A question's leaflet as an entry for the national algorithm register: the fields of metadata schema 0.3.1. Only what is known is
 * filled; what the municipality has to say, or to weigh, is named as open and never guessed.
 */
import { type CsvCell, writeCsv } from './csv.ts';
import {
  type LeafletAnswer,
  type LeafletId,
  type LeafletText,
  leafletFacts,
  listLeafletSources,
  readSayings,
} from './leaflet.ts';
import type { Municipality } from './municipality.ts';

const STANDARD = '0.3.1';

/** In the order of the schema. */
export const registerFields = [
  'name',
  'description_short',
  'organization',
  'department',
  'contact_email',
  'area',
  'domain',
  'status',
  'decision_making_process',
  'goal',
  'impact',
  'risks',
  'risk_category',
  'proportionality',
  'lawful_basis',
  'training_data',
  'source_data',
  'connected_data_sources',
  'algorithm_type',
  'description',
  'monitoring',
  'type',
  'human_intervention',
  'objection_procedure',
  'standard_version',
  'lang',
  'publication_date',
  'last_change_date',
  'revision_date',
] as const;
type RegisterField = (typeof registerFields)[number];

export interface RegisterEntry {
  /** Of the question. */
  readonly id: LeafletId;
  readonly fields: { readonly [F in RegisterField]?: string };
  /** What the municipality still has to fill in. */
  readonly open: readonly RegisterField[];
}

export interface LeafletWords {
  readonly language: 'nl' | 'en';
  readonly answers: Readonly<Record<LeafletId, LeafletAnswer>>;
  readonly records: Readonly<Record<LeafletId, LeafletText>>;
}

export function makeRegisterEntry(
  municipality: Municipality,
  id: LeafletId,
  { language, answers, records }: LeafletWords,
): RegisterEntry {
  const [answer, text, facts] = [answers[id], records[id], leafletFacts[id]];
  const { leaflets, name, fictional } = municipality;
  const sayings = readSayings(municipality, id);
  const sources = listLeafletSources(municipality, id);
  const decides = sayings.decides?.[language] ?? text.decides;
  const known: { readonly [F in RegisterField]?: string | undefined } = {
    name: answer.title,
    description_short: text.short,
    organization: leaflets?.organisation ?? name,
    department: leaflets?.department,
    contact_email: leaflets?.email,
    area: fictional ? `${name} (${language === 'nl' ? 'fictief' : 'fictional'})` : name,
    domain: facts.domain,
    decision_making_process: decides,
    goal: text.purpose,
    impact: text.impact,
    risks: [...answer.limits, ...answer.uncertainty].join('\n'),
    lawful_basis: sayings.legalBasis?.[language],
    training_data: language === 'nl' ? 'Geen: er is niets getraind.' : 'None: nothing was trained.',
    source_data: sources
      .map(({ source }) => `${source.title[language]}, ${source.holder}, ${source.date}, ${source.licence}`)
      .join('\n'),
    connected_data_sources: sources.map(({ id: dataset }) => dataset).join('\n'),
    algorithm_type: text.kind,
    description: [answer.computes, answer.method, text.choices, facts.engine].join('\n'),
    human_intervention: decides,
    objection_procedure: sayings.objection?.[language],
    standard_version: STANDARD,
    lang: language,
  };
  const isFilled = (field: RegisterField) => (known[field] ?? '') !== '';
  return {
    id,
    fields: Object.fromEntries(registerFields.filter(isFilled).map((field) => [field, known[field]])),
    open: registerFields.filter((field) => !isFilled(field)),
  };
}

export const registerToJson = (entries: readonly RegisterEntry[]): string =>
  `${JSON.stringify({ standard_version: STANDARD, algorithms: entries.map(({ id, fields, open }) => ({ id, ...fields, open })) }, undefined, 2)}\n`;

/** A row for each entry; the last column names what is open. */
export function registerToCsv(entries: readonly RegisterEntry[]): string {
  const rows = entries.map(({ id, fields, open }): readonly CsvCell[] => [
    id,
    ...registerFields.map((field) => fields[field]),
    open.join(' '),
  ]);
  return writeCsv([['id', ...registerFields, 'open'], ...rows], '.');
}
