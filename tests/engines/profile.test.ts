import { describe, expect, it } from 'vitest';
import { cutProfile, type ProfileInput } from '../../src/engines/profile.ts';
import { upperEnvelope } from '../../src/engines/upper-envelope.ts';
import { type Profile, profileToCsv, readProfile } from '../../src/model/profile.ts';

const EAST = 147000;
const NORTH = 508000;

/** A quadrilateral as two triangles. */
const quad = (corners: readonly (readonly number[])[]) => [0, 1, 2, 0, 2, 3].flatMap((i) => corners[i] as number[]);

/** Box with its lower corner at RD (EAST + x, NORTH + y). */
function box(id: string, [x, y, w, d]: number[], low: number, high: number, kind: 'building' | 'plan' = 'building') {
  const [x0, y0] = [EAST + (x as number), NORTH + (y as number)];
  const [x1, y1] = [x0 + (w as number), y0 + (d as number)];
  const ring = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
  const at = (z: number) => ring.map((corner) => [...corner, z]);
  const walls = ring.flatMap((corner, i) => {
    const next = ring[(i + 1) % 4] as number[];
    return quad([
      [...corner, low],
      [...next, low],
      [...next, high],
      [...corner, high],
    ]);
  });
  return { kind, id, positions: Float64Array.from([...quad(at(low)), ...quad(at(high)), ...walls]) };
}

const line = (...points: number[]) => points.map((value, i) => value + (i % 2 === 0 ? EAST : NORTH));
const flat: Pick<ProfileInput, 'heightAt' | 'spacing'> = { heightAt: () => -4, spacing: 1 };
const heights = (profile: Profile, ...distances: number[]) =>
  distances.map((distance) => readProfile(profile, distance)?.surface);

describe('a profile', () => {
  it('of sloping ground has its slope, at every distance and at the very end', () => {
    const heightAt = (x: number, y: number) => (x - EAST) * 0.01 + (y - NORTH) * 0.02;
    const { rows, length } = cutProfile({ line: line(0, 0, 30, 40.25), heightAt, spacing: 1, solids: [] });
    expect(length).toBeCloseTo(Math.hypot(30, 40.25), 9);
    expect(rows).toHaveLength(Math.ceil(length) + 1);
    for (const { distance, ground, surface, owner } of rows) {
      expect(ground).toBeCloseTo((distance / length) * (0.3 + 0.805), 9);
      expect([surface, owner]).toEqual([ground, undefined]);
    }
    expect(rows.at(-1)?.distance).toBeCloseTo(length, 9);
  });

  it('cuts a box exactly, with a step at both walls', () => {
    const profile = cutProfile({ ...flat, line: line(0, 5, 100, 5), solids: [box('a', [20.25, 0, 10.5, 10], -4, 6)] });
    expect(heights(profile, 20.24, 20.2501, 25, 30.7499, 30.76)).toEqual([-4, 6, 6, 6, -4]);
    expect(profile.cuts).toHaveLength(1);
    const steps = profile.rows.filter(({ distance }) => Math.abs(distance - 20.25) < 1e-6);
    expect(steps.map(({ surface, ground }) => [surface, ground])).toEqual([
      [-4, -4],
      [6, -4],
    ]);
    const [cut] = profile.cuts;
    expect(cut?.top.map((value) => Number(value.toFixed(6)))).toEqual([20.25, 6, 30.75, 6]);
    // Four sides of a rectangle: floor, roof and two walls, each of which may come in pieces.
    const lengths = (cut?.outline ?? []).reduce((sum, _, i, all) => {
      if (i % 4 !== 0) return sum;
      const [d0, h0, d1, h1] = all.slice(i, i + 4) as [number, number, number, number];
      return sum + Math.hypot(d1 - d0, h1 - h0);
    }, 0);
    expect(lengths).toBeCloseTo(2 * 10.5 + 2 * 10, 6);
  });

  it('askew through a box is as long as geometry says', () => {
    const profile = cutProfile({ ...flat, line: line(0, 0, 50, 50), solids: [box('a', [10, 10, 10, 10], -4, 6)] });
    expect(profile.cuts[0]?.top.map((value) => Number(value.toFixed(6)))).toEqual([
      Number((10 * Math.SQRT2).toFixed(6)),
      6,
      Number((20 * Math.SQRT2).toFixed(6)),
      6,
    ]);
  });

  it('keeps the ridge of a roof', () => {
    const eaves = 2;
    const ridge = 6;
    const [x0, x1, y0, y1] = [EAST + 10, EAST + 20, NORTH, NORTH + 12];
    const roof = [
      ...quad([
        [x0, y0, eaves],
        [x0 + 5, y0, ridge],
        [x0 + 5, y1, ridge],
        [x0, y1, eaves],
      ]),
      ...quad([
        [x0 + 5, y0, ridge],
        [x1, y0, eaves],
        [x1, y1, eaves],
        [x0 + 5, y1, ridge],
      ]),
    ];
    const solids = [{ kind: 'building' as const, id: 'house', positions: Float64Array.from(roof) }];
    const profile = cutProfile({ ...flat, line: line(0, 3, 40, 3), solids });
    expect(profile.cuts[0]?.top.map((value) => Number(value.toFixed(6)))).toEqual([10, 2, 15, 6, 15, 6, 20, 2]);
    const [middle] = heights(profile, 12.5);
    expect(middle).toBeCloseTo(4, 9);
  });

  it('takes the higher of two buildings, and tells whose it is', () => {
    const solids = [box('low', [10, 0, 20, 10], -4, 3), box('high', [20, 0, 20, 10], -4, 9, 'plan')];
    const profile = cutProfile({ ...flat, line: line(0, 5, 60, 5), solids });
    expect(heights(profile, 15, 25, 35)).toEqual([3, 9, 9]);
    expect(readProfile(profile, 15)?.owner).toEqual({ kind: 'building', id: 'low' });
    expect(readProfile(profile, 25)?.owner).toEqual({ kind: 'plan', id: 'high' });
    expect(readProfile(profile, 5)?.owner).toBeUndefined();
  });

  it('follows a line with a corner, and a building beside one leg only', () => {
    const profile = cutProfile({
      ...flat,
      line: line(0, 0, 50, 0, 50, 50),
      solids: [box('a', [45, 20, 10, 10], -4, 1)],
    });
    expect(profile.length).toBe(100);
    expect(heights(profile, 45, 69.9, 75, 80.1)).toEqual([-4, -4, 1, -4]);
  });

  it('goes on over what is not known, and says so', () => {
    const heightAt = (x: number) => (x - EAST > 20 && x - EAST < 30 ? undefined : 0);
    const profile = cutProfile({
      line: line(0, 0, 50, 0),
      heightAt,
      spacing: 1,
      solids: [box('a', [22, -5, 4, 10], 0, 7)],
    });
    expect(heights(profile, 20.5, 24, 28, 31)).toEqual([undefined, 7, undefined, 0]);
    expect(readProfile(profile, 24)?.ground).toBeUndefined();
    expect(readProfile(profile, 51)).toBeUndefined();
  });

  it('stands on the ground of the plan where that cuts the ground of today', () => {
    const [x0, x1] = [EAST + 30, EAST + 60];
    const [y0, y1] = [NORTH - 20, NORTH + 20];
    const basin = quad([
      [x0, y0, -8],
      [x1, y0, -8],
      [x1, y1, -8],
      [x0, y1, -8],
    ]);
    const newGround = { cut: [[x0, y0, x1, y0, x1, y1, x0, y1]], positions: Float64Array.from(basin) };
    const profile = cutProfile({ ...flat, line: line(0.5, 0, 100, 0), solids: [], newGround });
    expect(heights(profile, 29.49, 29.51, 59.49, 59.51)).toEqual([-4, -8, -8, -4]);
  });

  it('refuses a line without length', () => {
    expect(() => cutProfile({ ...flat, line: line(1, 1, 1, 1), solids: [] })).toThrow('two different points');
  });
});

