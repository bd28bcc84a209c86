import { describe, expect, it } from 'vitest';
import { createClaimSpace } from '../../src/engines/claims.ts';
import type { Claim, ClaimConflict } from '../../src/model/claim.ts';
import { seedRandom } from '../../src/model/random.ts';
import { overlapOf } from './every-pair.ts';
import { answerPlain, areaOf, conflictOf, excluding, place, plainClaim, rectangle } from './plain-claim.ts';

const [X, Y] = [147_000, 507_000];
const square = rectangle(X, Y, 10, 10);

describe('claims that touch', () => {
  it('do not overlap along a shared side, at a corner, or where one side has a corner in the middle of the other', () => {
    expect(areaOf([square], [rectangle(X + 10, Y, 10, 10)])).toBe(0);
    expect(areaOf([square], [rectangle(X + 10, Y + 10, 10, 10)])).toBe(0);
    expect(areaOf([square], [[X + 10, Y, X + 20, Y, X + 20, Y + 10, X + 10, Y + 10, X + 10, Y + 3.3]])).toBe(0);
  });

  it('do not overlap at any angle, with coordinates rounded to millimetres', () => {
    const random = seedRandom(5);
    const toMillimetres = (ring: number[]) => ring.map((value) => Math.round(value * 1000) / 1000);
    const found: number[] = [];
    for (let i = 0; i < 500; i++) {
      const angle = 6.28 * random();
      const [k, l] = [3 + 6 * random(), 1 + 8 * random()];
      const own = (ring: number[]) => toMillimetres(place(ring, angle, X, Y));
      const ell = own([0, 0, 30, 0, 30, 20, 10, 20, 10, 10, 0, 10]);
      const nested = own([0, 10, k, 10, 10, 10, 10, 10 + l, 10, 20, 30, 20, 30, 40, 0, 40]);
      const beside = own([-20, -5, 0, -5, 0, k, 0, 30, -20, 30]);
      found.push(areaOf([ell], [nested]), areaOf([ell], [beside]), areaOf([beside], [nested]));
    }
    expect(found.filter((area) => area !== 0)).toEqual([]);
  });

  it('do not overlap where one fills the hole of the other', () => {
    const hole = rectangle(X + 3, Y + 3, 4, 4);
    expect(areaOf([square, hole], [hole])).toBe(0);
    expect(areaOf([square, hole], [rectangle(X + 3, Y + 3, 5, 4)])).toBeCloseTo(4, 9);
  });

  it('are told from a tooth of a millimetre that lies across another claim', () => {
    expect(areaOf([square], [rectangle(X + 4, Y - 5, 0.0009, 20)])).toBeCloseTo(0.009, 7);
    const comb = [X - 1, Y - 2, X + 11, Y - 2, X + 11, Y - 1];
    for (let i = 9; i > 0; i--) comb.push(X + i + 0.0009, Y - 1, X + i + 0.0009, Y + 5, X + i, Y + 5, X + i, Y - 1);
    expect(areaOf([square], [[...comb, X - 1, Y - 1]])).toBeCloseTo(9 * 0.0009 * 5, 7);
  });
});

