/**
 * Cables and pipes under the streets, side by side and at customary depths (after the order of NEN 7171-1): data and electricity shallow under the
 * pavement, gas and water deeper, the sewer deepest in the middle. Levels are in m NAP, as a survey gives them. Where two would meet, the later
 * goes deeper, and a branch ends at the main that it joins.
 */
import { grow, strip, unite } from './area.ts';
import type { ClaimSketch } from './claim-sketch.ts';
import { lineLength, offsetLine, resample } from './curve.ts';
import { arcWater, parks } from './landscape.ts';
import type { Path, Point } from './point.ts';
import { burn, type Grid } from './raster.ts';
import { canalLine, canalWidth, moatLine, moatWidth } from './skeleton.ts';
import { halfWidth, type Street, type StreetClass } from './street.ts';

type GroundAt = (p: Point) => number;

interface Network {
  readonly group: string;
  readonly title: string;
  readonly holder: string;
  /** Metres left of the street's middle. */
  readonly offset: (half: number) => number;
  /** Metres below the lowest ground along it: top and bottom of what it needs. */
  readonly depth: readonly [top: number, bottom: number];
  readonly diameterM: number;
  readonly bufferM: number;
  /** Metres: shorter streets have it too, but are left out of the demo. */
  readonly shortest: number;
  readonly classes: readonly StreetClass[];
  readonly has?: (street: Street) => boolean;
  readonly accuracyM: number;
}

const local: readonly StreetClass[] = ['street', 'home', 'lane', 'quay', 'works', 'avenue'];
const isNewest = ({ district }: Street) => district === 'Waterrijk';

const networks: readonly Network[] = [
  {
    group: 'RIO',
    title: 'Riool',
    holder: 'Gemeente Markerwaard, riolering',
    offset: () => 0,
    depth: [1.95, 2.75],
    diameterM: 0.5,
    bufferM: 0.5,
    shortest: 500,
    classes: local,
    accuracyM: 0.2,
  },
  {
    group: 'WAT',
    title: 'Waterleiding',
    holder: 'Drinkwaterbedrijf',
    offset: (half) => 1.3 - half,
    depth: [1.4, 1.6],
    diameterM: 0.2,
    bufferM: 0.3,
    shortest: 330,
    classes: local,
    accuracyM: 0.2,
  },
  {
    group: 'GAS',
    title: 'Gasleiding lage druk',
    holder: 'Netbeheerder gas',
    offset: (half) => half - 1.5,
    depth: [1.05, 1.2],
    diameterM: 0.16,
    bufferM: 0.3,
    shortest: 520,
    classes: local,
    has: (street) => !isNewest(street),
    accuracyM: 0.2,
  },
  {
    group: 'WRM',
    title: 'Warmteleiding',
    holder: 'Warmtebedrijf',
    offset: (half) => half - 1.7,
    depth: [0.95, 1.35],
    diameterM: 0.5,
    bufferM: 0.3,
    shortest: 500,
    classes: ['street'],
    has: isNewest,
    accuracyM: 0.2,
  },
  {
    group: 'MSP',
    title: 'Middenspanningskabel',
    holder: 'Netbeheerder elektriciteit',
    offset: (half) => 0.6 - half,
    depth: [0.88, 0.99],
    diameterM: 0.11,
    bufferM: 0.25,
    shortest: 400,
    classes: ['avenue', 'ring', 'works'],
    accuracyM: 0.15,
  },
  {
    group: 'LSP',
    title: 'Laagspanningskabel',
    holder: 'Netbeheerder elektriciteit',
    offset: (half) => half - 0.9,
    depth: [0.66, 0.82],
    diameterM: 0.08,
    bufferM: 0.25,
    shortest: 600,
    classes: local,
    accuracyM: 0.15,
  },
  {
    group: 'DAT',
    title: 'Glasvezel',
    holder: 'Telecombedrijf',
    offset: (half) => half - 0.4,
    depth: [0.45, 0.6],
    diameterM: 0.04,
    bufferM: 0.2,
    shortest: 640,
    classes: local,
    accuracyM: 0.15,
  },
];

const STEP = 3;
const CELL = 4;
/** Two lines sampled every three metres that cross have points nearer than this. */
const NEAR = 2.6;

/** A pipe that lies, with its levels. */
interface Laid {
  readonly group: string;
  readonly top: number;
  readonly bottom: number;
}

