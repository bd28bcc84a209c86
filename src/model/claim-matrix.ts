/**
 * What goes together on one place, where a municipality says nothing of its own. A choice that is shown as such, not a fact: it
 * says what is customary in Dutch plans. Pairs that are in none of the rows are unknown, such as homes in a noise zone: that depends on
 * measures at the façade.
 */
import { type ClaimTheme, claimThemes } from './claim.ts';
import type { ThemeName, ThemePair } from './claim-town.ts';
import type { Localised } from './municipality.ts';

const titles: Readonly<Record<ClaimTheme, Localised>> = {
  housing: { nl: 'Wonen', en: 'Housing' },
  business: { nl: 'Bedrijven', en: 'Business' },
  green: { nl: 'Groen', en: 'Green' },
  water: { nl: 'Water', en: 'Water' },
  energy: { nl: 'Energie', en: 'Energy' },
  mobility: { nl: 'Mobiliteit', en: 'Mobility' },
  underground: { nl: 'Kabels en leidingen', en: 'Cables and pipes' },
  safety: { nl: 'Veiligheid', en: 'Safety' },
  noise: { nl: 'Geluid', en: 'Noise' },
  heritage: { nl: 'Erfgoed', en: 'Heritage' },
  amenity: { nl: 'Voorzieningen', en: 'Amenities' },
};

export const defaultThemes: readonly ThemeName[] = claimThemes.map((id) => ({ id, title: titles[id] }));

interface Row {
  readonly kind: ThemePair['kind'];
  readonly why: Localised;
  /** Two themes with a plus between them. */
  readonly pairs: string;
}

const rows: readonly Row[] = [
  {
    kind: 'excludes',
    why: {
      nl: 'Op dezelfde plek en hoogte kan maar één gebouw staan.',
      en: 'Only one building can stand in the same place at the same height.',
    },
    pairs: 'housing+housing business+business amenity+amenity',
  },
  {
    kind: 'combinable',
    why: {
      nl: 'Wonen, werken en voorzieningen kunnen in één gebouw of blok samengaan.',
      en: 'Homes, work and amenities can share a building or a block.',
    },
    pairs: 'housing+business housing+amenity business+amenity',
  },
  {
    kind: 'excludes',
    why: {
      nl: 'Waar gebouwd wordt, groeit geen boom en staat geen water.',
      en: 'No tree grows and no water stands where there is a building.',
    },
    pairs: 'housing+green business+green housing+water business+water amenity+water',
  },
  {
    kind: 'excludes',
    why: {
      nl: 'Een weg of garage en een gebouw, een boom of water kunnen niet op dezelfde plek en hoogte liggen.',
      en: 'A road or garage cannot share place and height with a building, a tree or water.',
    },
    pairs: 'housing+mobility business+mobility amenity+mobility green+mobility water+mobility',
  },
  {
    kind: 'excludes',
    why: {
      nl: 'Een leiding of kabel heeft haar eigen ruimte nodig, ook om erbij te kunnen.',
      en: 'A pipe or cable needs its own room, also to be reached.',
    },
    pairs:
      'underground+underground housing+underground business+underground amenity+underground mobility+underground energy+underground water+underground',
  },
  {
    kind: 'excludes',
    why: {
      nl: 'Wortels beschadigen leidingen, en graven beschadigt wortels.',
      en: 'Roots damage pipes, and digging damages roots.',
    },
    pairs: 'green+underground',
  },
  {
    kind: 'excludes',
    why: {
      nl: 'Een zonneveld, hoogspanningslijn of station houdt zijn ruimte vrij van gebouwen en bomen.',
      en: 'A solar field, high-voltage line or substation keeps its room free of buildings and trees.',
    },
    pairs: 'housing+energy amenity+energy green+energy energy+energy',
  },
  {
    kind: 'excludes',
    why: {
      nl: 'Binnen een veiligheidszone komen geen woningen of scholen.',
      en: 'No homes or schools come within a safety zone.',
    },
    pairs: 'housing+safety amenity+safety',
  },
  {
    kind: 'excludes',
    why: {
      nl: 'Een garage of kelder vernietigt wat er nog in de bodem ligt.',
      en: 'A garage or cellar destroys what is still in the soil.',
    },
    pairs: 'mobility+heritage',
  },
  {
    kind: 'combinable',
    why: { nl: 'Groen en water versterken elkaar.', en: 'Green and water strengthen each other.' },
    pairs: 'green+green water+water green+water',
  },
  {
    kind: 'combinable',
    why: {
      nl: 'Fiets, auto en openbaar vervoer delen de straat; dat vraagt om een keuze voor het profiel.',
      en: 'Bicycles, cars and public transport share the street; that asks for a choice of profile.',
    },
    pairs: 'mobility+mobility',
  },
  {
    kind: 'combinable',
    why: {
      nl: 'De zone stelt hieraan geen eisen, of het gaat samen met een vergunning.',
      en: 'The zone asks nothing of it, or a permit brings them together.',
    },
    pairs:
      'safety+safety safety+business safety+green safety+water safety+energy safety+mobility safety+underground safety+noise safety+heritage ' +
      'noise+noise noise+business noise+green noise+water noise+energy noise+mobility noise+underground noise+heritage',
  },
  {
    kind: 'combinable',
    why: {
      nl: 'Erfgoed gaat samen met gebruik dat het in stand houdt, na onderzoek vooraf.',
      en: 'Heritage goes with use that keeps it, after research beforehand.',
    },
    pairs:
      'heritage+heritage heritage+housing heritage+business heritage+green heritage+water heritage+amenity heritage+underground',
  },
  {
    kind: 'combinable',
    why: {
      nl: 'Op daken, boven parkeerplaatsen en bij bedrijven is plaats voor opwekking.',
      en: 'There is room for generation on roofs, above car parks and at firms.',
    },
    pairs: 'business+energy mobility+energy',
  },
  {
    kind: 'combinable',
    why: { nl: 'Een plein, park of speelplek is er voor allebei.', en: 'A square, park or playground serves both.' },
    pairs: 'amenity+green',
  },
];

export const defaultMatrix: readonly ThemePair[] = rows.flatMap(({ kind, why, pairs }) =>
  pairs.split(' ').map((pair) => ({ themes: pair.split('+') as [string, string], kind, why })),
);
