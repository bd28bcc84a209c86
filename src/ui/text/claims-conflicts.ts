/** Texts of conflicts between claims: the table, what goes together, the balance, and decisions. */
import type { ConflictKind } from '../../model/claim.ts';

const kinds: Record<ConflictKind, string> = {
  excludes: 'sluiten elkaar uit',
  unknown: 'onbekend',
  combinable: 'gaan samen',
};

const nl = {
  title: (count: string) => `Botsingen (${count})`,
  intro: 'Twee claims op dezelfde ruimte, in dezelfde tijd. U ziet wat u hierboven bekijkt.',
  computing: 'De botsingen worden berekend.',
  failed: 'De botsingen zijn niet berekend. De claims zelf ziet u wel.',
  none: 'Geen botsing past bij wat u hebt gekozen.',
  kinds,
  kindLegend: 'Soort',
  find: 'Zoek op naam of houder',
  theme: 'Thema',
  hardness: 'Hoe hard',
  holder: 'Van wie',
  where: 'Waar',
  wheres: { all: 'Overal', view: 'In beeld', place: 'Op uw plek' },
  decided: 'Besluit',
  decideds: { all: 'Alle', yes: 'Met besluit', no: 'Zonder besluit' },
  anyTheme: 'Alle thema’s',
  anyHardness: 'Hard en zacht',
  hard: { both: 'Allebei hard', any: 'Minstens één hard', none: 'Geen van beide hard' },
  anyHolder: 'Iedereen',
  table: 'Botsingen tussen claims',
  columns: { name: 'Claims', area: 'Overlap', height: 'Hoogte (m NAP)', period: 'Periode' },
  totals: (count: string, area: string, volume: string) =>
    `Samen: ${count === '1' ? '1 botsing' : `${count} botsingen`}, ${area} en ${volume}.`,
  totalsNote:
    'Grond waar drie of meer claims liggen, telt bij elk paar mee. De balans telt elke vierkante meter één keer.',
  others: (count: string) =>
    `Nog ${count} botsingen ziet u nu niet: van andere jaren, hoogten of thema’s. Schuif met het jaar, of kies hierboven iets anders.`,
  noVolume: (count: string) => `Van ${count} is de inhoud niet bekend, omdat een hoogte ontbreekt.`,
  and: 'en',
  why: 'Waarom',
  reasons: {
    matrix: 'Zo staat het in de tabel ‘Wat gaat samen’.',
    claim: 'De claim zelf noemt het andere thema als iets dat samengaat.',
    'no-row': 'Over deze twee thema’s is niets gekozen.',
    'no-height': 'Van een van beide is de hoogte niet bekend. Misschien liggen ze boven elkaar.',
    own: 'Dit is uw eigen keuze, niet die van de gemeente.',
  },
  margin: (margin: string, accuracy: string) =>
    `Ze liggen ${margin} in elkaar. Dat is minder dan de onzekerheid van de lijnen en hoogten (${accuracy}).`,
  showOnly: (name: string) => `Kies de botsing ${name}`,
  fly: 'Vlieg erheen',
  matrix: 'Wat gaat samen',
  matrixIntro: (holder: string, date: string) =>
    `Deze tabel is een keuze, geen feit. De keuze is van ${holder} (${date}). Waar de gemeente niets koos, geldt wat in Nederlandse plannen gebruikelijk is.`,
  matrixTry:
    'Wat als het anders was? Kies een vakje en probeer het. Uw keuze geldt alleen in dit beeld. Ze staat in de link en in het scenario.',
  matrixTable: 'Thema tegen thema',
  cell: (a: string, b: string, kind: string) => `${a} en ${b}: ${kind}`,
  ownCell: 'uw keuze',
  choose: (a: string, b: string) => `${a} en ${b}`,
  asMunicipality: (kind: string) => `Zoals de gemeente (${kind})`,
  municipality: (kind: string) => `De gemeente koos: ${kind}.`,
  own: (count: number) =>
    `U probeert ${count === 1 ? '1 eigen keuze' : `${count} eigen keuzes`}. De uitkomst is dan niet die van de gemeente.`,
  resetOwn: 'Haal uw keuzes weg',
  legend: { excludes: 'sluit uit', unknown: 'onbekend', combinable: 'gaat samen' } satisfies Record<
    ConflictKind,
    string
  >,
  balance: 'Balans per thema',
  balanceIntro: 'Hoeveel grond elk thema vraagt, van alle claims samen en van alle jaren.',
  balanceTheme: 'Thema',
  claimed: 'Gevraagd',
  net: 'Grond',
  double: 'Dubbel gevraagd',
  balanceNote:
    'Gevraagd telt alle claims op. Grond telt elke vierkante meter één keer. Dubbel is grond die ook een andere claim vraagt.',
  decision: 'Besluit over deze botsing',
  decisionHint: 'Noem een rol of organisatie, geen naam van een persoon.',
  fields: { decision: 'Wat is besloten?', role: 'Door wie (rol)', when: 'Wanneer', why: 'Waarom' },
  record: 'Leg besluit vast',
  change: 'Verander besluit',
  save: 'Bewaar besluit',
  cancel: 'Annuleer',
  remove: 'Haal besluit weg',
  undo: 'Maak ongedaan',
  incomplete: 'Vul besluit, rol en dag in.',
  told: (decision: string, role: string, when: string) => `${decision} (${role}, ${when})`,
  toldWhy: (why: string) => `Waarom: ${why}`,
  recorded: (count: string) =>
    `Vastgelegde besluiten: ${count}. Ze staan in het scenario en in het verslag, niet in de link.`,
};

