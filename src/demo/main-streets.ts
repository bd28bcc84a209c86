/** Main roads, the old core and the canal quarter: streets drawn by hand. */
import { lineLength, smooth } from './curve.ts';
import { points } from './point.ts';
import {
  birdAvenueLine,
  dikeLine,
  eastQuayLine,
  eastRoadLine,
  innerMoatStreet,
  ringLine,
  southBridgeLine,
  stationAvenueLine,
  westQuayLine,
  westRoadLine,
} from './skeleton.ts';
import type { Street, StreetClass } from './street.ts';

type Row = readonly [name: string, kind: StreetClass, district: string, line: string];

const core: readonly Row[] = [
  ['Hoogstraat', 'lane', 'Oude Kern', '1396,1782 1385,1860 1372,1950 1388,2035 1395,2062 1400,2120'],
  ['Hoogstraat', 'lane', 'Oude Kern', '1400,1680 1412,1610 1440,1530 1462,1450 1470,1388'],
  ['Brugstraat', 'lane', 'Oude Kern', '1430,1738 1500,1743 1563,1741 1655,1748'],
  ['Westerstraat', 'lane', 'Oude Kern', '1335,1728 1250,1718 1190,1725 1117,1722'],
  ['Kerkstraat', 'lane', 'Oude Kern', '1345,1775 1350,1850 1300,1872 1230,1860 1212,1790 1240,1718'],
  ['Kerkpad', 'alley', 'Oude Kern', '1337,1757 1322,1768 1309,1784'],
  ['Achterom', 'lane', 'Oude Kern', '1372,1950 1290,1945 1230,1920 1168,1893'],
  ['Domineesgang', 'alley', 'Oude Kern', '1300,1872 1288,1945 1252,1998'],
  ['Visserssteeg', 'alley', 'Oude Kern', '1385,1858 1450,1850 1519,1855'],
  ['Zoutsteeg', 'alley', 'Oude Kern', '1372,1950 1440,1962 1513,1952'],
  ['Nieuwstraat', 'lane', 'Oude Kern', '1250,1718 1243,1640 1278,1560 1350,1498 1400,1470 1460,1452'],
  ['Raadhuisstraat', 'lane', 'Oude Kern', '1350,1688 1332,1610 1350,1498'],
  ['Molensteeg', 'lane', 'Oude Kern', '1412,1610 1500,1598 1592,1612 1684,1612'],
  ['Touwslagerstraat', 'lane', 'Oude Kern', '1440,1530 1510,1513 1573,1520'],
  ['Looierstraat', 'alley', 'Oude Kern', '1243,1640 1170,1612'],
  ['Onder de Dijk', 'home', 'Havenbuurt', '1180,2120 1290,2150 1400,2120 1470,2140 1545,2150'],
  ['Lijnbaan', 'lane', 'Overgracht', '1650,2150 1640,2040 1618,1950 1625,1850 1655,1748 1684,1612 1676,1515 1655,1405'],
  ['Kuiperstraat', 'lane', 'Overgracht', '1544,1985 1625,1985 1728,2000'],
  ['Smidsstraat', 'lane', 'Overgracht', '1543,1850 1625,1850 1728,1862'],
  ['Zeilmakersstraat', 'lane', 'Overgracht', '1598,1512 1676,1515 1728,1520'],
  [
    'Tuinlaan',
    'street',
    'Overgracht',
    '1742,2140 1735,2040 1728,1950 1733,1860 1745,1758 1738,1640 1730,1520 1722,1400',
  ],
  ['Oosterkade', 'home', 'Overgracht', '1544,2150 1600,2160 1650,2150 1742,2140'],
];

const mainRoads: readonly Street[] = [
  { name: 'Markerdijk', class: 'dike', line: dikeLine, district: 'Polder', levels: [[0, 3]] },
  {
    name: 'Ringweg',
    class: 'ring',
    line: ringLine,
    district: 'Ringweg',
    levels: [
      [0, 3],
      [200, -3.9],
      [lineLength(ringLine) - 200, -3.9],
      [lineLength(ringLine), 3],
    ],
  },
  { name: 'Stationslaan', class: 'avenue', line: stationAvenueLine, district: 'Stationskwartier' },
  { name: 'Westerweg', class: 'avenue', line: westRoadLine, district: 'Dijkkwartier' },
  { name: 'Oosterweg', class: 'avenue', line: eastRoadLine, district: 'Tuindorp' },
  { name: 'Vogellaan', class: 'avenue', line: birdAvenueLine, district: 'Vogelbuurt' },
  { name: 'Zuiderbrug', class: 'avenue', line: southBridgeLine, district: 'Waterrijk' },
  { name: 'Binnensingel', class: 'lane', line: innerMoatStreet, district: 'Oude Kern' },
  { name: 'Schippersgracht', class: 'quay', line: westQuayLine, district: 'Oude Kern' },
  { name: 'Overgracht', class: 'quay', line: eastQuayLine, district: 'Overgracht' },
];

const outside: readonly Row[] = [
  ['Zuiderweg', 'country', 'Polder', '2100,668 2104,560 2100,330 2095,0'],
  ['Middenweg', 'country', 'Polder', '1640,330 2100,330 2600,338 3000,345'],
  ['Noorderweg', 'country', 'Polder', '432,1660 300,1655 0,1640'],
  ['Oosterringweg', 'country', 'Polder', '2690,1660 2850,1655 3000,1652'],
  ['Grote Markt', 'alley', 'Oude Kern', '1332,1735 1385,1738 1432,1738'],
  ['Stationsplein', 'alley', 'Stationskwartier', '1240,590 1340,592 1444,590'],
  ['Molenpad', 'path', 'Dijkkwartier', '690,2128 740,2140 790,2138'],
];

export function listMainStreets(): Street[] {
  const ramp = smooth(points('1400,2120 1365,2180 1270,2222 1178,2243'));
  return [
    ...mainRoads,
    ...[...core, ...outside].map(
      ([name, kind, district, line]): Street => ({
        name,
        class: kind,
        district,
        line: smooth(points(line)),
      }),
    ),
    {
      name: 'Dijkopgang',
      class: 'country',
      line: ramp,
      district: 'Havenbuurt',
      levels: [
        [0, -3.7],
        [lineLength(ramp), 3],
      ],
    },
  ];
}
