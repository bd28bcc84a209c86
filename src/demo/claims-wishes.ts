/**
 * What councils, companies and residents want: plans, intentions and ambitions, each with who wants it and when. Some want the same room: under
 * ground, on it, high above it, or only in the same weeks.
 */
import { type ClaimTheme, claimThemes, type Hardness, hardnesses } from '../model/claim.ts';
import { type HeightReference, heightReferences } from '../model/plan-volume.ts';
import type { Area } from './area.ts';
import { band, type ClaimSketch, circle, type KeepClear } from './claim-sketch.ts';
import { energy, homes, surroundings, traffic } from './claims-places.ts';
import { cutLine, rect } from './claims-zones.ts';
import { lineLength, nearestOn, offsetLine, subLine } from './curve.ts';
import { box } from './havenkwartier-site.ts';
import { at, points } from './point.ts';
import { marketSquare, railLine } from './skeleton.ts';
import type { Street } from './street.ts';

const holders: Readonly<Record<ClaimTheme, string>> = {
  housing: 'Gemeente Markerwaard, gebiedsontwikkeling',
  business: 'Gemeente Markerwaard, economie',
  green: 'Gemeente Markerwaard, groenbeheer',
  water: 'Waterschap Markerwaard (fictief)',
  energy: 'Regionale energiestrategie',
  mobility: 'Gemeente Markerwaard, mobiliteit',
  underground: 'Netbeheerder elektriciteit',
  safety: 'Omgevingsdienst (fictief)',
  noise: 'Omgevingsdienst (fictief)',
  heritage: 'Gemeente Markerwaard, erfgoed',
  amenity: 'Gemeente Markerwaard, samenleving',
};
const bases: Readonly<Record<Hardness, readonly [string, string]>> = {
  hard: ['omgevingsplan', 'Omgevingsplan Markerwaard (verzonnen)'],
  soft: ['programma', 'Ontwikkelprogramma 2026–2035 (verzonnen)'],
  ambition: ['omgevingsvisie', 'Omgevingsvisie Markerwaard 2040 (verzonnen), hoofdstuk 4'],
};
const statuses: Readonly<Record<Hardness, string>> = { hard: 'vastgesteld', soft: 'ontwerp', ambition: 'verkenning' };
/** Metres that a line on such a map may be off. */
const accuracies: Readonly<Record<Hardness, number>> = { hard: 0.5, soft: 1, ambition: 2 };

/** Of the plan Havenkwartier, m NAP. */
const PEIL = -3.4;

const numbers = (words: readonly string[]) => words.map(Number) as [number, number, number, number];

const shapes: Readonly<Record<string, (words: readonly string[]) => Area>> = {
  rect: (words) => rect(...numbers(words)),
  hk: (words) => [box(...numbers(words))],
  circle(words) {
    const [x, y, radius] = numbers(words);
    return circle(x, y, radius);
  },
  ring: (words) => [points(words.join(' '))],
  strip: ([half, ...line]) => band(points(line.join(' ')), Number(half)),
  market: () => [marketSquare],
};

function pick<T extends string>(list: readonly T[], word: string | undefined): T {
  const found = list.find((name) => name === word);
  if (!found) throw new Error(`"${word}" is none of ${list.join(', ')}`);
  return found;
}

function parseRow(row: string): ClaimSketch {
  const [[group = '', theme, kind], [...name], [shape = '', ...sizes], [zero, lower, upper], more = []] = row
    .split('|')
    .map((cell) => cell.trim().split(/\s+/)) as [string[], string[], string[], string[], string[]?];
  const hardness = pick(hardnesses, kind);
  const reference: HeightReference = pick(heightReferences, zero);
  const own = pick(claimThemes, theme);
  const [validFrom, validUntil] = more.filter((word) => /^\d/.test(word));
  const accuracy = more.find((word) => word.startsWith('±'));
  return {
    group,
    theme: own,
    hardness,
    name: name.join(' '),
    area: (shapes[shape] ?? pick(Object.keys(shapes) as never[], shape))(sizes),
    heights: [reference, Number(lower), Number(upper)],
    basis: bases[hardness],
    holder: holders[own],
    status: statuses[hardness],
    accuracyM: accuracy ? Number(accuracy.slice(1)) : accuracies[hardness],
    ...(reference === 'peil' ? { peilNap: PEIL } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validUntil ? { validUntil } : {}),
  };
}

const parseRows = (text: string): ClaimSketch[] => text.trim().split('\n').map(parseRow);

const highVoltage = points('2500,0 2700,500 2850,900 2950,1300 3000,1700');
const railway = offsetLine(railLine, 12);
/** Not over the canal: a bridge is drawn when it comes to that. */
const reserved = [
  [900, 1470],
  [1650, 2150],
].map(([west = 0, east = 0]) =>
  subLine(railway, nearestOn(railway, at(west, 527)).along, nearestOn(railway, at(east, 527)).along),
);

const drawLines = (): ClaimSketch[] => [
  ...cutLine(highVoltage, 0, lineLength(highVoltage), 3).map(
    (line, i): ClaimSketch => ({
      group: 'HSP',
      theme: 'energy',
      hardness: 'hard',
      name: `Hoogspanningslijn 150 kV, veld ${i + 1}`,
      area: band(line, 22.5),
      heights: ['ground', 6, 45],
      basis: ['omgevingsplan', 'artikel 33 (Hoogspanningsverbinding)'],
      holder: 'Landelijk netbeheerder elektriciteit',
      status: 'in gebruik',
      accuracyM: 0.5,
      priority: 1,
    }),
  ),
  ...reserved.map(
    (line, i): ClaimSketch => ({
      group: 'SPR',
      theme: 'mobility',
      hardness: 'soft',
      name: `Reservering spoorverdubbeling, ${['west', 'oost'][i]}`,
      area: band(line, 6),
      heights: ['ground', -1, 8],
      basis: ['reserveringsgebied', 'artikel 5.131 (verzonnen ligging)'],
      holder: 'Spoorbeheerder',
      status: 'reservering',
      accuracyM: 1,
      validFrom: '2035-01-01',
    }),
  ),
];

