import { describe, expect, it } from 'vitest';
import { box, checkOne, checkRule, claim, part, plan, X, Y } from './claim-rule-cases.ts';

describe('heights', () => {
  const rule = { kind: 'maximum-height', parameters: { from: 'peil', maximumM: 12 } } as const;
  const tower = (upperPeil: number, more = {}) => plan([part('a', box(0, 0, 10, 10), { upperPeil })], more);

  it('are held against the rule, from the zero of the plan', () => {
    expect(checkOne(rule, { plan: tower(12) })).toMatchObject({ result: 'meets', measured: 12, limit: 12, margin: 0 });
    const check = checkOne(rule, { plan: tower(15.5) });
    expect(check).toMatchObject({ claim: 'a', rule: 'r', result: 'fails', margin: -3.5, unit: 'm', article: '3.1' });
    expect(check.reason.nl).toBe(
      'Blok a is 15,5 m hoog vanaf peil; de regel is ten hoogste 12 m. Dat voldoet niet: 3,5 m te hoog.',
    );
    expect(check.reason.en).toBe(
      'Blok a is 15.5 m high from peil; the rule is 12 m at most. That fails it: 3.5 m too high.',
    );
    expect(check.at).toEqual([X + 5, Y + 5]);
  });

  it('are unknown within the precision of the drawing and the tolerance of the rule, joined as squares', () => {
    const parameters = { from: 'peil', maximumM: 12 };
    const within = (upperPeil: number, toleranceM: number) =>
      checkOne({ kind: 'maximum-height', parameters, toleranceM }, { plan: tower(upperPeil, { precisionM: 0.3 }) })
        .result;
    expect(within(12.49, 0.4)).toBe('unknown');
    expect(within(12.51, 0.4)).toBe('fails');
    expect(within(11.51, 0.4)).toBe('unknown');
    expect(within(11.49, 0.4)).toBe('meets');
    expect(within(12.31, 0)).toBe('fails');
  });

  it('are unknown without a zero, and say so', () => {
    const check = checkOne(rule, { plan: plan([part('a', box(0, 0, 10, 10), { upperNap: 9 })]) });
    expect(check).toMatchObject({ result: 'unknown' });
    expect(check.measured).toBeUndefined();
    expect(check.reason.nl).toMatch(/noemt geen peil/);
  });

  it('follow the lowest norm of the claims that a building stands in, before the rule', () => {
    const norm = (value: number) => ({ type: 'maximum-height', value, unit: 'm', article: `art. ${value}` });
    const claims = [
      claim('low', { parts: [[box(-5, -5, 30, 30)]], norms: [norm(20)] }),
      claim('lower', { parts: [[box(-5, -5, 30, 30)]], norms: [norm(18)] }),
      claim('beside', { parts: [[box(10, 0, 30, 30)]], norms: [norm(3)] }),
    ];
    expect(checkOne(rule, { plan: tower(19), claims })).toMatchObject({
      result: 'fails',
      limit: 18,
      against: 'lower',
      article: 'art. 18',
    });
    const without = { kind: 'maximum-height', parameters: { from: 'peil' } } as const;
    expect(checkOne(without, { plan: tower(19) })).toMatchObject({ result: 'not-checked' });
  });

  it('leave minor parts and other uses alone, and say which', () => {
    const minor = {
      kind: 'maximum-height',
      parameters: { from: 'peil', maximumM: 12, minorUses: ['schoorsteen'] },
    } as const;
    const chimney = part('c', box(0, 0, 1, 1), { use: 'schoorsteen', upperPeil: 40 });
    expect(checkOne(minor, { plan: plan([chimney]) })).toMatchObject({ result: 'not-checked', claim: 'c' });
    const bridge = part('b', box(0, 0, 1, 1), { use: 'brug', upperPeil: 40 });
    const check = checkOne({ ...rule, applies: { exceptUses: ['brug'] } }, { plan: plan([bridge]) });
    expect(check.reason.en).toBe('Not checked: Blok b; their use is not what the rule is about.');
  });

  it('measure eaves where they are known', () => {
    const eaves = { kind: 'maximum-eaves', parameters: { from: 'nap', maximumM: 7 } } as const;
    const house = (more: object) => plan([part('a', box(0, 0, 10, 10), more)]);
    expect(checkOne(eaves, { plan: house({ eavesNap: 6 }) })).toMatchObject({ result: 'meets', margin: 1 });
    expect(checkOne(eaves, { plan: house({}) })).toMatchObject({ result: 'unknown' });
  });
});

