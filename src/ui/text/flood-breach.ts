/** Texts of a dike that gives way, fetched with the question; numbers arrive as they must be read. */
import type { DikeMaterialId } from '../../model/breach-choice.ts';

const nl = {
  title: 'Wat als de dijk breekt?',
  intro:
    'Kies een plek op de dijk. Uw computer rekent dan uit hoe het water zich in zes uur over de polder verspreidt. Dit is geen voorspelling: de kans dat deze dijk breekt is hier niet onderzocht.',
  none: 'Van deze gemeente zijn geen dijken bekend.',
  failed: 'De dijken zijn niet te lezen.',
  place: 'Plek op de dijk',
  dike: 'Dijk',
  section: (name: string, kilometre: string, street: string | undefined) =>
    `${name}, kilometer ${kilometre}${street === undefined ? '' : `, bij ${street}`}`,
  ownPlace: 'Een eigen plek',
  atMiddle: 'Neem het midden van het beeld',
  inPicture: 'Wijs aan in het beeld',
  stopPicture: 'Stop met aanwijzen',
  clickNow: 'Klik of tik in het beeld bij de dijk. Het dichtstbijzijnde punt van de dijk telt.',
  tooFar: (metres: string) => `Die plek ligt ${metres} van de dijk. Kies een plek dichter bij de dijk.`,
  show: 'Toon de plek',
  lake: 'Waterstand buiten de dijk',
  level: (metres: string) => `${metres} m NAP`,
  material: 'De dijk is van',
  materials: { sand: 'zand', clay: 'klei' } satisfies Record<DikeMaterialId, string>,
  settings: 'Instellingen',
  lowering: 'Minuten tot het gat op zijn diepst is',
  width: 'Breedte van het gat in het begin',
  widest: 'Grootste breedte van het gat',
  lakeDepth: 'Diepte van het water buiten de dijk',
  metres: 'm',
  minutes: 'min',
  settingsNote:
    'Het gat wordt eerst dieper en dan breder, volgens de formule van Verheij en Van der Knaap (2002). Begin en duur zijn die van D-HYDRO (Deltares): 10 m en 60 minuten. Leeg: zand 200 m, klei 75 m.',
  noPlan:
    'Het bouwplan in beeld telt niet mee: er is gerekend met de dijk en de grond van vandaag. Wat het plan met de dijk doet, leest u bij het plan.',
  noMeasures: 'De maatregelen in beeld tellen hier niet mee.',
  compute: 'Laat de dijk breken',
  ready: 'Wat er gebeurt',
  told: (crest: string, lowest: string) => `De dijk zakt van ${crest} naar ${lowest} m NAP.`,
  peak: (discharge: string, volume: string, width: string) =>
    `Er stroomt hoogstens ongeveer ${discharge} m³ per seconde naar binnen. Na zes uur is dat ${volume} miljoen m³ en is het gat ${width} m breed.`,
  streets: 'Waar komt het water het eerst?',
  streetsNote: 'Straten waar 5 cm water of meer komt, de vroegste boven. Tijd na het begin van de doorbraak.',
  street: 'Straat',
  after: 'Na',
  depth: 'Hoogstens',
  noStreets: 'In deze zes uur komt het water in geen enkele straat.',
  more: (count: string) => `Toon alle ${count} straten`,
  less: 'Toon minder straten',
  growth: 'Het gat, uur na uur',
  hour: 'Uur',
  gap: 'Breedte',
  flow: 'Instroom',
  inside: 'Water achter de dijk',
  perSecond: 'm³/s',
  afterStart: (minutes: string) => `${minutes} na het begin van de doorbraak`,
  wholeTime: 'hele tijd',
  arrivalLegend: 'Uren na het begin van de doorbraak',
  play: 'Laat het water komen',
  csvAfter: 'Na begin doorbraak (min)',
  csvStorm: 'Dijkdoorbraak',
  gapNote:
    'De stip in beeld is de plek, de lijn het gat. De dijk zelf is getekend en berekend zoals hij vandaag is, zonder bouwplan en maatregelen.',
  leaflet:
    'De bijsluiter hieronder gaat over regen. Hoe de dijkdoorbraak is berekend en wat daarin niet meetelt, staat onder ‘Wat er gebeurt’.',
  shown: 'U ziet hoe het water zich verspreidt als de dijk breekt, en hoe diep het wordt.',
  rainInstead: 'Nu ziet u een dijkdoorbraak. Kies een bui om weer regen te zien.',
  engine: (cells: string) =>
    `Berekend met het schema voor snelle stroming (volledige ondiepwatervergelijkingen) op vakken van ${cells}. Voor regen rekent het model anders. Niet meegerekend: golven, regen, riool, gemalen, gaten die dieper uitslijten, en de polder buiten het berekende gebied, waar het water vrij naartoe loopt.`,
};

