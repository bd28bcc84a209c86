/**
 * Where the canal meets the ring dike, and what the plan "Sluis in de Markerdijk" is drawn with. Its own frame: `e` metres
 * east along the dike and `n` north of its crest line, from the place that lies nearest to the canal's head.
 */
import { type Area, strip } from './area.ts';
import { nearestOn, subLine } from './curve.ts';
import type { Feature } from './geojson-file.ts';
import { layPatches, type PlanPatch } from './plan-ground.ts';
import { move, type Path, type Point, rectangle } from './point.ts';
import type { Random } from './random.ts';
import { canalLine, dikeLine } from './skeleton.ts';
import { type SpeciesName, speciesOf } from './species.ts';

/** Levels in m NAP; those of water are its surface. */
export const sluisLevels = { lake: -0.3, chamber: -2.6, canal: -4.9, towpath: -3.7, quay: 0.6, crest: 3 };

const { point: crossing, direction: eastward } = nearestOn(dikeLine, canalLine[0] as Point);

export const place = (e: number, n: number): Point => move(crossing, eastward, e, n);
/** From its south-western corner. */
export const box = (e: number, n: number, width: number, depth: number): Path =>
  rectangle(place(e, n), eastward, width, depth);
export const shape = (...corners: readonly (readonly [e: number, n: number])[]): Path =>
  corners.map(([e, n]) => place(e, n));
export const compassOfDike = Math.round((Math.atan2(eastward.x, eastward.y) * 1800) / Math.PI) / 10;

/** The canal's middle from its head southward, led on to the crossing. */
const canalHead: Path = [place(0, 0), place(0, -14), ...subLine(canalLine, 4, 80)];
export const canalStrip = (halfWidth: number): Area => strip(canalHead, halfWidth);
export const dikeStrip = (halfWidth: number): Area => strip(dikeLine, halfWidth);
export const northOf = (n: number): Area => [box(-200, n, 400, 400)];
export const southOf = (n: number): Area => [box(-200, n - 400, 400, 400)];

/** Heights in m NAP. */
interface Work {
  readonly name: string;
  readonly use: string;
  readonly footprint: Path;
  readonly lower: number;
  readonly upper: number;
  readonly dwellings?: number;
  /** Closes the barrier as drawn, up to its top. */
  readonly retains?: boolean;
  readonly roof?: { readonly shape: string; readonly eaves: number; readonly ridgeDegrees?: number };
}

export interface SluisSketch {
  readonly site: Area;
  /** Laid in this order, each takes what those before left. */
  readonly patches: readonly PlanPatch[];
  readonly works: readonly Work[];
  readonly trees: readonly { readonly at: Point; readonly species: SpeciesName }[];
}

/** Half the width that a drawbridge's deck has; the dike's road fits. */
const DECK = 3.4;
/** Bottom of what stands in water. */
const BED = -6;

/** A Dutch drawbridge over an opening of twice `half` metres: deck, gate of two posts on the east, beams with ballast above. */
export function drawBridge(half: number): Work[] {
  const deck = sluisLevels.crest;
  const head = deck + 8;
  const post = half + 1.2;
  const tail = half + 5;
  const use = 'brug';
  return [
    {
      name: 'Brugdek',
      use: 'brugdek',
      footprint: box(-half, -DECK, 2 * half, 2 * DECK),
      lower: deck - 0.6,
      upper: deck + 0.04,
    },
    ...[-DECK - 0.9, DECK + 0.4].map((n) => ({
      name: 'Hameistijl',
      use,
      footprint: box(post, n, 0.5, 0.5),
      lower: deck - 0.5,
      upper: head - 0.5,
    })),
    {
      name: 'Hameibalk',
      use,
      footprint: box(post, -DECK - 0.9, 0.5, 2 * DECK + 1.8),
      lower: head - 0.5,
      upper: head,
    },
    ...[-DECK, DECK - 0.35].flatMap((n) => [
      {
        name: 'Balanspriem',
        use,
        footprint: box(-half + 0.8, n, tail + half - 0.8, 0.35),
        lower: head,
        upper: head + 0.5,
      },
      {
        name: 'Hangstang',
        use,
        footprint: box(-half + 0.9, n + 0.1, 0.15, 0.15),
        lower: deck + 0.04,
        upper: head,
      },
    ]),
    { name: 'Ballast', use, footprint: box(tail, -DECK, 1.7, 2 * DECK), lower: head - 0.1, upper: head + 0.9 },
  ];
}

/** Metres that a pair of mitre gates points towards the higher water, its thickness, and what it reaches into the walls. */
const MITRE = { rise: 1.4, thick: 0.6, recess: 0.3 };

/** Two closed leaves whose feet stand at `n`, pointing north to the lake. */
export function mitreGates(half: number, n: number, name: string): Work[] {
  const { rise, thick, recess } = MITRE;
  return ([-1, 1] as const).map((side) => {
    const foot = side * (half + recess);
    const leaf = shape([foot, n], [0, n + rise], [0, n + rise + thick], [foot, n + thick]);
    return {
      name,
      use: 'sluisdeur',
      footprint: side < 0 ? leaf : leaf.toReversed(),
      lower: BED,
      upper: sluisLevels.crest + 0.2,
      retains: true,
    };
  });
}

/** The middle of the closed leaves from west to east: where one water ends and the other begins, hidden in the gates. */
export function mitreLine(half: number, n: number): [e: number, n: number][] {
  const { rise, thick, recess } = MITRE;
  const atWall = n + thick / 2 + (rise * recess) / (half + recess);
  return [
    [-half, atWall],
    [0, n + thick / 2 + rise],
    [half, atWall],
  ];
}

/** A thin work along a line on the plan: jetties and guides. */
export const jetty = (name: string, line: Path, halfWidth: number, upper: number): Work => ({
  name,
  use: 'steiger',
  footprint: strip(line, halfWidth)[0] as Path,
  lower: Math.min(upper - 1, sluisLevels.lake - 1),
  upper,
});

function plant({ trees }: SluisSketch, random: Random): Feature[] {
  return trees.map(({ at, species }) => {
    const { name, height, crown } = speciesOf(species);
    // Planted big, seen after about ten years.
    const tall = (height[0] + random.between(-1.5, 1.5)) * 0.7;
    return {
      properties: {
        hoogte: Math.round(tall * 10) / 10,
        kroondiameter: Math.round(tall * crown * random.between(0.85, 1.1) * 10) / 10,
        soort: name,
      },
      geometry: { type: 'Point', point: at },
    };
  });
}

export function finishSluis(sketch: SluisSketch, random: Random) {
  return {
    volumes: sketch.works.map(
      ({ footprint, roof, ...rest }, i): Feature => ({
        properties: {
          id: `V${String(i + 1).padStart(3, '0')}`,
          ...rest,
          reference: 'nap',
          roof: roof ?? { shape: 'flat' },
        },
        geometry: { type: 'Polygon', polygon: { outer: footprint, holes: [] } },
      }),
    ),
    ground: layPatches(sketch.site, sketch.patches),
    trees: plant(sketch, random),
  };
}
