/** Areas and volumes of overlapping claims against closed formulas, a count of cells and a second library; each prints its figure. */
import polygonClipping, { type Polygon } from 'polygon-clipping';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.ts';
import { seedRandom } from '../../src/model/random.ts';
import { type ScanFrame, scanPolygon } from '../../src/model/scan-polygon.ts';
import { overlapOf } from '../engines/every-pair.ts';
import { answerPlain, areaOf, conflictOf, place, plainClaim, rectangle } from '../engines/plain-claim.ts';

const [X, Y] = [147_000, 507_000];
/** m² or m³. 1 cm² is the bar; formulas are held to a hundredth of it. */
const [BAR, EXACT] = [1e-4, 1e-6];

function compare(what: string, figure: number, expected: number, bound = EXACT): void {
  console.log(`${what}: ${figure.toFixed(7)}, expected ${expected.toFixed(7)}, bound ${bound}`);
  expect(Math.abs(figure - expected)).toBeLessThanOrEqual(bound);
}

const centred = (width: number, height: number) => rectangle(-width / 2, -height / 2, width, height);

describe('areas by formula', () => {
  it('squares that are shifted', () => {
    for (const [dx, dy] of [
      [0, 0],
      [2.5, 0],
      [3.125, 7.75],
      [9.99, 9.99],
      [-4, 6],
    ] as const) {
      const expected = (10 - Math.abs(dx)) * (10 - Math.abs(dy));
      compare(`shift ${dx}, ${dy}`, areaOf([rectangle(X, Y, 10, 10)], [rectangle(X + dx, Y + dy, 10, 10)]), expected);
    }
  });

  it('squares that are turned about one middle: 2 s² / (1 + cos + sin)', () => {
    for (const degrees of [0.001, 1, 15, 30, 45, 60, 89]) {
      const angle = (degrees * Math.PI) / 180;
      const square = (own: number) => [place(centred(10, 10), own, X, Y)];
      const expected = 200 / (1 + Math.cos(angle) + Math.sin(angle));
      compare(`turned ${degrees}°`, areaOf(square(0.3), square(0.3 + angle)), expected);
    }
  });

  it('strips that cross: width times width over the sine', () => {
    for (const degrees of [5, 20, 45, 70, 90]) {
      const angle = (degrees * Math.PI) / 180;
      const [a, b] = [place(centred(400, 3), 0.7, X, Y), place(centred(400, 5), 0.7 + angle, X, Y)];
      compare(`crossing at ${degrees}°`, areaOf([a], [b]), 15 / Math.sin(angle));
    }
  });

  it('rings with holes: outer by outer, less each by the hole of the other, more hole by hole', () => {
    const ring = (dx: number) => [rectangle(X + dx, Y, 10, 10), rectangle(X + dx + 2, Y + 2, 6, 6)];
    for (const dx of [0.001, 0.5, 1, 2]) compare(`rings ${dx} m apart`, areaOf(ring(0), ring(dx)), 64 - 16 * dx);
    for (const dx of [3, 5]) {
      const outerByHole = (8 - dx) * 6;
      const expected = (10 - dx) * 10 - 2 * outerByHole + (6 - dx) * 6;
      compare(`rings ${dx} m apart`, areaOf(ring(0), ring(dx)), expected);
    }
  });

  it('sides that are shared: nothing', () => {
    const pieces = [
      [0, 0, 4, 0, 4, 3, 2, 3, 2, 6, 0, 6],
      [4, 0, 10, 0, 10, 6, 7, 6, 7, 3, 4, 3],
      [2, 3, 4, 3, 7, 3, 7, 6, 2, 6],
      [0, 6, 2, 6, 5, 6, 10, 6, 10, 9, 0, 9],
    ];
    for (const angle of [0, 0.1, 1, 2.5]) {
      const claims = pieces.map((ring, i) => plainClaim(`p${i}`, [[place(ring, angle, X, Y)]]));
      expect(answerPlain(claims).conflicts).toEqual([]);
    }
    console.log('sides that are shared: no conflict in 24 pairs');
  });

  it('a comb of slivers, from a tenth of a millimetre to 2 cm wide', () => {
    for (const width of [0.0001, 0.001, 0.005, 0.02]) {
      const teeth = 200;
      const comb = [0, 0];
      for (let i = 0; i < teeth; i++)
        comb.push(i * 0.2, 10, i * 0.2 + width, 10, i * 0.2 + width, 0.5, (i + 1) * 0.2, 0.5);
      comb.push(teeth * 0.2 + 0.2, 0);
      const own = (ring: number[]) => [place(ring, 0.3, X, Y)];
      const figure = areaOf(own(comb), own(rectangle(-5, 5, 60, 15)));
      compare(`${teeth} teeth of ${width * 1000} mm`, figure, teeth * width * 5, BAR);
    }
  });

  it('rings that touch themselves', () => {
    const eight = [X, Y, X + 5, Y + 5, X + 10, Y, X + 10, Y + 10, X + 5, Y + 5, X, Y + 10];
    compare('two triangles by their tips', areaOf([eight], [rectangle(X, Y, 10, 5)]), 25);
    const bay = [0, 0, 10, 0, 10, 10, 5, 10, 3, 6, 5, 3, 7, 6, 5, 10, 0, 10].map((v, i) => v + (i % 2 === 0 ? X : Y));
    compare('a bay that closes at its mouth', areaOf([bay], [rectangle(X, Y, 10, 10)]), 100 - 14);
    const pinched = [rectangle(X, Y, 10, 10), [X, Y + 5, X + 3, Y + 2, X + 6, Y + 5, X + 3, Y + 8]];
    compare('a hole that touches its outline', areaOf(pinched, [rectangle(X, Y, 3, 10)]), 30 - 9);
  });
});

