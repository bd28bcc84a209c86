/** Texts of the question "which homes can be the first to do without gas", fetched with it. */
import type { HeatBasis, HeatClass, HeatNumberId } from '../../model/heat.ts';

/** As they are to be read. */
type StandardExample = Record<'form' | 'standard' | 'demand' | 'ratio', string>;

const classes: Record<HeatClass, string> = {
  ready: 'kan nu al',
  near: 'bijna: eerst wat isoleren',
  step: 'eerst flink isoleren',
  far: 'voorlopig niet',
};

const shortClasses: Record<HeatClass, string> = {
  ready: 'kan nu al',
  near: 'bijna',
  step: 'eerst isoleren',
  far: 'voorlopig niet',
};

const bases: Record<HeatBasis, string> = {
  shape: 'vorm en bouwjaar',
  label: 'vorm, bouwjaar en energielabel',
  guess: 'bouwjaar; de vorm is deels geschat',
};

const settings: Record<HeatNumberId, string> = {
  ready: '“Kan nu al” tot',
  near: '“Bijna” tot',
  step: '“Eerst flink isoleren” tot',
  indoor: 'Gemiddelde temperatuur binnen',
};

const settingNotes: Record<HeatNumberId, string> = {
  ready: '1 is de Standaard zelf: wie daaraan voldoet, krijgt het warm zonder gasketel.',
  near: 'Onze keuze. Tot hier is vaak één maatregel genoeg, zoals beter glas of vloerisolatie.',
  step: 'Onze keuze. Tot hier is een pakket maatregelen nodig.',
  indoor: 'Over het hele jaar en alle kamers. Met 18 °C volgt de berekening de voorbeeldwoningen van RVO.',
};

