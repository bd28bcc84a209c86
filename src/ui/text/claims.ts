/** Texts of the question "what claims this place", fetched with it: where one asks, what lies there, what is looked at. */
import type { Hardness } from '../../model/claim.ts';

const hardness: Record<Hardness, string> = { hard: 'hard', soft: 'zacht', ambition: 'ambitie' };
const hardnessNote: Record<Hardness, string> = {
  hard: 'wet, regel of vergunning',
  soft: 'voornemen van de raad of een andere overheid',
  ambition: 'wens',
};

const nl = {
  intro: 'Klik in het beeld. U ziet wie de ruimte daar wil hebben: onder de grond, op de grond en erboven.',
  introNoWebGl:
    'Kies een plek met een adres of met coördinaten. U ziet wie de ruimte daar wil hebben: onder de grond, op de grond en erboven.',
  loading: 'De ruimteclaims worden geladen.',
  failed: 'De ruimteclaims zijn niet geladen. Andere vragen werken wel.',
  none: 'Deze gemeente heeft nog geen ruimteclaims in Tweelingstad gezet.',
  noWebGl: 'Zonder 3D-beeld vindt u alles in de tabellen.',
  contents: {
    title: 'In dit antwoord',
    'claims-look': 'Wat u bekijkt',
    'claims-conflicts': 'Botsingen',
    'claims-matrix': 'Wat gaat samen',
    'claims-balance': 'Balans',
    'claims-checks': 'Toets aan regels',
    'claims-save': 'Bewaar',
  },
  place: 'Deze plek',
  pick: 'Klik een plek aan',
  draw: 'Teken een gebied',
  picking: 'Klik in het beeld, of zet het midden van het beeld op de plek en druk op Enter. Escape stopt.',
  drawing: 'Klik de hoeken aan. Met het toetsenbord: zet het midden van het beeld op een hoek en druk op Enter.',
  corners: (count: string) => `${count} hoeken gezet`,
  closeArea: 'Sluit het gebied',
  dropCorner: 'Laatste hoek weg',
  stop: 'Stop',
  middle: 'Midden van het beeld',
  viewArea: 'Alles in beeld',
  address: 'Zoek een adres of straat',
  otherWays: 'Met adres of coördinaten',
  form: 'Vul coördinaten in',
  take: 'Vraag deze plek',
  cornerForm: 'Vul een hoek in',
  takeCorner: 'Zet deze hoek',
  drawn: 'Gebruik uw tekening',
  forget: 'Andere plek',
  at: (x: string, y: string) => `RD ${x}, ${y}`,
  area: (area: string) => `gebied van ${area}`,
  noPlace: 'U hebt nog geen plek gekozen.',
  sentence(all: number, counts: readonly (readonly [number, Hardness])[], isArea: boolean) {
    const where = isArea ? 'In dit gebied' : 'Op deze plek';
    if (all === 0) return `${where} ligt geen claim.`;
    const parts = counts.filter(([count]) => count > 0).map(([count, id]) => `${count} ${hardness[id]}`);
    return `${where} ${all === 1 ? 'ligt 1 claim' : `liggen ${all} claims`}: ${parts.join(', ')}.`;
  },
  pairs(excludes: number, unknown: number) {
    const told =
      excludes === 0
        ? 'Geen ervan sluiten elkaar uit.'
        : excludes === 1
          ? 'Twee ervan sluiten elkaar uit.'
          : `Er zijn ${excludes} paren die elkaar uitsluiten.`;
    if (unknown === 0) return told;
    return `${told} Van ${unknown === 1 ? '1 paar' : `${unknown} paren`} is het onbekend.`;
  },
  comparing: 'De botsingen worden berekend.',
  hidden: (count: number) =>
    count === 1 ? 'Er ligt nog 1 claim die u nu niet bekijkt.' : `Er liggen nog ${count} claims die u nu niet bekijkt.`,
  showAll: 'Bekijk alles',
  table: 'Claims op deze plek',
  claim: 'Claim',
  heights: 'Hoogte (m NAP)',
  toGround: (span: string) => `${span} m ten opzichte van de grond`,
  holder: 'Van wie, en waarom',
  article: (article: string) => (/^\d/.test(article) ? `art. ${article}` : article),
  noBasis: 'grondslag niet opgegeven',
  unknown: 'onbekend',
  noHolder: 'van wie is niet opgegeven',
  from: (day: string) => `vanaf ${day}`,
  until: (day: string) => `tot ${day}`,
  fromUntil: (from: string, until: string) => `${from} tot ${until}`,
  always: 'zonder einddatum',
  give: (metres: string) => `lijn ± ${metres}`,
  noGive: 'nauwkeurigheid onbekend',
  span: (low: string, high: string) => `${low} tot ${high}`,
  spanUp: (low: string) => `vanaf ${low}`,
  spanDown: (high: string) => `tot ${high}`,
  flyTo: (name: string) => `Vlieg naar ${name}`,
  fly: 'Vlieg erheen',
  hardness,
  hardnessNote,
  section: 'Doorsnede',
  sectionNote: 'De tabel hierboven heeft dezelfde hoogten.',
  sectionAlt: (count: string, ground: string) =>
    `Doorsnede met de hoogten van ${count} claims van −10 tot +60 m NAP. De grond ligt op ${ground}.`,
  ground: 'grond',
  noHeight: 'hoogte onbekend',
  nap: (metres: string) => `${metres} m NAP`,
  withPlan: 'Het plan dat open is, doet mee',
  look: 'Wat u bekijkt',
  lookIntro: 'Wat u uitzet, verdwijnt uit het beeld en uit de tabellen.',
  height: 'Hoogte van −10 m tot +60 m NAP',
  low: 'Van',
  high: 'Tot',
  metresNap: 'm NAP',
  year: 'Jaar',
  allYears: 'Alle jaren',
  themes: 'Thema’s',
  hardnessLegend: 'Hoe hard',
  pattern: 'Teken patronen',
  reset: 'Zet terug',
  sortBy: (column: string) => `Sorteer op ${column.toLowerCase()}`,
  more: (count: string) => `Laat alle ${count} zien`,
  less: 'Laat minder zien',
  previous: 'Vorige',
  next: 'Volgende',
  page: (from: string, to: string, all: string) => `${from}–${to} van ${all}`,
  bar: 'Ruimteclaims',
  close: 'Haal de ruimteclaims uit beeld',
  indicative: 'Indicatief, geen besluit, geen rechten.',
};