describe('building planes', () => {
  const rule = { kind: 'within-theme', parameters: { of: { ids: ['plane*'] }, maximumM: 0 } } as const;
  const planes = [
    claim('plane-1', { parts: [[box(0, 0, 20, 20)]] }),
    claim('plane-2', { parts: [[box(20, 0, 20, 20)]] }),
  ];

  it('hold buildings that cross from one into the next', () => {
    const check = checkOne(rule, { plan: plan([part('a', box(15, 5, 10, 10))]), claims: planes });
    expect(check).toMatchObject({ result: 'meets', measured: 0 });
    expect(check.margin).toBeCloseTo(5, 3);
  });

  it('tell how far a building reaches out, at its farthest corner', () => {
    const check = checkOne(rule, { plan: plan([part('a', box(30, 15, 13, 9))]), claims: planes });
    expect(check).toMatchObject({ result: 'fails', against: 'plane-2' });
    expect(check.measured).toBeCloseTo(Math.hypot(3, 4), 2);
  });

  it('tell how far the middle of a hole in the plane lies out, where no corner does', () => {
    const ring = claim('plane-3', {
      parts: [
        [
          box(0, 0, 40, 40),
          box(15, 15, 10, 10)
            .toReversed()
            .flatMap((_, i, all) => (i % 2 === 0 ? [all[i + 1] as number, all[i] as number] : [])),
        ],
      ],
    });
    const check = checkOne(rule, { plan: plan([part('a', box(10, 10, 20, 20))]), claims: [ring] });
    expect(check.measured).toBeCloseTo(5, 1);
    expect(check.result).toBe('fails');
  });

  it('are unknown for a building that is drawn on the line of an inaccurate plane', () => {
    const blurred = planes.map((plane) => ({ ...plane, accuracyM: 0.3 }));
    expect(checkOne(rule, { plan: plan([part('a', box(0, 5, 10, 10))]), claims: blurred }).result).toBe('unknown');
    expect(checkOne(rule, { plan: plan([part('a', box(0.31, 5, 10, 10))]), claims: blurred }).result).toBe('meets');
  });

  it('measure what is built in them, every m² once', () => {
    const built = { kind: 'built-percentage', parameters: { of: { ids: ['plane-1'] }, maximumPercent: 40 } } as const;
    const parts = [part('a', box(0, 0, 10, 10)), part('b', box(5, 0, 10, 10)), part('c', box(18, 18, 10, 10))];
    const check = checkOne(built, { plan: plan(parts), claims: planes });
    expect(check.measured).toBeCloseTo((100 * (150 + 4)) / 400, 6);
    expect(check).toMatchObject({ claim: 'plane-1', result: 'meets', unit: '%' });
    const elsewhere = { plan: plan([part('a', box(60, 60, 9, 9))]), claims: planes };
    expect(checkOne(built, elsewhere).reason.en).toMatch(/does not build where the rule holds/);
    const norms = [{ type: 'built-percentage', value: 30, unit: '%' }];
    const strict = [{ ...planes[0], norms }] as typeof planes;
    expect(checkOne(built, { plan: plan(parts), claims: strict })).toMatchObject({ limit: 30, result: 'fails' });
    const whole = { kind: 'built-percentage', parameters: { maximumPercent: 38 } } as const;
    expect(checkOne(whole, { plan: plan(parts, { area: box(0, 0, 20, 20) }) })).toMatchObject({ result: 'fails' });
    expect(checkOne(whole, { plan: plan(parts) })).toMatchObject({ result: 'unknown' });
    // 0.5 m per corner of three squares of 10 m is 15 m² or 3 % of 400.
    expect(checkOne(whole, { plan: plan(parts, { area: box(0, 0, 20, 20), precisionM: 0.5 }) })).toMatchObject({
      result: 'unknown',
    });
  });
});

