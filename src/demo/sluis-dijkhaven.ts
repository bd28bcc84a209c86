/** Variant B, "Dijkhaven": an opening in the dike to a basin at the lake's level, with a new dike in terraces round it. */
import { type Area, grow, intersect, unite } from './area.ts';
import {
  box,
  compassOfDike,
  dikeStrip,
  drawBridge,
  jetty,
  place,
  type SluisSketch,
  shape,
  sluisLevels,
  southOf,
} from './sluis-site.ts';

const { lake, quay, crest } = sluisLevels;
/** Half of the opening. */
const HALF = 7;
const NORTH = 28;
const basin = box(-30, -48, 56, 32);
/** Terraces down to the polder, m NAP; each runs to where the dike's slope of 1:3 has its level. */
const terraces = [0.8, -1.4] as const;

const opening = box(-HALF, -17, 2 * HALF, NORTH + 17);
const heads: Area = [box(-HALF - 9, 4, 2 * HALF + 18, NORTH - 4)];
const ledge = grow([basin], 2.5);
/** Between basin and crest, and a square on the new dike for the harbour's building. */
const promenade = unite(grow([basin], 6.5), [box(-36.5, -16, 69, 12.2), box(31, -43, 15, 27)]);
const slopeAt = (level: number) => southOf(-4.2 - (crest - level) * 3);
const [upperTerrace, lowerTerrace] = [
  intersect(grow(promenade, 3), slopeAt(terraces[0])),
  intersect(grow(promenade, 6), slopeAt(terraces[1])),
];
const crossing = intersect(dikeStrip(4.3), [box(-36.5, -10, 69, 20)]);

export function drawDijkhaven(): SluisSketch {
  return {
    site: unite([opening], heads, promenade, upperTerrace, lowerTerrace, crossing),
    patches: [
      { surface: 'water', area: [opening, basin], level: lake },
      { surface: 'road', area: dikeStrip(2.75), level: crest },
      { surface: 'path', area: dikeStrip(4.3), level: crest },
      { surface: 'quay', area: ledge, level: quay },
      { surface: 'quay', area: [box(-HALF - 1.5, -17, 2 * HALF + 3, NORTH + 17)], level: crest },
      { surface: 'paving', area: promenade, level: crest },
      { surface: 'green', area: heads, level: crest },
      { surface: 'green', area: upperTerrace, level: terraces[0] },
      { surface: 'green', area: lowerTerrace, level: terraces[1] },
    ],
    works: [
      ...drawBridge(HALF),
      // Open, along the walls: the basin has a dike of its own.
      ...[-HALF, HALF - 0.5].map((e) => ({
        name: 'Stormdeur (open)',
        use: 'stormdeur',
        footprint: box(e, 9, 0.5, 8.5),
        lower: lake - 4,
        upper: crest + 0.2,
        retains: true,
      })),
      {
        name: 'Havengebouw',
        use: 'havenkantoor en horeca',
        footprint: box(35.5, -40, 8, 20),
        lower: crest - 0.5,
        upper: crest + 8.2,
        roof: { shape: 'gabled', eaves: crest + 5.6, ridgeDegrees: compassOfDike - 90 },
      },
      {
        name: 'Brugwachtershuis',
        use: 'bediening',
        footprint: box(-13.5, 10, 4, 4),
        lower: crest - 0.5,
        upper: crest + 6,
      },
      ...[-21, -7, 7, 19].map((e) => jetty('Steiger', shape([e, -47.9], [e, -24]), 0.8, lake + 0.5)),
      jetty('Remmingwerk', shape([-HALF - 0.6, NORTH], [-HALF - 5, NORTH + 20]), 0.25, 1.3),
      jetty('Remmingwerk', shape([HALF + 0.6, NORTH], [HALF + 5, NORTH + 20]), 0.25, 1.3),
    ],
    trees: [
      ...[-34.5, -25, -15, -5, 5, 15, 25].map((e) => ({ at: place(e, -57), species: 'lime' as const })),
      ...[-45, -35, -25].map((n) => ({ at: place(-39, n), species: 'lime' as const })),
      ...[-13, 13].map((e) => ({ at: place(e, 22), species: 'pear' as const })),
      { at: place(33.5, -41), species: 'pear' as const },
    ],
  };
}
