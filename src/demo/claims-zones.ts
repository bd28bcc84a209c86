/** What law and registers reserve already: dike and water, trees and parks, safety, noise, heritage. Drawn from the town's own lines. */
import { type Area, boxArea, boxOf, doBoxesMeet, grow, intersect, unite, without } from './area.ts';
import { band, type ClaimSketch, circle, type KeepClear, simplify } from './claim-sketch.ts';
import { lineLength, nearestOn, offsetLine, subLine } from './curve.ts';
import { arcWater, parks } from './landscape.ts';
import { at, type Path, points } from './point.ts';
import { canalLine, canalWidth, dikeLine, moatLine, moatWidth, railLine } from './skeleton.ts';
import { halfWidth, isDriven, type Street } from './street.ts';
import { levels, townExtent } from './terrain.ts';

/** Parts of a line between two places along it, as long as each other. */
export function cutLine(line: Path, from: number, until: number, parts: number): Path[] {
  const step = (until - from) / parts;
  return Array.from({ length: parts }, (_, i) => subLine(line, from + i * step, from + (i + 1) * step));
}

export const rect = (west: number, south: number, width: number, depth: number): Area =>
  boxArea({ west, south, east: west + width, north: south + depth });

function drawDike(): ClaimSketch[] {
  const along = (x: number) => nearestOn(dikeLine, at(x, 2200)).along;
  const facts = {
    theme: 'water',
    hardness: 'hard',
    holder: 'Waterschap Markerwaard (fictief)',
    status: 'vastgesteld',
    accuracyM: 0.5,
    priority: 1,
  } as const;
  const cut = (area: Area) => intersect(area, townExtent);
  const sections = cutLine(dikeLine, along(0), along(3000), 7);
  return [
    ...sections.map(
      (line, i): ClaimSketch => ({
        ...facts,
        group: 'KRN',
        name: `Kernzone Markerdijk, vak ${i + 1}`,
        area: cut(band(line, 14)),
        heights: ['nap', -8, levels.dike + 1],
        basis: ['legger', 'Waterschapsverordening (verzonnen), artikel 3.1'],
      }),
    ),
    ...sections.map(
      (line, i): ClaimSketch => ({
        ...facts,
        group: 'BSZ',
        name: `Beschermingszone Markerdijk, vak ${i + 1}`,
        area: cut([27, -27].flatMap((across) => band(offsetLine(line, across), 13))),
        heights: ['nap', -12, 2],
        basis: ['legger', 'Waterschapsverordening (verzonnen), artikel 3.2'],
      }),
    ),
    ...cutLine(dikeLine, along(0), along(3000), 2).map(
      (line, i): ClaimSketch => ({
        ...facts,
        group: 'PVR',
        name: `Ruimte voor een hogere dijk, ${['west', 'oost'][i]}`,
        hardness: 'soft',
        area: cut(band(line, 20)),
        heights: ['nap', levels.dike, levels.dike + 2.5],
        basis: ['profiel van vrije ruimte', 'Legger (verzonnen), bijlage 4'],
        validFrom: '2040-01-01',
      }),
    ),
  ];
}

function drawWaters(): ClaimSketch[] {
  const facts = {
    group: 'LWA',
    theme: 'water',
    hardness: 'hard',
    heights: ['nap', -6.4, levels.polderWater + 0.4],
    basis: ['legger', 'Legger oppervlaktewater (verzonnen)'],
    holder: 'Waterschap Markerwaard (fictief)',
    accuracyM: 0.3,
    priority: 1,
  } as const;
  const canal = cutLine(canalLine, 60, nearestOn(canalLine, at(1600, 5)).along, 4);
  const ponds = parks.flatMap(({ name, ponds: rings }) => rings.map((ring) => ({ name, ring })));
  return [
    ...canal.map(
      (line, i): ClaimSketch => ({ ...facts, name: `Gracht, vak ${i + 1}`, area: band(line, canalWidth / 2) }),
    ),
    { ...facts, name: 'Binnensingel', area: without(band(moatLine, moatWidth / 2), band(canalLine, canalWidth / 2)) },
    { ...facts, name: 'Waterringen Waterrijk', area: arcWater },
    ...ponds.map(({ name, ring }): ClaimSketch => ({ ...facts, name: `Vijver ${name}`, area: [ring] })),
  ];
}

