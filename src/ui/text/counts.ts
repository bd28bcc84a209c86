/** Texts of the question "when and from which side do people come into town", fetched with it. Numbers and times arrive as they are to be read. */
import type { CellMark, ComparableKind, CountGap } from '../../model/count-answer.ts';
import type { CountInterval, CountWay } from '../../model/count-choice.ts';
import type { Wind } from '../../model/wind.ts';

const ways: Record<CountWay, string> = { in: 'de stad in', out: 'de stad uit', both: 'beide kanten' };
const intervals: Record<CountInterval, string> = { quarter: 'per kwartier', hour: 'per uur' };
const comparable: Record<ComparableKind, string> = {
  'same-weekday': 'dezelfde dag van de week',
  weekdays: 'doordeweekse dagen',
  saturdays: 'zaterdagen',
  sundays: 'zondagen',
};
/** Where the way in begins. */
const sides: Record<Wind, string> = {
  n: 'uit het noorden',
  ne: 'uit het noordoosten',
  e: 'uit het oosten',
  se: 'uit het zuidoosten',
  s: 'uit het zuiden',
  sw: 'uit het zuidwesten',
  w: 'uit het westen',
  nw: 'uit het noordwesten',
};
/** Under the name of a gate: how long. */
const marks: Record<Extract<CellMark, 'missing' | 'excluded' | 'late' | 'part'>, (time: string) => string> = {
  missing: (time) => `${time} ontbreekt`,
  excluded: (time) => `${time} uitgesloten`,
  late: (time) => `${time} te laat`,
  part: (time) => `${time} deels geteld`,
};
const fills: Record<CountGap['by'], string> = {
  usual: 'ingevuld met wat gewoon is op vergelijkbare dagen',
  neighbours: 'ingevuld met wat ervoor en erna is geteld',
  nothing: 'ingevuld met niemand, want er is niets bekend',
};