describe('a conflict', () => {
  const a = plainClaim('a', [[square]]);
  const b = plainClaim('b', [[rectangle(X + 5, Y + 5, 10, 10)]], { lower: 4, upper: 30 });

  it('has the area, volume, heights and outline that both share', () => {
    expect(conflictOf(a, b)).toMatchObject({
      a: 'a',
      b: 'b',
      areaM2: 25,
      volumeM3: 150,
      heightRange: [4, 10],
      period: {},
      kind: 'excludes',
      reason: { id: 'matrix' },
    });
    expect(conflictOf(a, b)?.parts.flat(2)).toHaveLength(8);
  });

  it('is not there above, below, before or after, also when ends are equal', () => {
    expect(conflictOf(a, { ...b, lower: 10 })).toBeUndefined();
    expect(conflictOf(a, { ...b, lower: -9, upper: 0 })).toBeUndefined();
    expect(conflictOf({ ...a, validUntil: '2030-01-01' }, { ...b, validFrom: '2030-01-01' })).toBeUndefined();
    expect(conflictOf({ ...a, validUntil: '2030-01-02' }, { ...b, validFrom: '2030-01-01' })?.period).toEqual({
      from: '2030-01-01',
      until: '2030-01-02',
    });
  });

  it('is not known without a height, unless the heights that are known keep the two apart', () => {
    const { upper: _, ...open } = b;
    const found = conflictOf(a, open);
    expect(found).toMatchObject({ kind: 'unknown', reason: { id: 'no-height' } });
    expect([found?.volumeM3, found?.heightRange]).toEqual([undefined, undefined]);
    expect(conflictOf(a, { ...open, lower: 10.5 })).toBeUndefined();
    expect(conflictOf(a, { ...b, reference: 'ground' })?.reason).toEqual({ id: 'no-height' });
  });

  it('goes by what the claim says, then by the matrix, and is not known without a row', () => {
    const green: Claim = { ...b, theme: 'green' };
    expect(conflictOf(a, green)).toMatchObject({ kind: 'unknown', reason: { id: 'no-row' } });
    const combines = [{ themes: ['green', 'housing'] as const, kind: 'combinable' as const }];
    expect(conflictOf(a, green, combines as never)).toMatchObject({ kind: 'combinable', reason: { id: 'matrix' } });
    expect(conflictOf({ ...a, combinableWith: ['housing'] }, b)).toMatchObject({
      kind: 'combinable',
      reason: { id: 'claim' },
    });
  });

  it('is not known when it is narrower than its lines are accurate, or lower than its heights are', () => {
    const strip = plainClaim('b', [[rectangle(X + 9.6, Y, 10, 10)]], { accuracyM: 0.3 });
    const found = conflictOf({ ...a, accuracyM: 0.4 }, strip);
    expect(found).toMatchObject({
      kind: 'unknown',
      areaM2: expect.closeTo(4, 9),
      reason: { id: 'margin', accuracyM: 0.5 },
    });
    expect(found?.reason).toMatchObject({ marginM: expect.closeTo(0.4, 2) });
    expect(conflictOf({ ...a, accuracyM: 0.2 }, strip)?.kind).toBe('excludes');
    const heights = [
      { lowerNap: 0, upperNap: 10, errorM: 0.3 },
      { lowerNap: 9.7, upperNap: 20, errorM: 0.4 },
    ];
    const [low] = createClaimSpace([a, b], heights).answer({ matrix: excluding, assumedAccuracyM: 0 }).conflicts;
    expect(low).toMatchObject({ kind: 'unknown', reason: { id: 'margin', accuracyM: 0.5 } });
  });

  it('is sure of what is thin and lies deep: what counts is how far one would have to move to be apart', () => {
    const accuracyM = 0.5;
    const kindOf = (one: Partial<Claim>, other: Partial<Claim>) => {
      const found = conflictOf(
        plainClaim('a', [], { ...one, accuracyM }),
        plainClaim('b', [], { ...other, accuracyM: 0 }),
      );
      return [found?.kind, found?.reason];
    };
    const margin = (marginM: number) => [
      'unknown',
      { id: 'margin', marginM: expect.closeTo(marginM, 2), accuracyM: 0.5 },
    ];
    const sure = ['excludes', { id: 'matrix' }];
    const cable = (y: number, diameterM = 0.1) => ({ lines: [[X - 20, Y + y, X + 30, Y + y]], diameterM });
    const zone = { parts: [[rectangle(X - 50, Y, 100, 20)]] };
    // Within the zone, from its side inward; the way out is across that side.
    expect(kindOf(cable(5), zone)).toEqual(sure);
    expect(kindOf(cable(0.4), zone)).toEqual(margin(0.45));
    expect(kindOf(cable(0), zone)).toEqual(margin(0.05));
    expect(kindOf(zone, cable(0.5))).toEqual(sure);
    // Two cables that cross: out along the one or the other, which is half its length.
    expect(kindOf(cable(0), { lines: [[X, Y - 9, X, Y + 9]], diameterM: 0.1 })).toEqual(sure);
    expect(kindOf(cable(0), { lines: [[X, Y - 9, X, Y + 0.2]], diameterM: 0.1 })).toEqual(margin(0.3));
    // One beside the other parts them across.
    expect(kindOf(cable(0), cable(0.06))).toEqual(margin(0.04));
    // Out through the nearest of two sides, also when that is into a hole.
    const holed = { parts: [[rectangle(X - 50, Y, 100, 20), rectangle(X - 40, Y + 1, 80, 18)]] };
    expect(kindOf(cable(0.7), holed)).toEqual(margin(0.35));
    expect(kindOf({ ...cable(0.7), diameterM: 1 }, holed)).toEqual(sure);
  });

  it('is sure of what is low and lies deep', () => {
    const kindsAt = (lowerNap: number) => {
      const heights = [
        { lowerNap: 0, upperNap: 10, errorM: 0.3 },
        { lowerNap, upperNap: lowerNap + 0.1, errorM: 0.4 },
      ];
      const [found] = createClaimSpace([a, b], heights).answer({ matrix: excluding, assumedAccuracyM: 0 }).conflicts;
      return [found?.kind, found?.volumeM3];
    };
    expect(kindsAt(5)).toEqual(['excludes', expect.closeTo(2.5, 9)]);
    expect(kindsAt(0.3)[0]).toBe('unknown');
    expect(kindsAt(0.41)[0]).toBe('excludes');
    expect(kindsAt(9.6)[0]).toBe('unknown');
  });

  it('takes an accuracy that is assumed where the source says none', () => {
    const strip = plainClaim('b', [[rectangle(X + 9.6, Y, 10, 10)]]);
    expect(answerPlain([a, strip]).conflicts[0]?.kind).toBe('excludes');
    expect(answerPlain([a, strip], excluding, 0.5).conflicts[0]?.reason.id).toBe('margin');
  });
});

