/** Every text of the interface in Dutch, at B1 level. Numbers arrive as they must be read, with unit. */

import type { Problem } from '../../model/problem.ts';
import type { QuestionId } from '../../model/question-ids.ts';
import type { Wind } from '../../model/wind.ts';
import type { LayerId, ToolId } from '../../store/twin.ts';

const winds: Record<Wind, string> = {
  n: 'noorden',
  ne: 'noordoosten',
  e: 'oosten',
  se: 'zuidoosten',
  s: 'zuiden',
  sw: 'zuidwesten',
  w: 'westen',
  nw: 'noordwesten',
};

const tools: Record<ToolId, string> = {
  sun: 'Zon en schaduw',
  window: 'Vanuit mijn raam',
  scenario: 'Scenario’s bewaren',
  measure: 'Meten',
  picture: 'Afbeelding en PDF',
  draw: 'Zelf tekenen',
};

const layers: Record<LayerId, string> = {
  buildings: 'Gebouwen',
  trees: 'Bomen',
  labels: 'Straatnamen',
  map: 'Kaart',
};

const problems: Record<Problem['what'], string> = {
  municipality: 'De gegevens van deze gemeente zijn niet geladen.',
  texts:
    'De Engelse teksten zijn niet geladen. Probeer het nog eens. (The English texts did not load. Please try again.)',
  buildings: 'De gebouwen in 3D zijn niet geladen of niet compleet. De rest werkt wel.',
  trees: 'De bomen zijn niet geladen. De rest werkt wel.',
  labels: 'De straatnamen in het beeld zijn niet geladen. De rest werkt wel.',
  map: 'De kaart op de grond is niet geladen of niet compleet. De rest werkt wel.',
  terrain: 'De hoogte van de grond is niet geladen. De grond ziet er daarom vlak uit.',
  addresses: 'De adressen zijn niet geladen. Zoeken op adres werkt nu niet.',
  streets: 'De straten zijn niet geladen. Zoeken op straat werkt nu niet.',
  buildingTable: 'De tabel met gebouwen is niet geladen. De vragen over gebouwen werken nu niet.',
  plan: 'Het bouwplan is niet geladen of niet compleet. De rest werkt wel.',
  flood: 'De gegevens over water op straat zijn niet geladen. De rest werkt wel.',
  sunlight: 'De uren zon zijn niet te tekenen. De rest werkt wel.',
  'flood-gpu': 'De grafische kaart rekende het water niet goed uit. De processor heeft het gedaan.',
  solar: 'De gegevens over zon op daken zijn niet geladen. De rest werkt wel.',
  claims: 'De ruimteclaims zijn niet te tekenen. De tabellen werken wel.',
  counts: 'De pijlen van de tellingen zijn niet te tekenen. De tabellen werken wel.',
  crowd: 'De opstelling en de mensen zijn niet te tekenen. De lijsten werken wel.',
  evening: 'Het programma van de bewonersavond is niet geladen of niet compleet. De rest werkt wel.',
  scene: 'Het 3D-beeld is niet gestart. Zoeken en vragen werken wel.',
  link: 'Een deel van de link is niet te lezen. U ziet wat wel te lezen is.',
  'newer-link': 'Deze link is gemaakt met een nieuwere versie. U ziet wat deze versie ervan begrijpt.',
  data: 'De gegevens zijn veranderd sinds dit scenario is gemaakt. Het beeld kan daarom anders zijn. Controleer het beeld en bewaar het opnieuw.',
};

const questions: Record<QuestionId, string> = {
  view: 'Wat zie ik hier?',
  sunlight: 'Hoeveel zon raak ik kwijt?',
  flood: 'Welke gebieden lopen onder water bij extreme regen?',
  solar: 'Welke woningen kunnen eenvoudig zonnepanelen krijgen?',
  heat: 'Welke woningen kunnen als eerste van het gas?',
  claims: 'Wat claimt deze plek?',
  counts: 'Hoe laat en van welke kant komen mensen de stad in?',
  crowd: 'Hoe smal wordt de doorgang, en hoe druk wordt het?',
  age: 'Hoe oud zijn de gebouwen hier?',
  height: 'Hoe hoog zijn de gebouwen hier?',
};

