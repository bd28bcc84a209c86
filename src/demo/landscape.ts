/** Parks, sports grounds, woods and fields of the detailed extent: hand-drawn outlines in the town frame. */
import { type Area, boxArea, intersect, strip, unite, without } from './area.ts';
import { smooth } from './curve.ts';
import { fan, fanDistrict } from './district-streets.ts';
import type { GroundPatch } from './ground.ts';
import { divideLand, listRunsInside, type PolderLand } from './parcels.ts';
import { at, type Path, type Point, points, rectangle } from './point.ts';
import type { Random } from './random.ts';
import { dikeLine, railLine, ringLine } from './skeleton.ts';
import { townExtent } from './terrain.ts';

const ellipse = (x: number, y: number, rx: number, ry: number, wobble = 0.12): Path =>
  smooth(
    Array.from({ length: 10 }, (_, i): Point => {
      const angle = (2 * Math.PI * i) / 10;
      const radius = 1 + wobble * Math.sin(i * 2.4 + x);
      return { x: x + rx * radius * Math.cos(angle), y: y + ry * radius * Math.sin(angle) };
    }),
    4,
    true,
  );

export interface Park {
  readonly name: string;
  readonly outline: Path;
  readonly ponds: readonly Path[];
  readonly paths: readonly Path[];
  readonly woods: readonly Path[];
}

export const parks: readonly Park[] = [
  {
    name: 'Kerkhof',
    outline: ellipse(1278, 1797, 44, 33, 0.05),
    ponds: [],
    paths: [ellipse(1276, 1797, 34, 21, 0)],
    woods: [],
  },
  {
    name: 'Stadspark',
    outline: smooth(
      points(`1128,1300 1136,1240 1290,1206 1455,1196 1462,1372 1340,1408 1222,1478 1150,1580 1122,1560
  1120,1400`),
      4,
      true,
    ),
    ponds: [ellipse(1300, 1330, 62, 30, 0.2)],
    paths: [
      smooth(points('1124,1500 1200,1440 1240,1370 1330,1375 1400,1340 1455,1290')),
      smooth(points('1240,1370 1232,1310 1300,1285 1370,1300 1400,1340')),
      smooth(points('1150,1262 1190,1330 1240,1370')),
    ],
    woods: [ellipse(1170, 1500, 24, 46), ellipse(1420, 1245, 26, 20)],
  },
  {
    name: 'Singelpark',
    outline: smooth(points('1490,1210 1550,1285 1552,1380 1492,1382 1486,1300'), 4, true),
    ponds: [],
    paths: [smooth(points('1488,1240 1520,1300 1515,1380'))],
    woods: [],
  },
  {
    name: 'Vogelpark',
    outline: ellipse(790, 1475, 165, 62),
    ponds: [ellipse(760, 1478, 58, 22, 0.2)],
    paths: [
      smooth(points('640,1450 700,1440 790,1440 850,1470 940,1500')),
      smooth(points('680,1515 760,1512 850,1470 880,1425')),
    ],
    woods: [ellipse(890, 1462, 26, 18)],
  },
  {
    name: 'Flatpark',
    outline: points('985,700 1125,690 1124,1195 985,1215'),
    ponds: [ellipse(1052, 1015, 40, 20, 0.2)],
    paths: [smooth(points('1000,705 1012,850 1004,1000 1020,1200'))],
    woods: [],
  },
  {
    name: 'Zuiderpark',
    outline: smooth(points('1640,672 1850,680 1846,930 1740,900 1660,880 1630,780'), 4, true),
    ponds: [ellipse(1690, 790, 30, 40, 0.2)],
    paths: [smooth(points('1640,690 1720,780 1730,880')), smooth(points('1720,780 1846,760'))],
    woods: [ellipse(1800, 800, 30, 50)],
  },
  {
    name: 'Vissenplantsoen',
    outline: ellipse(2290, 1418, 120, 36, 0.05),
    ponds: [],
    paths: [smooth(points('2180,1425 2290,1440 2400,1425'))],
    woods: [],
  },
];

/** Rings of water in the newest district, between its arcs of houses. */
const waterArcs: readonly Path[] = [287, 470, 653].map((radius) =>
  Array.from({ length: 181 }, (_, i): Point => {
    const angle = Math.PI + (Math.PI * i) / 180;
    return { x: fan.x + radius * Math.cos(angle), y: fan.y + radius * Math.sin(angle) };
  }),
);
export const arcWater: Area = intersect(unite(...waterArcs.map((line) => strip(line, 6.5))), [fanDistrict]);

const pitches: readonly Path[] = [500, 592, 684].map((x) => rectangle(at(x - 33, 1988), at(1, 0), 66, 102));

