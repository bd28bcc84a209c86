/** Texts of the question about lost sun. Durations, dates and numbers arrive as they must be read, with unit. */

import type { SunFailure } from '../../model/sun-question.ts';
import type { CustomaryRuleId, SunTrees, SunVerdict } from '../../model/sunlight.ts';
import type { SunMapView } from '../../model/sunlight-choice.ts';
import type { Wind } from '../../model/wind.ts';

export interface SunlightText {
  readonly intro: string;
  readonly noWebGl: string;
  readonly place: string;
  readonly kinds: { readonly window: string; readonly spot: string };
  readonly house: string;
  readonly lastSelected: string;
  readonly floor: string;
  readonly floorHint: string;
  readonly walls: string;
  readonly wall: (wind: string, hours: string) => string;
  readonly winds: Readonly<Record<Wind, string>>;
  readonly pick: string;
  readonly picking: string;
  readonly stop: string;
  readonly middle: string;
  readonly form: string;
  readonly take: string;
  readonly variant: string;
  readonly noPlan: string;
  readonly date: string;
  readonly otherDate: string;
  readonly computing: string;
  readonly ready: string;
  readonly failed: string;
  readonly failures: Readonly<Record<SunFailure, string>>;
  readonly hours: (hours: string, minutes: string) => string;
  readonly onlyHours: (hours: string) => string;
  readonly onlyMinutes: (minutes: string) => string;
  readonly noSun: string;
  readonly your: { readonly window: string; readonly spot: string };
  readonly now: (date: string, what: string, hours: string) => string;
  readonly nowAndPlan: (date: string, what: string, hours: string, plan: string) => string;
  readonly same: string;
  readonly lost: (hours: string) => string;
  readonly gained: (hours: string) => string;
  readonly gone: (date: string, what: string, hours: string) => string;
  readonly error: (error: string, low: string, high: string) => string;
  readonly errorPlan: (error: string, low: string, high: string, planLow: string, planHigh: string) => string;
  /** What trees do, by the visitor's choice. */
  readonly possible: Readonly<Record<SunTrees, string>>;
  readonly trees: string;
  readonly treeChoices: Readonly<Record<SunTrees, string>>;
  readonly bar: string;
  readonly barText: (what: string, spans: string) => string;
  readonly span: (from: string, until: string) => string;
  readonly none: string;
  readonly today: string;
  readonly plan: string;
  readonly moment: string;
  readonly showShadow: string;
  readonly table: string;
  readonly day: string;
  readonly difference: string;
  readonly firstLast: (first: string, last: string) => string;
  readonly blockers: string;
  readonly blocked: (from: string, until: string, what: string) => string;
  readonly dimmed: (hours: string, percent: string) => string;
  readonly byWall: string;
  readonly byPlan: (name: string) => string;
  readonly byTerrain: string;
  readonly byTree: string;
  readonly rules: string;
  readonly ruleChoice: string;
  readonly rule: Readonly<Record<CustomaryRuleId | 'own', string>>;
  /** `lowest`: in degrees with sign; undefined where every sun counts. */
  readonly ruleSays: (from: string, until: string, hours: string, lowest: string | undefined) => string;
  readonly verdict: Readonly<Record<SunVerdict, string>>;
  readonly worst: (date: string, hours: string) => string;
  readonly notLaw: string;
  readonly map: string;
  readonly mapViews: Readonly<Record<SunMapView, string>>;
  readonly mapNote: (metres: string) => string;
  readonly mapComing: string;
  readonly mapFailed: string;
  readonly hoursLegend: string;
  readonly lostLegend: string;
  readonly between: (from: string, until: string) => string;
  readonly from: (from: string) => string;
  readonly lines: string;
  readonly over: string;
  readonly close: string;
  readonly here: (where: string, today: string, plan: string | undefined) => string;
  readonly hereLost: (hours: string) => string;
  readonly ground: string;
  readonly facade: string;
  readonly point: string;
  readonly path: string;
}

