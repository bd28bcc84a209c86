/** Texts of the leaflet of the question about solar panels. */

const nl = {
  first:
    'Dit is een eerste blik: welke daken krijgen genoeg zon en hebben plaats? Vraag een installateur voordat u iets koopt.',
  computes:
    'Per dakvlak: hoeveel zonlicht er in een gemiddeld jaar op valt, hoeveel panelen er passen, en hoeveel stroom die geven. Per gebouw en per wijk tellen we dat op.',
  method:
    'De dakvlakken komen uit het 3D-model. De stand van de zon komt uit een bibliotheek voor sterrenkunde. Het licht komt uit maandcijfers van het weer, verdeeld in direct licht en licht van de hemel (Erbs) en omgerekend naar het schuine vlak (Hay en Davies). Vanaf punten op het dak is langs stralen gekeken wat er in de weg staat: het eigen gebouw, de buren, bomen en de grond.',
  limits: [
    'Of het dak sterk genoeg is, en wat de dakbedekking is.',
    'Van wie het dak is. In een flat beslist de vereniging van eigenaren.',
    'De meterkast, de omvormer en of het stroomnet vol is.',
    'Sneeuw, vuil en schade aan panelen.',
    'Bomen die nog groeien, en gebouwen die er nog niet staan.',
    'Wat niet in het 3D-model zit: kleine schoorstenen, antennes, dakramen, leuningen.',
    'Panelen die er al liggen.',
  ],
  uncertainty: (light: string, yearly: string) =>
    `Zon op een dakvlak: ± ${light}. Stroom in één jaar: ± ${yearly}, want niet elk jaar is even zonnig en niet elk systeem even goed. Dicht bij een grens kan een dak in de andere klasse horen.`,
  tested: 'Getoetst',
  testedIntro: 'De berekening is vergeleken met uitkomsten van anderen:',
  cases: {
    south: 'Zon op een dak van 35° op het zuiden, ten opzichte van vlakke grond (Ukkel)',
    east: 'Hetzelfde op het oosten',
    north: 'Hetzelfde op het noorden',
    street: 'Deel van de hemel dat u ziet midden in een straat die even breed is als hoog (formule)',
  },
  shouldBe: (found: string, expected: string) => `${found}, het moet ${expected} zijn`,
  yield: (found: string, low: string, high: string) =>
    `Stroom van een dak van 35° op het zuiden: ${found} kWh per kWp. Panelen in Nederland geven ${low} tot ${high} (Siderea, CBS).`,
  permit:
    'Of een vergunning nodig is, komt uit de lijst van monumenten en beschermde stadsgezichten. De gemeente beslist.',
  engine: (engine: string, hash: string) => `Berekend met ${engine}, gegevens ${hash}.`,
  climate: 'Klimaat',
  skipped: (count: string) => `${count} gebouwen hebben geen dakvlak waarmee te rekenen is. Die tellen niet mee.`,
};

const en: typeof nl = {
  first: 'This is a first look: which roofs get enough sun and have room? Ask an installer before you buy anything.',
  computes:
    'For each roof plane: how much sunlight falls on it in an average year, how many panels fit, and how much electricity they give. That is added up by building and by district.',
  method:
    'Roof planes come from the 3D model. The place of the sun comes from an astronomy library. Light comes from monthly weather figures, divided into direct light and light of the sky (Erbs) and converted to the sloping plane (Hay and Davies). From points on the roof, rays tell what stands in the way: the building itself, neighbours, trees and the ground.',
  limits: [
    'Whether the roof is strong enough, and what covers it.',
    'Whose roof it is. In a block of flats the owners decide together.',
    'The fuse box, the inverter, and whether the grid is full.',
    'Snow, dirt and damage to panels.',
    'Trees that still grow, and buildings that are not there yet.',
    'What is not in the 3D model: small chimneys, aerials, roof windows, railings.',
    'Panels that are there already.',
  ],
  uncertainty: (light, yearly) =>
    `Sun on a roof plane: ± ${light}. Electricity in one year: ± ${yearly}, as not every year is as sunny and not every system as good. Close to a limit a roof may belong to the other class.`,
  tested: 'Tested',
  testedIntro: 'The computation was compared with what others found:',
  cases: {
    south: 'Sun on a roof of 35° facing south, beside level ground (Uccle)',
    east: 'The same facing east',
    north: 'The same facing north',
    street: 'Part of the sky seen from the middle of a street that is as wide as it is high (formula)',
  },
  shouldBe: (found, expected) => `${found}, it should be ${expected}`,
  yield: (found, low, high) =>
    `Electricity of a roof of 35° facing south: ${found} kWh per kWp. Panels in the Netherlands give ${low} to ${high} (Siderea, CBS).`,
  permit:
    'Whether a permit is needed comes from the list of listed buildings and protected townscapes. The municipality decides.',
  engine: (engine, hash) => `Computed with ${engine}, data ${hash}.`,
  climate: 'Climate',
  skipped: (count) => `${count} buildings have no roof plane to reckon with. They do not count.`,
};

export const solarLeafletText = { nl, en };
