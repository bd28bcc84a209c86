/** Buildings that are placed by hand: church, town hall, station, schools, mill, harbour and sports halls. */
import type { BuildingPart, Plot, Use } from './building.ts';
import { at, mix, move, type Path, type Point, rectangle } from './point.ts';
import {
  barrel,
  flatShape,
  gable,
  hipShape,
  profileShape,
  type Quad,
  sawTooth,
  shed,
  steepleShape,
  taperedShape,
  turned,
} from './roof.ts';

const compass = (degrees: number): Point => ({
  x: Math.sin((degrees * Math.PI) / 180),
  y: Math.cos((degrees * Math.PI) / 180),
});

/** A rectangle by the middle of its front, the direction it looks at (degrees from north), width and depth. */
function standing(x: number, y: number, looksAt: number, width: number, depth: number): Quad {
  const outward = compass(looksAt);
  // The front runs so that the building lies to its left.
  const along = { x: -outward.y, y: outward.x };
  return rectangle(move({ x, y }, along, -width / 2), along, width, depth);
}

const part = (footprint: Path, shape: BuildingPart['shape']): BuildingPart => ({ footprint, shape });

interface Facts {
  readonly name?: string;
  readonly district: string;
  readonly uses: readonly Use[];
  readonly year: number;
  readonly storeys: number;
  readonly monument?: boolean;
  readonly street?: string;
  readonly dwellings?: number;
}

function plot(parts: readonly BuildingPart[], facts: Facts): Plot {
  const [a, b] = parts[0]?.footprint ?? [];
  return {
    parts,
    district: facts.district,
    uses: facts.uses,
    dwellings: facts.dwellings ?? 0,
    storeys: facts.storeys,
    year: facts.year,
    monument: facts.monument ?? false,
    ...(facts.name ? { name: facts.name } : {}),
    ...(facts.street && a && b ? { front: { point: mix(a, b, 0.5), street: facts.street } } : {}),
  };
}

const polygon = (x: number, y: number, radius: number, sides: number): Path =>
  Array.from({ length: sides }, (_, i) =>
    at(x + radius * Math.cos((2 * Math.PI * i) / sides), y + radius * Math.sin((2 * Math.PI * i) / sides)),
  );

/** Grote Kerk: tower in the west, nave with aisles, transept, choir with a hipped end. */
function church(): Plot {
  // Along its axis, from the tower eastward; the market lies southeast of it.
  const axis = compass(84);
  const from = at(1252, 1793);
  const block = (start: number, length: number, across: number, width: number): Quad =>
    rectangle(move(from, axis, start, across - width / 2), axis, length, width);
  const tower = block(0, 8.6, 0, 8.6);
  const nave = block(8.6, 26, 0, 10);
  const choir = block(34.6, 12, 0, 9);
  const transept = (side: 1 | -1): Quad => block(24, 9, side * 9.5, 9);
  const aisle = (side: 1 | -1): Quad => block(10, 13, side * 7.6, 5.2);
  return plot(
    [
      part(tower, steepleShape(tower, 26, 47)),
      part(nave, profileShape(turned(nave), gable(11, 19))),
      part(choir, hipShape(turned(choir), 9.5, 16, 0, 0.45)),
      ...([1, -1] as const).map((side) => {
        const quad = transept(side);
        return part(quad, profileShape(quad, gable(10, 17)));
      }),
      ...([1, -1] as const).map((side) => {
        // High against the nave, low outside.
        const quad = aisle(side);
        return part(quad, profileShape(turned(quad), side === 1 ? shed(8.4, 5.2) : shed(5.2, 8.4)));
      }),
    ],
    {
      name: 'Grote Kerk',
      district: 'Oude Kern',
      uses: ['bijeenkomstfunctie'],
      year: 1648,
      storeys: 1,
      monument: true,
      street: 'Grote Markt',
    },
  );
}

function townHall(): Plot {
  const hall = standing(1376, 1679.5, 348, 22, 14);
  const lantern = standing(1375, 1673.5, 348, 3.4, 3.4);
  return plot(
    [part(hall, hipShape(turned(hall), 8.4, 14.2, 0.3, 0.3)), part(lantern, taperedShape(lantern, lantern, 17, 21))],
    {
      name: 'Raadhuis',
      district: 'Oude Kern',
      uses: ['kantoorfunctie'],
      year: 1741,
      storeys: 3,
      monument: true,
      street: 'Grote Markt',
    },
  );
}