const nl = {
  bar: 'Warmtevraag van woningen',
  close: 'Haal de warmtevraag uit beeld',
  loading: 'De warmtevraag wordt berekend.',
  failed: 'De warmtevraag is niet berekend. Andere vragen werken wel.',
  noTable: 'De lijst met gebouwen is niet geladen. Zonder die lijst is er geen antwoord.',
  nobody: 'Van geen enkel gebouw is bekend dat er mensen wonen, of het bouwjaar ontbreekt. Daarom is er geen antwoord.',
  noWebGl: 'Zonder 3D-beeld vindt u alles in de tabellen.',
  sentence: (ready: string, homes: string, near: string) =>
    `${ready} van de ${homes} woningen hebben zo weinig warmte nodig dat ze nu al zonder gas kunnen. Bij nog ${near} scheelt het weinig.`,
  sentenceNote: 'Zo weinig dat water van 50 °C genoeg is, zoals van een warmtepomp of een zuinig warmtenet.',
  sentenceOld: 'Huizen van voor 1946 zijn hier aan hun eigen Standaard gemeten: die houden water van 70 °C nodig.',
  unknown: (count: string) => `Van ${count} gebouwen met woningen is te weinig bekend. Die tellen niet mee.`,
  contents: {
    title: 'Wat staat hier',
    'heat-districts': 'Wijken op volgorde',
    'heat-chart': 'Hoeveel woningen per klasse',
    'heat-table': 'Gebouwen',
    'heat-settings': 'Keuzes',
  },
  districts: 'Wijken op volgorde',
  districtsIntro: 'Bovenaan staat de wijk waar het grootste deel van de woningen nu al of bijna zonder gas kan.',
  districtsNote: (error: string) =>
    `Kies een wijk om alleen die te tellen. Het gemiddelde van een wijk kan ongeveer ${error} afwijken.`,
  district: 'Wijk',
  unknownDistrict: 'Onbekend',
  first: 'Nu of bijna',
  mean: 'kWh per m²',
  total: 'Samen per jaar',
  chart: 'Hoeveel woningen per klasse',
  chartClass: 'Klasse',
  chartHomes: 'Woningen',
  share: 'Deel',
  classes,
  shortClasses,
  bases,
  table: 'Gebouwen met woningen',
  tableTitle: (count: string) => `Gebouwen met woningen (${count})`,
  tableNone: 'Geen gebouw past bij wat u hebt gekozen.',
  tableNote: (error: string) =>
    `Warmte is per vierkante meter vloer per jaar. Van één woning kan het ongeveer ${error} afwijken: niemand schrijft elke verbouwing op.`,
  building: 'Gebouw',
  heat: 'Warmte (kWh/m²)',
  ratio: 'Keer de Standaard',
  homes: 'Woningen',
  sortBy: (column: string) => `Sorteer op ${column.toLowerCase()}`,
  previous: 'Vorige',
  next: 'Volgende',
  page: (from: string, to: string, all: string) => `${from}–${to} van ${all}`,
  filterClasses: 'Klassen',
  filterDistrict: 'Wijk',
  allDistricts: 'Alle wijken',
  withoutMonuments: 'Zonder monumenten',
  reset: 'Zet terug',
  save: 'Bewaar als bestand',
  saveBuildings: 'Gebouwen (CSV)',
  saveDistricts: 'Wijken (CSV)',
  saveGeoJson: 'Gebouwen (GeoJSON)',
  fileBuildings: 'warmtevraag-gebouwen',
  fileDistricts: 'warmtevraag-wijken',
  csvBuilding: [
    'pand',
    'gebouw',
    'wijk',
    'bouwjaar',
    'woningen',
    'vloer_m2',
    'warmte_kwh_m2_jaar',
    'standaard_kwh_m2_jaar',
    'keer_standaard',
    'klasse',
    'warmte_kwh_jaar',
    'op_grond_van',
    'x_rd',
    'y_rd',
  ],
  csvDistrict: [
    'wijk',
    'woningen',
    'kan_nu_al',
    'bijna',
    'eerst_isoleren',
    'voorlopig_niet',
    'warmte_kwh_m2_jaar',
    'warmte_kwh_jaar',
  ],
  settingsTitle: 'Keuzes',
  settingsIntro: 'Verander een getal en alles wordt opnieuw geteld.',
  settings,
  settingNotes,
  times: 'keer',
  degrees: '°C',
  switches: {
    hasLabels: 'Gebruik energielabels',
    hasOldStandard: 'Meet huizen van voor 1946 aan hun eigen Standaard',
  },
  switchNotes: {
    hasLabels:
      'Een label legt vast tussen welke grenzen de warmtevraag ligt. Zonder labels tellen alleen vorm en bouwjaar.',
    hasOldStandard:
      'Die is soepeler: een oud huis dat eraan voldoet, kan zonder gas, maar houdt water van 70 °C nodig, zoals van een warmtenet.',
  },
  sectionTitle: 'Van het gas af',
  sectionNone: 'Van dit gebouw is geen warmtevraag berekend: er woont niemand, of er is te weinig bekend.',
  sectionHeat: 'Warmtevraag',
  sectionStandard: 'Standaard voor deze vorm',
  sectionClass: 'Klasse',
  sectionTotal: 'Hele gebouw per jaar',
  sectionBasis: 'Berekend uit',
  shapeNote: (row: string, end: string) =>
    `De Standaard hoort bij de vorm: hoe minder muur en dak een huis per vierkante meter vloer heeft, hoe minder warmte het mag vragen. Een tussenwoning bijvoorbeeld ${row}, haar hoekhuis ${end}.`,
  perSquare: (value: string) => `${value} kWh/m²`,
  give: (percent: string) => `± ${percent}`,
  kwh: (value: string) => `${value} kWh`,
  mwh: (value: string) => `${value} MWh`,
  gwh: (value: string) => `${value} GWh`,
  leaflet: {
    first:
      'Dit is een eerste inschatting voor een hele wijk. Voor een besluit over één huis is een bezoek van een adviseur nodig.',
    computes:
      'Hoeveel warmte woningen per jaar nodig hebben bij gewoon gebruik, en hoe dat zich verhoudt tot de Standaard voor woningisolatie (minister van BZK, 2021): wat een huis mag vragen om met water van 50 °C warm te worden.',
    method:
      'Per gebouw: wat muren, dak, vloer, ramen en frisse lucht aan warmte verliezen, min wat zon en bewoners opleveren, maand voor maand (EN ISO 13790, zoals in NTA 8800). De oppervlakken komen uit het 3D-model, de isolatie uit het bouwjaar, met dubbel glas overal. Is er een energielabel, dan ligt de uitkomst binnen de grenzen van dat label. Het weer is dat van De Bilt.',
    shapeTitle: 'Tussenwoning en hoekhuis',
    shape: ({ row, end }: Record<'row' | 'end', StandardExample>) =>
      `De Standaard is strenger voor een huis met weinig buitenkant. Een tussenwoning uit 1965–1974 met ${row.form} m² muur, dak en vloer per m² vloeroppervlak mag ${row.standard} kWh/m² vragen (43, plus 4 voor elke 0,1 boven 1). Haar hoekhuis, met ${end.form} m², mag ${end.standard} kWh/m². De tussenwoning heeft minder warmte nodig (${row.demand} tegen ${end.demand} kWh/m²) en staat toch verder van haar Standaard: ${row.ratio} keer tegen ${end.ratio} keer. Zo kan een tussenwoning in een lagere klasse komen dan haar hoekhuis. Voorbeelden van RVO.`,
    limits: [
      'Verbouwingen zonder nieuw label. Daardoor lijkt een oud huis soms slechter dan het is.',
      'Hoe mensen wonen. In oude huizen blijven kamers vaak koud: woningen uit 1965–1974 gebruikten in 2020 ruim de helft van wat deze norm vraagt (CBS).',
      'Warm water, koken, en of er plaats is voor een warmtepomp of een warmtenet in de straat.',
      'Winkels onder woningen: hun vloer telt mee als die van de woningen.',
      'Kosten, en wie de eigenaar is.',
    ],
    uncertainty: (method: string, single: string, group: string) =>
      `Bij 15 voorbeelden van RVO week de berekening gemiddeld ${method} af van NTA 8800. Van één echte woning kan het ${single} schelen, van een wijk ${group}.`,
    sources:
      'RVO, Voorbeeldwoningen bestaande bouw 2022. Isolatie per bouwjaar: de waarden van de energieadviseur en het Bouwbesluit. Omrekening van label naar warmte: eigen aanname (ketel 90%, 35 kWh/m² voor warm water en ventilatoren). Temperatuur: KNMI, De Bilt 1991–2020.',
  },
};

