/** Streets of the later districts: families of parallel curves clipped to the district, and links between them. */
import { offsetLine, smooth } from './curve.ts';
import { isInside, type Path, type Point, points } from './point.ts';
import type { Street, StreetClass } from './street.ts';

interface Family {
  readonly district: string;
  readonly class: StreetClass;
  readonly within: Path;
  readonly lines: readonly (readonly [name: string, line: Path])[];
}

const birds = [
  'Kievitstraat',
  'Grutto­straat',
  'Tureluurstraat',
  'Scholeksterstraat',
  'Lepelaarstraat',
  'Wulpstraat',
  'Aalscholverstraat',
  'Kluutstraat',
  'Fuutstraat',
  'Meerkoetstraat',
  'Smientstraat',
  'Roerdompstraat',
  'Visdiefstraat',
  'Bergeendstraat',
  'Zilverreigerstraat',
  'Watersnipstraat',
].map((name) => name.replace('\u00ad', ''));
const gardens = [
  'Appelhof',
  'Perenlaan',
  'Meidoornlaan',
  'Seringenlaan',
  'Goudenregenstraat',
  'Ligusterlaan',
  'Vlierstraat',
  'Jasmijnstraat',
  'Kamperfoeliestraat',
  'Rozenstraat',
  'Lavendelstraat',
  'Hazelaarlaan',
];
const fishes = [
  'Snoekbaars',
  'Spiering',
  'Ansjovis',
  'Botter',
  'Kwak',
  'Schokker',
  'Hoogaars',
  'Tjalk',
  'Zuiderzeehof',
  'Punter',
  'Blazer',
  'Aak',
];

/** Runs of a line inside a ring. */
function clipLine(line: Path, ring: Path, shortest = 30): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const p of line) {
    if (isInside(p, ring)) run.push(p);
    else {
      if (run.length > 1) runs.push(run);
      run = [];
    }
  }
  if (run.length > 1) runs.push(run);
  return runs.filter((points) => points.length * 3 > shortest);
}

/** Curves beside a spine, `first` metres to its left and then every `spacing`. */
const parallels = (spine: Path, first: number, spacing: number, names: readonly string[]): [string, Path][] =>
  names.map((name, i) => [name, smooth(offsetLine(spine, first + i * spacing))]);

const arc = (x: number, y: number, radius: number, from: number, until: number): Path => {
  const pieces = Math.ceil((Math.abs(until - from) * Math.PI * radius) / 180 / 3);
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = ((from + ((until - from) * i) / pieces) * Math.PI) / 180;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
};
const ray = (x: number, y: number, angle: number, from: number, until: number): Path => {
  const c = Math.cos((angle * Math.PI) / 180);
  const s = Math.sin((angle * Math.PI) / 180);
  return smooth([
    { x: x + c * from, y: y + s * from },
    { x: x + c * until, y: y + s * until },
  ]);
};

/** Arcs of houses, metres; between them lie rings of water (landscape.ts). */
const arcRadii = [165, 226, 348, 409, 531, 592, 714];

/** Middle of the fan of the newest district. */
export const fan = { x: 2290, y: 1500 } as const;

const birdNorth = points(`440,1500 444,1247 650,1232 880,1250 1110,1218 1118,1400 1105,1560 1085,1712 1000,1705 800,1680
  600,1665 432,1660`);
const birdSouth = points('446,1245 475,1080 545,900 680,765 880,685 1140,652 1135,900 1130,1215 880,1250 650,1232');
const gardenNorth = points(`1742,2140 1735,2040 1728,1950 1733,1860 1748,1758 1800,1765 2050,1745 2300,1700 2550,1680
  2690,1660 2610,1850 2480,2020 2420,2095 2100,2165 1900,2175`);
const gardenSouth = points(`1748,1758 1738,1640 1730,1520 1724,1420 1900,1440 2250,1435 2550,1440 2745,1430 2735,1500
  2690,1660 2550,1680 2300,1700 2050,1745 1800,1765`);
export const fanDistrict =
  points(`1865,1400 1850,1120 1850,960 1860,655 2100,668 2400,735 2620,870 2735,1080 2755,1300 2745,1400
  2500,1415 2200,1410`);
const dikeDistrict =
  points(`432,1660 600,1665 800,1680 1000,1705 1095,1718 1120,1850 1140,1960 1190,2060 1100,2150 700,2130
  430,2060 425,1900`);
const stationDistrict =
  points(`1140,652 1450,640 1580,640 1575,700 1595,840 1620,980 1605,1120 1570,1270 1475,1195 1300,1190
  1130,1215`);

const birdSpine = smooth(points('420,1305 650,1292 880,1310 1150,1270'));

