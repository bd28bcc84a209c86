/** Where trees stand: rows along streets and water, groups in parks, woods, gardens and on farms. */
import { type Area, boxOf, grow, type Polygon } from './area.ts';
import { lineLength, stationAt } from './curve.ts';
import { type Park, parks } from './landscape.ts';
import { centre, isInside, move, type Path, type Point } from './point.ts';
import type { Random } from './random.ts';
import type { Occupancy } from './raster.ts';
import { type SpeciesName, speciesOf } from './species.ts';
import { halfWidth, type Street, type StreetClass } from './street.ts';

export interface Tree {
  readonly point: Point;
  readonly species: string;
  /** Metres. */
  readonly height: number;
  readonly crown: number;
  readonly year: number;
}

interface Row {
  readonly species: readonly SpeciesName[];
  readonly spacing: number;
  /** Metres from the edge of the street's profile, negative inside it. */
  readonly beside: number;
  readonly youth: number;
}

const rows: Partial<Record<StreetClass, Row>> = {
  ring: { species: ['ash', 'cottonwood', 'oak'], spacing: 12, beside: -1.6, youth: 0.8 },
  avenue: { species: ['lime', 'plane'], spacing: 11, beside: -5, youth: 0.95 },
  street: { species: ['maple', 'pear', 'cherry', 'fieldMaple'], spacing: 19, beside: -2.9, youth: 0.85 },
  home: { species: ['pear', 'cherry'], spacing: 24, beside: -0.6, youth: 0.9 },
  quay: { species: ['elm', 'lime'], spacing: 9.5, beside: -1.1, youth: 1 },
  works: { species: ['birch', 'alder'], spacing: 22, beside: -2.5, youth: 0.8 },
  country: { species: ['poplar', 'ash', 'oak'], spacing: 11, beside: -1, youth: 1 },
};

const parkMix: readonly (readonly [SpeciesName, number])[] = [
  ['oak', 3],
  ['beech', 2],
  ['lime', 2],
  ['chestnut', 2],
  ['maple', 2],
  ['birch', 2],
  ['weeping', 0.6],
  ['pine', 0.7],
];
const woodMix: readonly (readonly [SpeciesName, number])[] = [
  ['oak', 3],
  ['alder', 3],
  ['birch', 2],
  ['ash', 1],
  ['spruce', 0.8],
];
const gardenMix: readonly (readonly [SpeciesName, number])[] = [
  ['apple', 3],
  ['cherry', 3],
  ['birch', 2],
  ['fieldMaple', 2],
  ['pear', 1],
  ['spruce', 0.4],
];

const courtMix: readonly (readonly [SpeciesName, number])[] = [
  ['apple', 3],
  ['pear', 2],
  ['cherry', 2],
  ['fieldMaple', 2],
  ['chestnut', 0.5],
  ['lime', 0.5],
];

export interface PlantingPlan {
  readonly streets: readonly Street[];
  readonly gardens: readonly Path[];
  readonly farmYards: readonly Path[];
  readonly ditches: readonly Path[];
  /** Squares with a ring of limes. */
  readonly squares: readonly Path[];
  /** Back gardens of the old town, and greens between the rows of the later districts. */
  readonly courtyards: readonly Polygon[];
  readonly greens: readonly Polygon[];
  /** What a trunk must not stand in: buildings, carriageways, water, rails. */
  readonly hard: Occupancy;
}

const isOutside = (p: Point, holes: readonly Path[]) => !holes.some((hole) => isInside(p, hole));
/** Loose groups: over about half of the ground. */
const isInGroup = (p: Point) => Math.sin(p.x / 23 + p.y / 61) * Math.cos(p.y / 19 - p.x / 47) > -0.05;