export type ClaimConflictsText = typeof nl;

const enKinds: Record<ConflictKind, string> = {
  excludes: 'exclude each other',
  unknown: 'unknown',
  combinable: 'go together',
};

const en: ClaimConflictsText = {
  title: (count) => `Conflicts (${count})`,
  intro: 'Two claims on the same space, at the same time. You see what you look at above.',
  computing: 'The conflicts are being computed.',
  failed: 'The conflicts could not be computed. The claims themselves are there.',
  none: 'No conflict fits what you have chosen.',
  kinds: enKinds,
  kindLegend: 'Kind',
  find: 'Search by name or holder',
  theme: 'Theme',
  hardness: 'How hard',
  holder: 'Whose',
  where: 'Where',
  wheres: { all: 'Everywhere', view: 'In the picture', place: 'At your place' },
  decided: 'Decision',
  decideds: { all: 'All', yes: 'With a decision', no: 'Without a decision' },
  anyTheme: 'All themes',
  anyHardness: 'Hard and soft',
  hard: { both: 'Both hard', any: 'At least one hard', none: 'Neither hard' },
  anyHolder: 'Everyone',
  table: 'Conflicts between claims',
  columns: { name: 'Claims', area: 'Overlap', height: 'Height (m NAP)', period: 'Period' },
  totals: (count, area, volume) =>
    `Together: ${count === '1' ? '1 conflict' : `${count} conflicts`}, ${area} and ${volume}.`,
  totalsNote: 'Ground with three claims or more counts for each pair. The balance counts every square metre once.',
  others: (count) =>
    `Another ${count} conflicts are not shown now: of other years, heights or themes. Move the year, or choose otherwise above.`,
  noVolume: (count) => `Of ${count} the volume is not known, because a height is missing.`,
  and: 'and',
  why: 'Why',
  reasons: {
    matrix: 'So it stands in the table ‘What goes together’.',
    claim: 'The claim itself names the other theme as one that it goes with.',
    'no-row': 'Nothing was chosen about these two themes.',
    'no-height': 'The height of one of them is not known. Perhaps they lie above each other.',
    own: 'This is your own choice, not that of the municipality.',
  },
  margin: (margin, accuracy) =>
    `They reach ${margin} into each other. That is less than the uncertainty of the lines and heights (${accuracy}).`,
  showOnly: (name) => `Choose the conflict ${name}`,
  fly: 'Fly there',
  matrix: 'What goes together',
  matrixIntro: (holder, date) =>
    `This table is a choice, not a fact. The choice is that of ${holder} (${date}). Where the municipality chose nothing, what is customary in Dutch plans holds.`,
  matrixTry:
    'What if it were different? Choose a cell and try. Your choice holds in this picture only. It is kept in the link and in the scenario.',
  matrixTable: 'Theme against theme',
  cell: (a, b, kind) => `${a} and ${b}: ${kind}`,
  ownCell: 'your choice',
  choose: (a, b) => `${a} and ${b}`,
  asMunicipality: (kind) => `As the municipality (${kind})`,
  municipality: (kind) => `The municipality chose: ${kind}.`,
  own: (count) =>
    `You try ${count === 1 ? '1 choice' : `${count} choices`} of your own. The outcome is then not that of the municipality.`,
  resetOwn: 'Remove your choices',
  legend: { excludes: 'excludes', unknown: 'unknown', combinable: 'goes together' },
  balance: 'Balance per theme',
  balanceIntro: 'How much ground each theme asks for, of all claims together and of all years.',
  balanceTheme: 'Theme',
  claimed: 'Asked',
  net: 'Ground',
  double: 'Asked twice',
  balanceNote:
    'Asked adds up all claims. Ground counts every square metre once. Twice is ground that another claim asks for too.',
  decision: 'Decision on this conflict',
  decisionHint: 'Name a role or organisation, not the name of a person.',
  fields: { decision: 'What was decided?', role: 'By whom (role)', when: 'When', why: 'Why' },
  record: 'Record a decision',
  change: 'Change the decision',
  save: 'Keep the decision',
  cancel: 'Cancel',
  remove: 'Remove the decision',
  undo: 'Undo',
  incomplete: 'Fill in decision, role and day.',
  told: (decision, role, when) => `${decision} (${role}, ${when})`,
  toldWhy: (why) => `Why: ${why}`,
  recorded: (count) => `Recorded decisions: ${count}. They are in the scenario and in the report, not in the link.`,
};

export const claimConflictsText = { nl, en };
