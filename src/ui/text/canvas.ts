/** Texts of the use case canvas: what a question is for, whom it touches and what is decided with it. */
import type { CanvasField, CanvasPart, CanvasSection } from '../../model/use-case-canvas.ts';

interface PartText {
  readonly title: string;
  /** What to write, for who fills it in. */
  readonly hint: string;
}

interface SectionText {
  readonly title: string;
  readonly hint: string;
  /** One of its rows, in small letters. */
  readonly row: string;
  readonly fields: { readonly [F in CanvasField]?: string };
}

const partsNl: Record<CanvasPart, PartText> = {
  purpose: {
    title: 'Vraag en doel',
    hint: 'Wat is er aan de hand? Wat wilt u weten, en wat wilt u daarmee bereiken?',
  },
  people: {
    title: 'Wie het raakt en wat zwaar weegt',
    hint: 'Wie heeft er voordeel van, en wie last? Noem groepen en rollen, geen namen van mensen. Wie ontbreekt in de gegevens?',
  },
  means: {
    title: 'Wat nodig is en wanneer wordt besloten',
    hint: 'Welke gegevens en modellen gebruikt u? Wie besluit wat, en wanneer?',
  },
};

const sectionsNl: Record<CanvasSection, SectionText> = {
  goals: {
    title: 'Doelen',
    hint: 'Wat moet er anders zijn als het klaar is? Schrijf elk doel in één zin.',
    row: 'doel',
    fields: { goal: 'Doel' },
  },
  indicators: {
    title: 'Waaraan u het ziet',
    hint: 'Waaraan ziet u of het doel is bereikt? Schrijf ook op wanneer het goed genoeg is.',
    row: 'maatstaf',
    fields: { what: 'Wat meet u?', enough: 'Wanneer is het goed genoeg?' },
  },
  stakeholders: {
    title: 'Wie en welk belang',
    hint: 'Noem rollen en groepen, zoals ‘bewoners van de wijk’ of ‘beheerder van het net’. Geen namen van mensen.',
    row: 'belang',
    fields: { who: 'Wie?', interest: 'Welk belang?' },
  },
  ethics: {
    title: 'Wat is eerlijk?',
    hint: 'Een model laat dingen weg en kiest wat telt. Schrijf op wat dat voor mensen betekent.',
    row: 'afweging',
    fields: { consideration: 'Vraag of zorg', answer: 'Wat doet u ermee?' },
  },
  data: {
    title: 'Gegevens',
    hint: 'Welke gegevens zijn nodig, en van wie komen ze?',
    row: 'gegeven',
    fields: { what: 'Welke gegevens?', source: 'Van wie, en van wanneer?' },
  },
  models: {
    title: 'Modellen en berekeningen',
    hint: 'Wat wordt berekend, en wat zegt de uitkomst niet?',
    row: 'model',
    fields: { what: 'Welke berekening?', limits: 'Wat zegt die niet?' },
  },
  steps: {
    title: 'Stappen en besluiten',
    hint: 'In de volgorde waarin het gebeurt. Vul bij een stap met een besluit in wat er wordt besloten.',
    row: 'stap',
    fields: { what: 'Stap', who: 'Wie (rol)?', when: 'Wanneer?', decision: 'Welk besluit valt hier?' },
  },
};