describe('distances', () => {
  const rule = { kind: 'distance-to-theme', parameters: { of: { themes: ['underground'] }, minimumM: 5 } } as const;
  const pipe = claim('pipe', { theme: 'underground', lines: [[X - 50, Y, X + 50, Y]], diameterM: 0.4, bufferM: 5 });

  it('are measured to the drawn line, without its buffer', () => {
    const check = checkOne(rule, { plan: plan([part('a', box(0, 4, 10, 10))]), claims: [pipe] });
    expect(check).toMatchObject({ result: 'fails', measured: 4, margin: -1, against: 'pipe', rule: 'r' });
    expect(check.reason.nl).toContain('ligt op 4 m van Claim pipe');
    expect(checkOne(rule, { plan: plan([part('a', box(0, 5, 10, 10))]), claims: [pipe] }).result).toBe('meets');
  });

  it('are zero across a line and within an area', () => {
    const over = checkOne(rule, { plan: plan([part('a', box(0, -5, 10, 10))]), claims: [pipe] });
    expect(over).toMatchObject({ measured: 0, result: 'fails' });
    const field = claim('field', { theme: 'underground', parts: [[box(-50, -50, 100, 100)]] });
    expect(checkOne(rule, { plan: plan([part('a', box(0, 0, 10, 10))]), claims: [field] }).measured).toBe(0);
  });

  it('follow the norm of the claim that leaves least room, not the nearest', () => {
    const main = claim('main', {
      theme: 'underground',
      lines: [[X - 50, Y - 6, X + 50, Y - 6]],
      norms: [{ type: 'distance-to-theme', value: 20, unit: 'm' }],
    });
    const check = checkOne(rule, { plan: plan([part('a', box(0, 6, 10, 10))]), claims: [pipe, main] });
    expect(check).toMatchObject({ against: 'main', measured: 12, limit: 20, margin: -8 });
  });

  it('leave out what has ended when the building comes', () => {
    const past = { ...pipe, validUntil: '2028-01-01' };
    const later = plan([part('a', box(0, 4, 10, 10), { from: '2028-01-01' })]);
    expect(checkOne(rule, { plan: later, claims: [past] })).toMatchObject({ result: 'not-checked' });
    const sooner = plan([part('a', box(0, 4, 10, 10), { from: '2027-12-31' })]);
    expect(checkOne(rule, { plan: sooner, claims: [past] })).toMatchObject({ result: 'fails' });
  });

  it('of crowns and stems of new trees are told where they fail', () => {
    const trees = [
      { x: X, y: Y + 3, crown: 4 },
      { x: X, y: Y + 20, crown: 4 },
    ];
    const of = { themes: ['underground'] };
    const crowns = { kind: 'distance-to-theme', parameters: { of, minimumM: 2, subject: 'tree-crowns' } } as const;
    expect(checkOne(crowns, { plan: plan([], { trees }), claims: [pipe] })).toMatchObject({
      claim: 'tree-1',
      measured: 1,
      result: 'fails',
    });
    const stems = { kind: 'distance-to-theme', parameters: { of, minimumM: 2, subject: 'tree-stems' } } as const;
    expect(checkOne(stems, { plan: plan([], { trees }), claims: [pipe] })).toMatchObject({
      claim: 'tree-1',
      measured: 3,
      result: 'meets',
    });
  });

  it('to trees that stay count from crown or stem, and are unknown without a source', () => {
    const trees = [{ x: X + 16, y: Y + 5, crown: 8 }];
    const near = (to: string) =>
      checkOne(
        { kind: 'distance-to-trees', parameters: { minimumM: 3, to } },
        { plan: plan([part('a', box(0, 0, 10, 10))]), trees },
      );
    expect(near('crown')).toMatchObject({ measured: 2, result: 'fails' });
    expect(near('stem')).toMatchObject({ measured: 6, result: 'meets' });
    const without = { kind: 'distance-to-trees', parameters: { minimumM: 3, to: 'crown' } } as const;
    expect(checkOne(without, { plan: plan([part('a', box(0, 0, 10, 10))]) }).result).toBe('unknown');
  });

  it('to water of the plan are measured to its nearest piece', () => {
    const ground = [
      { surface: 'water' as const, areaM2: 100, polygons: [[box(13, 14, 10, 10)]] },
      { surface: 'road' as const, areaM2: 100, polygons: [[box(11, 0, 10, 10)]] },
    ];
    const shore = { kind: 'distance-to-ground', parameters: { surfaces: ['water'], minimumM: 5 } } as const;
    expect(checkOne(shore, { plan: plan([part('a', box(0, 0, 10, 10))], { ground }) })).toMatchObject({
      measured: 5,
      result: 'meets',
    });
    expect(checkOne(shore, { plan: plan([part('a', box(0, 0, 10, 10))]) })).toMatchObject({ result: 'unknown' });
  });
});