export function plantTrees(
  { streets, gardens, farmYards, ditches, squares, courtyards, greens, hard }: PlantingPlan,
  random: Random,
): Tree[] {
  const trees: Tree[] = [];
  const spots = new Set<string>();

  function plant(point: Point, name: SpeciesName, youth = 1): boolean {
    const box = (size: number): Area => [
      [
        { x: point.x - size, y: point.y - size },
        { x: point.x + size, y: point.y - size },
        { x: point.x + size, y: point.y + size },
        { x: point.x - size, y: point.y + size },
      ],
    ];
    // Two trees never share a cell of 3 m.
    const spot = `${Math.round(point.x / 3)} ${Math.round(point.y / 3)}`;
    if (spots.has(spot) || !hard.isFree(box(1.1))) return false;
    spots.add(spot);
    const { name: species, height, crown } = speciesOf(name);
    const tall = random.between(...height) * youth * random.between(0.88, 1.08);
    const wide = tall * crown * random.between(0.85, 1.12);
    trees.push({
      point,
      species,
      height: Math.round(tall * 10) / 10,
      crown: Math.round(wide * 10) / 10,
      year: 2026 - Math.round((tall / height[1]) * random.between(35, 80)),
    });
    return true;
  }

  function plantRow(line: Path, across: number, spacing: number, names: SpeciesName, youth: number) {
    const total = lineLength(line);
    for (let along = random.between(2, spacing); along < total - 2; along += spacing * random.between(0.9, 1.12)) {
      const { point, direction } = stationAt(line, along);
      if (!random.chance(0.06)) plant(move(point, direction, 0, across), names, youth);
    }
  }

  function scatter(
    ring: Path,
    spacing: number,
    names: readonly (readonly [SpeciesName, number])[],
    keep: (p: Point) => boolean,
  ) {
    const box = boxOf([ring]);
    for (let y = box.south; y < box.north; y += spacing) {
      for (let x = box.west; x < box.east; x += spacing) {
        const point = { x: x + random.between(0, spacing), y: y + random.between(0, spacing) };
        const name = random.weighted(names);
        if (isInside(point, ring) && keep(point)) plant(point, name, random.between(0.75, 1));
      }
    }
  }

  for (const street of streets) {
    const row = rows[street.class];
    if (!row) continue;
    const name = row.species[street.name.length % row.species.length] as SpeciesName;
    for (const side of [1, -1])
      plantRow(street.line, side * (halfWidth(street) + row.beside), row.spacing, name, row.youth);
  }
  for (const park of parks) plantPark(park);
  function plantPark(park: Park) {
    for (const ring of park.woods) scatter(ring, 6, woodMix, () => true);
    // Meadows stay open: trees stand in loose groups.
    scatter(park.outline, 15, parkMix, (p) => Math.sin(p.x / 37 + park.name.length) * Math.cos(p.y / 29) > -0.25);
  }
  for (const ring of gardens) {
    const middle = centre(ring);
    const back = ring[2] as Point;
    if (random.chance(0.42))
      plant({ x: (middle.x + back.x) / 2, y: (middle.y + back.y) / 2 }, random.weighted(gardenMix), 0.85);
  }
  for (const ring of farmYards) {
    const edge = grow([ring], -2.5)[0];
    if (edge) plantRow([...edge, edge[0] as Point], 0, 8, random.pick(['ash', 'oak', 'poplar', 'alder'] as const), 0.9);
  }
  for (const ring of squares) {
    const edge = grow([ring], -7)[0];
    if (edge) plantRow([...edge, edge[0] as Point], 0, 9, 'lime', 0.8);
  }
  for (const { outer, holes } of courtyards) scatter(outer, 13, courtMix, (p) => isOutside(p, holes));
  for (const { outer, holes } of greens) scatter(outer, 19, parkMix, (p) => isInGroup(p) && isOutside(p, holes));
  // Pollard willows along some of the ditches.
  for (const [i, line] of ditches.entries()) if (i % 5 === 2) plantRow(line, 2.6, 14, 'willow', 1);
  return trees;
}
