/** Texts of the tool "from my window". Numbers arrive as they must be read, with unit. */
import type { Loadable } from '../../model/loadable.ts';
import type { OutlookClass, OutlookFailure, WindowPlace } from '../../model/outlook.ts';

interface WindowText {
  readonly intro: string;
  readonly house: string;
  readonly lastSelected: string;
  readonly floor: string;
  readonly floorHint: string;
  readonly plan: string;
  readonly noPlan: string;
  readonly eye: (nap: string, ground: string, floor: number) => string;
  readonly windows: Readonly<Record<WindowPlace, string>>;
  readonly look: string;
  readonly lens: string;
  /** In the picture itself, in short. */
  readonly frame: string;
  readonly show: string;
  readonly today: string;
  readonly computing: string;
  /** For a screen reader. */
  readonly states: Readonly<Record<Loadable<unknown>['status'], string>>;
  readonly failed: string;
  readonly failures: Readonly<Record<OutlookFailure, string>>;
  readonly picture: (scene: string) => string;
  readonly table: string;
  readonly scene: string;
  readonly newShare: string;
  readonly skyShare: string;
  readonly skyLost: string;
  readonly range: (low: string, high: string) => string;
  readonly houseGone: string;
  readonly missing: (titles: string) => string;
  readonly more: string;
  readonly parts: Readonly<Record<OutlookClass, string>>;
  readonly solidAngle: (percent: string) => string;
  readonly indicative: string;
  readonly computes: string;
  readonly method: (samples: string, reach: string) => string;
  readonly limits: string;
  readonly uncertainty: string;
  readonly basis: (buildings: string, triangles: string, hash: string) => string;
}

const nl: WindowText = {
  intro: 'Hoeveel ziet u van een bouwplan, en hoeveel lucht verdwijnt er? Kies uw adres en verdieping.',
  house: 'Uw adres',
  lastSelected: 'Laatst gekozen',
  floor: 'Verdieping',
  floorHint: 'Begane grond is 0.',
  plan: 'Bouwplan',
  noPlan: 'Deze gemeente heeft geen bouwplan om naar te kijken.',
  eye: (nap, ground, floor) =>
    `Uw oog is op ${nap} NAP, met een speling van 0,5 m naar boven en naar beneden. Dat is de grond (${ground} NAP) + ${floor} × 2,8 m + 1,5 m.`,
  windows: {
    straight: 'Het raam zit waar de rechte lijn naar het plan uw huis verlaat.',
    facade: 'Het raam zit in de vrije gevel die het meest naar het plan is gericht.',
    point: 'Van dit adres is geen gebouw bekend. Het oog staat op de plek van het adres zelf.',
  },
  look: 'Kijk uit dit raam',
  lens: 'Het beeld is dat van een gewone lens (50 mm, 39,6° breed), voor elke variant gelijk. Op een foto met een groothoek, zoals van een telefoon, lijkt alles kleiner en verder weg.',
  frame: 'Dit kader is berekend (50 mm)',
  show: 'Laat zien',
  today: 'Nu',
  computing: 'Het uitzicht wordt berekend.',
  states: {
    idle: '',
    running: 'Het uitzicht wordt berekend.',
    ready: 'Het uitzicht is berekend.',
    failed: '',
  },
  failed: 'Het uitzicht is niet te berekenen, omdat gegevens niet te lezen zijn.',
  failures: {
    'no-window':
      'Op deze verdieping heeft het huis aan de kant van het plan geen vrije gevel. Kies een andere verdieping of een ander adres.',
    'no-buildings': 'Deze gemeente heeft geen gebouwen in 3D. Het uitzicht is dan niet te berekenen.',
  },
  picture: (scene) => `Uitzicht: ${scene}. Dit is wat is geteld, zonder bomen.`,
  table: 'Deel van het beeld',
  scene: 'Beeld',
  newShare: 'Nieuwbouw',
  skyShare: 'Lucht',
  skyLost: 'Lucht minder',
  range: (low, high) => `${low} tot ${high}`,
  houseGone: 'Dit huis verdwijnt in deze variant.',
  missing: (titles) => `Niet meegenomen, omdat de gegevens er niet zijn: ${titles}.`,
  more: 'Waar staat de nieuwbouw voor?',
  parts: { sky: 'Lucht', ground: 'Grond', existing: 'Gebouwen van nu', new: 'Nieuwbouw' },
  solidAngle: (percent) => `Naar ruimtehoek is de nieuwbouw ${percent} van het beeld.`,
  indicative: 'Indicatief. Dit is geen besluit en u kunt er geen rechten aan ontlenen.',
  computes: 'Welk deel van het beeld uit uw raam nieuwbouw is, en hoeveel lucht u minder ziet dan nu.',
  method: (samples, reach) =>
    `Berekend uit de vormen van gebouwen, grond en plan, niet uit het plaatje op uw scherm. Het beeld is verdeeld in ${samples} punten. Voor elk punt is bepaald wat er het dichtst bij staat. U kijkt recht vooruit naar het midden van het plan. Gebouwen tot ${reach} tellen mee; uw eigen huis niet.`,
  limits:
    'Bomen, hagen, schuttingen en het kozijn van uw raam tellen niet mee: in het echt ziet u vaak minder. Wat boven of naast het beeld valt, telt ook niet mee. Alle fasen van een variant tellen mee. We weten niet waar uw ramen echt zitten.',
  uncertainty:
    'De getallen onder elk percentage gelden voor een oog dat 0,5 m hoger of lager is, plus de fout van de verdeling in punten. De fout in het plan en in het model van de gebouwen zit er niet in.',
  basis: (buildings, triangles, hash) => `${buildings} gebouwen, ${triangles} driehoeken, kenmerk ${hash}.`,
};