describe('what a claim takes', () => {
  it('is a disc around a point, a strip along a line, and more with a buffer', () => {
    const far = plainClaim('z', [[rectangle(X - 500, Y - 500, 1000, 1000)]]);
    const line = plainClaim('a', [], { lines: [[X, Y, X + 100, Y]], diameterM: 1, bufferM: 2 });
    expect(conflictOf(line, far)?.areaM2).toBeCloseTo(100 * 5 + Math.PI * 2.5 ** 2, 1);
    const point = plainClaim('a', [], { lines: [[X, Y]], diameterM: 6 });
    expect(conflictOf(point, far)?.areaM2).toBeCloseTo(Math.PI * 9, 1);
    const zone = plainClaim('a', [[square]], { bufferM: 5 });
    expect(conflictOf(zone, far)?.areaM2).toBeCloseTo(100 + 4 * 50 + Math.PI * 25, 1);
  });

  it('is repaired with a note, or refused by name', () => {
    const broken: [string, Claim['parts'], number, RegExp | undefined][] = [
      ['closed', [[[...square, X, Y]]], 100, undefined],
      ['repeats', [[[X, Y, X, Y, X + 10, Y, X + 10, Y + 10, X, Y + 10]]], 100, /repeats corners/],
      ['bowtie', [[[X, Y, X + 10, Y + 10, X + 10, Y, X, Y + 10]]], 50, /cross/],
      ['spike', [[[X, Y, X + 10, Y, X + 20, Y, X + 10, Y, X + 10, Y + 10, X, Y + 10]]], 100, /cross/],
      ['stray hole', [[square, rectangle(X + 20, Y, 5, 5)]], 100, /hole 1 reaches out/],
      ['crossing hole', [[square, rectangle(X + 5, Y + 2, 10, 5)]], 75, /cross/],
      ['touching itself', [[[X, Y, X + 5, Y + 5, X + 10, Y, X + 10, Y + 10, X + 5, Y + 5, X, Y + 10]]], 50, undefined],
      ['overlapping parts', [[square], [rectangle(X + 5, Y, 10, 10)]], 150, /its parts overlap by 50.00 m²/],
      ['clockwise', [[[X, Y, X, Y + 10, X + 10, Y + 10, X + 10, Y]]], 100, undefined],
      ['line', [[[X, Y, X + 10, Y, X + 5, Y]]], 0, /refused/],
      ['two corners', [[[X, Y, X + 10, Y]]], 0, /refused: the outline has fewer than three corners/],
      [
        'no number',
        [[[X, Y, Number.NaN, Y, X, Y + 10]]],
        0,
        /refused: the outline holds a coordinate that is no number/,
      ],
      ['nothing', [], 0, /refused: it has no geometry/],
    ];
    for (const [name, parts, area, note] of broken) {
      const space = createClaimSpace([plainClaim(name, parts)], [{ errorM: 0 }]);
      const { balance } = space.answer({ matrix: [], assumedAccuracyM: 0 });
      expect([name, balance[0]?.claimedM2 ?? 0]).toEqual([name, expect.closeTo(area, 6)]);
      if (note) expect(space.notes[0]).toMatch(note);
      else expect(space.notes).toEqual([]);
      for (const text of space.notes) expect(text).toContain(`claim "${name}"`);
    }
  });
});

