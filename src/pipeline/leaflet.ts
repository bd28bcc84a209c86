/** `cli leaflet`: leaflets of a made municipality's questions, for the algorithm register, as DCAT, or to read. */
import { makeRegisterEntry, registerToCsv, registerToJson } from '../model/algorithm-register.ts';
import { catalogToJson } from '../model/data-catalog.ts';
import { InputError } from '../model/input-error.ts';
import { findLeafletGaps, type LeafletId, leafletIds } from '../model/leaflet.ts';
import type { Municipality } from '../model/municipality.ts';
import { leafletAnswers } from '../ui/text/leaflet-answers.ts';
import { leafletsText } from '../ui/text/leaflets.ts';
import { writeLeafletMarkdown } from './leaflet/markdown.ts';
import { findMade, readMade } from './pack.ts';

type LeafletForm = 'register' | 'dcat' | 'markdown';

export interface LeafletRun {
  readonly question?: LeafletId;
  readonly for: LeafletForm;
  readonly format: 'json' | 'csv';
  readonly language: 'nl' | 'en';
}

interface LeafletReport {
  readonly text: string;
  readonly notes: readonly string[];
}

type Writer = (municipality: Municipality, ids: readonly LeafletId[], run: LeafletRun) => LeafletReport;

const wordsOf = (language: 'nl' | 'en', municipality: Municipality) => ({
  language,
  answers: leafletAnswers(language, municipality),
  records: leafletsText[language].records,
});

const writers: Readonly<Record<LeafletRun['for'], Writer>> = {
  register(municipality, ids, { format, language }) {
    const words = wordsOf(language, municipality);
    const entries = ids.map((id) => makeRegisterEntry(municipality, id, words));
    return {
      text: format === 'csv' ? registerToCsv(entries) : registerToJson(entries),
      notes: entries.map(({ id, open }) => `${id}: open, for the municipality to fill in: ${open.join(', ')}`),
    };
  },
  dcat: (municipality) => ({ text: catalogToJson(municipality), notes: [] }),
  markdown: (municipality, ids, { language }) => ({
    text: writeLeafletMarkdown(municipality, ids, wordsOf(language, municipality)),
    notes: [],
  }),
};

/** Throws InputError when a source lacks what a leaflet needs. */
export function makeLeaflets(place: string, run: LeafletRun): LeafletReport {
  const municipality = readMade(findMade(place));
  const [gap] = findLeafletGaps(municipality);
  if (gap) throw new InputError(`${place}: ${gap.dataset}: ${gap.field} is not filled in.`);
  return writers[run.for](municipality, run.question ? [run.question] : leafletIds, run);
}