const en: typeof nl = {
  bar: 'Heat that homes need',
  close: 'Take heat out of the picture',
  loading: 'Heat is being computed.',
  failed: 'Heat has not been computed. Other questions do work.',
  noTable: 'The list of buildings could not be loaded. Without it there is no answer.',
  nobody: 'Of no building is it known that people live there, or its year is missing. So there is no answer.',
  noWebGl: 'Without the 3D picture you find everything in the tables.',
  sentence: (ready, homes, near) =>
    `${ready} of ${homes} homes need so little heat that they can do without gas now. Another ${near} are close to it.`,
  sentenceNote: 'So little that water of 50 °C is enough, as from a heat pump or a heat network of low temperature.',
  sentenceOld: 'Homes from before 1946 are held here to their own Standaard: they still need water of 70 °C.',
  unknown: (count) => `Of ${count} buildings with homes too little is known. They do not count.`,
  contents: {
    title: 'What is here',
    'heat-districts': 'Districts in order',
    'heat-chart': 'How many homes per class',
    'heat-table': 'Buildings',
    'heat-settings': 'Choices',
  },
  districts: 'Districts in order',
  districtsIntro: 'At the top is the district where most of the homes can do without gas, or nearly.',
  districtsNote: (error) =>
    `Choose a district to count that one only. The mean of a district may be off by about ${error}.`,
  district: 'District',
  unknownDistrict: 'Unknown',
  first: 'Now or nearly',
  mean: 'kWh per m²',
  total: 'Together a year',
  chart: 'How many homes per class',
  chartClass: 'Class',
  chartHomes: 'Homes',
  share: 'Share',
  classes: {
    ready: 'can do so now',
    near: 'nearly: some insulation first',
    step: 'much insulation first',
    far: 'not for now',
  },
  shortClasses: { ready: 'now', near: 'nearly', step: 'insulate first', far: 'not for now' },
  bases: {
    shape: 'shape and year',
    label: 'shape, year and energy label',
    guess: 'year; the shape is partly guessed',
  },
  table: 'Buildings with homes',
  tableTitle: (count) => `Buildings with homes (${count})`,
  tableNone: 'No building fits what you have chosen.',
  tableNote: (error) =>
    `Heat is per square metre of floor a year. For one home it may be off by about ${error}: nobody writes down every renovation.`,
  building: 'Building',
  heat: 'Heat (kWh/m²)',
  ratio: 'Times the Standaard',
  homes: 'Homes',
  sortBy: (column) => `Sort by ${column.toLowerCase()}`,
  previous: 'Previous',
  next: 'Next',
  page: (from, to, all) => `${from}–${to} of ${all}`,
  filterClasses: 'Classes',
  filterDistrict: 'District',
  allDistricts: 'All districts',
  withoutMonuments: 'Without monuments',
  reset: 'Reset',
  save: 'Save as a file',
  saveBuildings: 'Buildings (CSV)',
  saveDistricts: 'Districts (CSV)',
  saveGeoJson: 'Buildings (GeoJSON)',
  fileBuildings: 'heat-buildings',
  fileDistricts: 'heat-districts',
  csvBuilding: [
    'building_id',
    'building',
    'district',
    'year',
    'homes',
    'floor_m2',
    'heat_kwh_m2_year',
    'standard_kwh_m2_year',
    'times_standard',
    'class',
    'heat_kwh_year',
    'based_on',
    'x_rd',
    'y_rd',
  ],
  csvDistrict: [
    'district',
    'homes',
    'now',
    'nearly',
    'insulate_first',
    'not_for_now',
    'heat_kwh_m2_year',
    'heat_kwh_year',
  ],
  settingsTitle: 'Choices',
  settingsIntro: 'Change a number and everything is counted again.',
  settings: {
    ready: '“Now” up to',
    near: '“Nearly” up to',
    step: '“Much insulation first” up to',
    indoor: 'Mean temperature inside',
  },
  settingNotes: {
    ready: '1 is the Standaard itself: a home that meets it gets warm without a gas boiler.',
    near: 'Our choice. Up to here one measure is often enough, such as better glass or an insulated floor.',
    step: 'Our choice. Up to here a set of measures is needed.',
    indoor: 'Over the whole year and all rooms. With 18 °C the computation follows RVO’s example homes.',
  },
  times: 'times',
  degrees: '°C',
  switches: {
    hasLabels: 'Use energy labels',
    hasOldStandard: 'Hold homes from before 1946 to their own Standaard',
  },
  switchNotes: {
    hasLabels: 'A label says between which bounds the heat lies. Without labels only shape and year count.',
    hasOldStandard:
      'That is milder: an old home that meets it can do without gas, but still needs water of 70 °C, as from a heat network.',
  },
  sectionTitle: 'Without gas',
  sectionNone: 'For this building no heat was computed: nobody lives there, or too little is known.',
  sectionHeat: 'Heat',
  sectionStandard: 'Standaard for this shape',
  sectionClass: 'Class',
  sectionTotal: 'Whole building a year',
  sectionBasis: 'Computed from',
  shapeNote: (row, end) =>
    `The Standaard goes with the shape: the less wall and roof a home has per square metre of floor, the less heat it may ask for. A home amid its row for example ${row}, the one at its end ${end}.`,
  perSquare: (value) => `${value} kWh/m²`,
  give: (percent) => `± ${percent}`,
  kwh: (value) => `${value} kWh`,
  mwh: (value) => `${value} MWh`,
  gwh: (value) => `${value} GWh`,
  leaflet: {
    first: 'This is a first estimate for a whole district. To decide about one house an adviser has to visit it.',
    computes:
      'How much heat homes need in a year with ordinary use, and how that compares with the Dutch Standaard for insulation (minister of the Interior, 2021): what a home may ask for to get warm with water of 50 °C.',
    method:
      'Per building: what walls, roof, floor, windows and fresh air lose, less what sun and people give, month by month (EN ISO 13790, as in NTA 8800). Areas come from the 3D model, insulation from the year, with double glass everywhere. Where there is an energy label the outcome lies within its bounds. The weather is that of De Bilt.',
    shapeTitle: 'Amid the row and at its end',
    shape: ({ row, end }) =>
      `The Standaard is stricter for a home with little skin. A home amid its row from 1965–1974 with ${row.form} m² of wall, roof and floor per m² of floor area may ask for ${row.standard} kWh/m² (43, and 4 more for each 0.1 above 1). The one at the end of its row, with ${end.form} m², may ask for ${end.standard} kWh/m². The one amid needs less heat (${row.demand} against ${end.demand} kWh/m²) and is further from its Standaard all the same: ${row.ratio} times against ${end.ratio} times. So it may come into a lower class than the one at the end. Examples by RVO.`,
    limits: [
      'Renovations without a new label. So an old house may look worse than it is.',
      'How people live. In old houses rooms often stay cold: homes of 1965–1974 used in 2020 little more than half of what this norm asks for (CBS).',
      'Hot water, cooking, and whether there is room for a heat pump or a heat network in the street.',
      'Shops below homes: their floor counts as that of the homes.',
      'Costs, and who owns the home.',
    ],
    uncertainty: (method, single, group) =>
      `On 15 of RVO’s examples the computation was on average ${method} off NTA 8800. A real single home may differ by ${single}, a district by ${group}.`,
    sources:
      'RVO, Voorbeeldwoningen bestaande bouw 2022. Insulation by year: the values of energy advisers and of the building decree. From label to heat: our own assumption (boiler 90%, 35 kWh/m² for hot water and fans). Temperature: KNMI, De Bilt 1991–2020.',
  },
};

export const heatText = { nl, en };