const nl = {
  of: (question: string) => `Canvas bij de vraag ‘${question}’.`,
  intro:
    'Dit canvas vertelt waarvoor deze vraag wordt gebruikt: wat het doel is, wie het raakt, en wie er waarover besluit.',
  back: 'Terug naar het antwoord',
  none: 'Voor deze vraag is nog geen canvas gemaakt. U kunt er zelf een beginnen.',
  begin: 'Begin een canvas',
  failed: 'Het canvas van de gemeente is niet te lezen. U kunt er wel zelf een beginnen.',
  technical: 'Technische gegevens',
  title: (question: string) => `Waarvoor is ‘${question}’?`,
  given: (municipality: string) => `Van de gemeente ${municipality}.`,
  own: 'Door u geschreven of veranderd.',
  author: (role: string) => `Opgesteld door: ${role}.`,
  dated: (date: string) => `Laatst veranderd op ${date}.`,
  written: (language: string) => `Dit canvas is geschreven in het ${language}.`,
  languages: { nl: 'Nederlands', en: 'Engels' } as Readonly<Record<string, string>>,
  empty: 'Hier is nog niets ingevuld.',
  decision: 'Besluit',
  notHere: 'niet ingevuld',
  showAll: (rows: string) => `Toon ook de uitwerking (${rows})`,
  showShort: 'Toon alleen de korte tekst',
  rows: (count: number) => (count === 1 ? '1 regel' : `${count} regels`),
  kept: (rows: string) => `De uitwerking (${rows}) staat hier niet bij.`,
  edit: 'Bewerken',
  done: 'Klaar met bewerken',
  print: 'Afdrukken',
  saveFile: 'Bewaar als bestand',
  openFile: 'Open een bestand',
  discard: 'Terug naar dat van de gemeente',
  discardOwn: 'Dit canvas wissen',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw doen',
  undone: 'De laatste verandering is ongedaan gemaakt.',
  redone: 'De verandering is opnieuw gedaan.',
  discarded: 'Uw canvas is weg. Met ‘Ongedaan maken’ komt het terug.',
  saved: (file: string) => `Het bestand ${file} is gemaakt.`,
  opened: 'Het canvas uit het bestand staat hier nu.',
  refused: {
    'too-large': 'Dit bestand is te groot voor een canvas. Hebt u het goede bestand gekozen?',
    unreadable: 'Dit bestand is niet te lezen. Kijk of het er nog is en of u het mag openen.',
    'no-canvas': 'In dit bestand staat geen canvas dat deze versie kan lezen. Bij Technische gegevens leest u waarom.',
    'other-question': 'In dit bestand staat een canvas van een andere vraag. Open het bij die vraag.',
  },
  privacy:
    'Wat u schrijft, staat alleen in dit venster. Bewaar een scenario of een bestand voordat u het sluit. In een link staat het niet.',
  form: 'Vorm',
  forms: { light: 'Licht: drie stukjes tekst', full: 'Volledig: ook de uitwerking' },
  formHint: 'U kunt altijd wisselen. Er gaat niets verloren. Met de toets Escape bent u klaar.',
  canvasTitle: 'Naam van het canvas',
  authorField: 'Opgesteld door (een rol, geen naam)',
  inShort: 'In het kort',
  count: (now: number, most: number) => `${now} van ${most} tekens`,
  addRow: (row: string) => `Nog een ${row}`,
  helping: 'Vragen die helpen',
  helpingQuestions: [
    'Wie ontbreekt in de gegevens?',
    'Wie heeft er last van als het model ernaast zit?',
    'Kan iemand bezwaar maken, en waar?',
    'Wie kan hier niets mee, en wat doet u voor die mensen?',
  ],
  numbered: (row: string, number: number) => `${row} ${number}`,
  fieldOf: (field: string, row: string, number: number) => `${field} (${row} ${number})`,
  up: (row: string, number: number) => `Zet ${row} ${number} hoger`,
  down: (row: string, number: number) => `Zet ${row} ${number} lager`,
  remove: (row: string, number: number) => `Verwijder ${row} ${number}`,
  added: (row: string, number: number) => `Toegevoegd: ${row} ${number}.`,
  removed: (row: string, number: number) => `Verwijderd: ${row} ${number}. Met ‘Ongedaan maken’ komt het terug.`,
  moved: (row: string, number: number) => `Dit is nu ${row} ${number}.`,
  full: (most: number) => `Meer dan ${most} regels kan niet.`,
  printed: (date: string) => `Afgedrukt op ${date}.`,
  fictional: 'Fictieve gemeente.',
  notice: 'Indicatief, geen besluit. U kunt er geen rechten aan ontlenen.',
  parts: partsNl,
  sections: sectionsNl,
};

const partsEn: Record<CanvasPart, PartText> = {
  purpose: {
    title: 'Question and goal',
    hint: 'What is the matter? What do you want to know, and what do you want to achieve with it?',
  },
  people: {
    title: 'Whom it concerns and what weighs heavily',
    hint: 'Who benefits, and who bears the burden? Name groups and roles, not persons. Who is missing in the data?',
  },
  means: {
    title: 'What is needed and when decisions fall',
    hint: 'Which data and models do you use? Who decides what, and when?',
  },
};

