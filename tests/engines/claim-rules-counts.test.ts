import { describe, expect, it } from 'vitest';
import { box, checkOne, checkRule, part, plan, X, Y } from './claim-rule-cases.ts';

describe('water compensation', () => {
  const parameters = { thresholdM2: 500, millimetres: 60, paved: ['road', 'paving'], waterRiseM: 0.3 };
  const rule = { kind: 'water-compensation', parameters } as const;
  const ground = [
    { surface: 'road' as const, areaM2: 2000, polygons: [[box(0, 0, 100, 20)]] },
    { surface: 'garden' as const, areaM2: 3000, polygons: [[box(0, 20, 100, 30)]] },
    { surface: 'water' as const, areaM2: 200, polygons: [[box(0, 50, 100, 2)]] },
  ];
  // Half over the road, which is paved already.
  const parts = [part('a', box(10, 10, 20, 20))];

  it('stores so many mm of all new paving and roofs, every m² once', () => {
    const check = checkOne(rule, { plan: plan(parts, { ground, figures: { waterStorageM3: 60 } }) });
    // (2000 + 200) m² × 0.06 m against 200 m² × 0.3 m + 60 m³.
    expect(check.limit).toBeCloseTo(132, 6);
    expect(check.measured).toBeCloseTo(120, 6);
    expect(check).toMatchObject({ result: 'fails', unit: 'm³' });
    expect(check.reason.nl).toBe(
      'Er komt 2.200 m² verharding en dak bij; daarvoor is 132 m³ waterberging nodig en het plan heeft 120 m³. Dat voldoet niet: 12 m³ te weinig.',
    );
  });

  it('is unknown where the plan names no storage, unless its open water is enough', () => {
    const check = checkOne(rule, { plan: plan(parts, { ground }) });
    expect(check).toMatchObject({ result: 'unknown', measured: 60 });
    expect(check.reason.en).toMatch(/names no storage of water/);
    const more = { ...rule, parameters: { ...parameters, waterRiseM: 1 } };
    expect(checkOne(more, { plan: plan(parts, { ground }) })).toMatchObject({ result: 'meets', measured: 200 });
  });

  it('begins at a threshold, and can leave out what is paved today', () => {
    const high = { ...rule, parameters: { ...parameters, thresholdM2: 2500 } };
    expect(checkOne(high, { plan: plan(parts, { ground }) })).toMatchObject({ result: 'not-checked' });
    const less = { ...rule, parameters: { ...parameters, lessToday: true } };
    expect(checkOne(less, { plan: plan(parts, { ground }) }).reason.nl).toMatch(/verharding van nu/);
    const figures = { pavedTodayM2: 1200, waterStorageM3: 0 };
    const check = checkOne(less, { plan: plan(parts, { ground, figures }) });
    expect(check.limit).toBeCloseTo(60, 6);
    expect(check.result).toBe('meets');
  });

  it('is unknown within what the drawing may be off, and without ground', () => {
    const figures = { waterStorageM3: 71 };
    expect(checkOne(rule, { plan: plan(parts, { ground, figures, precisionM: 0.5 }) }).result).toBe('unknown');
    expect(checkOne(rule, { plan: plan(parts, { ground, figures, precisionM: 0 }) }).result).toBe('fails');
    expect(checkOne(rule, { plan: plan(parts) })).toMatchObject({ result: 'unknown' });
    expect(checkOne(rule, {})).toMatchObject({ result: 'not-checked' });
  });
});

