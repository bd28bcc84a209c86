/** How deep two areas lie in each other against closed formulas, and against moves that are tried one by one; each prints its figure. */
import { describe, expect, it } from 'vitest';
import { intersectParts, type Parts, partsArea } from '../../src/engines/claims/clip.ts';
import { measurePenetration } from '../../src/engines/claims/penetration.ts';
import { repairParts } from '../../src/engines/claims/repair.ts';
import { seedRandom } from '../../src/model/random.ts';
import { place, rectangle } from '../engines/plain-claim.ts';

const [X, Y] = [147_000, 507_000];
const FAR = 1000;
/** Metres: corners are whole hundredths of micrometres. */
const EXACT = 1e-6;

function compare(what: string, figure: number, expected: number, bound = EXACT): void {
  console.log(`${what}: ${figure.toFixed(7)} m, expected ${expected.toFixed(7)}, bound ${bound}`);
  expect(Math.abs(figure - expected)).toBeLessThanOrEqual(bound);
}

const centred = (width: number, height: number) => rectangle(-width / 2, -height / 2, width, height);
const depthOf = (a: Parts, b: Parts, most = FAR) =>
  measurePenetration(repairParts(a as never).parts, repairParts(b as never).parts, most);

describe('depths by formula', () => {
  it('squares that are shifted: the side less the larger shift', () => {
    for (const [dx, dy] of [
      [0, 0],
      [2.5, 0],
      [3, 7.75],
      [-9.9, 4],
      [10, 0],
      [0, 12],
    ] as const) {
      const found = depthOf([[rectangle(X, Y, 10, 10)]], [[rectangle(X + dx, Y + dy, 10, 10)]]);
      compare(`shift ${dx}, ${dy}`, found, Math.max(0, 10 - Math.max(Math.abs(dx), Math.abs(dy))));
    }
  });

  it('squares that are turned about one middle: s (1 + cos + sin) / 2', () => {
    for (const degrees of [0.01, 15, 45, 70]) {
      const angle = (degrees * Math.PI) / 180;
      const found = depthOf([[place(centred(10, 10), 0.3, X, Y)]], [[place(centred(10, 10), 0.3 + angle, X, Y)]]);
      compare(`turned ${degrees}°`, found, 5 * (1 + Math.cos(angle) + Math.sin(angle)));
    }
  });

  it('strips that cross: half the shorter and half the width of the other, however thin', () => {
    for (const width of [0.01, 0.5, 3]) {
      const found = depthOf([[place(centred(60, width), 0.7, X, Y)]], [[place(centred(width, 40), 0.7, X, Y)]]);
      compare(`strips of ${width} m`, found, 20 + width / 2);
    }
  });

  it('a plot in a corner of an L, and one that can only go into a hole', () => {
    const ell = [[0, 0, 30, 0, 30, 20, 10, 20, 10, 10, 0, 10].map((v, i) => v + (i % 2 === 0 ? X : Y))];
    compare('in the corner of an L', depthOf([ell], [[rectangle(X + 8, Y + 8, 4, 4)]]), Math.SQRT2 * 2);
    const ring = [rectangle(X, Y, 100, 100), rectangle(X + 40, Y + 40, 20, 20)];
    compare('into a hole', depthOf([ring], [[rectangle(X + 35, Y + 45, 6, 6)]]), 5);
    compare('too large for the hole', depthOf([ring], [[rectangle(X + 35, Y + 30, 25, 25)]]), 55);
  });

  it('is what was asked at most', () => {
    const plot = [[rectangle(X, Y, 10, 10)]];
    expect(depthOf(plot, plot, 0.5)).toBe(0.5);
  });
});

/** A ring of corners at random distances around a middle: no side crosses another. */
function star(random: () => number, x: number, y: number): number[] {
  const corners = 4 + Math.floor(9 * random());
  return Array.from({ length: corners }, (_, i) => {
    const [reach, angle] = [3 + 12 * random(), (2 * Math.PI * i) / corners];
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  }).flat();
}

describe('stars at random', () => {
  it('overlap after every move that is less than their depth, and for some that is hardly more no longer', () => {
    const random = seedRandom(31);
    const move = (ring: readonly number[], length: number, angle: number) =>
      ring.map((v, i) => v + length * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle)));
    const directions = 180;
    let [tried, widest] = [0, 0];
    for (let pair = 0; pair < 12; pair++) {
      const a = star(random, X, Y);
      const b = star(random, X + 12 * random(), Y + 12 * random());
      const depth = depthOf([[a]], [[b]]);
      if (depth === 0) continue;
      const sharedAfter = (length: number, i: number) =>
        partsArea(intersectParts([[a]], [[move(b, length, (2 * Math.PI * i) / directions)]]));
      let isOut = false;
      for (let i = 0; i < directions; i++) {
        for (const share of [0.3, 0.7, 0.999]) expect(sharedAfter(share * depth, i)).toBeGreaterThan(0);
        tried += 3;
        isOut ||= sharedAfter(1.02 * depth, i) < 1e-9;
      }
      widest = Math.max(widest, depth);
      expect([pair, isOut]).toEqual([pair, true]);
    }
    console.log(
      `${tried} moves of less than the depth: all overlap; each pair is apart at 1.02 times it; deepest ${widest.toFixed(2)} m`,
    );
    expect(tried).toBeGreaterThan(3000);
  });
});