const sectionsEn: Record<CanvasSection, SectionText> = {
  goals: {
    title: 'Goals',
    hint: 'What must be different when it is done? Write each goal in one sentence.',
    row: 'goal',
    fields: { goal: 'Goal' },
  },
  indicators: {
    title: 'How you can tell',
    hint: 'How do you see whether the goal is reached? Also write when it is good enough.',
    row: 'measure',
    fields: { what: 'What do you measure?', enough: 'When is it good enough?' },
  },
  stakeholders: {
    title: 'Who, and which interest',
    hint: 'Name roles and groups, such as ‘residents of the district’ or ‘operator of the grid’. No names of persons.',
    row: 'interest',
    fields: { who: 'Who?', interest: 'Which interest?' },
  },
  ethics: {
    title: 'What is fair?',
    hint: 'A model leaves things out and chooses what counts. Write what that means for people.',
    row: 'consideration',
    fields: { consideration: 'Question or concern', answer: 'What do you do about it?' },
  },
  data: {
    title: 'Data',
    hint: 'Which data are needed, and who provides them?',
    row: 'dataset',
    fields: { what: 'Which data?', source: 'From whom, and of when?' },
  },
  models: {
    title: 'Models and computations',
    hint: 'What is computed, and what does the result not say?',
    row: 'model',
    fields: { what: 'Which computation?', limits: 'What does it not say?' },
  },
  steps: {
    title: 'Steps and decisions',
    hint: 'In the order in which they happen. For a step with a decision, write what is decided.',
    row: 'step',
    fields: { what: 'Step', who: 'Who (role)?', when: 'When?', decision: 'Which decision falls here?' },
  },
};

const en: typeof nl = {
  of: (question) => `Canvas for the question ‘${question}’.`,
  intro:
    'This canvas tells what this question is used for: what the goal is, whom it concerns, and who decides on what.',
  back: 'Back to the answer',
  none: 'No canvas has been made for this question yet. You can begin one yourself.',
  begin: 'Begin a canvas',
  failed: 'The canvas of the municipality cannot be read. You can begin one yourself.',
  technical: 'Technical details',
  title: (question) => `What is ‘${question}’ for?`,
  given: (municipality) => `By the municipality of ${municipality}.`,
  own: 'Written or changed by you.',
  author: (role) => `Drawn up by: ${role}.`,
  dated: (date) => `Last changed on ${date}.`,
  written: (language) => `This canvas is written in ${language}.`,
  languages: { nl: 'Dutch', en: 'English' },
  empty: 'Nothing has been filled in here yet.',
  decision: 'Decision',
  notHere: 'not filled in',
  showAll: (rows) => `Show the details too (${rows})`,
  showShort: 'Show the short texts only',
  rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
  kept: (rows) => `The details (${rows}) are not shown here.`,
  edit: 'Edit',
  done: 'Done editing',
  print: 'Print',
  saveFile: 'Save as a file',
  openFile: 'Open a file',
  discard: 'Back to the municipality’s own',
  discardOwn: 'Clear this canvas',
  undo: 'Undo',
  redo: 'Redo',
  undone: 'The last change is undone.',
  redone: 'The change is made again.',
  discarded: 'Your canvas is gone. ‘Undo’ brings it back.',
  saved: (file) => `The file ${file} is made.`,
  opened: 'The canvas from the file is shown now.',
  refused: {
    'too-large': 'This file is too large for a canvas. Did you choose the right file?',
    unreadable: 'This file cannot be read. See if it is still there and if you may open it.',
    'no-canvas': 'This file holds no canvas that this version can read. The technical details say why.',
    'other-question': 'This file holds a canvas of another question. Open it with that question.',
  },
  privacy:
    'What you write stays in this window only. Save a scenario or a file before you close it. A link does not hold it.',
  form: 'Form',
  forms: { light: 'Light: three short texts', full: 'Full: the details too' },
  formHint: 'You can always switch. Nothing is lost. The Escape key ends editing.',
  canvasTitle: 'Name of the canvas',
  authorField: 'Drawn up by (a role, not a name)',
  inShort: 'In short',
  count: (now, most) => `${now} of ${most} characters`,
  addRow: (row) => `Another ${row}`,
  helping: 'Questions that help',
  helpingQuestions: [
    'Who is missing in the data?',
    'Who bears the burden when the model is wrong?',
    'Can someone object, and where?',
    'Who cannot use this, and what do you do for them?',
  ],
  numbered: (row, number) => `${row} ${number}`,
  fieldOf: (field, row, number) => `${field} (${row} ${number})`,
  up: (row, number) => `Move ${row} ${number} up`,
  down: (row, number) => `Move ${row} ${number} down`,
  remove: (row, number) => `Remove ${row} ${number}`,
  added: (row, number) => `Added: ${row} ${number}.`,
  removed: (row, number) => `Removed: ${row} ${number}. ‘Undo’ brings it back.`,
  moved: (row, number) => `This is now ${row} ${number}.`,
  full: (most) => `More than ${most} rows is not possible.`,
  printed: (date) => `Printed on ${date}.`,
  fictional: 'Fictional municipality.',
  notice: 'Indicative, no decision. No rights can be derived from it.',
  parts: partsEn,
  sections: sectionsEn,
};

export const canvasText = { nl, en };
export type CanvasText = typeof nl;