/** What lies where, in cells: finding the neighbours of a point is looking in nine of them. */
function createGroundBook() {
  const cells = new Map<number, { readonly x: number; readonly y: number; readonly laid: Laid }[]>();
  const keyOf = (x: number, y: number) => Math.floor(x / CELL) * 100_000 + Math.floor(y / CELL);
  return {
    add({ x, y }: Point, laid: Laid) {
      const key = keyOf(x, y);
      const cell = cells.get(key);
      if (cell) cell.push({ x, y, laid });
      else cells.set(key, [{ x, y, laid }]);
    },
    /** Puts into `found` what lies within reach (at most a cell). */
    findNear(p: Point, reach: number, found: Set<Laid>) {
      for (let i = -1; i <= 1; i++)
        for (let j = -1; j <= 1; j++)
          for (const { x, y, laid } of cells.get(keyOf(p.x + i * CELL, p.y + j * CELL)) ?? [])
            if ((x - p.x) ** 2 + (y - p.y) ** 2 < reach * reach) found.add(laid);
    },
  };
}
type GroundBook = ReturnType<typeof createGroundBook>;

const wetGrid: Grid = { west: 0, south: 0, cellSize: 2, width: 1500, height: 1250 };

function markWater(): (p: Point) => boolean {
  const cells = new Uint8Array(wetGrid.width * wetGrid.height);
  const water = unite(
    strip(canalLine, canalWidth / 2),
    strip(moatLine, moatWidth / 2, 'round'),
    arcWater,
    ...parks.flatMap((park) => park.ponds.map((ring) => [ring])),
  );
  burn(wetGrid, cells, grow(water, 3), 1);
  return ({ x, y }) => cells[Math.floor(y / 2) * wetGrid.width + Math.floor(x / 2)] === 1;
}

/** The longest run that is free of water and of pipes of the same kind. */
function longestFree(line: Path, group: string, book: GroundBook, isWet: (p: Point) => boolean): Path {
  let best: Point[] = [];
  let run: Point[] = [];
  for (const p of line) {
    const near = new Set<Laid>();
    book.findNear(p, NEAR + 0.8, near);
    let isFree = !isWet(p);
    for (const laid of near) isFree &&= laid.group !== group;
    if (isFree) run.push(p);
    else run = [];
    if (run.length > best.length) best = run;
  }
  return best;
}

/** Metres that it must go deeper to pass below or between what lies there already. */
function findShift(line: Path, top: number, bottom: number, book: GroundBook): number {
  const around = new Set<Laid>();
  for (const p of line) book.findNear(p, NEAR, around);
  for (let shift = 0; shift < 2; shift += 0.05) {
    let isClear = true;
    for (const laid of around) isClear &&= top - shift <= laid.bottom - 0.05 || bottom - shift >= laid.top + 0.05;
    if (isClear) return shift;
  }
  return 0;
}

const SHORTEST_RUN = 60;

/** `streets` in the order in which they are served: of two that meet the first one has the main. */
export function drawNetworks(streets: readonly Street[], groundAt: GroundAt): ClaimSketch[] {
  const book = createGroundBook();
  const isWet = markWater();
  const sketches: ClaimSketch[] = [];
  for (const network of networks) {
    for (const street of streets) {
      if (!network.classes.includes(street.class) || lineLength(street.line) < network.shortest) continue;
      if (network.has && !network.has(street)) continue;
      const line = longestFree(
        resample(offsetLine(street.line, network.offset(halfWidth(street))), STEP),
        network.group,
        book,
        isWet,
      );
      if (line.length * STEP < SHORTEST_RUN) continue;
      const ground = Math.min(...line.map(groundAt));
      const [top, bottom] = network.depth.map((depth) => ground - depth) as [number, number];
      const shift = findShift(line, top, bottom, book);
      const laid = { group: network.group, top: top - shift, bottom: bottom - shift };
      for (const point of line) book.add(point, laid);
      sketches.push({
        group: network.group,
        name: `${network.title} ${street.name}`,
        theme: 'underground',
        hardness: 'hard',
        line,
        diameterM: network.diameterM,
        bufferM: network.bufferM,
        heights: ['nap', laid.bottom, laid.top],
        basis: ['leggerzone', 'Leidingenverordening (verzonnen), artikel 4'],
        holder: network.holder,
        status: 'in gebruik',
        accuracyM: network.accuracyM,
        priority: 2,
      });
    }
  }
  return sketches;
}