const nl: SunlightText = {
  intro:
    'Kies uw raam of een plek in uw tuin. U ziet hoeveel uren zon er nu mogelijk zijn, en hoeveel met het bouwplan. Wolken tellen niet mee.',
  noWebGl: 'Uw browser toont geen 3D-beeld. De uren en de tabel werken wel.',
  place: 'Waar wilt u de zon weten?',
  kinds: { window: 'Mijn raam', spot: 'Een tuin of plein' },
  house: 'Uw adres',
  lastSelected: 'Laatst gekozen',
  floor: 'Verdieping',
  floorHint: 'Begane grond is 0.',
  walls: 'Welke gevel?',
  wall: (wind, hours) => `${wind}: ${hours}`,
  winds: {
    n: 'Noord',
    ne: 'Noordoost',
    e: 'Oost',
    se: 'Zuidoost',
    s: 'Zuid',
    sw: 'Zuidwest',
    w: 'West',
    nw: 'Noordwest',
  },
  pick: 'Wijs een plek aan in het beeld',
  picking: 'Klik in het beeld op de plek. Of druk op Enter voor het midden van het beeld.',
  stop: 'Stop met aanwijzen',
  middle: 'Het midden van het beeld',
  form: 'Of typ de plek (RD, in meters)',
  take: 'Neem deze plek',
  variant: 'Vergelijk met',
  noPlan: 'Er is geen bouwplan om mee te vergelijken. U ziet de zon van nu.',
  date: 'Op welke dag?',
  otherDate: 'Andere dag',
  computing: 'De uren zon worden berekend.',
  ready: 'De uren zon zijn berekend.',
  failed: 'De zon is niet te berekenen, omdat gegevens niet te lezen zijn.',
  failures: {
    'no-buildings': 'Hier zijn geen gebouwen in 3D. De zon is dan niet te berekenen.',
    'no-window': 'Op deze verdieping heeft dit gebouw geen vrije gevel. Kies een andere verdieping of een ander adres.',
    inside: 'Deze plek ligt in een gebouw. Kies een plek buiten.',
    'no-plan': 'Er is geen bouwplan om mee te vergelijken.',
  },
  hours: (hours, minutes) => `${hours} uur en ${minutes} minuten`,
  onlyHours: (hours) => `${hours} uur`,
  onlyMinutes: (minutes) => `${minutes} minuten`,
  noSun: 'geen',
  your: { window: 'uw raam', spot: 'deze plek' },
  now: (date, what, hours) => `Op ${date} heeft ${what} ${hours} zon.`,
  nowAndPlan: (date, what, hours, plan) => `Op ${date} heeft ${what} nu ${hours} zon; met het plan ${plan}.`,
  same: 'Het plan neemt hier op deze dag geen zon weg.',
  lost: (hours) => `U verliest ${hours}.`,
  gained: (hours) => `U krijgt er ${hours} bij.`,
  gone: (date, what, hours) =>
    `Op ${date} heeft ${what} nu ${hours} zon. Met het plan staat hier een nieuw gebouw, of verdwijnt dit huis.`,
  error: (error, low, high) => `De gebouwen in het model kunnen ${error} afwijken. Dan is het ${low} tot ${high}.`,
  errorPlan: (error, low, high, planLow, planHigh) =>
    `De gebouwen in het model kunnen ${error} afwijken. Dan is het nu ${low} tot ${high}, en met het plan ${planLow} tot ${planHigh}.`,
  possible: {
    no: 'Dit zijn mogelijke uren zon, zonder wolken. Bomen nemen geen uren weg; wat zij dempen staat onder ‘Wat staat wanneer voor de zon?’.',
    summer:
      'Dit zijn mogelijke uren zon, zonder wolken. Bomen met blad (mei tot en met september) tellen als schaduw, naaldbomen het hele jaar. In andere maanden dempen bomen alleen.',
    yes: 'Dit zijn mogelijke uren zon, zonder wolken. Bomen tellen het hele jaar als schaduw, ook zonder blad.',
  },
  trees: 'Tellen bomen als schaduw?',
  treeChoices: { no: 'Nee', summer: 'In de zomer', yes: 'Ja, altijd' },
  bar: 'De zon op deze dag',
  barText: (what, spans) => `${what}: ${spans}.`,
  span: (from, until) => `${from} tot ${until} uur`,
  none: 'geen zon',
  today: 'Nu',
  plan: 'Met plan',
  moment: 'Bekijk de schaduw om',
  showShadow: 'Toon de schaduw in het beeld',
  table: 'Zon op de gebruikelijke dagen',
  day: 'Dag',
  difference: 'Verschil',
  firstLast: (first, last) => `${first} – ${last}`,
  blockers: 'Wat staat wanneer voor de zon?',
  blocked: (from, until, what) => `${from} tot ${until} uur: ${what}`,
  dimmed: (hours, percent) => `Zon door bomen: ${hours}. Dan komt er gemiddeld ${percent}% van het licht door.`,
  byWall: 'de eigen gevel (de zon staat erachter)',
  byPlan: (name) => `het plan: ${name}`,
  byTerrain: 'de grond, zoals een dijk',
  byTree: 'een boom',
  rules: 'Is dat genoeg?',
  ruleChoice: 'Norm voor lijst en oordeel',
  rule: { 'tno-light': 'TNO licht', 'tno-strict': 'TNO streng', 'haagse-norm': 'Haagse norm', own: 'Eigen norm' },
  ruleSays: (from, until, hours, lowest) =>
    `elke dag van ${from} tot en met ${until} ${hours} uur zon${lowest === undefined ? '' : `, alleen als de zon hoger staat dan ${lowest}`}`,
  verdict: { meets: 'voldoet', fails: 'voldoet niet', unknown: 'onbekend', 'not-applicable': 'niet van toepassing' },
  worst: (date, hours) => `slechtste dag ${date}: ${hours}`,
  notLaw:
    'Deze normen zijn een richtlijn, geen wet. ‘Onbekend’: het verschil met de norm is kleiner dan de fout in het model. ‘Niet van toepassing’: de gevel kan die uren ook zonder gebouwen eromheen niet krijgen.',
  map: 'Uren zon in het beeld',
  mapViews: { off: 'Niet', hours: 'Uren zon', lost: 'Uren minder door het plan' },
  mapNote: (metres) => `Op de grond en op gevels, tot ${metres} van de plek. Zonder plek: rond het plan.`,
  mapComing: 'De kaart wordt fijner.',
  mapFailed: 'De kaart is niet te maken.',
  hoursLegend: 'Uren zon',
  lostLegend: 'Uren zon minder door het plan',
  between: (from, until) => `${from}–${until}`,
  from: (from) => `≥ ${from}`,
  lines: 'Lijnen: minder dan 2 uur zon, of 2 uur of meer verlies.',
  over: 'Uren zon in het beeld',
  close: 'Haal de zon uit het beeld',
  here: (where, today, plan) => `${where}: nu ${today}${plan === undefined ? '' : `, met het plan ${plan}`}`,
  hereLost: (hours) => `${hours} minder`,
  ground: 'Op de grond',
  facade: 'Op de gevel',
  point: 'Uw plek',
  path: 'De bogen zijn de baan van de zon. Onderbroken lijn: de zon staat achter iets.',
};

