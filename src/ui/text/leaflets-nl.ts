/** What each question is for, what is chosen in it, and who decides: in Dutch. The rest of a leaflet is with its question. */
import { ASSUMED_ACCURACY_M } from '../../model/claim.ts';
import type { LeafletId, LeafletText } from '../../model/leaflet.ts';

const nobody = 'Niemand. Dit is informatie: er hoort geen besluit bij.';
const counting = 'Tellen en optellen van gegevens. Geen zelflerend model.';
const model = 'Rekenmodel met vaste regels en formules. Geen zelflerend model.';

export const leafletsNl: Record<LeafletId, LeafletText> = {
  view: {
    short: 'Vertelt in woorden en een tabel wat er in een stuk van de 3D-kaart staat.',
    purpose:
      'Om de 3D-kaart ook te kunnen lezen: voor wie het beeld niet ziet of niet gebruikt. Niet om iets over bewoners te weten te komen.',
    choices: 'Er is niets te kiezen: het gaat over wat u in beeld hebt.',
    decides: nobody,
    impact: 'Geen besluit en geen gegevens van personen.',
    kind: counting,
  },
  age: {
    short: 'Telt gebouwen per bouwperiode in een stuk van de kaart.',
    purpose: 'Om te zien hoe een buurt is gegroeid. Niet om één gebouw te beoordelen.',
    choices: 'De grenzen van de bouwperioden zijn een keuze van de makers.',
    decides: nobody,
    impact: 'Geen besluit en geen gegevens van personen.',
    kind: counting,
  },
  height: {
    short: 'Telt gebouwen per hoogte in een stuk van de kaart.',
    purpose: 'Om te zien hoe hoog een buurt is, bijvoorbeeld naast een bouwplan. Niet om een plan aan te toetsen.',
    choices: 'De grenzen van de hoogten zijn een keuze van de makers.',
    decides: nobody,
    impact: 'Geen besluit en geen gegevens van personen.',
    kind: counting,
  },
  sunlight: {
    short: 'Berekent hoeveel uren zon een raam, tuin of plein kan krijgen, nu en met een bouwplan.',
    purpose:
      'Om samen te zien hoeveel zon een bouwplan wegneemt, voordat erover wordt besloten. Niet om schade of planschade te bepalen.',
    choices:
      'De norm kiest u. Er is geen wet die een aantal uren zon voorschrijft; de norm van de gemeente is een eigen keuze. Of bomen meetellen, kiest u ook.',
    decides: 'De gemeenteraad of het college beslist over het plan. De uren zon zijn daarbij één van de belangen.',
    impact: 'Raakt mensen die naast een bouwplan wonen: wat zij zien, kan hun reactie op het plan bepalen.',
    kind: model,
  },
  window: {
    short: 'Berekent welk deel van het uitzicht uit een raam nieuwbouw wordt.',
    purpose:
      'Om voor een adres te zien wat er van een bouwplan in zicht komt. Niet om schade of planschade te bepalen.',
    choices: 'De lens (50 mm) en de plek van het oog zijn vast. Adres en verdieping kiest u.',
    decides: 'De gemeenteraad of het college beslist over het plan. Uitzicht is daarbij één van de belangen.',
    impact: 'Raakt mensen die naast een bouwplan wonen: wat zij zien, kan hun reactie op het plan bepalen.',
    kind: model,
  },
  flood: {
    short: 'Berekent waar water van een extreme bui of een dijkdoorbraak blijft staan, en hoe diep.',
    purpose:
      'Om straten en buurten te vergelijken en te zien wat een maatregel doet. Niet voor de verkoop, verzekering of waarde van één huis, en niet als waarschuwing.',
    choices:
      'De bui kiest u. Hoeveel grond en riool opnemen, de drempel van huizen en de diepte van open water zijn aannamen; de gemeente kan andere waarden opgeven.',
    decides:
      'De gemeente beslist over riool en straten, het waterschap over water en dijken. Zij gebruiken ook eigen modellen.',
    impact: 'Raakt eigenaren en bewoners: een kaart met water bij een huis kan zorgen geven of de waarde raken.',
    kind: 'Natuurkundig rekenmodel (lokaal-inertieel; bij een doorbraak de volledige ondiepwatervergelijkingen). Geen zelflerend model.',
  },
  solar: {
    short: 'Schat welke daken genoeg zon en plaats hebben voor zonnepanelen.',
    purpose:
      'Om samen te zien waar zonnepanelen eenvoudig kunnen, en om per wijk te schatten wat ze geven. Het zegt niets over wie hier woont of wat iemand verbruikt.',
    choices:
      'Maat van een paneel, opstelling op platte daken, prijs van stroom en de grenzen van de klassen zijn keuzes. U kunt ze veranderen; de gemeente kan andere beginwaarden opgeven.',
    decides: 'De eigenaar van het dak beslist. Is een vergunning nodig, dan beslist de gemeente daarover.',
    impact: 'Raakt eigenaren van daken: een dak kan ten onrechte geschikt of ongeschikt lijken.',
    kind: model,
  },
  heat: {
    short: 'Schat hoeveel warmte woningen nodig hebben, en hoe ver zij zijn van de Standaard voor isolatie.',
    purpose:
      'Om per wijk te zien waar verwarmen zonder gas het eerst kan. Niet om één woning of een bewoner te beoordelen, en niet voor huur of subsidie.',
    choices:
      'De grenzen van de klassen zijn een keuze; u kunt ze veranderen. Isolatie volgt uit het bouwjaar, tenzij er een energielabel is.',
    decides:
      'De eigenaar beslist over de woning. De gemeenteraad beslist over het plan voor een wijk. De Standaard is geen plicht.',
    impact: 'Raakt eigenaren en huurders: een wijk kan eerder of later aan de beurt komen.',
    kind: model,
  },
  claims: {
    short: 'Vergelijkt wie dezelfde ruimte wil gebruiken, en toetst een plan aan regels. Een mens beslist.',
    purpose:
      'Om vroeg te zien waar wensen en regels elkaar raken, zodat de juiste mensen overleggen. Niet als vergunning en niet in plaats van een KLIC-melding.',
    choices: `Wat samengaat, is een keuze van de gemeente. U kunt een andere keuze proberen. Zegt een bron niet hoe precies de lijn is, dan rekenen we met ± ${String(ASSUMED_ACCURACY_M).replace('.', ',')}\u00a0m.`,
    decides:
      'De computer beslist niets. De gemeente of een andere overheid neemt het besluit. Leg een besluit vast bij de botsing: dan staat het in het scenario en in het verslag.',
    impact: 'Raakt wie ruimte wil gebruiken: een botsing kan een plan vertragen of veranderen.',
    kind: 'Vaste regels en meetkunde: advies, geen besluit. Geen zelflerend model.',
  },
  crowd: {
    short: 'Simuleert hoe bezoekers over een plein lopen, en waar het te druk of te smal wordt.',
    purpose:
      'Om opstellingen van een evenement met elkaar te vergelijken. Niet om vooraf te zeggen hoe druk het wordt, en niet als veiligheidsadvies.',
    choices:
      'De grens van drukte en de breedte van een route voor hulpdiensten kiest u zelf bij de opstelling. 3,5 meter is gebruikelijk; uw veiligheidsregio kan meer vragen.',
    decides:
      'De burgemeester beslist over de vergunning, op advies van politie, brandweer en geneeskundige hulp. Deze uitkomst is daarvoor geen veiligheidsadvies.',
    impact: 'Raakt bezoekers en organisatie: een te rooskleurige uitkomst kan gevaar geven, een te sombere een verbod.',
    kind: 'Simulatie van verzonnen personen met vaste regels en toeval. Geen zelflerend model, geen gegevens van personen.',
  },
  counts: {
    short: 'Telt passages bij de toegangen van het centrum, met fout, en schat hoeveel mensen er zijn.',
    purpose:
      'Om te zien hoe laat en van welke kant mensen komen, voor wegen, ov en veiligheid. Niet om iemand te volgen of te herkennen.',
    choices:
      'Onder welk aantal niets wordt getoond, kiest de gemeente. De schatting begint in het stilste uur van de eerste helft van de dag.',
    decides:
      'Tellingen helpen bij de keuze, ze maken die niet. Of een straat dichtgaat, beslist de burgemeester of het college, na advies van politie en organisatie.',
    impact: 'Raakt wie langs een teller loopt: tellen kan onder de AVG vallen, ook als alleen aantallen overblijven.',
    kind: counting,
  },
};
