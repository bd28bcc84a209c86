/** Variant A, "Schutsluis": a lock outside the dike, so that the canal reaches through it; two heads with gates up to the crest. */
import { type Area, intersect, strip, unite } from './area.ts';
import type { PlanPatch } from './plan-ground.ts';
import {
  box,
  canalStrip,
  compassOfDike,
  dikeStrip,
  drawBridge,
  jetty,
  mitreGates,
  mitreLine,
  northOf,
  place,
  type SluisSketch,
  shape,
  sluisLevels,
  southOf,
} from './sluis-site.ts';

const { lake, chamber, canal, towpath, crest } = sluisLevels;
/** Half of the lock's own width. */
const HALF = 4;
/** Feet of the gates, and the ends of the works. */
const inner = 6;
const outer = 56;
const NORTH = 66;
const SOUTH = -68;
const HEAD = -9;
/** Half of the canal's water. */
const CANAL = 6.5;

const approach = intersect(canalStrip(CANAL + 2.6), intersect(northOf(SOUTH), southOf(HEAD)));
/** From the crest's inner edge northward; only the head itself reaches further in. */
const EDGE = -4.2;
const plateau = unite([box(-16, EDGE, 38, NORTH - EDGE), box(-9.1, HEAD, 18.2, EDGE - HEAD)]);
const bay = box(4, -62, 11, 24);
const bayQuay = box(4, -65, 14.5, 30);
/** From the bay's quay to the foot of the steps, and the steps up the dike. */
const stair = { e: 15.5, from: EDGE - 20, count: 20, width: 3 };
const stairFoot = box(stair.e, -36, stair.width, stair.from + 36);
/** To the ends of Schippersgracht and Overgracht. */
const footpaths: Area = unite(
  strip([place(-9.3, SOUTH + 6), place(-13.5, -81)], 1.3),
  strip([place(17, -64), place(11, -81)], 1.3),
);

const steps: readonly PlanPatch[] = Array.from({ length: stair.count }, (_, k) => ({
  surface: 'paving',
  area: [box(stair.e, stair.from + k, stair.width, 1)],
  level: Math.round((towpath + ((crest - towpath) * (k + 1)) / (stair.count + 1)) * 1000) / 1000,
}));

const [west, tip, east] = mitreLine(HALF, inner);
const [outerWest, outerTip, outerEast] = mitreLine(HALF, outer);
/** The waters at their three levels meet in the gates. */
const waters: readonly PlanPatch[] = [
  {
    surface: 'water',
    area: unite(
      [shape([-HALF, HEAD], [HALF, HEAD], east, tip, west)],
      [shape([-CANAL, -18], [CANAL, -18], [HALF, HEAD], [-HALF, HEAD])],
      intersect(canalStrip(CANAL), southOf(-17.9)),
      [bay],
    ),
    level: canal,
  },
  { surface: 'water', area: [shape(west, tip, east, outerEast, outerTip, outerWest)], level: chamber },
  {
    surface: 'water',
    area: [shape(outerWest, outerTip, outerEast, [HALF, 60], [HALF + 2, NORTH], [-HALF - 2, NORTH], [-HALF, 60])],
    level: lake,
  },
];

export function drawSchutsluis(): SluisSketch {
  return {
    site: unite(
      approach,
      plateau,
      [bayQuay, stairFoot],
      footpaths,
      steps.flatMap(({ area }) => area),
    ),
    patches: [
      ...waters,
      { surface: 'road', area: dikeStrip(2.75), level: crest },
      { surface: 'path', area: dikeStrip(4.2), level: crest },
      {
        surface: 'quay',
        area: [box(-HALF - 1.4, HEAD, 2 * HALF + 2.8, NORTH - HEAD), box(-9.1, HEAD, 18.2, EDGE - HEAD)],
        level: crest,
      },
      { surface: 'garden', area: [box(10.5, 15, 11.5, 17)], level: crest },
      { surface: 'paving', area: [box(-HALF - 4.5, 4, 2 * HALF + 9, NORTH - 4), box(-16, 40, 38, 5)], level: crest },
      { surface: 'green', area: plateau, level: crest },
      ...steps,
      { surface: 'quay', area: unite(approach, [bayQuay]), level: towpath },
      { surface: 'path', area: unite([stairFoot], footpaths), level: towpath },
    ],
    works: [
      ...mitreGates(HALF, inner, 'Binnendeur'),
      ...mitreGates(HALF, outer, 'Buitendeur'),
      ...drawBridge(HALF),
      {
        name: 'Sluiswachtershuis',
        use: 'wonen',
        footprint: box(12.5, 18, 7.5, 9.5),
        dwellings: 1,
        lower: crest - 0.5,
        upper: crest + 7.4,
        roof: { shape: 'hipped', eaves: crest + 3.2 },
      },
      {
        name: 'Bediening',
        use: 'bediening',
        footprint: box(-13.5, 46, 4.2, 4.2),
        lower: crest - 0.5,
        upper: crest + 7,
      },
      {
        name: 'Schuur',
        use: 'schuur',
        footprint: box(13, 34, 6, 4.5),
        lower: crest - 0.5,
        upper: crest + 4.2,
        roof: { shape: 'gabled', eaves: crest + 2.4, ridgeDegrees: compassOfDike },
      },
      jetty('Remmingwerk', shape([-HALF - 2.3, NORTH], [-HALF - 6, NORTH + 22]), 0.25, 1.3),
      jetty('Remmingwerk', shape([HALF + 2.3, NORTH], [HALF + 6, NORTH + 22]), 0.25, 1.3),
      jetty('Wachtsteiger', shape([13.8, -60], [13.8, -40]), 0.9, canal + 0.5),
    ],
    trees: [
      { at: place(-13, 14), species: 'lime' },
      { at: place(-13, 24), species: 'lime' },
      { at: place(-13, 34), species: 'lime' },
      { at: place(19.5, 48), species: 'pear' },
      { at: place(19.5, 57), species: 'pear' },
      { at: place(20, 30.5), species: 'apple' },
    ],
  };
}