type FloodBreachText = typeof nl;

const en: FloodBreachText = {
  title: 'What if the dike gives way?',
  intro:
    'Choose a place on the dike. Your computer then works out how the water spreads over the polder in six hours. This is no prediction: how likely it is that this dike gives way has not been studied here.',
  none: 'No dikes are known of this municipality.',
  failed: 'The dikes cannot be read.',
  place: 'Place on the dike',
  dike: 'Dike',
  section: (name, kilometre, street) =>
    `${name}, kilometre ${kilometre}${street === undefined ? '' : `, near ${street}`}`,
  ownPlace: 'A place of your own',
  atMiddle: 'Take the middle of the picture',
  inPicture: 'Point it out in the picture',
  stopPicture: 'Stop pointing',
  clickNow: 'Click or tap in the picture near the dike. The nearest point of the dike counts.',
  tooFar: (metres) => `That place is ${metres} from the dike. Choose one nearer to the dike.`,
  show: 'Show the place',
  lake: 'Water level outside the dike',
  level: (metres) => `${metres} m NAP`,
  material: 'The dike is made of',
  materials: { sand: 'sand', clay: 'clay' },
  settings: 'Settings',
  lowering: 'Minutes until the gap is at its deepest',
  width: 'Width of the gap at first',
  widest: 'Greatest width of the gap',
  lakeDepth: 'Depth of the water outside the dike',
  metres: 'm',
  minutes: 'min',
  settingsNote:
    'The gap first becomes deeper and then wider, by the formula of Verheij and Van der Knaap (2002). Its beginning and duration are those of D-HYDRO (Deltares): 10 m and 60 minutes. Empty: sand 200 m, clay 75 m.',
  noPlan:
    'The building plan in the picture does not count: the computation has the dike and the ground of today. What the plan does to the dike is told with the plan.',
  noMeasures: 'The measures in the picture do not count here.',
  compute: 'Let the dike give way',
  ready: 'What happens',
  told: (crest, lowest) => `The dike falls from ${crest} to ${lowest} m NAP.`,
  peak: (discharge, volume, width) =>
    `At most some ${discharge} m³ a second flow in. After six hours that is ${volume} million m³ and the gap is ${width} m wide.`,
  streets: 'Where does the water come first?',
  streetsNote: 'Streets that get 5 cm of water or more, the earliest first. Time after the breach begins.',
  street: 'Street',
  after: 'After',
  depth: 'At most',
  noStreets: 'In these six hours the water comes to no street.',
  more: (count) => `Show all ${count} streets`,
  less: 'Show fewer streets',
  growth: 'The gap, hour by hour',
  hour: 'Hour',
  gap: 'Width',
  flow: 'Inflow',
  inside: 'Water behind the dike',
  perSecond: 'm³/s',
  afterStart: (minutes) => `${minutes} after the breach begins`,
  wholeTime: 'all the time',
  arrivalLegend: 'Hours after the breach begins',
  play: 'Let the water come',
  csvAfter: 'After breach begins (min)',
  csvStorm: 'Breach of a dike',
  gapNote:
    'The dot in the picture is the place, the line the gap. The dike itself is drawn and computed as it is today, without building plan and measures.',
  leaflet:
    'The leaflet below is about rain. How the breach of a dike was computed, and what it leaves out, is told under ‘What happens’.',
  shown: 'You see how the water spreads when the dike gives way, and how deep it gets.',
  rainInstead: 'You now see a breach of a dike. Choose a storm to see rain again.',
  engine: (cells) =>
    `Computed with the scheme for fast flow (full shallow water equations) on cells of ${cells}. For rain the model computes otherwise. Not included: waves, rain, sewers, pumping stations, gaps that scour deeper, and the polder beyond the computed area, where the water runs to freely.`,
};

export const floodBreachText = { nl, en };
