/**
 * A seeded field of building plots that touch as real ones do: districts turned at their own angles, rows of plots whose sides do not line up
 * with the row behind, coordinates in whole millimetres. Some plots are cut (an L and its corner), some have a hole that another plot fills,
 * some are of two parts, and some really reach over their neighbours.
 */
import type { Claim } from '../../src/model/claim.ts';
import { seedRandom } from '../../src/model/random.ts';
import { place, plainClaim, rectangle } from './plain-claim.ts';

const [ROWS, ACROSS] = [20, 300];
/** Metres from one district to the next: none reaches the other. */
const PITCH = 480;
const THEMES = ['housing', 'green', 'business', 'mobility'];

type Plot = number[][][];

/** Plots of one row, and what lies in its cut corners and holes. */
function fillRow(random: () => number, south: number, depth: number, plots: Plot[]): void {
  let west = 8 * random();
  while (west < ACROSS) {
    const width = 6 + 5 * random();
    const kind = random();
    const whole = rectangle(west, south, width, depth);
    if (kind < 0.08) {
      const [x, y] = [west + width * 0.6, south + depth * 0.7];
      const [east, north] = [west + width, south + depth];
      plots.push([[[west, south, east, south, east, y, x, y, x, north, west, north]]]);
      plots.push([[[x, y, east, y, east, north, x, north]]]);
    } else if (kind < 0.1) {
      const hole = rectangle(west + 2, south + 2, 3, 4);
      plots.push([[whole, hole]], [[hole]]);
    } else if (kind < 0.12) {
      plots.push([
        [rectangle(west, south, width, depth * 0.4)],
        [rectangle(west, south + depth * 0.6, width, depth * 0.4)],
      ]);
      plots.push([[rectangle(west, south + depth * 0.4, width, depth * 0.2)]]);
    } else if (kind < 0.14) plots.push([[rectangle(west - 0.7, south, width + 0.7, depth + 0.4)]]);
    else plots.push([[whole]]);
    west += width;
  }
}

export function makePlots(count: number, seed: number): Claim[] {
  const random = seedRandom(seed);
  const claims: Claim[] = [];
  const side = Math.ceil(Math.sqrt(count / 700));
  for (let district = 0; claims.length < count; district++) {
    const plots: Plot[] = [];
    let south = 0;
    for (let row = 0; row < ROWS; row++) {
      const depth = 12 + 6 * random();
      fillRow(random, south, depth, plots);
      south += depth;
    }
    const angle = 6.28 * random();
    const [x, y] = [120_000 + PITCH * (district % side), 450_000 + PITCH * Math.floor(district / side)];
    for (const parts of plots.slice(0, count - claims.length)) {
      const own = parts.map((rings) =>
        rings.map((ring) => {
          const centred = ring.map((value, i) => value - (i % 2 === 0 ? ACROSS : south) / 2);
          return place(centred, angle, x, y).map((value) => Math.round(value * 1000) / 1000);
        }),
      );
      const id = `p${String(claims.length).padStart(6, '0')}`;
      const theme = THEMES[Math.floor(THEMES.length * random())] as string;
      claims.push(plainClaim(id, own, { theme, lower: 0, upper: 6 + 6 * random(), accuracyM: 0.1 }));
    }
  }
  return claims;
}
