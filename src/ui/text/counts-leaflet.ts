/** The leaflet of counts at the entries, fetched with its question. */
const nl = {
  first:
    'Hoeveel mensen langs de toegangen van het centrum komen, hoe laat, en van welke kant. Uit tellingen, niet uit een model.',
  computes:
    'Per toegang en per richting het aantal passages per kwartier of per uur, het drukste moment, wat gewoon is op vergelijkbare dagen, en een schatting van het aantal mensen in het centrum.',
  method:
    'We tellen op wat de tellers geven. Vergelijkbare dagen zijn andere dagen van hetzelfde soort: doordeweeks, zaterdag of zondag, en doordeweeks dezelfde dag van de week als er daarvan vier zijn. De band loopt van het 10e tot het 90e percentiel; met minder dan tien dagen van de laagste tot de hoogste dag; met minder dan drie dagen is er geen band.',
  presenceTitle: 'Hoe de schatting van mensen in het centrum werkt',
  presence: [
    'Wie erin ging min wie eruit ging, opgeteld vanaf het stilste uur van de eerste helft van de dag. We doen alsof er toen niemand was.',
    'De fout groeit. Het toeval van elke telling stapelt langzaam op. Een teller die steeds te veel of te weinig telt, doet dat de hele dag: die fout stapelt snel op.',
    'Wat ontbreekt of is uitgesloten, vullen we in. Dat staat erbij, en het maakt de fout groter.',
    'Aan het eind van de dag horen in en uit bijna gelijk te zijn. Het verschil staat erbij.',
  ],
  error: (share: string) =>
    `Een teller kan over een hele dag ${share} te hoog of te laag zijn. Dat zegt de leverancier, of het is een aanname: zie de opmerkingen bij de bronnen.`,
  gaps: (share: string) => `Op deze dag is ${share} van de tijdvakken niet geteld of uitgesloten.`,
  uncertainty: [
    'Achter ± staat de fout waarbinnen het echte aantal 95 van de 100 keer ligt.',
    'Momenten vlak bij elkaar verschillen vaak minder dan de fout. Dan noemen we de hele tijd waarin het drukste moment kan liggen.',
  ],
  limits: [
    'Een teller telt passages, geen personen. Wie twee keer langskomt, telt twee keer.',
    'Wie langs een weg zonder teller komt, telt niet mee.',
    'Feestdagen en vakanties zijn niet bekend. Die tellen als gewone dagen.',
    'Wie in het centrum woont of blijft slapen, telt niet mee in de schatting.',
    'Twee mensen naast elkaar, kinderwagens en fietsers kan een teller verkeerd zien.',
  ],
  privacyTitle: 'Privacy',
  privacy: (least: string) => [
    'Er zijn geen gegevens van personen: geen beelden, geen telefoons, geen kentekens. Alleen aantallen per tijdvak.',
    `Aantallen onder de ${least} staan ook niet in het bestand dat deze pagina leest. Een tweede aantal is weggelaten waar het kleine anders is uit te rekenen. Totalen van toegangen samen rekenen we uit met wat er wel staat.`,
    'Tellen van mensen kan onder de AVG vallen, ook als alleen aantallen de teller verlaten. De gemeente hoort dit na te gaan (DPIA) en in haar register te zetten. Deze pagina vervangt dat niet.',
  ],
  live: (host: string) =>
    `Live tellingen haalt uw browser zelf op bij ${host}. Kleine aantallen laten we ook dan niet zien, maar die dienst geeft ze wel.`,
  notes: (count: string) => `Opmerkingen bij het inlezen (${count}, in het Engels):`,
};

const en: typeof nl = {
  first: 'How many people pass the entries of the centre, when, and from which side. From counts, not from a model.',
  computes:
    'For each entry and direction the number of passages per quarter of an hour or per hour, the busiest moment, what is usual on comparable days, and an estimate of how many people are in the centre.',
  method:
    'We add up what the counters give. Comparable days are other days of the same kind: weekdays, Saturdays or Sundays, and on weekdays the same day of the week where there are four of those. The band is from the 10th to the 90th percentile; with fewer than ten days from the lowest to the highest; with fewer than three there is no band.',
  presenceTitle: 'How the estimate of people in the centre works',
  presence: [
    'Who went in less who went out, added up from the quietest hour of the first half of the day. We act as if nobody was there then.',
    'The error grows. The chance in each count piles up slowly. A counter that always counts too many or too few does so all day: that error piles up fast.',
    'What is missing or excluded is filled in. That is told, and it makes the error larger.',
    'At the end of the day in and out should be nearly equal. The difference is told.',
  ],
  error: (share) =>
    `Over a whole day a counter may be ${share} too high or too low. The supplier says so, or it is an assumption: see the notes at the sources.`,
  gaps: (share) => `On this day ${share} of the intervals were not counted or are excluded.`,
  uncertainty: [
    'Behind ± stands the error within which the true number lies 95 times in a hundred.',
    'Moments close together often differ less than the error. Then we tell all of the time in which the busiest moment may lie.',
  ],
  limits: [
    'A counter counts passages, not persons. Who passes twice counts twice.',
    'Who takes a way without a counter does not count.',
    'Holidays are not known. They count as ordinary days.',
    'Who lives in the centre or stays the night does not count in the estimate.',
    'Two people side by side, prams and cyclists may be seen wrongly by a counter.',
  ],
  privacyTitle: 'Privacy',
  privacy: (least) => [
    'There are no data of persons: no images, no telephones, no number plates. Only numbers by interval.',
    `Numbers below ${least} are not in the file that this page reads either. A second number is left out where the small one could be worked out otherwise. Totals of entries together are worked out from what is there.`,
    'Counting people may fall under the GDPR, also where only numbers leave the counter. The municipality has to examine that (DPIA) and put it in its register. This page does not replace that.',
  ],
  live: (host) =>
    `Live counts are fetched by your own browser from ${host}. Small numbers are not shown then either, but that service does give them.`,
  notes: (count) => `Notes on reading (${count}):`,
};

export const countsLeaflet = { nl, en };