function station(): readonly Plot[] {
  const hall = standing(1330, 543, 0, 46, 12);
  const wing = standing(1372, 543, 0, 38, 9);
  const roofs = [504, 525].map((y) => rectangle(at(1240, y), at(1, 0), 190, 5));
  return [
    plot([part(hall, profileShape(turned(hall), barrel(5, 10))), part(wing, flatShape(wing, 4.6, 0.4))], {
      name: 'Station Markerwaard',
      district: 'Stationskwartier',
      uses: ['bijeenkomstfunctie', 'winkelfunctie'],
      year: 1936,
      storeys: 2,
      monument: true,
      street: 'Stationsplein',
    }),
    ...roofs.map((quad) =>
      plot(
        [
          part(
            quad,
            profileShape(turned(quad), [
              [0, 4.6],
              [0.5, 4.1],
              [1, 4.6],
            ]),
          ),
        ],
        {
          name: 'Perronkap',
          district: 'Stationskwartier',
          uses: ['overige gebruiksfunctie'],
          year: 1936,
          storeys: 1,
        },
      ),
    ),
  ];
}

function mill(): Plot {
  const low = polygon(760, 2150, 6.2, 8);
  return plot([part(low, taperedShape(low, polygon(760, 2150, 3.4, 8), 15, 18.5))], {
    name: 'Molen De Hoop',
    district: 'Dijkkwartier',
    uses: ['overige gebruiksfunctie'],
    year: 1786,
    storeys: 5,
    monument: true,
    street: 'Molenpad',
  });
}

type Row = readonly [x: number, y: number, looksAt: number, width: number, depth: number, height: number];

const schools: readonly (Facts & { readonly wings: readonly Row[] })[] = [
  {
    name: 'Basisschool De Wadloper',
    district: 'Vogelbuurt',
    uses: ['onderwijsfunctie'],
    year: 1968,
    storeys: 2,
    street: 'Ooievaarlaan',
    wings: [
      [905, 1480, 90, 62, 14, 7],
      [884, 1480, 90, 20, 24, 4],
      [905, 1520, 90, 12, 30, 8],
    ],
  },
  {
    name: 'Basisschool Het Kompas',
    district: 'Waterrijk',
    uses: ['onderwijsfunctie'],
    year: 2001,
    storeys: 2,
    street: 'Roerpad',
    wings: [
      [2290, 1400, 180, 58, 15, 8],
      [2272, 1415, 180, 14, 26, 4.2],
      [2312, 1415, 180, 14, 26, 4.2],
    ],
  },
  {
    name: 'Zuiderzeecollege',
    district: 'Dijkkwartier',
    uses: ['onderwijsfunctie'],
    year: 1956,
    storeys: 3,
    street: 'Schoolpad',
    wings: [
      [560, 1925, 180, 84, 16, 11],
      [526, 1941, 180, 16, 34, 7.4],
      [594, 1941, 180, 16, 28, 7.4],
    ],
  },
  {
    name: 'Zorgcentrum Boerhaave',
    district: 'Stationskwartier',
    uses: ['gezondheidszorgfunctie'],
    year: 1988,
    storeys: 4,
    street: 'Vogellaan',
    wings: [
      [1225, 1266, 185, 66, 15, 13],
      [1200, 1281, 185, 15, 30, 10],
    ],
  },
  {
    name: 'Sporthal De Meerkoet',
    district: 'Vogelbuurt',
    uses: ['sportfunctie'],
    year: 1977,
    storeys: 1,
    street: 'Ringweg',
    wings: [
      [668, 1984, 0, 44, 28, 9],
      [640, 1984, 0, 12, 22, 4],
    ],
  },
];

const flatBlock = ([x, y, looksAt, width, depth, height]: Row): BuildingPart => {
  const quad = standing(x, y, looksAt, width, depth);
  return part(quad, flatShape(quad, height, 0.4));
};