/** Rows of trees along avenues: crown and roots; roots and pipes that lie there already keep clear of each other. */
function drawTrees(streets: readonly Street[], keepClear: KeepClear): ClaimSketch[] {
  const rows = streets
    .filter(({ class: kind }) => kind === 'avenue')
    .flatMap((street) => [1, -1].map((side) => ({ street, offset: side * 3.9, half: 0.9 })));
  const lanes = ['Lindenlaan', 'Kastanjelaan', 'Beukenlaan', 'Esdoornlaan', 'Iepenlaan', 'Polderlaan', 'Ooievaarlaan']
    .flatMap((name) => streets.filter((street) => street.name === name))
    .map((street) => ({ street, offset: 3.6, half: 0.8 }));
  const ring = streets.filter(({ class: kind }) => kind === 'ring');
  const verges = ring.flatMap((street) =>
    cutLine(street.line, 250, lineLength(street.line) - 250, 4).map((line, i) => ({
      street: { ...street, name: `${street.name}, deel ${i + 1}`, line },
      offset: 4.8,
      half: 1.2,
    })),
  );
  const roads = streets.filter(isDriven).map((street) => {
    const area = band(street.line, halfWidth(street));
    return { name: street.name, area, box: boxOf(area) };
  });
  function listRow(street: Street, offset: number, half: number): Area {
    const row = band(offsetLine(street.line, offset), half);
    const box = boxOf(row);
    const crossing = roads.filter((road) => !street.name.startsWith(road.name) && doBoxesMeet(road.box, box));
    return without(
      keepClear(row),
      crossing.flatMap((road) => road.area),
    );
  }
  return [...rows, ...verges, ...lanes].map(
    ({ street, offset, half }): ClaimSketch => ({
      group: 'BOM',
      name: `Bomenrij ${street.name}${offset < 0 ? ', rechts' : ''}`,
      theme: 'green',
      hardness: 'hard',
      area: listRow(street, offset, half),
      heights: ['ground', -1.2, 14],
      basis: ['bomenverordening', 'Lijst van waardevolle bomen (verzonnen)'],
      holder: 'Gemeente Markerwaard, groenbeheer',
      combinableWith: ['noise'],
      accuracyM: 0.3,
    }),
  );
}

const drawParks = (): ClaimSketch[] =>
  parks.map(({ name, outline }) => ({
    group: 'PRK',
    name,
    theme: 'green',
    hardness: 'hard',
    area: [outline],
    heights: ['ground', 0, 18],
    basis: ['omgevingsplan', 'artikel 8 (Groen)'],
    holder: 'Gemeente Markerwaard, groenbeheer',
    accuracyM: 0.5,
    priority: 2,
  }));

type Contour = readonly [name: string, x: number, y: number, radius: number];
const risks: readonly Contour[] = [
  ['Plaatsgebonden risico vulpunt LPG Handelsweg', 850, 620, 35],
  ['Plaatsgebonden risico koelinstallatie Scheepswerf', 1470, 425, 45],
  ['Plaatsgebonden risico gasontvangststation', 2230, 600, 20],
];
const attentions: readonly Contour[] = [
  ['Brandaandachtsgebied vulpunt LPG', 850, 620, 60],
  ['Brandaandachtsgebied gasontvangststation', 2230, 600, 40],
];

function drawSafety(): ClaimSketch[] {
  const holder = 'Omgevingsdienst (fictief)';
  const rail = cutLine(railLine, nearestOn(railLine, at(0, 575)).along, nearestOn(railLine, at(3000, 560)).along, 2);
  return [
    ...risks.map(
      ([name, x, y, radius]): ClaimSketch => ({
        group: 'PRC',
        name,
        theme: 'safety',
        hardness: 'hard',
        area: circle(x, y, radius),
        heights: ['ground', -3, 30],
        basis: ['register externe veiligheid', 'Besluit kwaliteit leefomgeving, artikel 5.7'],
        holder,
        accuracyM: 1,
        priority: 1,
      }),
    ),
    ...attentions.map(
      ([name, x, y, radius]): ClaimSketch => ({
        group: 'AAG',
        name,
        theme: 'safety',
        hardness: 'soft',
        area: circle(x, y, radius),
        heights: ['ground', 0, 30],
        basis: ['register externe veiligheid', 'Besluit kwaliteit leefomgeving, artikel 5.12'],
        holder,
        accuracyM: 2,
      }),
    ),
    ...rail.map(
      (line, i): ClaimSketch => ({
        group: 'BNT',
        name: `Brandaandachtsgebied spoor, ${['west', 'oost'][i]}`,
        theme: 'safety',
        hardness: 'soft',
        area: band(line, 30),
        heights: ['ground', 0, 20],
        basis: ['basisnet', 'Regeling basisnet (verzonnen ligging)'],
        holder: 'Spoorbeheerder',
        accuracyM: 2,
      }),
    ),
    {
      group: 'HEL',
      name: 'Aanvliegroute helikopter ziekenhuis',
      theme: 'safety',
      hardness: 'hard',
      area: band(points('1225,1290 1420,850 1540,560'), 30),
      heights: ['nap', 28, 60],
      basis: ['luchthavenbesluit', 'artikel 4 (verzonnen)'],
      holder: 'Zorgcentrum Boerhaave',
      accuracyM: 2,
      priority: 1,
    },
    ...[points('2250,0 2240,330 2230,585'), points('2265,322 2600,312 3000,320')].map(
      (line, i): ClaimSketch => ({
        group: 'HTL',
        name: `Hogedrukgasleiding met belemmeringengebied, ${['oost', 'west'][i]}`,
        theme: 'underground',
        hardness: 'hard',
        line,
        diameterM: 0.4,
        bufferM: 4,
        heights: ['nap', -7.5, -5],
        basis: ['omgevingsplan', 'artikel 31 (Belemmeringengebied buisleiding)'],
        holder: 'Landelijk netbeheerder gas',
        accuracyM: 0.3,
        priority: 1,
        combinableWith: ['mobility', 'safety', 'noise'],
      }),
    ),
  ];
}

