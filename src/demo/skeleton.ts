/** The hand-drawn skeleton of the town: dike, canals, railway. Town frame, metres; it runs on beyond the detailed extent. */
import { offsetLine, smooth, subLine } from './curve.ts';
import { points } from './point.ts';

/** Crest of the ring dike, west to east: polder to its right (south), lake to its left. */
export const dikeLine = smooth(
  points(`-6500,-3200 -4800,-1500 -3600,250 -2200,1280 -900,1860 0,2090 700,2210 1500,2258 2300,2225
  3000,2105 4200,1740 5600,900 7000,-500 8500,-2500`),
  6,
);

/** Main canal from the lock southward through the core and on through the polder. */
export const canalLine = smooth(
  points(`1562,2236 1558,2150 1545,2060 1525,1950 1532,1840 1565,1735 1592,1620 1585,1500 1560,1400
  1572,1270 1610,1120 1625,980 1600,840 1575,700 1570,560 1585,300 1600,0 1620,-1500 1650,-5200`),
);

/** The old moat around the core, from the canal in the north, counter-clockwise back to it: the core lies to its left. */
export const moatLine = smooth(
  points(`1545,2062 1450,2068 1330,2050 1225,1995 1160,1905 1130,1800 1132,1690 1165,1580 1235,1490
  1340,1430 1450,1402 1560,1400`),
);

export const railLine = smooth(
  points('-5200,800 -500,600 0,575 700,535 1450,515 2200,520 3000,560 3600,600 8200,1150'),
  6,
);

export const canalWidth = 13;
export const moatWidth = 10;

/** Main ring around the town, from dike to dike through the south. */
export const ringLine = smooth(
  points(`341,2149 395,2040 425,1900 430,1780 432,1660 440,1500 445,1300 475,1080 545,900 680,765 880,685
  1150,650 1450,640 1580,640 1800,648 2100,668 2400,735 2620,870 2735,1080 2755,1300 2735,1500
  2690,1660 2610,1850 2480,2020 2395,2130 2350,2217`),
);

export const stationAvenueLine = smooth(points('1450,640 1445,760 1440,900 1450,1050 1475,1200 1478,1330 1470,1388'));
export const westRoadLine = smooth(points('1117,1722 1000,1705 800,1680 600,1665 432,1660'));
export const eastRoadLine = smooth(points('1655,1748 1800,1765 2050,1745 2300,1700 2550,1680 2690,1660'));
export const birdAvenueLine = smooth(points('446,1245 650,1232 880,1250 1130,1215 1300,1190 1470,1180'));
/** From the station avenue over the canal into the new quarter. */
export const southBridgeLine = smooth(points('1441,905 1520,905 1610,905 1720,930 1850,960'));

export const innerMoatStreet = offsetLine(moatLine, 11.5);
const canalOld = subLine(canalLine, 60, 850);
export const westQuayLine = offsetLine(canalOld, -12.5);
export const eastQuayLine = offsetLine(canalOld, 12.5);

/** Market square. */
export const marketSquare = points('1338,1690 1405,1676 1428,1700 1434,1762 1402,1786 1345,1780 1330,1735');

/** The former dairy on the east bank: the plan area. */
export const planArea = smooth(
  points(`1640,945 1700,950 1800,975 1845,1010 1850,1120 1800,1190 1720,1205 1640,1190 1622,1150 1640,1060`),
  3,
  true,
);