/** Works in De Werf: saw-tooth and gabled halls. */
function halls(): Plot[] {
  const rows: readonly (readonly [
    x: number,
    y: number,
    width: number,
    depth: number,
    form: 'saw' | 'gable' | 'flat',
  ])[] = [
    [935, 402, 60, 46, 'saw'],
    [1010, 402, 62, 40, 'flat'],
    [1100, 400, 84, 60, 'saw'],
    [1205, 398, 66, 44, 'gable'],
    [1290, 396, 60, 44, 'flat'],
    [930, 256, 70, 48, 'gable'],
    [1015, 255, 60, 52, 'flat'],
    [1110, 252, 92, 60, 'saw'],
    [1215, 250, 72, 48, 'flat'],
    [1300, 248, 56, 44, 'gable'],
    [1430, 250, 90, 56, 'flat'],
    [1440, 400, 96, 50, 'gable'],
    [940, 120, 80, 50, 'flat'],
    [1045, 118, 74, 46, 'gable'],
    [1150, 116, 88, 56, 'saw'],
    [1262, 114, 70, 44, 'flat'],
    [790, 300, 60, 44, 'gable'],
    [790, 200, 62, 40, 'flat'],
    [790, 120, 58, 44, 'saw'],
  ];
  return rows.map(([x, y, width, depth, form], i) => {
    const quad = rectangle(at(x - width / 2, y + 14), at(1, 0), width, depth);
    const shape =
      form === 'saw'
        ? profileShape(turned(quad), sawTooth(6, 9, Math.round(depth / 9)))
        : form === 'gable'
          ? profileShape(turned(quad), gable(7, 10))
          : flatShape(quad, 8 + (i % 3), 0.5);
    const office = rectangle(at(x - width / 2 + 2, y + 8), at(1, 0), Math.min(22, width / 3), 6);
    return plot([part(quad, shape), part(office, flatShape(office, 6.6, 0.3))], {
      district: 'De Werf',
      uses: ['industriefunctie', 'kantoorfunctie'],
      year: 1971 + ((i * 7) % 41),
      storeys: 2,
      street: y > 350 ? 'Scheepswerf' : y > 200 ? 'Kraanweg' : 'Ankerweg',
    });
  });
}

/** Gallery flats, slabs in the green: width along the front, storeys of 2.9 m. */
function slabs(): Plot[] {
  const rows: readonly (readonly [
    x: number,
    y: number,
    looksAt: number,
    width: number,
    storeys: number,
    street: string,
    district: string,
  ])[] = [
    [1040, 760, 180, 70, 5, 'Zwaluwlaan', 'Vogelbuurt'],
    [1040, 845, 180, 70, 5, 'Zwaluwlaan', 'Vogelbuurt'],
    [1040, 930, 180, 70, 5, 'Zwaluwlaan', 'Vogelbuurt'],
    [1040, 1115, 180, 62, 10, 'Zwaluwlaan', 'Vogelbuurt'],
    [1055, 1172, 180, 62, 10, 'Vogellaan', 'Vogelbuurt'],
    [1700, 735, 165, 60, 6, 'Zuiderbrug', 'Waterrijk'],
    [1740, 830, 165, 60, 6, 'Zuiderbrug', 'Waterrijk'],
    [1512, 700, 90, 40, 12, 'Stationslaan', 'Stationskwartier'],
  ];
  return rows.map(([x, y, looksAt, width, storeys, street, district]) => {
    const quad = standing(x, y, looksAt, width, 11);
    const stairs = standing(x + (looksAt === 90 ? 0 : -width / 2 - 2.2), y, looksAt, 4.4, 7);
    const parts = [part(quad, flatShape(quad, storeys * 2.9, 0.4))];
    if (looksAt !== 90) parts.push(part(stairs, flatShape(stairs, storeys * 2.9 + 2.6)));
    return plot(parts, {
      district,
      uses: ['woonfunctie'],
      year: district === 'Vogelbuurt' ? 1969 : 2004,
      storeys,
      dwellings: storeys * Math.floor(width / 7.4),
      street,
    });
  });
}

/** What still stands of the dairy De Eendracht: its hall with the boiler house and chimney. The plan takes it away. */
export function dairy(): Plot {
  const hall = standing(1680, 1039.4, 260, 58, 34);
  const boilers = standing(1688, 1083, 260, 15, 12);
  const foot = polygon(1703, 1092, 1.7, 10);
  return plot(
    [
      part(hall, profileShape(turned(hall), sawTooth(6, 9.5, 4))),
      part(boilers, profileShape(turned(boilers), gable(6.5, 10))),
      part(foot, taperedShape(foot, polygon(1703, 1092, 1.1, 10), 27, 27.6)),
    ],
    { name: 'Zuivelfabriek De Eendracht', district: 'Waterrijk', uses: ['industriefunctie'], year: 1934, storeys: 1 },
  );
}

export function listLandmarks(): Plot[] {
  return [
    church(),
    townHall(),
    ...station(),
    mill(),
    ...schools.map(({ wings, ...facts }) => plot(wings.map(flatBlock), facts)),
    ...halls(),
    ...slabs(),
  ];
}