/** Pier heads of the harbour outside the dike, as lines of stone. */
export const piers: readonly Path[] = [
  smooth(points('1440,2256 1430,2320 1455,2390 1520,2430')),
  smooth(points('1700,2256 1712,2330 1680,2400 1600,2438')),
];

const south = boxArea({ west: 0, south: 0, east: 3000, north: 640 });

function listFields(random: Random): PolderLand[] {
  const town: Area = [[...ringLine, ...dikeLine.filter((p) => p.x > 341 && p.x < 2350).reverse()]];
  const works = boxArea({ west: 690, south: 40, east: 1560, north: 640 });
  const polder = without(without(without(townExtent, town), works), strip(dikeLine, 30));
  const zones = [
    {
      area: intersect(polder, boxArea({ west: 0, south: 640, east: 600, north: 2500 })),
      ditchesRun: 91,
      spacing: 74,
      length: 620,
    },
    {
      area: intersect(polder, boxArea({ west: 2300, south: 640, east: 3000, north: 2500 })),
      ditchesRun: 88,
      spacing: 80,
      length: 700,
    },
    {
      area: intersect(
        without(polder, boxArea({ west: 0, south: 640, east: 600, north: 2500 })),
        boxArea({ west: 0, south: 0, east: 1600, north: 800 }),
      ),
      ditchesRun: 2,
      spacing: 68,
      length: 480,
    },
    {
      area: intersect(polder, boxArea({ west: 1600, south: 0, east: 3000, north: 640 })),
      ditchesRun: 1,
      spacing: 66,
      length: 330,
    },
  ];
  return zones.map((zone) => {
    const { patches, ditches } = divideLand({ ...zone, halfDitch: 1.3 }, random);
    return { patches, ditches: ditches.flatMap((line) => listRunsInside(line, zone.area)) };
  });
}

export interface Landscape {
  /** Taken before houses are placed. */
  readonly reserved: Area;
  /** Ranked above streets (water) and below them (green), each first come first served. */
  readonly water: readonly GroundPatch[];
  readonly green: readonly GroundPatch[];
  readonly ponds: readonly Area[];
  readonly ditches: readonly Path[];
}

export function drawLandscape(random: Random): Landscape {
  const fields = listFields(random);
  const ponds = parks.flatMap((park) => park.ponds.map((ring): Area => [ring]));
  const allotments = boxArea({ west: 448, south: 1688, east: 600, north: 1782 });
  const cemetery = boxArea({ west: 622, south: 1692, east: 795, north: 1782 });
  const sportpark = boxArea({ west: 440, south: 1960, east: 760, north: 2105 });
  const schoolyard = boxArea({ west: 510, south: 1812, east: 620, north: 1962 });
  const stationSquare: Area = [points('1228,545 1452,545 1452,636 1228,636')];
  const workYards = intersect(boxArea({ west: 700, south: 60, east: 1545, north: 500 }), south);
  return {
    reserved: unite(
      ...parks.map((park): Area => [park.outline]),
      allotments,
      cemetery,
      sportpark,
      schoolyard,
      stationSquare,
      workYards,
      arcWater,
      [rectangle(at(870, 1462), at(1, 0), 40, 84)],
    ),
    water: [
      ...ponds.map(
        (area, i): GroundPatch => ({ kind: 'pond', area, name: `vijver ${i + 1}`, extra: { waterpeil: -4.9 } }),
      ),
      { kind: 'water', area: arcWater, extra: { waterpeil: -4.9 } },
      ...fields.flatMap(({ patches }) => patches.filter(({ kind }) => kind === 'ditch')),
    ],
    green: [
      ...parks.flatMap((park): GroundPatch[] => [
        ...park.paths.map((line): GroundPatch => ({ kind: 'pathway', area: strip(line, 1.3), name: park.name })),
        ...park.woods.map((ring): GroundPatch => ({ kind: 'wood', area: [ring], name: park.name })),
        { kind: 'green', area: [park.outline], name: park.name },
      ]),
      ...pitches.map((ring): GroundPatch => ({ kind: 'sport', area: [ring], name: 'Sportpark' })),
      { kind: 'green', area: sportpark, name: 'Sportpark' },
      { kind: 'allotment', area: allotments, name: 'Ons Genoegen' },
      { kind: 'cemetery', area: cemetery, name: 'Rustoord' },
      { kind: 'yard', area: schoolyard },
      { kind: 'square', area: stationSquare, name: 'Stationsplein' },
      { kind: 'industry', area: without(workYards, strip(railLine, 14)), name: 'De Werf' },
      ...fields.flatMap(({ patches }) => patches.filter(({ kind }) => kind !== 'ditch')),
    ],
    ponds,
    ditches: fields.flatMap(({ ditches }) => ditches),
  };
}