export type ClaimsText = typeof nl;

const enHardness: Record<Hardness, string> = { hard: 'hard', soft: 'soft', ambition: 'ambition' };

const en: ClaimsText = {
  intro: 'Click in the picture. You see who wants the space there: under the ground, on it and above it.',
  introNoWebGl:
    'Choose a place by address or coordinates. You see who wants the space there: under the ground, on it and above it.',
  loading: 'The spatial claims are being loaded.',
  failed: 'The spatial claims could not be loaded. Other questions do work.',
  none: 'This municipality has not put spatial claims into Tweelingstad yet.',
  noWebGl: 'Without the 3D picture you find everything in the tables.',
  contents: {
    title: 'In this answer',
    'claims-look': 'What you look at',
    'claims-conflicts': 'Conflicts',
    'claims-matrix': 'What goes together',
    'claims-balance': 'Balance',
    'claims-checks': 'Check against rules',
    'claims-save': 'Save',
  },
  place: 'This place',
  pick: 'Click on a place',
  draw: 'Draw an area',
  picking: 'Click in the picture, or put the middle of the picture on the place and press Enter. Escape stops.',
  drawing: 'Click the corners. By keyboard: put the middle of the picture on a corner and press Enter.',
  corners: (count) => `${count} corners placed`,
  closeArea: 'Close the area',
  dropCorner: 'Remove last corner',
  stop: 'Stop',
  middle: 'Middle of the picture',
  viewArea: 'All in the picture',
  address: 'Search an address or street',
  otherWays: 'By address or coordinates',
  form: 'Fill in coordinates',
  take: 'Ask about this place',
  cornerForm: 'Fill in a corner',
  takeCorner: 'Place this corner',
  drawn: 'Use your drawing',
  forget: 'Another place',
  at: (x, y) => `RD ${x}, ${y}`,
  area: (area) => `area of ${area}`,
  noPlace: 'You have not chosen a place yet.',
  sentence(all, counts, isArea) {
    const where = isArea ? 'in this area' : 'at this place';
    if (all === 0) return `There is no claim ${where}.`;
    const parts = counts.filter(([count]) => count > 0).map(([count, id]) => `${count} ${enHardness[id]}`);
    return `There ${all === 1 ? 'is 1 claim' : `are ${all} claims`} ${where}: ${parts.join(', ')}.`;
  },
  pairs(excludes, unknown) {
    const told =
      excludes === 0
        ? 'None of them exclude each other.'
        : excludes === 1
          ? 'Two of them exclude each other.'
          : `There are ${excludes} pairs that exclude each other.`;
    if (unknown === 0) return told;
    return `${told} Of ${unknown === 1 ? '1 pair' : `${unknown} pairs`} it is unknown.`;
  },
  comparing: 'The conflicts are being computed.',
  hidden: (count) =>
    count === 1
      ? 'There is 1 more claim that you do not look at now.'
      : `There are ${count} more claims that you do not look at now.`,
  showAll: 'Look at everything',
  table: 'Claims at this place',
  claim: 'Claim',
  heights: 'Height (m NAP)',
  toGround: (span) => `${span} m relative to the ground`,
  holder: 'Whose, and why',
  article: (article) => (/^\d/.test(article) ? `art. ${article}` : article),
  noBasis: 'basis not given',
  unknown: 'unknown',
  noHolder: 'holder not given',
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  fromUntil: (from, until) => `${from} until ${until}`,
  always: 'without an end',
  give: (metres) => `line ± ${metres}`,
  noGive: 'accuracy unknown',
  span: (low, high) => `${low} to ${high}`,
  spanUp: (low) => `from ${low}`,
  spanDown: (high) => `up to ${high}`,
  flyTo: (name) => `Fly to ${name}`,
  fly: 'Fly there',
  hardness: enHardness,
  hardnessNote: {
    hard: 'law, rule or permit',
    soft: 'intention of the council or another authority',
    ambition: 'wish',
  },
  section: 'Section',
  sectionNote: 'The table above has the same heights.',
  sectionAlt: (count, ground) =>
    `Section with the heights of ${count} claims from −10 to +60 m NAP. The ground lies at ${ground}.`,
  ground: 'ground',
  noHeight: 'height unknown',
  nap: (metres) => `${metres} m NAP`,
  withPlan: 'The open plan takes part',
  look: 'What you look at',
  lookIntro: 'What you turn off goes from the picture and from the tables.',
  height: 'Height from −10 m to +60 m NAP',
  low: 'From',
  high: 'To',
  metresNap: 'm NAP',
  year: 'Year',
  allYears: 'All years',
  themes: 'Themes',
  hardnessLegend: 'How hard',
  pattern: 'Draw patterns',
  reset: 'Reset',
  sortBy: (column) => `Sort by ${column.toLowerCase()}`,
  more: (count) => `Show all ${count}`,
  less: 'Show less',
  previous: 'Previous',
  next: 'Next',
  page: (from, to, all) => `${from}–${to} of ${all}`,
  bar: 'Spatial claims',
  close: 'Take the spatial claims out of the picture',
  indicative: 'Indicative, no decision, no rights.',
};

export const claimsText = { nl, en };