/** Along a street: metres left of its middle, half its width, from and until metres along it. */
type AlongStreet = readonly [street: string, offset: number, half: number, along?: readonly [number, number]];

interface Family {
  readonly group: string;
  readonly title: string;
  readonly theme: ClaimTheme;
  readonly hardness: Hardness;
  readonly heights: readonly [lower: number, upper: number];
  readonly from: string;
  readonly holder: string;
  readonly accuracyM: number;
  /** Pipes that lie there go before it, but for those of its own street. */
  readonly isClear?: boolean;
  readonly parts: readonly AlongStreet[];
}

const families: readonly Family[] = [
  {
    group: 'FTS',
    title: 'Fietsstraat',
    theme: 'mobility',
    hardness: 'ambition',
    heights: [0, 2.6],
    from: '2028-01-01',
    holder: holders.mobility,
    accuracyM: 0.4,
    parts: [
      ['Kievitstraat', 0, 2.4],
      ['Lijnbaan', 0, 2],
      ['Perenlaan', 0, 2.4],
      ['Polderlaan', 0, 2.4],
      ['Ansjovis', 0, 2.4],
    ],
  },
  {
    // So wide that they take the verge with its trees.
    group: 'DFR',
    title: 'Doorfietsroute',
    theme: 'mobility',
    hardness: 'ambition',
    heights: [0, 2.6],
    from: '2029-01-01',
    holder: holders.mobility,
    accuracyM: 0.4,
    parts: [
      ['Stationslaan', 2, 4.8, [120, 500]],
      ['Westerweg', 3.2, 3.2, [80, 500]],
    ],
  },
  {
    group: 'BUS',
    title: 'Busbaan',
    theme: 'mobility',
    hardness: 'soft',
    heights: [0, 4.2],
    from: '2029-01-01',
    holder: 'Provincie, openbaar vervoer',
    accuracyM: 0.4,
    parts: [['Ringweg', 5, 1.8, [1500, 2400]]],
  },
  {
    // Hollows that take the rain of the road; the first two lie over cables.
    group: 'WAD',
    title: 'Wadi',
    theme: 'water',
    hardness: 'soft',
    heights: [-0.9, 0],
    from: '2027-01-01',
    holder: 'Gemeente Markerwaard, riolering',
    accuracyM: 0.3,
    parts: [
      ['Schokker', 5.4, 1.1, [300, 360]],
      ['Jasmijnstraat', 5.4, 1.1, [400, 450]],
      ['Botter', -5.2, 0.9, [200, 260]],
      ['Kwak', -5.2, 0.9, [500, 560]],
      ['Hoogaars', -5.2, 0.9, [300, 350]],
      ['Vlierstraat', -5.2, 0.9, [300, 360]],
      ['Gruttostraat', -5.2, 0.9, [300, 360]],
      ['Scholeksterstraat', -5.2, 0.9, [200, 260]],
    ],
  },
  {
    group: 'BPL',
    title: 'Nieuwe bomen',
    theme: 'green',
    hardness: 'soft',
    heights: [-1, 12],
    from: '2027-11-01',
    holder: holders.green,
    accuracyM: 0.3,
    parts: [
      ['Perenlaan', 5.5, 1.2, [100, 350]],
      ['Meidoornlaan', 5.5, 1.2, [100, 300]],
    ],
  },
  {
    // Three of these lie on trees or pipes of their own street.
    group: 'WNT',
    title: 'Warmtenet',
    theme: 'energy',
    hardness: 'ambition',
    heights: [-2.1, -1.15],
    from: '2029-01-01',
    holder: 'Warmtebedrijf',
    accuracyM: 0.3,
    isClear: true,
    parts: [
      ['Stationslaan', 4.2, 0.9, [60, 560]],
      ['Vogellaan', -7.6, 0.9, [200, 800]],
      ['Oosterweg', 7.4, 0.8, [150, 800]],
      ['Westerweg', -6, 0.7, [100, 600]],
      ['Tureluurstraat', -3.4, 0.7, [80, 580]],
    ],
  },
];

function drawAlong(streets: readonly Street[], [name, offset, half, part]: AlongStreet): Area {
  const street = streets.find((candidate) => candidate.name === name);
  if (!street) throw new Error(`There is no street ${name}.`);
  return band(offsetLine(part ? subLine(street.line, ...part) : street.line, offset), half);
}

const drawFamily = (family: Family, streets: readonly Street[], keepClear: KeepClear): ClaimSketch[] =>
  family.parts.map((part) => {
    const area = drawAlong(streets, part);
    return {
      group: family.group,
      name: `${family.title} ${part[0]}`,
      theme: family.theme,
      hardness: family.hardness,
      area: family.isClear ? keepClear(area, part[0]) : area,
      heights: ['ground', ...family.heights],
      basis: bases[family.hardness],
      status: statuses[family.hardness],
      holder: family.holder,
      accuracyM: family.accuracyM,
      validFrom: family.from,
    };
  });

export const drawWishes = (streets: readonly Street[], keepClear: KeepClear): ClaimSketch[] => [
  ...[homes, energy, traffic, surroundings].flatMap(parseRows),
  ...drawLines(),
  ...families.flatMap((family) => drawFamily(family, streets, keepClear)),
];
