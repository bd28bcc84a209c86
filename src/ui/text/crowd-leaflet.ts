/** Texts of the leaflet about crowding: what a simulation is, what it leaves out, how it was checked, who decides. */
import type { CrowdEvidence, CrowdEvidenceId } from '../../model/crowd-evidence.ts';

const cases: Record<CrowdEvidenceId, string> = {
  corridor: 'Eén persoon door een gang van 40 meter (RiMEA 1)',
  speedAtOne: 'Hoe snel mensen lopen bij 1 persoon per m² (RiMEA 4, Weidmann)',
  speedAtTwo: 'Hoe snel mensen lopen bij 2 personen per m² (RiMEA 4, Weidmann)',
  speedAtFour: 'Hoe snel mensen lopen bij 4 personen per m²: daar loopt men in het model te snel',
  doors: 'Duizend mensen uit een zaal: zoveel keer langer met twee deuren dan met vier (RiMEA 9; JuPedSim: 1,94)',
  bottleneck: 'Wat er per meter breedte door een opening van 1 meter gaat',
  counterflow: 'Twee stromen tegen elkaar in: zoveel van de snelheid van één stroom blijft over',
};

const units: Record<CrowdEvidence['unit'], string> = {
  s: 's',
  'm/s': 'm/s',
  times: 'keer',
  perMetre: 'personen per seconde',
  '%': '%',
};

const nl = {
  first:
    'Dit is een simulatie, geen voorspelling. De simulatie is gemaakt om opstellingen met elkaar te vergelijken. Hoeveel mensen er echt komen, en wat zij doen, weet niemand vooraf.',
  computes:
    'Hoe bezoekers één voor één over het plein lopen, waar het dicht wordt en hoe lang, hoeveel er door een doorgang gaan, hoe lang de rijen worden en wanneer het plein leeg is.',
  method:
    'Ieder mens is een schijf van 30 centimeter met een eigen loopsnelheid. Wie ruimte voor zich heeft, loopt door; wie iemand dicht voor zich heeft, loopt langzamer of staat stil, en draait iets opzij (Tordeux, Chraibi en Seyfried 2016). De snelheden en hoe ze afnemen met de drukte komen van Weidmann (1993). Iedereen kent de snelste weg, en elke tien seconden wordt opnieuw gekeken waar het vaststaat. Twintig keer per seconde zet iedereen een stap. De klassen A tot en met F komen van Fruin (1971).',
  limitsList: [
    'Groepen die bij elkaar blijven: gezinnen, vrienden, mensen die elkaar vasthouden.',
    'Paniek, duwen, vallen, ruzie, en wat alcohol met mensen doet.',
    'Rolstoelen, rollators en kinderwagens nemen evenveel ruimte in als anderen. Alleen hun snelheid kunt u kiezen, als eigen groep.',
    'Weer: regen jaagt mensen naar binnen, hitte naar de schaduw.',
    'Of mensen de weg kennen en wat zij kunnen zien. In de simulatie kent iedereen de weg.',
    'Wie van gedachten verandert: blijft kijken, omkeert, op iemand wacht.',
    'Fietsers, auto’s, hulpdiensten die door de mensen rijden.',
    'Trappen, stoepranden en hellingen.',
    'Mensen die niet in uw opstelling staan: omwonenden, voorbijgangers, personeel.',
  ],
  uncertainty:
    'Wie waar begint, hoe snel ieder loopt en naar welke kant men uitwijkt, is toeval. Daarom wordt alles een paar keer berekend. U ziet het midden, met de laagste en de hoogste uitkomst. Die spreiding zegt alleen iets over dat toeval. Hoeveel mensen er komen en wanneer, is uw aanname: is die 10% fout, dan scheelt dat vaak meer dan het toeval.',
  memory:
    'Van de eerste berekening bewaart uw computer elke seconde waar iedereen is: bij meer dan 2.000 mensen elke twee seconden, bij meer dan 8.000 elke vier. Is er meer dan 64 MB, dan worden de beelden verder uit elkaar gelegd. De cijfers komen altijd uit de hele berekening.',
  tested: 'Hoe het model getest is',
  testedIntro: 'Met proeven waarvan het antwoord van elders komt. Gevonden, en wat het moet zijn:',
  shouldBe: (found: string, expected: string) => `${found} (moet zijn: ${expected})`,
  between: (low: string, high: string) => `${low} tot ${high}`,
  cases,
  units,
};

type CrowdLeafletText = typeof nl;

const en: CrowdLeafletText = {
  first:
    'This is a simulation, not a forecast. It is made to compare layouts with each other. How many people will really come, and what they do, nobody knows beforehand.',
  computes:
    'How visitors walk over the square one by one, where it gets dense and for how long, how many go through a passage, how long queues get and when the square is empty.',
  method:
    'Each person is a disc of 30 centimetres with a walking speed of its own. Who has room ahead walks on; who has somebody close ahead slows down or stands still, and turns aside a little (Tordeux, Chraibi and Seyfried 2016). Speeds, and how they fall with crowding, are those of Weidmann (1993). Everyone knows the quickest way, and every ten seconds it is looked at again where it is stuck. Twenty times a second everyone takes a step. Classes A to F are those of Fruin (1971).',
  limitsList: [
    'Groups that stay together: families, friends, people who hold each other.',
    'Panic, pushing, falling, quarrels, and what alcohol does to people.',
    'Wheelchairs, walkers and prams take as much room as others. Only their speed can be chosen, as a group of its own.',
    'Weather: rain drives people inside, heat into the shade.',
    'Whether people know the way and what they can see. In the simulation everyone knows the way.',
    'Who changes their mind: stays to look, turns back, waits for somebody.',
    'Cyclists, cars, emergency services that drive through the people.',
    'Stairs, kerbs and slopes.',
    'People who are not in your layout: residents, passers-by, staff.',
  ],
  uncertainty:
    'Who begins where, how fast each one walks and to which side one gives way is chance. So everything is computed a few times. You see the middle, with the lowest and the highest outcome. That spread only tells of this chance. How many people come and when is your assumption: if it is 10% wrong, that often matters more than chance.',
  memory:
    'Of the first computation your computer keeps where everyone is each second: with more than 2,000 people every two seconds, with more than 8,000 every four. Beyond 64 MB the pictures are put farther apart. Figures always come from the whole computation.',
  tested: 'How the model was tested',
  testedIntro: 'With cases whose answers come from elsewhere. Found, and what it should be:',
  shouldBe: (found, expected) => `${found} (should be: ${expected})`,
  between: (low, high) => `${low} to ${high}`,
  cases: {
    corridor: 'One person through a corridor of 40 metres (RiMEA 1)',
    speedAtOne: 'How fast people walk at 1 person per m² (RiMEA 4, Weidmann)',
    speedAtTwo: 'How fast people walk at 2 persons per m² (RiMEA 4, Weidmann)',
    speedAtFour: 'How fast people walk at 4 persons per m²: there people walk too fast in the model',
    doors: 'A thousand people out of a hall: so many times longer by two doors than by four (RiMEA 9; JuPedSim: 1.94)',
    bottleneck: 'What goes through an opening of 1 metre, for each metre of width',
    counterflow: 'Two streams against each other: so much of the speed of one stream is left',
  },
  units: { s: 's', 'm/s': 'm/s', times: 'times', perMetre: 'persons per second', '%': '%' },
};

export const crowdLeafletText = { nl, en };
