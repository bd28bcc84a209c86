/** Texts of the flood's leaflet: what the water rests on, how well it was tested, and what it depends on. */
import type { Evidence, EvidenceId } from '../../model/flood-evidence.ts';
import type { SensitivityId } from '../../model/flood-sensitivity.ts';

const cases: Record<EvidenceId, string> = {
  rest: 'Stil water op een hobbelige bodem blijft stil. Het verschuift',
  mass: 'Regen op een stad, met grond, riool en open randen: al het water is terug te vinden. Zoek raakt',
  plane: 'Regen op een helling van 1 op 100: er stroomt af',
  valley: 'Regen op een dal met twee hellingen en een beek: er stroomt uit',
  wave: 'Een golf over droge grond, tot 1 meter diep. Gemiddeld verschil met de formule',
  peer: 'De proef van het Britse milieuagentschap: water over een vlakke polder. Gemiddeld verschil met het model LISFLOOD-FP',
  hollows: 'Water vult zestien kuilen na elkaar. In de kuilen blijft',
  dam: 'Een dam breekt (het model voor dijkdoorbraken). Verschil met de formule',
  hatched:
    'Een verzonnen stad, twintig keer gemeten met meetfouten: van de antwoorden die daardoor fout waren, was gearceerd',
};

const changes: Record<SensitivityId, string> = {
  smooth: 'De grond remt het water 30% minder',
  rough: 'De grond remt het water 30% meer',
  lessSoil: 'De grond neemt half zoveel water op',
  moreSoil: 'De grond neemt twee keer zoveel water op',
  noSewer: 'Het riool doet niets',
  moreSewer: 'Het riool voert anderhalf keer zoveel af',
  fine: 'Vakken van 2 meter in plaats van 4',
  coarse: 'Vakken van 8 meter in plaats van 4',
};

const units: Record<Evidence['unit'], string> = {
  m: 'm',
  mm: 'mm',
  µm: 'duizendste millimeter',
  '%': '%',
  'm³/s': 'm³/s',
  'l/s': 'liter per seconde per meter',
  'e-9': 'miljardste van de regen',
};