const families: readonly Family[] = [
  {
    district: 'Vogelbuurt',
    class: 'street',
    within: birdNorth,
    // Park and school lie between the second and the third.
    lines: [...parallels(birdSpine, 0, 92, birds.slice(0, 2)), ...parallels(birdSpine, 240, 85, birds.slice(2, 4))],
  },
  {
    district: 'Vogelbuurt',
    class: 'street',
    within: birdNorth,
    lines: [
      ['Reigerpad', smooth(points('690,1232 700,1400 680,1672'))],
      ['Ooievaarlaan', smooth(points('960,1240 950,1400 925,1697'))],
    ],
  },
  {
    district: 'Vogelbuurt',
    class: 'street',
    within: birdSouth,
    lines: [
      ...parallels(smooth(points('560,1260 575,1080 640,900 740,740')), 0, 98, birds.slice(6, 11)),
      ['Zwaluwlaan', smooth(points('452,1060 650,1040 900,1060 1133,1030'))] as const,
    ],
  },
  {
    district: 'Tuindorp',
    class: 'street',
    within: gardenNorth,
    lines: parallels(smooth(points('1720,1830 2000,1835 2300,1780 2680,1745')), 0, 92, gardens.slice(0, 4)),
  },
  {
    district: 'Tuindorp',
    class: 'street',
    within: gardenNorth,
    lines: [
      ['Lindenlaan', smooth(points('2050,1745 2040,1900 2080,2170'))],
      ['Kastanjelaan', smooth(points('2330,1697 2340,1850 2320,2130'))],
    ],
  },
  {
    district: 'Tuindorp',
    class: 'street',
    within: gardenSouth,
    lines: [
      ...parallels(smooth(points('1720,1690 2000,1680 2300,1632 2720,1600')), 0, -84, gardens.slice(6, 9)),
      ['Beukenlaan', smooth(points('1930,1757 1935,1600 1920,1430'))] as const,
      ['Esdoornlaan', smooth(points('2290,1702 2280,1580 2300,1425'))] as const,
      ['Iepenlaan', smooth(points('2520,1683 2510,1560 2520,1430'))] as const,
    ],
  },
  {
    district: 'Waterrijk',
    class: 'street',
    within: fanDistrict,
    lines: [
      ...fishes
        .slice(0, arcRadii.length)
        .map((name, i): [string, Path] => [name, arc(fan.x, fan.y, arcRadii[i] as number, 180, 360)]),
      ['Zeilpad', ray(fan.x, fan.y, 212, 90, 560)],
      ['Roerpad', ray(fan.x, fan.y, 240, 90, 860)],
      ['Kielpad', ray(fan.x, fan.y, 270, 128, 820)],
      ['Mastpad', ray(fan.x, fan.y, 300, 90, 720)],
      ['Fokpad', ray(fan.x, fan.y, 330, 90, 560)],
    ],
  },
  {
    district: 'Dijkkwartier',
    class: 'street',
    within: dikeDistrict,
    lines: [
      ['Polderlaan', smooth(points('810,1682 820,1820 800,1960 830,2100'))],
      ['Lelylaan', smooth(points('812,1800 950,1815 1118,1830'))],
      ['Stevinstraat', smooth(points('820,1870 950,1880 1128,1895'))],
      ['Leeghwaterstraat', smooth(points('812,1940 960,1945 1145,1970'))],
      ['Cruquiusstraat', smooth(points('800,2010 960,2010 1165,2035'))],
      ['Beijerinckstraat', smooth(points('960,1815 962,1950 965,2080'))],
      ['Schoolpad', smooth(points('428,1790 600,1800 812,1800'))],
    ],
  },
  {
    district: 'Stationskwartier',
    class: 'street',
    within: stationDistrict,
    lines: [
      ['Spoorstraat', smooth(points('1136,740 1280,728 1444,725'))],
      ['Perronstraat', smooth(points('1135,830 1290,815 1441,815'))],
      ['Wisselstraat', smooth(points('1133,920 1290,905 1441,905'))],
      ['Seinstraat', smooth(points('1131,1010 1290,1000 1446,1000'))],
      ['Conducteurstraat', smooth(points('1131,1100 1290,1090 1455,1085'))],
      ['Marktmeesterstraat', smooth(points('1290,648 1290,905 1295,1190'))],
      ['Zuiderkade', smooth(points('1556,648 1580,830 1604,980 1590,1110 1552,1255'))],
      ['Haltestraat', smooth(points('1444,780 1510,775 1568,770'))],
      ['Loketstraat', smooth(points('1452,1060 1530,1050 1600,1040'))],
    ],
  },
  {
    district: 'De Werf',
    class: 'works',
    within: points('600,40 1545,40 1550,700 600,700'),
    lines: [
      ['Handelsweg', smooth(points('880,685 877,528 872,400 872,180 872,90'))],
      ['Scheepswerf', smooth(points('872,400 1100,395 1350,385 1530,390'))],
      ['Kraanweg', smooth(points('872,250 1100,245 1350,240 1535,245'))],
      ['Ankerweg', smooth(points('872,110 1100,108 1350,105 1400,110'))],
      ['Hellingweg', smooth(points('1350,385 1350,240 1350,105'))],
    ],
  },
];

export function listDistrictStreets(): Street[] {
  return families.flatMap(({ district, class: kind, within, lines }) =>
    lines.flatMap(([name, line]) =>
      clipLine(line, within).map((run): Street => ({ name, class: kind, line: run, district })),
    ),
  );
}