describe('3-30-300', () => {
  const home = part('a', box(0, 0, 10, 10), { dwellings: 4 });
  const crown = 6;

  it('counts trees of some size near each building with homes', () => {
    const rule = { kind: 'trees-in-sight', parameters: { minimum: 3, withinM: 25, crownFromM2: 28 } } as const;
    const at = (x: number, y: number, width = crown) => ({ x: X + x, y: Y + y, crown: width });
    // Circles of 6 m cover 28.3 m², of 5.9 m 27.3 m².
    const trees = [at(20, 5), at(34.9, 5), at(35.1, 5), at(5, 20, 5.9)];
    const given = { plan: plan([home], { trees: [at(5, -25)] }), trees };
    expect(checkOne(rule, given)).toMatchObject({ measured: 3, result: 'meets', unit: 'trees' });
    expect(checkOne(rule, { ...given, trees: trees.slice(1) })).toMatchObject({ measured: 2, result: 'fails' });
    const rough = { plan: plan([home], { precisionM: 0.2, trees: [at(5, -24)] }), trees: trees.slice(1) };
    expect(checkOne(rule, rough)).toMatchObject({ measured: 2, result: 'unknown' });
    expect(checkOne(rule, { plan: plan([home]) })).toMatchObject({ result: 'unknown' });
    const shop = part('s', box(0, 0, 10, 10), { use: 'winkel' });
    expect(checkOne(rule, { plan: plan([shop]), trees })).toMatchObject({ result: 'not-checked' });
  });

  it('leaves out trees behind other buildings of the plan', () => {
    const rule = {
      kind: 'trees-in-sight',
      parameters: { minimum: 1, withinM: 25, crownFromM2: 28, inSight: true },
    } as const;
    const trees = [{ x: X + 20, y: Y + 5, crown }];
    const wall = part('wall', box(14, -40, 1, 90), { dwellings: 0 });
    const seen = checkRule(rule, { plan: plan([home]), trees });
    expect(seen).toMatchObject([{ measured: 1, result: 'meets' }]);
    expect(checkRule(rule, { plan: plan([home, wall], { trees: [] }), trees })[0]).toMatchObject({
      claim: 'a',
      measured: 0,
      result: 'fails',
    });
  });

  it('sees every way round from a house that stands askew', () => {
    const rule = {
      kind: 'trees-in-sight',
      parameters: { minimum: 1, withinM: 25, crownFromM2: 0, inSight: true },
    } as const;
    for (let degrees = 7; degrees < 360; degrees += 11) {
      const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      const turn = (e: number, n: number) => [X + c * e - s * n, Y + s * e + c * n] as const;
      // Narrow: its front is one place to look from.
      const house = [turn(-1, -6), turn(1, -6), turn(1, 6), turn(-1, 6)].flat();
      const [x, y] = turn(0, 20);
      const given = { plan: plan([part('a', house, { dwellings: 1 })]), trees: [{ x, y, crown }] };
      expect(checkOne(rule, given), `${degrees}°`).toMatchObject({ measured: 1 });
    }
  });

  it('does not call for trees where the plan is silent about its own', () => {
    const rule = { kind: 'trees-in-sight', parameters: { minimum: 1, withinM: 25, crownFromM2: 28 } } as const;
    const check = checkOne(rule, { plan: plan([home]), trees: [] });
    expect(check).toMatchObject({ result: 'unknown', measured: 0 });
    expect(check.reason.en).toMatch(/does not say which trees it plants/);
    const cover = { kind: 'crown-cover', parameters: { minimumPercent: 30 } } as const;
    expect(checkOne(cover, { plan: plan([], { area: box(0, 0, 20, 20) }), trees: [] }).result).toBe('unknown');
  });

  it('measures crowns over the area, every m² once', () => {
    const rule = { kind: 'crown-cover', parameters: { minimumPercent: 30 } } as const;
    const area = box(0, 0, 20, 20);
    const one = { x: X + 10, y: Y + 10, crown: 10 };
    const check = checkOne(rule, {
      plan: plan([], { area, trees: [one] }),
      trees: [one, { x: X, y: Y + 10, crown: 8 }],
    });
    expect(check.measured).toBeCloseTo((100 * (Math.PI * 25 + Math.PI * 8)) / 400, 1);
    expect(check).toMatchObject({ result: 'fails', unit: '%' });
    const wide = { kind: 'crown-cover', parameters: { minimumPercent: 30, radiusM: 20 } } as const;
    expect(checkOne(wide, { plan: plan([], { area }), trees: [one] }).measured).toBeCloseTo(100 / 16, 1);
    const doubt = { kind: 'crown-cover', parameters: { minimumPercent: 22, errorPercent: 15 } } as const;
    expect(checkOne(doubt, { plan: plan([], { area, trees: [one] }), trees: [] }).result).toBe('unknown');
    expect(checkOne(rule, { plan: plan([]), trees: [] }).reason.nl).toMatch(/omtrek/);
  });

  it('tells the walk to green that is large enough', () => {
    const parameters = { maximumM: 300, detourFactor: 1.3, minimumM2: 1000, surfaces: ['green'] };
    const rule = { kind: 'distance-to-green', parameters } as const;
    const green = (x: number, areaM2: number) => ({
      surface: 'green' as const,
      areaM2,
      polygons: [[box(x, 0, 20, 20)]],
    });
    const ground = [green(20, 400), green(210, 1000)];
    expect(checkOne(rule, { plan: plan([home], { ground }) })).toMatchObject({
      measured: 260,
      result: 'meets',
      margin: 40,
    });
    expect(checkOne(rule, { plan: plan([home], { ground: [green(250, 1000)] }) })).toMatchObject({ result: 'fails' });
    expect(checkOne(rule, { plan: plan([home]) })).toMatchObject({ result: 'unknown' });
  });
});