describe('cells of a lattice', () => {
  it('overlap where both have them, whatever holes and corners touch', () => {
    const random = seedRandom(21);
    const size = 12;
    let worst = 0;
    for (let i = 0; i < 60; i++) {
      const [a, b] = [makeLattice(random, size), makeLattice(random, size)];
      const angle = i % 3 === 0 ? 0 : 6.28 * random();
      const own = (parts: Claim['parts']) => parts.map((rings) => rings.map((ring) => place(ring, angle, X, Y)));
      const expected = a.cells.filter((isIn, cell) => isIn && b.cells[cell]).length;
      const conflict = conflictOf(plainClaim('a', own(a.parts)), plainClaim('b', own(b.parts)));
      worst = Math.max(worst, Math.abs((conflict?.areaM2 ?? 0) - expected));
      const drawn = answerPlain([plainClaim('o', conflict?.parts ?? [])]).balance[0]?.claimedM2;
      worst = Math.max(worst, Math.abs((drawn ?? 0) - expected));
    }
    console.log(`60 pairs of lattices, areas and their outlines: at most ${(worst * 1e4).toFixed(6)} cm² off`);
    expect(worst).toBeLessThanOrEqual(BAR);
  });
});

describe('volumes by formula', () => {
  it('area times what heights have in common', () => {
    const below = plainClaim('a', [[rectangle(X, Y, 10, 10)]], { lower: -3.5, upper: 2.25 });
    for (const [lower, upper, common] of [
      [-10, 0, 3.5],
      [2, 9, 0.25],
      [-1, 1, 2],
      [-9, 9, 5.75],
    ] as const) {
      const other = plainClaim('b', [[rectangle(X + 4, Y + 3, 10, 10)]], { lower, upper });
      compare(`from ${lower} to ${upper} m (m³)`, conflictOf(below, other)?.volumeM3 ?? 0, 42 * common);
    }
  });
});

/** A ring of corners at random distances around a middle: no side crosses another. */
function star(random: () => number, x: number, y: number): number[] {
  const corners = 5 + Math.floor(25 * random());
  return Array.from({ length: corners }, (_, i) => {
    const [reach, angle] = [4 + 26 * random(), (2 * Math.PI * i) / corners];
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  }).flat();
}