describe('contours', () => {
  const of = { themes: ['safety'] };
  const rule = {
    kind: 'overlap-with-theme',
    parameters: { of, strength: 'forbid' },
    applies: { uses: ['wonen', 'school'] },
  } as const;
  const contour = claim('contour', { parts: [[box(0, 0, 100, 100)]], accuracyM: 0.5 });
  const home = (x: number, more = {}) => plan([part('a', box(x, 40, 10, 10), more)]);

  it('fail where homes lie in them, by the area that they share', () => {
    const check = checkOne(rule, { plan: home(-4), claims: [contour] });
    expect(check).toMatchObject({ result: 'fails', limit: 0, unit: 'm²', against: 'contour' });
    expect(check.measured).toBeCloseTo(60, 6);
    expect(check.reason.nl).toBe(
      'Blok a ligt voor 60 m² in Claim contour; de regel is ten hoogste 0 m². Dat voldoet niet: 6 m te ver.',
    );
  });

  it('are unknown where the line could lie on either side', () => {
    expect(checkOne(rule, { plan: home(-9.6), claims: [contour] }).result).toBe('unknown');
    expect(checkOne(rule, { plan: home(-10.4), claims: [contour] }).result).toBe('unknown');
    expect(checkOne(rule, { plan: home(-10.6), claims: [contour] })).toMatchObject({ result: 'meets', measured: 0 });
    expect(checkOne(rule, { plan: home(-9), claims: [contour] }).result).toBe('fails');
  });

  it('fail for a building across a strip that is narrower than the error of its line', () => {
    const strip = claim('strip', { lines: [[X - 50, Y + 45, X + 50, Y + 45]], diameterM: 0.6, accuracyM: 0.5 });
    const check = checkOne(rule, { plan: home(0), claims: [strip] });
    expect(check.measured).toBeCloseTo(6, 3);
    expect(check.result).toBe('fails');
  });

  it('fail for what is thin across a strip that is thin too: only a long way along either would part them', () => {
    const wall = plan([part('a', box(0, 40, 0.4, 10))]);
    const strip = (west: number) =>
      claim('strip', { lines: [[X + west, Y + 45, X + 50, Y + 45]], diameterM: 0.6, accuracyM: 0.5 });
    const across = checkOne(rule, { plan: wall, claims: [strip(-50)] });
    expect(across).toMatchObject({ result: 'fails' });
    expect(across.margin).toBeCloseTo(-5.3, 2);
    // The round end of the strip reaches 0.3 m past its line: out across the wall is the least.
    const short = checkOne(rule, { plan: wall, claims: [strip(0.3)] });
    expect(short.result).toBe('unknown');
    expect(short.margin).toBeCloseTo(-0.4, 2);
  });

  it('grow by their buffers', () => {
    const check = checkOne(rule, { plan: home(105), claims: [{ ...contour, bufferM: 8 }] });
    expect(check.measured).toBeCloseTo(30, 2);
  });

  it('are no matter of offices, and unknown for what has no use', () => {
    expect(checkOne(rule, { plan: home(0, { use: 'kantoor' }), claims: [contour] }).result).toBe('not-checked');
    expect(checkOne(rule, { plan: home(0, { use: 'kantoor, school en horeca' }), claims: [contour] }).result).toBe(
      'fails',
    );
    const { use: _, ...bare } = part('a', box(0, 40, 10, 10));
    expect(checkOne(rule, { plan: plan([bare]), claims: [contour] }).reason.en).toBe(
      'Blok a: unknown, because its use is not known.',
    );
  });

  it('may ask for reasons: that is unknown here', () => {
    const justify = { kind: 'overlap-with-theme', parameters: { of, strength: 'justify' } } as const;
    const check = checkOne(justify, { plan: home(0), claims: [contour] });
    expect(check).toMatchObject({ result: 'unknown', measured: 100 });
    expect(check.reason.nl).toMatch(/vraagt een motivering/);
    expect(checkOne(justify, { plan: home(-30), claims: [contour] }).result).toBe('meets');
  });

  it('count in height too where the rule says so', () => {
    const high = { kind: 'overlap-with-theme', parameters: { of, strength: 'forbid', inHeight: true } } as const;
    const check = (upperNap: number | undefined, errorM: number) =>
      checkOne(high, {
        plan: plan([part('a', box(0, 0, 10, 10), { lowerNap: 0, ...(upperNap !== undefined && { upperNap }) })]),
        claims: [contour],
        claimHeights: [{ lowerNap: 20, upperNap: 40, errorM }],
      });
    expect(check(25, 1).result).toBe('fails');
    expect(check(18, 1)).toMatchObject({ result: 'meets', margin: 2, measured: 0 });
    expect(check(19.5, 1).result).toBe('unknown');
    expect(check(20.5, 1).result).toBe('unknown');
    expect(check(undefined, 1).result).toBe('unknown');
  });

  it('can be held against claims as well as buildings', () => {
    const wish = claim('wish', { theme: 'housing', hardness: 'ambition', parts: [[box(90, 0, 20, 10)]] });
    const claims = [contour, wish];
    const check = checkOne(
      {
        kind: 'overlap-with-theme',
        parameters: { of, strength: 'forbid' },
        applies: { claims: { themes: ['housing'] } },
      },
      { claims },
    );
    expect(check).toMatchObject({ claim: 'wish', result: 'fails', against: 'contour' });
    expect(check.measured).toBeCloseTo(100, 6);
  });
});

