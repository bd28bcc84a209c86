/** Texts of the check of a plan against rules. */
import type { CheckResult } from '../../model/claim.ts';

const results: Record<CheckResult, string> = {
  fails: 'voldoet niet',
  unknown: 'onbekend',
  meets: 'voldoet',
  'not-checked': 'niet getoetst',
};

const nl = {
  title: 'Toets aan regels',
  intro: 'Past een plan binnen de regels van de gemeente? De uitkomst is een indicatie: de gemeente beslist.',
  choosePlan: 'Kies een plan, of teken een gebouw. Dan ziet u de toets hier.',
  noRules: 'Deze gemeente heeft nog geen regels in Tweelingstad gezet.',
  computing: 'Het plan wordt getoetst.',
  failed: 'Het plan is niet getoetst. De rest werkt wel.',
  subject: 'Wat wordt getoetst',
  subjects: { plan: 'Het plan in beeld', drawing: 'Uw tekening' },
  of: (name: string) => `Getoetst: ${name}.`,
  ofDrawing: 'Getoetst: uw tekening.',
  totals: (all: string, fails: string, unknown: string, meets: string, none: string) =>
    `Toetsen: ${all}. Voldoet niet: ${fails}. Onbekend: ${unknown}. Voldoet: ${meets}. Niet getoetst: ${none}.`,
  results,
  filter: 'Laat alleen zien',
  all: 'Alle',
  find: 'Zoek in de regels',
  none: 'Geen toets past bij wat u hebt gekozen.',
  table: 'Toets van het plan, regel voor regel',
  columns: { rule: 'Regel', measured: 'Gemeten', limit: 'Grens', margin: 'Marge', result: 'Oordeel' },
  part: 'Onderdeel',
  fly: 'Vlieg erheen',
  flyTo: (name: string) => `Vlieg naar ${name}`,
};

export type ClaimChecksText = typeof nl;

const en: ClaimChecksText = {
  title: 'Check against rules',
  intro: 'Does a plan fit the rules of the municipality? The outcome is an indication: the municipality decides.',
  choosePlan: 'Choose a plan, or draw a building. Then you see the check here.',
  noRules: 'This municipality has not put rules into Tweelingstad yet.',
  computing: 'The plan is being checked.',
  failed: 'The plan was not checked. The rest works.',
  subject: 'What is checked',
  subjects: { plan: 'The plan in the picture', drawing: 'Your drawing' },
  of: (name) => `Checked: ${name}.`,
  ofDrawing: 'Checked: your drawing.',
  totals: (all, fails, unknown, meets, none) =>
    `Checks: ${all}. Fails: ${fails}. Unknown: ${unknown}. Meets: ${meets}. Not checked: ${none}.`,
  results: { fails: 'fails', unknown: 'unknown', meets: 'meets', 'not-checked': 'not checked' },
  filter: 'Show only',
  all: 'All',
  find: 'Search the rules',
  none: 'No check fits what you have chosen.',
  table: 'Check of the plan, rule by rule',
  columns: { rule: 'Rule', measured: 'Measured', limit: 'Limit', margin: 'Margin', result: 'Verdict' },
  part: 'Part',
  fly: 'Fly there',
  flyTo: (name) => `Fly to ${name}`,
};

export const claimChecksText = { nl, en };