export const nl = {
  appName: 'Tweelingstad',
  fictional: 'fictieve gemeente',
  skipToQuestions: 'Naar zoeken en vragen',
  skipToScene: 'Naar het 3D-beeld',
  otherLanguage: 'English',
  loading: 'Even geduld, de gegevens komen eraan.',
  close: 'Sluiten',
  back: 'Terug naar alle vragen',
  backToPlan: 'Terug naar het plan',
  less: 'Minder',
  unknown: 'onbekend',
  yes: 'ja',
  no: 'nee',
  metres: 'm',
  squareMetres: 'm²',
  cubicMetres: 'm³',
  hectares: 'hectare',
  kilometres: 'km',

  panel: {
    label: 'Zoeken, vragen en lagen',
    collapse: 'Paneel inklappen',
    expand: 'Paneel uitklappen',
    larger: 'Paneel groter maken',
    smaller: 'Paneel kleiner maken',
  },

  share: {
    button: 'Deel dit beeld',
    embed: 'Deel of sluit in',
    copied: 'De link naar dit beeld is gekopieerd.',
    failed: 'Kopiëren lukt niet in deze browser. Kopieer de link in de adresbalk.',
  },

  search: {
    label: 'Waar staat mijn huis?',
    hint: 'Straat, adres of postcode',
    results: 'Gevonden plaatsen',
    clear: 'Zoekveld leegmaken',
    street: 'straat',
    count: (count: number) => (count === 1 ? '1 plaats gevonden' : `${count} plaatsen gevonden`),
    none: (query: string) => `Niets gevonden voor ‘${query}’. Probeer alleen de straat, of de postcode met huisnummer.`,
    loading: 'De adressen komen eraan.',
    unavailable: 'Zoeken werkt nu niet, omdat de adressen en straten niet te lezen zijn.',
  },

  questionsTitle: 'Vragen',
  questions,

  layersTitle: 'Lagen',
  layers,
  opacity: (layer: string) => `Dekking van ${layer.toLowerCase()}`,
  percent: (percent: number) => `${percent} procent`,

  toolsTitle: 'Zelf bekijken',
  tools,
  viewpointsTitle: 'Mooie plekken',

  view: {
    waiting: 'Zodra het beeld stilstaat, leest u hier wat u ziet.',
    unavailable: 'Deze vraag heeft de tabel met gebouwen nodig. Die is niet te lezen.',
    looking: (wind: Wind, height: string) => `U kijkt naar het ${winds[wind]}, vanaf ${height} NAP.`,
    lookingDown: (height: string) => `U kijkt recht naar beneden, vanaf ${height} NAP.`,
    walking: (wind: Wind) => `U staat op de grond en kijkt naar het ${winds[wind]}.`,
    window: (width: string) => `Dit gaat over een vierkant van ${width} breed.`,
    buildings: (count: string, area: string) => `In beeld: ${count} gebouwen op ${area}.`,
    oneBuilding: (area: string) => `In beeld: 1 gebouw op ${area}.`,
    noBuildings: 'Er staan geen gebouwen in beeld.',
    addresses: (count: string) => `Daar horen ${count} adressen bij.`,
    tallest: (height: string, place: string | undefined) =>
      place ? `Het hoogste gebouw is ${height} hoog: ${place}.` : `Het hoogste gebouw is ${height} hoog.`,
    years: (oldest: number, newest: number) => `Het oudste gebouw is van ${oldest}, het nieuwste van ${newest}.`,
    sameYear: (year: number) => `De gebouwen zijn van ${year}.`,
    streets: 'Straten dichtbij het midden van het beeld',
    selected: (place: string) => `Gekozen gebouw: ${place}.`,
    table: 'Gebouwen in beeld, dichtbij eerst',
    tableMore: (count: string) => `Toon alle ${count} gebouwen`,
    tableNearest: (count: string) => `Toon de ${count} dichtstbijzijnde`,
    tableFirst: (shown: string, count: string) => `${shown} van ${count} gebouwen`,
    building: 'Gebouw',
    height: 'Hoogte',
    year: 'Bouwjaar',
    distance: 'Afstand',
    nameless: 'Gebouw zonder adres',
    move: 'Verplaats het venster',
    north: 'Noord',
    south: 'Zuid',
    west: 'West',
    east: 'Oost',
    larger: 'Groter',
    smaller: 'Kleiner',
  },

  controls: {
    label: 'Beeld bewegen',
    northUp: (wind: Wind, degrees: number) =>
      `Draai naar het noorden. U kijkt nu naar het ${winds[wind]} (${degrees} graden).`,
    zoomIn: 'Dichterbij',
    zoomOut: 'Verder weg',
    home: 'Terug naar het begin',
    topDown: 'Recht van boven',
    walk: 'Loop op ooghoogte',
    stopWalking: 'Stop met lopen',
    fullScreen: 'Volledig scherm',
    leaveFullScreen: 'Volledig scherm sluiten',
    moves: 'Meer bewegingen',
    forward: 'Vooruit',
    back: 'Achteruit',
    left: 'Naar links',
    right: 'Naar rechts',
    turnLeft: 'Draai naar links',
    turnRight: 'Draai naar rechts',
    tiltUp: 'Kijk omhoog',
    tiltDown: 'Kijk omlaag',
    previousBuilding: 'Vorig gebouw kiezen',
    nextBuilding: 'Volgend gebouw kiezen',
  },

  keys: {
    title: 'Bedienen met het toetsenbord',
    intro: 'Eerst naar het 3D-beeld met Tab of een klik. Met Tab gaat u ook weer verder.',
    list: [
      ['Pijltjes', 'bewegen'],
      ['Shift en pijltjes', 'draaien en kantelen'],
      ['Plus en min', 'dichterbij en verder weg'],
      ['Home', 'terug naar het begin'],
      ['N', 'noorden boven'],
      ['T', 'recht van boven'],
      ['W', 'lopen op ooghoogte; bij het lopen W, A, S en D'],
      ['Escape', 'stoppen met lopen'],
    ],
  },

  scene: {
    label: (name: string) => `3D-beeld van ${name}`,
    waiting: 'Het 3D-beeld start.',
    tiles: 'Het beeld wordt geladen',
    complete: 'Het beeld is compleet.',
    lost: 'Het 3D-beeld is even weg. Het komt vanzelf terug.',
    unsupportedTitle: 'Geen 3D-beeld op dit apparaat',
    unsupported:
      'Deze browser of computer kan geen 3D tekenen (WebGL 2 ontbreekt of staat uit). Zoeken, vragen en tabellen werken wel. Probeer voor 3D een andere browser, of zet hardwareversnelling aan in de instellingen.',
    showText: 'Lees wat hier te zien is',
  },

  status: {
    label: 'Plaats en schaal',
    pointer: 'Bij de aanwijzer',
    centre: 'Midden van het beeld',
    rd: 'RD',
    nap: 'NAP',
    scale: (length: string) => `Schaal: deze lijn is ${length}`,
  },

  credits: {
    button: 'Bronnen',
    title: 'Bronnen en licenties',
    dataset: 'Gegevens',
    holder: 'Bronhouder',
    date: 'Datum',
    licence: 'Licentie',
    accuracy: 'Nauwkeurigheid',
    software: 'Het beeld wordt getekend met CesiumJS. De wereldkaart ver weg is Natural Earth (publiek domein).',
  },

  problems,
  dataChanged: (made: string, present: string) =>
    `De gegevens zijn veranderd sinds dit scenario is gemaakt. Toen waren ze van ${made}, nu zijn ze van ${present}. Het beeld kan daarom anders zijn. Controleer het beeld en bewaar het opnieuw.`,
  technical: 'Technische gegevens',
  dismiss: 'Melding sluiten',

  missing: {
    title: 'Deze gemeente is niet te openen',
    text: (id: string) => `De gegevens van ‘${id}’ zijn niet gevonden of niet te lezen.`,
    visitor: 'Kijk of het adres in de adresbalk klopt, of probeer het later opnieuw.',
    steward: 'Beheert u deze site? Maak de gegevens met deze opdracht:',
    retry: 'Probeer opnieuw',
  },
};

/** The shape of all texts; Dutch is the first language and sets it. */
export type Text = typeof nl;