const en: WindowText = {
  intro: 'How much will you see of a building plan, and how much sky will go? Choose your address and floor.',
  house: 'Your address',
  lastSelected: 'Selected last',
  floor: 'Floor',
  floorHint: 'The ground floor is 0.',
  plan: 'Building plan',
  noPlan: 'This municipality has no building plan to look at.',
  eye: (nap, ground, floor) =>
    `Your eye is at ${nap} NAP, give or take 0.5 m. That is the ground (${ground} NAP) + ${floor} × 2.8 m + 1.5 m.`,
  windows: {
    straight: 'The window is where the straight line to the plan leaves your house.',
    facade: 'The window is in the free outer wall that faces the plan most.',
    point: 'No building is known for this address. The eye is at the address itself.',
  },
  look: 'Look out of this window',
  lens: 'The picture is that of an ordinary lens (50 mm, 39.6° across), the same for every variant. In a wide-angle photo, as telephones take, everything looks smaller and further away.',
  frame: 'This frame was computed (50 mm)',
  show: 'Show',
  today: 'Today',
  computing: 'The view is being computed.',
  states: { idle: '', running: 'The view is being computed.', ready: 'The view has been computed.', failed: '' },
  failed: 'The view cannot be computed, because data cannot be read.',
  failures: {
    'no-window':
      'On this floor the house has no free outer wall on the side of the plan. Choose another floor or another address.',
    'no-buildings': 'This municipality has no buildings in 3D, so the view cannot be computed.',
  },
  picture: (scene) => `View: ${scene}. This is what was counted, without trees.`,
  table: 'Part of the picture',
  scene: 'Picture',
  newShare: 'New building',
  skyShare: 'Sky',
  skyLost: 'Less sky',
  range: (low, high) => `${low} to ${high}`,
  houseGone: 'This house goes in this variant.',
  missing: (titles) => `Left out, because the data are not there: ${titles}.`,
  more: 'What do the new buildings stand before?',
  parts: { sky: 'Sky', ground: 'Ground', existing: 'Buildings of today', new: 'New buildings' },
  solidAngle: (percent) => `By solid angle new buildings are ${percent} of the picture.`,
  indicative: 'Indicative. This is no decision and no rights can be derived from it.',
  computes: 'Which part of the picture from your window is new building, and how much less sky you see than today.',
  method: (samples, reach) =>
    `Computed from the shapes of buildings, ground and plan, not from the picture on your screen. The picture is divided into ${samples} points; for each it is found what stands nearest. You look straight ahead to the middle of the plan. Buildings up to ${reach} count; your own house does not.`,
  limits:
    'Trees, hedges, fences and the frame of your window do not count: in truth you often see less. What lies above or beside the picture does not count either. All phases of a variant count. We do not know where your windows really are.',
  uncertainty:
    'The numbers below each percentage hold for an eye 0.5 m higher or lower, plus the error of the division into points. The error of the plan and of the building model is not in them.',
  basis: (buildings, triangles, hash) => `${buildings} buildings, ${triangles} triangles, mark ${hash}.`,
};

export const windowText = { nl, en };