const en: SunlightText = {
  intro:
    'Choose your window or a place in your garden. You see how many hours of sun are possible today, and how many with the plan. Clouds do not count.',
  noWebGl: 'Your browser shows no 3D picture. The hours and the table do work.',
  place: 'Where do you want to know the sun?',
  kinds: { window: 'My window', spot: 'A garden or square' },
  house: 'Your address',
  lastSelected: 'Selected last',
  floor: 'Floor',
  floorHint: 'The ground floor is 0.',
  walls: 'Which wall?',
  wall: (wind, hours) => `${wind}: ${hours}`,
  winds: {
    n: 'North',
    ne: 'North-east',
    e: 'East',
    se: 'South-east',
    s: 'South',
    sw: 'South-west',
    w: 'West',
    nw: 'North-west',
  },
  pick: 'Point at a place in the picture',
  picking: 'Click the place in the picture. Or press Enter for the middle of the picture.',
  stop: 'Stop pointing',
  middle: 'The middle of the picture',
  form: 'Or type the place (RD, in metres)',
  take: 'Take this place',
  variant: 'Compare with',
  noPlan: 'There is no building plan to compare with. You see the sun of today.',
  date: 'On which day?',
  otherDate: 'Another day',
  computing: 'The hours of sun are being computed.',
  ready: 'The hours of sun have been computed.',
  failed: 'The sun cannot be computed, because data cannot be read.',
  failures: {
    'no-buildings': 'There are no buildings in 3D here, so the sun cannot be computed.',
    'no-window': 'On this floor the building has no free outer wall. Choose another floor or another address.',
    inside: 'This place lies inside a building. Choose a place outside.',
    'no-plan': 'There is no building plan to compare with.',
  },
  hours: (hours, minutes) => `${hours} hours and ${minutes} minutes`,
  onlyHours: (hours) => `${hours} hours`,
  onlyMinutes: (minutes) => `${minutes} minutes`,
  noSun: 'none',
  your: { window: 'your window', spot: 'this place' },
  now: (date, what, hours) => `On ${date} ${what} has ${hours} of sun.`,
  nowAndPlan: (date, what, hours, plan) => `On ${date} ${what} has ${hours} of sun today; with the plan ${plan}.`,
  same: 'The plan takes no sun away here on this day.',
  lost: (hours) => `You lose ${hours}.`,
  gained: (hours) => `You gain ${hours}.`,
  gone: (date, what, hours) =>
    `On ${date} ${what} has ${hours} of sun today. With the plan a new building stands here, or this house goes.`,
  error: (error, low, high) => `Buildings in the model may be off by ${error}. Then it is ${low} to ${high}.`,
  errorPlan: (error, low, high, planLow, planHigh) =>
    `Buildings in the model may be off by ${error}. Then it is ${low} to ${high} today, and ${planLow} to ${planHigh} with the plan.`,
  possible: {
    no: 'These are possible hours of sun, without clouds. Trees take no hours away; what they dim stands under ‘What stands before the sun, and when?’.',
    summer:
      'These are possible hours of sun, without clouds. Trees in leaf (May up to and including September) count as shade, conifers all year. In other months trees only dim.',
    yes: 'These are possible hours of sun, without clouds. Trees count as shade all year, also when they are bare.',
  },
  trees: 'Do trees count as shade?',
  treeChoices: { no: 'No', summer: 'In summer', yes: 'Yes, always' },
  bar: 'The sun on this day',
  barText: (what, spans) => `${what}: ${spans}.`,
  span: (from, until) => `${from} to ${until}`,
  none: 'no sun',
  today: 'Today',
  plan: 'With plan',
  moment: 'Look at the shadow at',
  showShadow: 'Show the shadow in the picture',
  table: 'Sun on the customary days',
  day: 'Day',
  difference: 'Difference',
  firstLast: (first, last) => `${first} – ${last}`,
  blockers: 'What stands before the sun, and when?',
  blocked: (from, until, what) => `${from} to ${until}: ${what}`,
  dimmed: (hours, percent) => `Sun through trees: ${hours}. Then ${percent}% of the light comes through on average.`,
  byWall: 'the wall itself (the sun is behind it)',
  byPlan: (name) => `the plan: ${name}`,
  byTerrain: 'the ground, such as a dike',
  byTree: 'a tree',
  rules: 'Is that enough?',
  ruleChoice: 'Norm for list and verdict',
  rule: { 'tno-light': 'TNO light', 'tno-strict': 'TNO strict', 'haagse-norm': 'The Hague norm', own: 'Own norm' },
  ruleSays: (from, until, hours, lowest) =>
    `${hours} hours of sun every day from ${from} up to and including ${until}${lowest === undefined ? '' : `, only while the sun stands above ${lowest}`}`,
  verdict: { meets: 'meets it', fails: 'does not meet it', unknown: 'unknown', 'not-applicable': 'does not apply' },
  worst: (date, hours) => `worst day ${date}: ${hours}`,
  notLaw:
    'These norms are guidance, not law. ‘Unknown’: the difference with the norm is smaller than the error of the model. ‘Does not apply’: the wall could not get those hours either without anything around it.',
  map: 'Hours of sun in the picture',
  mapViews: { off: 'None', hours: 'Hours of sun', lost: 'Hours less by the plan' },
  mapNote: (metres) => `On the ground and on walls, up to ${metres} from the place. Without a place: around the plan.`,
  mapComing: 'The map is getting finer.',
  mapFailed: 'The map cannot be made.',
  hoursLegend: 'Hours of sun',
  lostLegend: 'Hours of sun less by the plan',
  between: (from, until) => `${from}–${until}`,
  from: (from) => `≥ ${from}`,
  lines: 'Lines: less than 2 hours of sun, or 2 hours or more lost.',
  over: 'Hours of sun in the picture',
  close: 'Take the sun out of the picture',
  here: (where, today, plan) => `${where}: ${today} today${plan === undefined ? '' : `, ${plan} with the plan`}`,
  hereLost: (hours) => `${hours} less`,
  ground: 'On the ground',
  facade: 'On the wall',
  point: 'Your place',
  path: 'The arcs are the way of the sun. Broken line: the sun is behind something.',
};

export const sunlightText = { nl, en };