const nl = {
  ways,
  intervals,
  comparable,
  sides,
  marks,
  fills,
  bar: 'Tellingen bij de toegangen',
  close: 'Haal de tellingen uit beeld',
  loading: 'De tellingen komen eraan.',
  none: 'Deze gemeente heeft geen tellingen van voetgangers.',
  failed: 'De tellingen zijn niet geladen. Andere vragen werken wel.',
  noAnswer: 'De tellingen zijn niet uitgerekend.',
  noWebGl: 'Zonder 3D-beeld vindt u alles in de tabellen.',
  indicative: 'Tellers tellen passages, geen personen: wie twee keer langskomt, telt twee keer.',

  /** Peak. */
  peak: {
    in: (day: string, time: string, count: string) =>
      `Op ${day} kwamen de meeste mensen de stad in tussen ${time} uur: ${count}.`,
    out: (day: string, time: string, count: string) =>
      `Op ${day} gingen de meeste mensen de stad uit tussen ${time} uur: ${count}.`,
    both: (day: string, time: string, count: string) =>
      `Op ${day} kwamen de meeste mensen langs tussen ${time} uur: ${count}.`,
  } satisfies Record<CountWay, unknown>,
  filled: (count: string) =>
    `Daarvan zijn er ${count} niet geteld maar ingevuld: op dat moment telde een toegang niet.`,
  noPeak: 'Op deze dag is geen drukste moment te noemen: er is te weinig geteld.',
  between: (from: string, until: string) => `${from} en ${until}`,
  give: (count: string, error: string) => `${count} (± ${error})`,
  mainSide: (gate: string, side: string, share: string) => `De meesten via ${gate}, ${side}: ${share}.`,
  mainGate: (gate: string, share: string) => `De meesten via ${gate}: ${share}.`,
  alike: (time: string) =>
    `Het kan ook een ander moment zijn tussen ${time} uur: het verschil is kleiner dan de fout van de tellers.`,
  usual: (low: string, high: string, days: string, kind: string) =>
    `Gewoonlijk zijn het er dan ${low} tot ${high} (${days} vergelijkbare dagen: ${kind}).`,
  notCounted: (gates: string) => `Let op: niet alles is geteld. Zonder telling: ${gates}.`,
  notCountedOne: (gate: string, time: string) => `${gate} ${time}`,
  present: (time: string, count: string, low: string, high: string) =>
    `Om ${time} uur waren er naar schatting ${count} mensen meer in het centrum dan ’s nachts (tussen ${low} en ${high}).`,

  contents: {
    title: 'Wat staat hier',
    'counts-choose': 'Dag en richting',
    'counts-table': 'Toegangen',
    'counts-profile': 'Verloop over de dag',
    'counts-presence': 'Mensen in het centrum',
  },

  chooseTitle: 'Dag, tijd en richting',
  day: 'Dag',
  interval: 'Tijdstappen',
  way: 'Richting',
  longer: (minutes: string) => `De tellers geven op deze dag stappen van ${minutes} minuten.`,
  play: 'Speel de dag af',
  pause: 'Stop',
  time: 'Moment van de dag',
  toPeak: 'Naar het drukste moment',
  summer: 'zomertijd',
  winter: 'wintertijd',

  goTo: 'Ga naar de ingangen',
  recorded: (day: string) => `Opgenomen tellingen van ${day}.`,
  liveNow: (time: string) => `Live, laatst om ${time} uur.`,
  liveAsking: 'De live tellingen worden opgehaald.',
  liveAway: (since: string) => `De live tellingen zijn niet bereikbaar sinds ${since} uur.`,
  liveHeard: (time: string) => `U ziet wat om ${time} uur binnen was.`,
  liveNever: 'U ziet opgenomen tellingen.',
  liveSome: (problems: string) => `Een deel antwoordt niet: ${problems}.`,

  tableTitle: 'Toegangen',
  table: 'Tellingen per toegang',
  gate: 'Toegang',
  in: 'In',
  out: 'Uit',
  net: 'Verschil',
  peakTime: 'Drukst',
  all: 'Alle toegangen',
  sortBy: (column: string) => `Sorteer op ${column.toLowerCase()}`,
  tableNote: (least: string) =>
    `Verschil is in min uit. Aantallen onder de ${least} laten we niet zien. Soms laten we daarom nog een aantal weg: anders is het kleine uit te rekenen.`,
  tableMoment: (time: string) => `Tussen ${time} uur`,
  tableDay: 'Hele dag',
  showAll: 'Toon alle toegangen samen',

  few: (least: string) => `< ${least}`,
  hidden: 'verborgen',
  about: (value: string) => `ca. ${value}`,
  part: (value: string) => `≥ ${value}`,
  missing: 'ontbreekt',
  excluded: 'uitgesloten',
  noCount: 'geen telling',
  late: (value: string) => `${value} (laat)`,
  range: (low: string, high: string) => `${low} tot ${high}`,
  fewMark: (count: string, least: string) => `${count}× < ${least}`,
  hiddenMark: (count: string) => `${count}× verborgen`,
  hours: (hours: string) => `${hours} uur`,
  minutes: (minutes: string) => `${minutes} minuten`,

  profileTitle: (gate: string) => `Verloop over de dag: ${gate}`,
  profileChart: (way: string, most: string, time: string) =>
    `Grafiek van het aantal mensen over de dag, ${way}. Het hoogst: ${most}, tussen ${time} uur.`,
  profileEmpty: (way: string) => `Grafiek van het aantal mensen over de dag, ${way}.`,
  legendCount: 'geteld',
  legendUsual: 'gewoonlijk',
  legendWithheld: 'klein of verborgen',
  legendMissing: 'niet geteld',
  legendPart: 'deels geteld of ongeveer',
  legendLate: 'te laat binnengekomen',
  legendMoment: 'gekozen moment',
  legendUnknown: 'klein, verborgen of niet geteld',
  scale: 'Zo breed zijn de pijlen: mensen per tijdstap',
  usualBand: (days: string, kind: string) =>
    `Gewoonlijk: vergeleken met ${days} andere dagen (${kind}). De band loopt van het 10e tot het 90e percentiel, de lijn is de middelste dag.`,
  usualRange: (days: string, kind: string) =>
    `Gewoonlijk: vergeleken met ${days} andere dagen (${kind}). Dat is weinig: de band loopt van de laagste tot de hoogste dag.`,
  usualNone: (kind: string) =>
    `Er zijn te weinig vergelijkbare dagen (${kind}) om te zeggen wat gewoon is. Daarvoor zijn er drie nodig.`,
  asTable: 'Als tabel',
  columnTime: 'Tijd',
  columnCount: 'Geteld',
  columnUsual: 'Gewoonlijk',
  columnMedian: 'Middelste dag',
  axisPersons: 'mensen',

  presenceTitle: 'Mensen in het centrum',
  presenceIntro: (start: string, persons: string) =>
    `Wie erin ging min wie eruit ging, bij alle toegangen samen. We beginnen om ${start} uur met 0: het stilste uur, met ${persons} passages. Bewoners en wie er toen al was, tellen niet mee.`,
  presenceChart: (most: string, time: string) =>
    `Grafiek van de schatting van het aantal mensen in het centrum. Het hoogst: ${most}, om ${time} uur.`,
  presenceNone: 'Er is te weinig geteld voor een schatting.',
  legendEstimate: 'schatting',
  legendError: 'onzekerheid (95%)',
  presenceGrows: 'De onzekerheid groeit in de loop van de dag: elke telling heeft een fout, en die fouten stapelen op.',
  drift: (time: string, count: string, share: string) =>
    `Om ${time} uur, bij de laatste telling, waren er volgens de tellers ${count} meer mensen in gegaan dan uit (${share} van wie erin ging).`,
  driftOut: (time: string, count: string, share: string) =>
    `Om ${time} uur, bij de laatste telling, waren er volgens de tellers ${count} meer mensen uit gegaan dan in (${share} van wie erin ging).`,
  driftSmall: 'Dat valt binnen de fout van de tellers.',
  driftLarge:
    'Dat is meer dan de fout van de tellers verklaart: mensen zijn gebleven, of gingen langs een weg zonder teller.',
  negative: (count: string) =>
    `Op ${count} momenten komt de schatting onder nul. Dat kan niet echt: er gingen meer mensen uit dan er volgens de tellers in waren.`,
  gaps: 'Ingevuld',
  gap: (gate: string, way: string, from: string, until: string, count: string, by: string) =>
    `${gate}, ${way}, ${from}–${until} uur: ${count} mensen, ${by}.`,
  columnPresent: 'Schatting',
  columnError: 'Tussen',
};