describe('parking', () => {
  const norms = [
    { uses: ['wonen'], places: 1.2, per: 'dwelling' },
    { uses: ['werken'], places: 2, per: '100-m2-floor' },
  ];
  const rule = { kind: 'parking-norm', parameters: { norms } } as const;
  const blocks = [
    part('a', box(0, 0, 10, 10), { dwellings: 11 }),
    part('b', box(20, 0, 10, 10), { use: 'wonen en werken', dwellings: 4, floorM2: 150 }),
  ];

  it('adds the norms up by use, and half a place is a place', () => {
    // 1.2 × 15 + 2 × 1.5 = 21; at 81 % 17.01.
    const check = checkOne(rule, { plan: plan(blocks, { figures: { parkingPlaces: 20 } }) });
    expect(check).toMatchObject({ limit: 21, measured: 20, margin: -1, result: 'fails', unit: 'places' });
    expect(check.reason.en).toBe(
      'The plan has 20 places to park; the norm is 21 places at least. That fails it: 1 place too few.',
    );
    const shared = { ...rule, parameters: { norms, presencePercent: 81 } };
    expect(checkOne(shared, { plan: plan(blocks, { figures: { parkingPlaces: 18 } }) })).toMatchObject({
      limit: 18,
      result: 'meets',
    });
  });

  it('is unknown without places, homes, floors or uses', () => {
    const figures = { parkingPlaces: 100 };
    expect(checkOne(rule, { plan: plan(blocks) }).reason.nl).toMatch(/parkeerplaatsen/);
    expect(checkOne(rule, { plan: plan([part('a', box(0, 0, 9, 9))], { figures }) }).reason.nl).toMatch(/woningen/);
    const loft = part('b-2', box(22, 2, 4, 4), { use: 'wonen', lowerNap: 9 });
    const below = part('b', box(20, 0, 10, 10), { dwellings: 5, lowerNap: 0, upperNap: 9.2 });
    expect(checkOne(rule, { plan: plan([below, loft], { figures }) })).toMatchObject({ limit: 6 });
    const beside = { ...loft, polygons: [[box(40, 2, 4, 4)]] };
    expect(checkOne(rule, { plan: plan([below, beside], { figures }) }).reason.nl).toMatch(/woningen/);
    const dairy = part('z', box(0, 0, 9, 9), { use: 'zuivel' });
    expect(checkOne(rule, { plan: plan([dairy], { figures }) })).toMatchObject({ result: 'not-checked' });
    const office = part('o', box(0, 0, 9, 9), { use: 'werken' });
    expect(checkOne(rule, { plan: plan([office], { figures }) }).reason.nl).toMatch(/vloeroppervlak/);
    const { use: _, ...bare } = part('a', box(0, 0, 9, 9));
    expect(checkOne(rule, { plan: plan([bare], { figures }) }).reason.nl).toMatch(/gebruik/);
  });
});

describe('limits to a figure', () => {
  const parts = [
    part('a', box(0, 0, 10, 10), { dwellings: 11, lowerNap: 0, upperNap: 9 }),
    part('b', box(20, 0, 10, 20), { dwellings: 4, lowerNap: 0, upperNap: 12 }),
  ];
  const ask = (parameters: object, more = {}) =>
    checkRule({ kind: 'attribute-limit', parameters }, { plan: plan(parts, more) });

  it('hold for each building', () => {
    expect(ask({ attribute: 'footprint-m2', per: 'building', maximum: 150 })).toMatchObject([
      { claim: 'b', measured: 200, result: 'fails' },
      { claim: 'a', measured: 100, result: 'meets' },
    ]);
    expect(ask({ attribute: 'height-m', per: 'building', minimum: 10 })).toMatchObject([
      { claim: 'a', margin: -1, result: 'fails' },
      { claim: 'b', margin: 2, result: 'meets' },
    ]);
  });

  it('hold for the plan, with both bounds where both are given', () => {
    expect(ask({ attribute: 'dwellings', per: 'plan', minimum: 10, maximum: 20 })).toMatchObject([
      { measured: 15, limit: 20, result: 'meets' },
      { measured: 15, limit: 10, result: 'meets' },
    ]);
    expect(ask({ attribute: 'green-m2', per: 'plan', minimum: 10 })).toMatchObject([{ result: 'unknown' }]);
    const ground = [{ surface: 'green' as const, areaM2: 12, polygons: [[box(0, 0, 3, 4)]] }];
    expect(ask({ attribute: 'green-m2', per: 'plan', minimum: 10 }, { ground })).toMatchObject([{ result: 'meets' }]);
    expect(ask({ attribute: 'trees', per: 'plan', minimum: 1 }, { trees: [] })).toMatchObject([{ result: 'fails' }]);
  });
});