const nl = {
  first:
    'Dit is een berekening, geen voorspelling. De kaart is gemaakt om buurten en straten te vergelijken, niet om één huis te beoordelen. Waar gearceerd is, weten wij niet of er 5 cm water komt: daarvoor is de hoogte van de grond niet precies genoeg gemeten.',
  computes:
    'Waar regen van een extreme bui naartoe stroomt, hoe diep het water wordt, wanneer het komt en hoelang het blijft staan.',
  method:
    'De grond is verdeeld in vierkante vakken. Elke seconde of minder rekent het model voor elke zijde van een vak uit hoeveel water er overheen gaat: het water versnelt door het hoogteverschil van de waterspiegel en wordt geremd door de ruwheid van de grond (Manning). Wat een vak in- en uitgaat, bepaalt hoeveel het stijgt of daalt. Zo’n model heet lokaal-inertieel (Bates, Horritt en Fewtrell 2010; De Almeida en anderen 2012, 2013). Een vak kan nooit meer water kwijtraken dan erin staat. Het regent overal even hard. Gebouwen zijn dicht; regen op het dak gaat naar de straat ernaast. De grond neemt water op naar soort. Het riool neemt water van verharding en daken op tot het vol is. Muren, kades en stegen die smaller zijn dan een vak, houden hun hoogte en breedte. Het beeld legt de waterspiegel van het model over de hoogtekaart van de grond.',
  limitsList: [
    'Het riool is geen net van buizen. Water dat uit putten omhoogkomt, is niet berekend.',
    'Grondwater, gemalen en duikers waarvan geen gegevens zijn. Water gaat niet onder een weg door als de kaart dat niet zegt.',
    'Tuinmuren, schuttingen en heggen staan niet in de gegevens. Water stroomt er in het model doorheen.',
    'Water in gebouwen en kelders, dakgoten die ergens anders heen lopen, wind en golven.',
    'Drempels staan niet in de gegevens: er is één hoogte aangenomen.',
    'Hoe diep sloten en vijvers zijn, is aangenomen. Hun water stijgt mee, maar wordt niet weggepompt.',
    'Over de rand van het berekende gebied stroomt niets. Daar klopt het minder goed.',
    'Het water remt niet door zijn eigen vaart. Vlak achter een bres of waar water schiet, is het antwoord fout.',
  ],
  uncertainty: (height: string) =>
    `De hoogte van de grond klopt op ongeveer ${height}. Diepten zijn daarom op 5 cm afgerond. Een verschil van één kleur zegt weinig.`,
  hatching: (point: string) =>
    `Arcering: één meting van de hoogte wijkt af met ${point} (standaardafwijking; AHN: hoogstens 5 cm, ahn.nl). In een vak liggen veel metingen; samen zijn ze nauwkeuriger. Een fout die water en grond samen hoger of lager maakt, telt niet mee: de diepte blijft gelijk. Waar de kans op het andere antwoord 10% of meer is, is gearceerd. Bij ‘In de tijd’ geldt dat voor het water op dat moment, op dezelfde manier afgeleid; de toets met twintig metingen is met de hoogste stand gedaan.`,
  tested: 'Hoe het model getest is',
  testedIntro:
    'Proeven waarvan het antwoord vaststaat. Deze cijfers worden bij elke verandering van het model opnieuw berekend.',
  cases,
  units,
  atMost: (value: string) => `minder dan ${value}`,
  shouldBe: (value: string, expected: string) => `${value} (hoort: ${expected})`,
  depends: 'Waar het antwoord van afhangt',
  dependsIntro: (date: string) =>
    `Hoeveel groter of kleiner het gebied met water wordt als iets anders is dan aangenomen. Berekend op ${date} voor het midden van Markerwaard, 70 mm in 1 uur.`,
  changes,
  change: (wet: string, deep: string) => `${wet} met 5 cm of meer, ${deep} met 10 cm of meer`,
  classes:
    'Klassen van 5 cm: Handreiking stresstest wateroverlast (klimaatadaptatienederland.nl). Onder 5 cm niet getekend: zoals de landelijke kaart (Deltares 2018). Diep water: de grenzen van de overstromingskaarten van de Klimaateffectatlas.',
  ground:
    'Ruwheid: Chow (1959). Hoeveel grond en riool opnemen: naar soort, rond de 20 mm per uur van de landelijke kaart (Deltares 2018). Drempel en diepte van open water: een keuze, geen meting.',
  statistics: (source: string) => `Hoe vaak een bui voorkomt: ${source}.`,
  engine: (engine: string, cells: string, hash: string) =>
    `Berekend met ${engine}, vakken van ${cells}${hash && `, invoer ${hash}`}.`,
};

