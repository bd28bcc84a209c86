/** Words of the shared part of leaflets; fetched when a leaflet is unfolded. */
import type { LeafletId, LeafletText } from '../../model/leaflet.ts';
import { leafletsEn } from './leaflets-en.ts';
import { leafletsNl } from './leaflets-nl.ts';

const nl = {
  records: leafletsNl,
  purpose: 'Waarvoor dit is (doelbinding)',
  choices: 'Keuzes',
  decides: 'Wie beslist',
  legalBasis: 'Wettelijke grondslag',
  objection: 'Niet mee eens?',
  contact: 'Wie u kunt vragen',
  notFilled: 'Niet ingevuld door de gemeente.',
  code: 'Lees de hele methode',
  codeAt: 'Bovenaan in de broncode staan aannamen en literatuur:',
  quality: (accuracy: string) => `Nauwkeurig op ongeveer ${accuracy}.`,
  noQuality: 'Hoe nauwkeurig, staat niet bij de bron.',
  print: 'Druk af',
  files: 'Bestanden',
  register: 'Algoritmeregister',
  catalog: 'Gegevens (DCAT)',
  filesHint: 'Voor het algoritmeregister: wat alleen de gemeente weet, staat erin als open.',
  /** Of the register's file and of Markdown. */
  question: 'Vraag',
  open: 'Open: in te vullen door de gemeente',
};

export type LeafletsText = Omit<typeof nl, 'records'> & { readonly records: Readonly<Record<LeafletId, LeafletText>> };

const en: LeafletsText = {
  records: leafletsEn,
  purpose: 'What this is for (purpose limitation)',
  choices: 'Choices',
  decides: 'Who decides',
  legalBasis: 'Legal basis',
  objection: 'You disagree?',
  contact: 'Whom to ask',
  notFilled: 'Not filled in by the municipality.',
  code: 'Read the whole method',
  codeAt: 'Assumptions and literature stand at the top of the source code:',
  quality: (accuracy) => `Accurate to about ${accuracy}.`,
  noQuality: 'How accurate it is, the source does not say.',
  print: 'Print',
  files: 'Files',
  register: 'Algorithm register',
  catalog: 'Data (DCAT)',
  filesHint: 'For the algorithm register: what only the municipality knows is in it as open.',
  question: 'Question',
  open: 'Open: for the municipality to fill in',
};

export const leafletsText: Record<'nl' | 'en', LeafletsText> = { nl, en };