/** Plots and zones of all kinds, askew, some with holes and parts. */
function randomClaims(seed: number, count: number): Claim[] {
  const random = seedRandom(seed);
  const themes = ['housing', 'green', 'water'];
  return Array.from({ length: count }, (_, i) => {
    const [x, y, angle] = [X + 120 * random(), Y + 120 * random(), 6.28 * random()];
    const size = 5 + 25 * random();
    const own = (ring: number[]) => place(ring, angle, x, y);
    const forms: (() => Claim['parts'])[] = [
      () => [[own(rectangle(0, 0, size, size * 0.7))]],
      () => [[own([0, 0, size, 0, size, size, size / 2, size, size / 2, size / 2, 0, size / 2])]],
      () => [[own(rectangle(0, 0, size, size)), own(rectangle(size / 4, size / 4, size / 2, size / 2))]],
      () => [[own(rectangle(0, 0, size, 3))], [own(rectangle(0, 6, size, 3))]],
    ];
    const parts = forms[i % forms.length]?.() ?? [];
    const theme = themes[i % 3] as string;
    return plainClaim(`c${String(i).padStart(3, '0')}`, parts, { theme, lower: 5 * random(), upper: 6 + 9 * random() });
  });
}

const matrix = [...excluding, { themes: ['green', 'housing'] as [string, string], kind: 'excludes' as const }];

const figuresOf = (conflicts: readonly ClaimConflict[]) => conflicts.map(({ parts: _, ...rest }) => rest);