describe('the upper envelope', () => {
  it('finds the crossing of two lines', () => {
    const pieces = [
      { d0: 0, h0: 0, d1: 10, h1: 10, owner: 'up' },
      { d0: 0, h0: 10, d1: 10, h1: 0, owner: 'down' },
      { d0: 2, h0: 4, d1: 8, h1: 4, owner: 'under' },
    ];
    const envelope = upperEnvelope(pieces);
    const turn = envelope.findIndex(({ owner }) => owner === 'up');
    expect(envelope[turn]?.d0).toBeCloseTo(5, 12);
    expect(new Set(envelope.map(({ owner }) => owner))).toEqual(new Set(['down', 'up']));
  });

  it('is nowhere below any of a thousand random pieces, and everywhere on one', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const pieces = Array.from({ length: 1000 }, (_, owner) => {
      const d0 = random() * 100;
      return { d0, h0: random() * 20, d1: d0 + 0.1 + random() * 10, h1: random() * 20, owner };
    });
    const at = (piece: (typeof pieces)[number], d: number) =>
      piece.h0 + ((d - piece.d0) / (piece.d1 - piece.d0)) * (piece.h1 - piece.h0);
    const envelope = upperEnvelope(pieces);
    for (let i = 0; i < 500; i++) {
      const d = random() * 100;
      const highest = Math.max(...pieces.filter(({ d0, d1 }) => d0 < d && d < d1).map((piece) => at(piece, d)));
      const top = envelope.find(({ d0, d1 }) => d0 <= d && d < d1);
      expect(top ? at(top, d) : Number.NEGATIVE_INFINITY).toBeCloseTo(highest, 5);
    }
  });
});

describe('the file of a profile', () => {
  it('is what Dutch Excel opens: byte order mark, semicolons, decimal commas', () => {
    const profile = cutProfile({
      ...flat,
      spacing: 10,
      line: line(0, 5, 20, 5),
      solids: [box('x;1', [5, 0, 5, 10], -4, 1)],
    });
    expect(profileToCsv(profile).split('\r\n')).toEqual([
      '\uFEFFdistance_m;ground_nap_m;surface_nap_m;what',
      '0,00;-4,00;-4,00;ground',
      '5,00;-4,00;-4,00;ground',
      '5,00;-4,00;1,00;"building x;1"',
      '10,00;-4,00;1,00;"building x;1"',
      '10,00;-4,00;-4,00;ground',
      '20,00;-4,00;-4,00;ground',
      '',
    ]);
  });
});