describe('a rule', () => {
  it('that names no claim in the data is not checked, with why', () => {
    const rule = { kind: 'overlap-with-theme', parameters: { of: { themes: ['noise'] }, strength: 'forbid' } } as const;
    expect(checkOne(rule, { plan: plan([part('a', box(0, 0, 10, 10))]) })).toMatchObject({ result: 'not-checked' });
  });

  it('says that nothing is known of placed models', () => {
    const rule = { kind: 'maximum-height', parameters: { from: 'peil', maximumM: 12 } } as const;
    const checks = checkRule(rule, { plan: plan([], { leftOut: ['toren.glb'] }) });
    expect(checks.map(({ result, reason }) => [result, reason.nl])).toEqual([
      ['unknown', 'toren.glb: onbekend, want van een geplaatst model is de omtrek niet bekend.'],
    ]);
  });

  it('holds claims apart that it names on both sides, but none from itself', () => {
    const themes = ['safety'];
    const rule = {
      kind: 'distance-to-theme',
      parameters: { of: { themes }, minimumM: 30 },
      applies: { claims: { themes } },
    } as const;
    const claims = [claim('a', { parts: [[box(0, 0, 10, 10)]] }), claim('b', { parts: [[box(30, 0, 10, 10)]] })];
    expect(checkRule(rule, { claims }).map(({ claim: id, against, measured }) => [id, against, measured])).toEqual([
      ['a', 'b', 20],
      ['b', 'a', 20],
    ]);
  });

  it('about the whole plan can be flown to: the middle of its area, or of its buildings', () => {
    const rule = {
      kind: 'attribute-limit',
      parameters: { attribute: 'footprint-m2', per: 'plan', maximum: 9 },
    } as const;
    const parts = [part('a', box(0, 0, 10, 10)), part('b', box(20, 0, 10, 10))];
    expect(checkOne(rule, { plan: plan(parts) }).at).toEqual([X + 15, Y + 5]);
    expect(checkOne(rule, { plan: plan(parts, { area: box(0, 0, 100, 60) }) }).at).toEqual([X + 50, Y + 30]);
  });

  it('tells what fails first, whatever the order of the buildings', () => {
    const rule = { kind: 'maximum-height', parameters: { from: 'peil', maximumM: 12 } } as const;
    const parts = [10, 14, 11, 20].map((upperPeil, i) => part(String(i), box(20 * i, 0, 10, 10), { upperPeil }));
    const checks = checkRule(rule, { plan: plan(parts) });
    expect(checks.map(({ margin }) => margin)).toEqual([-8, -2, 1, 2]);
    expect(checkRule(rule, { plan: plan(parts.toReversed()) })).toEqual(checks);
  });
});