describe('all conflicts of a set', () => {
  const claims = randomClaims(11, 120);
  const { conflicts, balance } = answerPlain(claims, matrix);

  it('are there', () => expect(conflicts.length).toBeGreaterThan(200));

  it('do not depend on the order of the claims', () => {
    const random = seedRandom(3);
    const shuffled = claims.map((claim) => ({ claim, at: random() })).sort((a, b) => a.at - b.at);
    const other = answerPlain(
      shuffled.map(({ claim }) => claim),
      matrix,
    );
    expect(other.conflicts).toEqual(conflicts);
    expect(other.balance).toEqual(balance);
  });

  it('do not depend on where the claims lie, nor on which of two is named first', () => {
    const moved = claims.map((claim) => ({
      ...claim,
      id: `c${999 - Number(claim.id.slice(1))}`,
      parts: claim.parts.map((rings) => rings.map((ring) => ring.map((v, i) => v + (i % 2 === 0 ? -61_234 : 33_001)))),
    }));
    const other = answerPlain(moved, matrix).conflicts;
    const back = (id: string) => `c${String(999 - Number(id.slice(1))).padStart(3, '0')}`;
    const areas = new Map(other.map((conflict) => [`${back(conflict.b)} ${back(conflict.a)}`, conflict]));
    expect(other).toHaveLength(conflicts.length);
    for (const conflict of conflicts) {
      const same = areas.get(`${conflict.a} ${conflict.b}`);
      expect(same?.areaM2).toBeCloseTo(conflict.areaM2, 6);
      expect([same?.kind, same?.reason]).toEqual([conflict.kind, conflict.reason]);
    }
  });

  it('have outlines that cover their areas', () => {
    for (const { a, b, parts, areaM2 } of conflicts) {
      const [outline] = createClaimSpace([plainClaim('o', parts)], [{ errorM: 0 }]).answer({
        matrix,
        assumedAccuracyM: 0,
      }).balance;
      expect([a, b, outline?.claimedM2]).toEqual([a, b, expect.closeTo(areaM2, 4)]);
    }
  });

  it('are those of each pair on its own, and add up when a claim is cut in two', () => {
    const expected = figuresOf(conflicts).filter(({ a, b }) => a < 'c040' && b < 'c040');
    const alone = claims
      .slice(0, 40)
      .flatMap((a, i) => claims.slice(i + 1, 40).flatMap((b) => answerPlain([a, b], matrix).conflicts));
    expect(figuresOf(alone)).toEqual(
      expected.map((one) => ({
        ...one,
        areaM2: expect.closeTo(one.areaM2, 8),
        ...(one.volumeM3 === undefined ? {} : { volumeM3: expect.closeTo(one.volumeM3, 6) }),
      })),
    );
    const whole = [plainClaim('w', [[rectangle(X, Y, 100, 100)]]), ...claims];
    const halves = [plainClaim('w', [[rectangle(X, Y, 37, 100)], [rectangle(X + 37, Y, 63, 100)]]), ...claims];
    const sums = [whole, halves].map((set) =>
      answerPlain(set, matrix)
        .conflicts.filter(({ b }) => b === 'w')
        .map(({ areaM2 }) => areaM2),
    );
    expect(sums[0]?.length).toBeGreaterThan(50);
    expect(sums[1]).toEqual(sums[0]?.map((area) => expect.closeTo(area, 5)));
  });
});

describe('the balance of a theme', () => {
  it('counts ground once, and tells what is claimed twice', () => {
    const claims = [
      plainClaim('a', [[rectangle(X, Y, 10, 10)]]),
      plainClaim('b', [[rectangle(X + 5, Y, 10, 10)]]),
      plainClaim('c', [[rectangle(X + 7, Y, 10, 10)]]),
      plainClaim('d', [[rectangle(X, Y + 5, 30, 10)]], { theme: 'green' }),
      plainClaim('e', [[rectangle(X + 100, Y, 10, 10)]], { theme: 'water' }),
      plainClaim('f', [[rectangle(X + 105, Y, 10, 10)]], { theme: 'water', validFrom: '2030-01-01' }),
      plainClaim('g', [[rectangle(X + 100, Y, 10, 10)]], { theme: 'energy', validUntil: '2030-01-01' }),
    ];
    const rounded = answerPlain(claims).balance.map(({ theme, ...figures }) => [
      theme,
      ...Object.values(figures).map((value) => Math.round(value * 1e4) / 1e4),
    ]);
    expect(rounded).toEqual([
      ['energy', 100, 100, 100],
      ['green', 300, 300, 85],
      ['housing', 300, 170, 135],
      ['water', 200, 150, 100 + 0],
    ]);
  });
});