/** Cells of a lattice at random, as polygons: holes and parts that touch by their corners, and long sides in common. */
function makeLattice(random: () => number, size: number): { cells: boolean[]; parts: Claim['parts'] } {
  const cells = Array.from({ length: size * size }, () => random() < 0.55);
  const squares = cells.flatMap((isIn, i): Polygon[] => {
    const [x, y] = [i % size, Math.floor(i / size)];
    if (!isIn) return [];
    return [
      [
        [
          [x, y],
          [x + 1, y],
          [x + 1, y + 1],
          [x, y + 1],
        ],
      ],
    ];
  });
  const [first = [], ...rest] = squares;
  const united = polygonClipping.union(first, ...rest);
  return { cells, parts: united.map((rings) => rings.map((ring) => ring.slice(0, -1).flat())) };
}

const CELL = 0.05;

/** m² of cells whose middles lie in both. */
function countCells(a: readonly number[], b: readonly number[]): number {
  const [west, south] = [Math.floor(a[0] as number) - 80, Math.floor(a[1] as number) - 80];
  const frame: ScanFrame = { west, south, cellSize: CELL, width: 160 / CELL, height: 160 / CELL };
  const cells = new Uint8Array(frame.width * frame.height);
  scanPolygon(frame, [a], (row, from, until) => {
    cells.fill(1, row * frame.width + from, row * frame.width + until);
  });
  let count = 0;
  scanPolygon(frame, [b], (row, from, until) => {
    for (let column = from; column < until; column++) count += cells[row * frame.width + column] as number;
  });
  return count * CELL * CELL;
}

describe('1,000 polygons at random', () => {
  const random = seedRandom(99);
  const claims = Array.from({ length: 1000 }, (_, i) => {
    const ring = star(random, X + 600 * random(), Y + 600 * random());
    return plainClaim(`s${String(i).padStart(4, '0')}`, [[ring]]);
  });
  const rings = new Map(claims.map(({ id, parts }) => [id, parts]));
  const { conflicts } = answerPlain(claims);

  it('overlap as a second library (polygon-clipping) has it, every pair, within 1 cm²', () => {
    const found = new Map(conflicts.map(({ a, b, areaM2 }) => [`${a} ${b}`, areaM2]));
    let [pairs, worst, missing] = [0, 0, 0];
    for (const [i, a] of claims.entries())
      for (const b of claims.slice(i + 1)) {
        const [ax = 0, ay = 0] = a.parts[0]?.[0] ?? [];
        const [bx = 0, by = 0] = b.parts[0]?.[0] ?? [];
        if (Math.hypot(ax - bx, ay - by) > 121) continue;
        const { areaM2 } = overlapOf(a.parts, b.parts);
        const own = found.get(`${a.id} ${b.id}`);
        if (areaM2 > BAR && own === undefined) missing++;
        if (areaM2 > 0) pairs++;
        worst = Math.max(worst, Math.abs(areaM2 - (own ?? 0)));
        found.delete(`${a.id} ${b.id}`);
      }
    console.log(
      `${pairs} pairs: at most ${(worst * 1e4).toFixed(6)} cm² off; ${missing} missing, ${found.size} too many`,
    );
    expect([missing, found.size]).toEqual([0, 0]);
    expect(pairs).toBeGreaterThan(2000);
    expect(worst).toBeLessThanOrEqual(BAR);
  });

  it('overlap as cells of 5 cm count, within what a cell along the outline makes', () => {
    let [worst, sum, off] = [0, 0, 0];
    const some = conflicts.filter((_, i) => i % 40 === 0);
    for (const { a, b, areaM2, parts } of some) {
      const counted = countCells(rings.get(a)?.[0]?.[0] ?? [], rings.get(b)?.[0]?.[0] ?? []);
      const outline = parts.flat().reduce((length, ring) => length + perimeterOf(ring), 0);
      worst = Math.max(worst, Math.abs(counted - areaM2) / (outline * CELL));
      sum += areaM2;
      off += counted - areaM2;
    }
    console.log(
      `${some.length} pairs: at most ${worst.toFixed(3)} of a cell along the outline; all together ${((off / sum) * 100).toFixed(4)} % off`,
    );
    expect(some.length).toBeGreaterThan(50);
    expect(worst).toBeLessThan(0.5);
    expect(Math.abs(off / sum)).toBeLessThan(0.001);
  });
});

function perimeterOf(ring: readonly number[]): number {
  let length = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    length += Math.hypot((ring[i] as number) - (ring[j] as number), (ring[i + 1] as number) - (ring[j + 1] as number));
  return length;
}