const en: typeof nl = {
  ways: { in: 'into town', out: 'out of town', both: 'both ways' },
  intervals: { quarter: 'per quarter of an hour', hour: 'per hour' },
  comparable: {
    'same-weekday': 'the same day of the week',
    weekdays: 'weekdays',
    saturdays: 'Saturdays',
    sundays: 'Sundays',
  },
  sides: {
    n: 'from the north',
    ne: 'from the north-east',
    e: 'from the east',
    se: 'from the south-east',
    s: 'from the south',
    sw: 'from the south-west',
    w: 'from the west',
    nw: 'from the north-west',
  },
  marks: {
    missing: (time) => `${time} missing`,
    excluded: (time) => `${time} excluded`,
    late: (time) => `${time} late`,
    part: (time) => `${time} counted in part`,
  },
  fills: {
    usual: 'filled in with what is usual on comparable days',
    neighbours: 'filled in with what was counted before and after',
    nothing: 'filled in with nobody, because nothing is known',
  },
  bar: 'Counts at the entries',
  close: 'Take the counts out of the picture',
  loading: 'The counts are coming.',
  none: 'This municipality has no counts of pedestrians.',
  failed: 'The counts have not been loaded. Other questions do work.',
  noAnswer: 'The counts have not been worked out.',
  noWebGl: 'Without the 3D picture you find everything in the tables.',
  indicative: 'Counters count passages, not persons: who passes twice counts twice.',
  peak: {
    in: (day, time, count) => `On ${day} most people came into town between ${time}: ${count}.`,
    out: (day, time, count) => `On ${day} most people left town between ${time}: ${count}.`,
    both: (day, time, count) => `On ${day} most people passed between ${time}: ${count}.`,
  },
  filled: (count) => `Of those ${count} were not counted but filled in: an entry did not count then.`,
  noPeak: 'No busiest moment can be told of this day: too little was counted.',
  between: (from, until) => `${from} and ${until}`,
  give: (count, error) => `${count} (± ${error})`,
  mainSide: (gate, side, share) => `Most of them by ${gate}, ${side}: ${share}.`,
  mainGate: (gate, share) => `Most of them by ${gate}: ${share}.`,
  alike: (time) =>
    `It may also have been another moment between ${time}: the difference is smaller than the error of the counters.`,
  usual: (low, high, days, kind) => `Usually there are ${low} to ${high} then (${days} comparable days: ${kind}).`,
  notCounted: (gates) => `Mind: not everything was counted. Without a count: ${gates}.`,
  notCountedOne: (gate, time) => `${gate} ${time}`,
  present: (time, count, low, high) =>
    `At ${time} there were an estimated ${count} more people in the centre than at night (between ${low} and ${high}).`,
  contents: {
    title: 'What is here',
    'counts-choose': 'Day and direction',
    'counts-table': 'Entries',
    'counts-profile': 'Over the day',
    'counts-presence': 'People in the centre',
  },
  chooseTitle: 'Day, time and direction',
  day: 'Day',
  interval: 'Steps of time',
  way: 'Direction',
  longer: (minutes) => `On this day the counters give steps of ${minutes} minutes.`,
  play: 'Play the day',
  pause: 'Stop',
  time: 'Moment of the day',
  toPeak: 'To the busiest moment',
  summer: 'summer time',
  winter: 'winter time',
  goTo: 'Go to the entries',
  recorded: (day) => `Recorded counts of ${day}.`,
  liveNow: (time) => `Live, last at ${time}.`,
  liveAsking: 'The live counts are being fetched.',
  liveAway: (since) => `The live counts cannot be reached since ${since}.`,
  liveHeard: (time) => `You see what had come in by ${time}.`,
  liveNever: 'You see recorded counts.',
  liveSome: (problems) => `A part does not answer: ${problems}.`,
  tableTitle: 'Entries',
  table: 'Counts by entry',
  gate: 'Entry',
  in: 'In',
  out: 'Out',
  net: 'Net',
  peakTime: 'Busiest',
  all: 'All entries',
  sortBy: (column) => `Sort by ${column.toLowerCase()}`,
  tableNote: (least) =>
    `Net is in less out. Counts below ${least} are not shown. Sometimes another count is left out with it: otherwise the small one could be worked out.`,
  tableMoment: (time) => `Between ${time}`,
  tableDay: 'Whole day',
  showAll: 'Show all entries together',
  few: (least) => `< ${least}`,
  hidden: 'hidden',
  about: (value) => `about ${value}`,
  part: (value) => `≥ ${value}`,
  missing: 'missing',
  excluded: 'excluded',
  noCount: 'no count',
  late: (value) => `${value} (late)`,
  range: (low, high) => `${low} to ${high}`,
  fewMark: (count, least) => `${count}× < ${least}`,
  hiddenMark: (count) => `${count}× hidden`,
  hours: (hours) => `${hours} hours`,
  minutes: (minutes) => `${minutes} minutes`,
  profileTitle: (gate) => `Over the day: ${gate}`,
  profileChart: (way, most, time) =>
    `Chart of the number of people over the day, ${way}. The most: ${most}, between ${time}.`,
  profileEmpty: (way) => `Chart of the number of people over the day, ${way}.`,
  legendCount: 'counted',
  legendUsual: 'usual',
  legendWithheld: 'small or hidden',
  legendMissing: 'not counted',
  legendPart: 'counted in part, or about',
  legendLate: 'came in late',
  legendMoment: 'chosen moment',
  legendUnknown: 'small, hidden or not counted',
  scale: 'Widths of the arrows: people in one step of time',
  usualBand: (days, kind) =>
    `Usual: compared with ${days} other days (${kind}). The band is from the 10th to the 90th percentile, the line is the middle day.`,
  usualRange: (days, kind) =>
    `Usual: compared with ${days} other days (${kind}). Those are few: the band is from the lowest to the highest day.`,
  usualNone: (kind) => `There are too few comparable days (${kind}) to say what is usual. Three are needed for that.`,
  asTable: 'As a table',
  columnTime: 'Time',
  columnCount: 'Counted',
  columnUsual: 'Usual',
  columnMedian: 'Middle day',
  axisPersons: 'people',
  presenceTitle: 'People in the centre',
  presenceIntro: (start, persons) =>
    `Who went in less who went out, at all entries together. We begin at ${start} with 0: the quietest hour, with ${persons} passages. Residents and who was there already do not count.`,
  presenceChart: (most, time) => `Chart of the estimate of people in the centre. The most: ${most}, at ${time}.`,
  presenceNone: 'Too little was counted for an estimate.',
  legendEstimate: 'estimate',
  legendError: 'uncertainty (95%)',
  presenceGrows: 'The uncertainty grows through the day: each count has an error, and those errors pile up.',
  drift: (time, count, share) =>
    `At ${time}, by the last count, ${count} more people had gone in than out according to the counters (${share} of who went in).`,
  driftOut: (time, count, share) =>
    `At ${time}, by the last count, ${count} more people had gone out than in according to the counters (${share} of who went in).`,
  driftSmall: 'That lies within the error of the counters.',
  driftLarge: 'That is more than the error of the counters explains: people stayed, or took a way without a counter.',
  negative: (count) =>
    `At ${count} moments the estimate is below zero. That cannot really be: more people went out than there were according to the counters.`,
  gaps: 'Filled in',
  gap: (gate, way, from, until, count, by) => `${gate}, ${way}, ${from}–${until}: ${count} people, ${by}.`,
  columnPresent: 'Estimate',
  columnError: 'Between',
};

export const countsText = { nl, en };