describe('large areas over many small ones', () => {
  const contour = (x: number, y: number, corners: number): number[] =>
    Array.from({ length: corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / corners;
      const reach = 100 + 20 * Math.sin(5 * angle) + 6 * Math.sin(61 * angle);
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    }).flat();
  const plots = Array.from({ length: 900 }, (_, i) =>
    plainClaim(`p${i}`, [[rectangle(X + 10 * (i % 30), Y + 10 * Math.floor(i / 30), 10, 10)]], { theme: 'green' }),
  );
  const zones = [150, 165].map((x, i) =>
    plainClaim(`zone${i}`, [[contour(X + x, Y + 150, 900)]], { theme: i === 0 ? 'noise' : 'safety' }),
  );
  const { conflicts, balance } = answerPlain([...plots, ...zones]);
  const claimedOf = (theme: string) => balance.find((row) => row.theme === theme);

  it('are shared out over the small ones to the last square centimetre', () => {
    for (const [zone, theme] of [
      ['zone0', 'noise'],
      ['zone1', 'safety'],
    ] as const) {
      const own = conflicts.filter(({ a, b }) => a.startsWith('p') && b === zone);
      const sum = own.reduce((all, { areaM2 }) => all + areaM2, 0);
      expect(own.length).toBeGreaterThan(300);
      expect(sum).toBeCloseTo(claimedOf(theme)?.claimedM2 ?? 0, 4);
    }
  });

  it('overlap each other, and are claimed twice everywhere, as another library has it', () => {
    const [a, b] = zones as [Claim, Claim];
    const { areaM2 } = overlapOf(a.parts, b.parts);
    const found = conflicts.find((conflict) => conflict.a === 'zone0' && conflict.b === 'zone1');
    expect(found?.areaM2).toBeCloseTo(areaM2, 4);
    const { claimedM2 = 0, doubleClaimedM2 } = claimedOf('noise') ?? {};
    expect(doubleClaimedM2).toBeCloseTo(claimedM2, 3);
    expect(claimedOf('green')?.doubleClaimedM2).toBeCloseTo(2 * claimedM2 - areaM2, 3);
  });
});

describe('the claims of a place', () => {
  const claims = randomClaims(7, 200);
  const space = createClaimSpace(
    claims,
    claims.map(() => ({ errorM: 0 })),
  );

  it('are the ones around a point, holes left out', () => {
    const random = seedRandom(1);
    const ringed = createClaimSpace([plainClaim('a', [[square, rectangle(X + 3, Y + 3, 4, 4)]])], [{ errorM: 0 }]);
    expect(ringed.listAt(X + 5, Y + 5)).toEqual([]);
    expect(ringed.listAt(X + 1, Y + 5)).toEqual([{ id: 'a' }]);
    let sum = 0;
    for (let i = 0; i < 200; i++) {
      const [x, y] = [X + 120 * random(), Y + 120 * random()];
      const tiny = space
        .listWithin(rectangle(x - 0.01, y - 0.01, 0.02, 0.02))
        .filter(({ areaM2 = 0 }) => areaM2 > 3.99e-4);
      expect(space.listAt(x, y)).toEqual(expect.arrayContaining(tiny.map(({ id }) => ({ id }))));
      sum += tiny.length;
    }
    expect(sum).toBeGreaterThan(300);
  });

  it('are the ones in a ring, with how much of each', () => {
    const found = space.listWithin(rectangle(X - 200, Y - 200, 600, 600));
    expect(found.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    const { balance } = space.answer({ matrix: [], assumedAccuracyM: 0 });
    const total = balance.reduce((sum, { claimedM2 }) => sum + claimedM2, 0);
    expect(found.reduce((sum, { areaM2 = 0 }) => sum + areaM2, 0)).toBeCloseTo(total, 3);
    expect(() => space.listWithin([X, Y, X + 1, Y])).toThrow('ring with an area');
  });
});
