/** Texts of the list of neighbours and of the leaflet about sun. */
import type { SunVerdict } from '../../model/sunlight.ts';

interface SunlightMoreText {
  readonly ownTitle: string;
  readonly ownHours: string;
  readonly ownHoursUnit: string;
  readonly ownLowest: string;
  readonly ownFrom: string;
  readonly ownUntil: string;
  readonly ownNote: string;
  readonly judging: string;
  readonly title: string;
  readonly intro: (metres: string) => string;
  readonly compute: string;
  readonly computing: string;
  readonly failed: string;
  readonly caption: (rows: string, date: string) => string;
  readonly totals: (before: string, after: string, unknown: string, all: string, rule: string) => string;
  readonly lostMore: (count: string) => string;
  readonly building: string;
  readonly today: string;
  readonly plan: string;
  readonly lost: string;
  readonly verdict: string;
  readonly sortBy: (column: string) => string;
  readonly filterName: string;
  readonly filterVerdict: string;
  readonly all: string;
  readonly onlyLosers: string;
  readonly filters: Readonly<Record<SunVerdict, string>>;
  readonly none: string;
  readonly more: (count: string) => string;
  readonly less: string;
  readonly save: string;
  readonly saveCsv: string;
  readonly saveGeoJson: string;
  readonly file: string;
  readonly csv: readonly string[];
  readonly took: (rows: string, seconds: string) => string;
  readonly computes: string;
  readonly method: (storey: string, sill: string, reach: string) => string;
  readonly limits: string;
  readonly uncertainty: (error: string, low: string) => string;
  readonly basis: (buildings: string, triangles: string) => string;
}

const nl: SunlightMoreText = {
  ownTitle: 'Uw eigen norm',
  ownHours: 'Hoeveel zon per dag',
  ownHoursUnit: 'uur',
  ownLowest: 'De zon telt vanaf een hoogte van',
  ownFrom: 'Eerste dag',
  ownUntil: 'Laatste dag',
  ownNote: 'Elke dag van deze periode moet het raam zo veel zon kunnen krijgen.',
  judging: 'wordt berekend',
  title: 'Wie verliest zon door dit plan?',
  intro: (metres) =>
    `Gebouwen met een adres tot ${metres} rond het plan, hooguit 200. Van elk gebouw telt op de begane grond de gevel die op deze dag het meeste verliest.`,
  compute: 'Bereken de lijst',
  computing: 'De lijst wordt berekend.',
  failed: 'De lijst is niet te berekenen.',
  caption: (rows, date) => `${rows} gebouwen, uren zon op ${date}`,
  totals: (before, after, unknown, all, rule) =>
    `${rule}: nu voldoen ${before} van de ${all} gevels, met het plan ${after}. Onbekend met het plan: ${unknown}.`,
  lostMore: (count) => `${count} gebouwen verliezen op deze dag een half uur zon of meer.`,
  building: 'Gebouw',
  today: 'Nu',
  plan: 'Met plan',
  lost: 'Minder',
  verdict: 'Oordeel',
  sortBy: (column) => `Sorteer op ${column.toLowerCase()}`,
  filterName: 'Zoek in de lijst',
  filterVerdict: 'Laat alleen zien',
  all: 'Alle',
  onlyLosers: 'Verliest zon',
  filters: { meets: 'Voldoet', fails: 'Voldoet niet', unknown: 'Onbekend', 'not-applicable': 'Niet van toepassing' },
  none: 'Geen gebouwen in deze keuze.',
  more: (count) => `Toon alle ${count}`,
  less: 'Toon minder',
  save: 'Bewaar de lijst',
  saveCsv: 'Als tabel (CSV)',
  saveGeoJson: 'Als kaart (GeoJSON)',
  file: 'zonverlies',
  csv: [
    'gebouw',
    'adres',
    'gevel_graden',
    'x',
    'y',
    'm_nap',
    'datum',
    'zon_nu_minuten',
    'zon_plan_minuten',
    'minder_minuten',
    'norm',
    'oordeel_nu',
    'oordeel_plan',
  ],
  took: (rows, seconds) => `${rows} gebouwen in ${seconds} seconden berekend.`,
  computes: 'Hoeveel uren per dag de zon een raam, tuin of plein kan bereiken, nu en met het bouwplan.',
  method: (storey, sill, reach) =>
    `Van de plek gaat voor elke minuut van de dag een straal naar het midden van de zon. Raakt die een gebouw, dan is er schaduw. De begin- en eindtijden zijn op enkele seconden bepaald. Een raam zit midden op een vrije gevel, ${sill} boven de vloer (de vensterbank), 5 cm voor de gevel; verdiepingen zijn ${storey} hoog. We weten niet waar uw ramen echt zitten: kies zelf de gevel. Gebouwen en grond tot ${reach} rond de plek tellen mee. De lichte norm van TNO vraagt elke dag 2 uur van 19 februari tot en met 21 oktober, de strenge 3 uur van 21 januari tot en met 22 november. De Haagse norm telt alleen zon boven 10°. Elke dag van de periode is bekeken; de slechtste telt. Voor de kaart is elke 10 minuten gekeken; waar zon komt of gaat, is de tijd op een minuut bepaald.`,
  limits:
    'Dit zijn mogelijke uren: wolken tellen niet mee. Bomen nemen geen uren weg, tenzij u dat kiest: zij laten licht door, groeien en verdwijnen; bij de schaduw staat hoeveel zij dempen, met een vaste doorlaat per maand. Tellen zij als schaduw, dan houdt een kroon (een bol op de hoogte en breedte uit het bomenbestand) alle zon tegen: in de zomer van mei tot en met september, naaldbomen het hele jaar. Ook niet geteld: hagen, schuttingen, zonneschermen, de dikte van uw kozijn, en balkons die niet in het model staan. Een zon vlak boven de horizon kan achter iets staan dat verder weg is dan hier is gelezen. Breking van het licht telt niet mee: de zon komt in het echt enkele minuten eerder op. Halfschaduw duurt ongeveer twee minuten.',
  uncertainty: (error, low) =>
    `Alles is nog eens gerekend met de plek ${error} hoger, lager en opzij: zo veel kunnen gebouwen in het model afwijken. Ligt de norm tussen die uitkomsten, dan is het oordeel ‘onbekend’. De zonnestand is op 0,01° juist. Voor het hoogste gebouw is de omgeving volledig tot een zon van ${low} hoog.`,
  basis: (buildings, triangles) => `${buildings} gebouwen, ${triangles} driehoeken.`,
};