function drawNoise(streets: readonly Street[]): ClaimSketch[] {
  const facts = {
    group: 'GEL',
    theme: 'noise',
    hardness: 'hard',
    basis: ['geluidregister', 'Besluit kwaliteit leefomgeving, artikel 3.20'],
    accuracyM: 5,
  } as const;
  const rail = cutLine(railLine, nearestOn(railLine, at(0, 575)).along, nearestOn(railLine, at(3000, 560)).along, 3);
  const ring = streets.filter(({ class: kind }) => kind === 'ring');
  const roads = ring.flatMap(({ line }) => cutLine(line, 250, lineLength(line) - 250, 4));
  return [
    ...rail.map(
      (line, i): ClaimSketch => ({
        ...facts,
        name: `Geluidaandachtsgebied spoor, deel ${i + 1}`,
        area: band(line, 90),
        heights: ['ground', 0, 25],
        holder: 'Spoorbeheerder',
      }),
    ),
    ...roads.map(
      (line, i): ClaimSketch => ({
        ...facts,
        name: `Geluidaandachtsgebied Ringweg, deel ${i + 1}`,
        area: band(line, 45),
        heights: ['ground', 0, 15],
        holder: 'Gemeente Markerwaard, wegbeheer',
      }),
    ),
    {
      ...facts,
      name: 'Geluidzone bedrijventerrein De Werf',
      area: grow(rect(730, 80, 800, 400), 60),
      heights: ['ground', 0, 30],
      holder: 'Omgevingsdienst (fictief)',
    },
  ];
}

const core: Area = unite([[...simplify(moatLine), ...simplify(subLine(canalLine, 60, 860)).toReversed()]]);
const canalQuarter: Area = [points('1600,1405 1725,1400 1745,1758 1728,1950 1742,2140 1560,2150 1545,1950 1590,1640')];

const monuments: readonly (readonly [name: string, area: Area, height: number])[] = [
  ['Grote Kerk', rect(1250, 1778, 52, 34), 48],
  ['Raadhuis', rect(1366, 1662, 22, 13), 22],
  ['Station Markerwaard', rect(1306, 530, 86, 14), 10],
  ['Molen De Hoop', circle(760, 2150, 7), 19],
  ['Zuivelfabriek De Eendracht', rect(1661, 1009, 40, 64), 10],
];

function drawHeritage(): ClaimSketch[] {
  const facts = { theme: 'heritage', hardness: 'hard', holder: 'Gemeente Markerwaard, erfgoed', accuracyM: 1 } as const;
  const farms: readonly (readonly [number, number])[] = [
    [2210, 420],
    [2780, 410],
    [180, 1580],
  ];
  return [
    ...[
      ['Archeologie oude kern', core] as const,
      ['Archeologie Overgracht', canalQuarter] as const,
      ...farms.map(([x, y], i) => [`Archeologie boerderijplaats ${i + 1}`, circle(x, y, 45)] as const),
    ].map(
      ([name, area]): ClaimSketch => ({
        ...facts,
        group: 'ARC',
        name,
        area,
        heights: ['ground', -6, -0.4],
        basis: ['omgevingsplan', 'artikel 22 (Waarde – Archeologie)'],
      }),
    ),
    {
      ...facts,
      group: 'BSG',
      name: 'Beschermd stadsgezicht',
      area: unite(core, grow(canalQuarter, 2)),
      heights: ['ground', 0, 30],
      basis: ['beschermd stadsgezicht', 'Aanwijzing (verzonnen)'],
      holder: 'Rijksdienst voor het Cultureel Erfgoed',
      combinableWith: ['mobility'],
    },
    ...monuments.map(
      ([name, area, height]): ClaimSketch => ({
        ...facts,
        group: 'MON',
        name: `Monument ${name}`,
        area,
        heights: ['ground', -1, height],
        basis: ['monumentenregister', 'Erfgoedverordening (verzonnen), artikel 9'],
        priority: 1,
      }),
    ),
    {
      ...facts,
      group: 'BIO',
      name: 'Molenbiotoop De Hoop',
      area: without(circle(760, 2150, 200), circle(760, 2150, 10)),
      heights: ['ground', 8, 60],
      basis: ['omgevingsverordening', 'artikel 6.3 (verzonnen)'],
      accuracyM: 2,
    },
  ];
}

export const drawZones = (streets: readonly Street[], keepClear: KeepClear): ClaimSketch[] => [
  ...drawDike(),
  ...drawWaters(),
  ...drawTrees(streets, keepClear),
  ...drawParks(),
  ...drawSafety(),
  ...drawNoise(streets),
  ...drawHeritage(),
];