const en: typeof nl = {
  first:
    'This is a computation, not a forecast. The map is made to compare neighbourhoods and streets, not to judge one house. Where it is hatched, we do not know whether 5 cm of water comes: for that, ground heights are not measured exactly enough.',
  computes: 'Where rain of an extreme storm flows, how deep the water gets, when it comes and how long it stays.',
  method:
    'The ground is divided into square cells. Every second or less the model works out how much water crosses each side of a cell: the water speeds up by the difference in level and is slowed by the roughness of the ground (Manning). What enters and leaves a cell tells how much it rises or falls. Such a model is called local-inertial (Bates, Horritt and Fewtrell 2010; De Almeida et al. 2012, 2013). A cell can never lose more water than it holds. It rains equally hard everywhere. Buildings are closed; rain on a roof goes to the street beside it. The ground takes water by its kind. The sewer takes water from paved ground and roofs until it is full. Walls, quays and alleys narrower than a cell keep their height and width. The picture lays the model’s water level over the height map of the ground.',
  limitsList: [
    'The sewer is no network of pipes. Water that comes up out of gullies is not computed.',
    'Groundwater, pumping stations, and culverts of which there are no data. Water does not pass under a road unless the map says so.',
    'Garden walls, fences and hedges are not in the data. In the model water flows through them.',
    'Water in buildings and cellars, gutters that lead elsewhere, wind and waves.',
    'Thresholds are not in the data: one height is assumed.',
    'How deep ditches and ponds are is assumed. Their water rises, but is not pumped away.',
    'Nothing crosses the border of the computed area. The answer is less reliable there.',
    'Water is not slowed by its own speed. Close behind a breach, or where water shoots, the answer is wrong.',
  ],
  uncertainty: (height) =>
    `Ground heights are right to about ${height}. So depths are rounded to 5 cm. A difference of one colour says little.`,
  hatching: (point) =>
    `Hatching: one measurement of height is off by ${point} (standard deviation; AHN: at most 5 cm, ahn.nl). A cell holds many measurements, which together are more accurate. An error that raises or lowers water and ground together does not count: the depth stays the same. Where the chance of the other answer is 10% or more, it is hatched. In the view “Over time” that is told of the water at that moment, derived in the same way; the test with twenty measurements was done with the deepest water.`,
  tested: 'How the model was tested',
  testedIntro: 'Cases whose answer is known. These figures are computed again with every change of the model.',
  cases: {
    rest: 'Still water over a rough bed stays still. It moves',
    mass: 'Rain on a town, with soil, sewer and open borders: all water is accounted for. What gets lost is',
    plane: 'Rain on a slope of 1 in 100: the run-off is',
    valley: 'Rain on a valley of two hillsides and a brook: the outflow is',
    wave: 'A wave over dry ground, up to 1 metre deep. Mean difference from the formula',
    peer: 'The test of the UK Environment Agency: water over a flat polder. Mean difference from the model LISFLOOD-FP',
    hollows: 'Water fills sixteen hollows one after the other. What stays in the hollows',
    dam: 'A dam breaks (the model for breaches of dikes). Difference from the formula',
    hatched: 'A made-up town, measured twenty times with errors: share of the wrong answers that is hatched',
  },
  units: {
    m: 'm',
    mm: 'mm',
    µm: 'thousandth of a millimetre',
    '%': '%',
    'm³/s': 'm³/s',
    'l/s': 'litres per second per metre',
    'e-9': 'billionths of the rain',
  },
  atMost: (value) => `less than ${value}`,
  shouldBe: (value, expected) => `${value} (should be: ${expected})`,
  depends: 'What the answer depends on',
  dependsIntro: (date) =>
    `How much larger or smaller the area under water gets when something is not as assumed. Computed on ${date} for the middle of Markerwaard, 70 mm in 1 hour.`,
  changes: {
    smooth: 'The ground slows water 30% less',
    rough: 'The ground slows water 30% more',
    lessSoil: 'The soil takes half as much water',
    moreSoil: 'The soil takes twice as much water',
    noSewer: 'The sewer does nothing',
    moreSewer: 'The sewer takes one and a half times as much',
    fine: 'Cells of 2 metres instead of 4',
    coarse: 'Cells of 8 metres instead of 4',
  },
  change: (wet, deep) => `${wet} with 5 cm or more, ${deep} with 10 cm or more`,
  classes:
    'Classes of 5 cm: Dutch guide to stress tests (klimaatadaptatienederland.nl). Nothing drawn below 5 cm: as on the national map (Deltares 2018). Deep water: the limits of the flood maps of the Klimaateffectatlas.',
  ground:
    'Roughness: Chow (1959). What soil and sewer take: by kind, around the 20 mm an hour of the national map (Deltares 2018). Threshold and depth of open water: a choice, not a measurement.',
  statistics: (source) => `How often a storm comes: ${source}.`,
  engine: (engine, cells, hash) => `Computed with ${engine}, cells of ${cells}${hash && `, input ${hash}`}.`,
};

export const floodLeafletText = { nl, en };