const en: SunlightMoreText = {
  ownTitle: 'Your own norm',
  ownHours: 'How much sun a day',
  ownHoursUnit: 'hours',
  ownLowest: 'The sun counts from a height of',
  ownFrom: 'First day',
  ownUntil: 'Last day',
  ownNote: 'On every day of this period the window must be able to have so much sun.',
  judging: 'being computed',
  title: 'Who loses sun by this plan?',
  intro: (metres) =>
    `Buildings with an address up to ${metres} around the plan, 200 at most. Of each building the ground-floor wall counts that loses most on this day.`,
  compute: 'Compute the list',
  computing: 'The list is being computed.',
  failed: 'The list cannot be computed.',
  caption: (rows, date) => `${rows} buildings, hours of sun on ${date}`,
  totals: (before, after, unknown, all, rule) =>
    `${rule}: today ${before} of ${all} walls meet it, with the plan ${after}. Unknown with the plan: ${unknown}.`,
  lostMore: (count) => `${count} buildings lose half an hour of sun or more on this day.`,
  building: 'Building',
  today: 'Today',
  plan: 'With plan',
  lost: 'Less',
  verdict: 'Verdict',
  sortBy: (column) => `Sort by ${column.toLowerCase()}`,
  filterName: 'Search in the list',
  filterVerdict: 'Show only',
  all: 'All',
  onlyLosers: 'Loses sun',
  filters: { meets: 'Meets it', fails: 'Does not meet it', unknown: 'Unknown', 'not-applicable': 'Does not apply' },
  none: 'No buildings in this choice.',
  more: (count) => `Show all ${count}`,
  less: 'Show fewer',
  save: 'Save the list',
  saveCsv: 'As a table (CSV)',
  saveGeoJson: 'As a map (GeoJSON)',
  file: 'lost-sun',
  csv: [
    'building',
    'address',
    'wall_degrees',
    'x',
    'y',
    'm_nap',
    'date',
    'sun_today_minutes',
    'sun_plan_minutes',
    'less_minutes',
    'norm',
    'verdict_today',
    'verdict_plan',
  ],
  took: (rows, seconds) => `${rows} buildings computed in ${seconds} seconds.`,
  computes: 'How many hours a day the sun can reach a window, garden or square, today and with the building plan.',
  method: (storey, sill, reach) =>
    `From the place a ray goes to the middle of the sun for every minute of the day. Where it meets a building there is shade. Beginnings and ends are found within seconds. A window is in the middle of a free wall, ${sill} above the floor (the sill), 5 cm before the wall; floors are ${storey} high. We do not know where your windows really are: choose the wall yourself. Buildings and ground up to ${reach} around the place count. TNO's light norm asks 2 hours every day from 19 February up to and including 21 October, the strict one 3 hours from 21 January up to and including 22 November. The Hague norm counts only sun above 10°. Every day of the period was looked at; the worst counts. For the map every 10 minutes were looked at; where sun comes or goes the time is found within a minute.`,
  limits:
    'These are possible hours: clouds do not count. Trees take no hours away unless you choose so: they let light through, grow and go; beside the shade stands how much they dim, by a fixed share per month. Where they count as shade a crown (a ball of the height and width that the list of trees says) keeps all sun away: in summer from May up to and including September, conifers all year. Not counted either: hedges, fences, awnings, the depth of your window frame, and balconies that are not in the model. A sun just above the horizon may stand behind something further off than was read here. Refraction does not count: in truth the sun rises some minutes earlier. A penumbra lasts about two minutes.',
  uncertainty: (error, low) =>
    `Everything was computed again with the place ${error} higher, lower and to the sides: so much may buildings in the model be off. Where the norm lies between those outcomes the verdict is ‘unknown’. The place of the sun is right within 0.01°. For the tallest building the surroundings are complete down to a sun ${low} high.`,
  basis: (buildings, triangles) => `${buildings} buildings, ${triangles} triangles.`,
};

export const sunlightMoreText = { nl, en };
