import { describe, expect, it } from 'vitest';
import { createObstacleBuilder } from '../../src/engines/obstacle-builder.ts';
import { buildShade, lightAlong } from '../../src/engines/shade.ts';
import { createSunPaths } from '../../src/engines/sunlight/sun-path.ts';
import { createLeaves, createTreeLayers } from '../../src/engines/sunlight/trees.ts';
import { createSunEngine, NEAR, type SunLayer } from '../../src/engines/sunlight.ts';
import { isEvergreen, monthlyTransmission } from '../../src/engines/tree-crown.ts';
import { momentToDate } from '../../src/model/local-time.ts';
import { createSunDirection } from '../../src/model/sun-direction.ts';
import { type SunAnswer, type SunDay, type SunPointResult, type SunTrees, sunRules } from '../../src/model/sunlight.ts';
import { boxBody, layerOf, middleOfRd, sceneOf } from './sun-scenes.ts';

const [x0, y0] = middleOfRd;
const point = (x: number, y: number, nap: number, facingDegrees?: number) => ({
  id: 'p',
  x: x0 + x,
  y: y0 + y,
  nap,
  ...(facingDegrees !== undefined && { facingDegrees }),
});

function answerOf(result: SunPointResult | undefined, variant?: number): SunAnswer {
  const answer = variant === undefined ? result?.today : result?.variants[variant];
  if (typeof answer !== 'object') throw new Error(`No answer: ${answer}`);
  return answer;
}

describe("the sun's path", () => {
  it.each(['2026-03-29', '2026-06-21', '2026-10-25', '2026-12-21'])(
    'on %s is the exact one within a thousandth of a degree, also when the clock changes',
    (date) => {
      const path = createSunPaths({ x: x0, y: y0 })(date);
      const direction = createSunDirection({ x: x0, y: y0 });
      const to = new Float64Array(3);
      for (let minute = 300; minute < 1320; minute += 7.3) {
        path.at(minute, to);
        const exact = direction(momentToDate({ date, minutes: minute }));
        const off = Math.hypot((to[0] as number) - exact.x, (to[1] as number) - exact.y, (to[2] as number) - exact.z);
        expect((off * 180) / Math.PI).toBeLessThan(0.001);
      }
      expect(path.above(89)).toBeUndefined();
    },
  );
});

describe('sun at a point', () => {
  const house = boxBody('house', { x: 0, y: 10, width: 12, depth: 10, low: 0, high: 9 });
  const shed = boxBody('shed', { x: -9, y: -6, width: 4, depth: 4, low: 0, high: 14 });
  const tower = boxBody('tower', { x: 9, y: -25, width: 10, depth: 10, low: 0, high: 40 }, 'plan');
  const both = layerOf(middleOfRd, [house]);
  const today = sceneOf([both, layerOf(middleOfRd, [shed])]);
  const plan = sceneOf([both, layerOf(middleOfRd, [tower])], ['shed']);
  const engine = createSunEngine(middleOfRd, [today, plan, undefined]);

  it('intervals and shadows fill the day without a gap, and each shadow has its name', () => {
    const [result] = engine.answer([point(0, 5, 3, 180)], { date: '2026-03-21', rules: [] });
    for (const answer of [answerOf(result), answerOf(result, 0)]) {
      const pieces = [...answer.day.intervals, ...answer.day.shadows].sort((a, b) => a.from - b.from);
      for (const [i, piece] of pieces.entries())
        if (i > 0) expect(piece.from).toBeCloseTo(pieces[i - 1]?.until as number, 6);
      expect(answer.day.minutes).toBeCloseTo(
        answer.day.intervals.reduce((sum, { from, until }) => sum + until - from, 0),
        9,
      );
    }
    const names = (answer: SunAnswer) => new Set(answer.day.shadows.map(({ by }) => `${by.kind} ${by.id}`.trim()));
    expect(names(answerOf(result))).toContain('building shed');
    expect(names(answerOf(result, 0))).toEqual(new Set(['wall', 'plan tower']));
    expect(result?.variants[1]).toBeUndefined();
  });

  it('the shadow of a named thing begins and ends when a ray past its corners says so', () => {
    const [result] = engine.answer([point(0, 5, 3, 180)], { date: '2026-03-21', rules: [], error: 0 });
    const shadow = answerOf(result, 0).day.shadows.find(({ by }) => by.id === 'tower');
    const direction = createSunDirection({ x: x0, y: y0 });
    const azimuthAt = (minutes: number) => direction(momentToDate({ date: '2026-03-21', minutes })).azimuthDegrees;
    // From (0, 4.95) to the tower's corners that stand furthest to the left and right: (14, −20) and (4, −30).
    const [left, right] = [
      [14, -20],
      [4, -30],
    ].map(([x = 0, y = 0]) => ((Math.atan2(x, y - 4.95) * 180) / Math.PI + 360) % 360);
    expect(Math.abs(azimuthAt(shadow?.from ?? 0) - (left ?? 0))).toBeLessThan(0.02);
    expect(Math.abs(azimuthAt(shadow?.until ?? 0) - (right ?? 0))).toBeLessThan(0.02);
  });

  it('says what cannot be answered', () => {
    const [inside, gone, built] = engine.answer([point(0, 10, 4), point(-9, -4, 2, 0), point(9, -25, 1)], {
      date: '2026-06-21',
      rules: [],
    });
    expect(inside?.today).toBe('inside');
    expect(gone?.building).toBe('shed');
    expect(gone?.variants[0]).toBe('gone');
    expect(typeof built?.today).toBe('object');
    expect(built?.variants[0]).toBe('inside');
  });

  it('a larger error leaves more doubt, around the same hours', () => {
    const [none, some, much] = [0, 0.2, 1].map(
      (error) => answerOf(engine.answer([point(2, 5, 3, 180)], { date: '2026-03-21', rules: [], error })[0], 0).day,
    );
    expect(none?.high).toBe(none?.low);
    expect(some?.minutes).toBe(none?.minutes);
    const width = (day: typeof some) => (day?.high ?? 0) - (day?.low ?? 0);
    expect(width(some)).toBeGreaterThan(0.5);
    expect(width(much)).toBeGreaterThan(2 * width(some));
    expect(some?.low).toBeLessThanOrEqual(some?.minutes ?? 0);
  });

  it('moving the tower itself by the error stays within the doubt', () => {
    const error = 0.5;
    const dayWith = (dx: number, dy: number, dz: number) => {
      const moved = boxBody('tower', { x: 9 + dx, y: -25 + dy, width: 10, depth: 10, low: 0, high: 15 + dz }, 'plan');
      const scene = sceneOf([both, layerOf(middleOfRd, [moved])]);
      return answerOf(
        createSunEngine(middleOfRd, [scene]).answer([point(2, 5, 3, 180)], { date: '2026-02-19', rules: [], error })[0],
      ).day;
    };
    const { low, high, minutes } = dayWith(0, 0, 0);
    const others = [dayWith(error, 0, 0), dayWith(-error, 0, 0), dayWith(0, 0, error), dayWith(0, 0, -error)];
    for (const other of others) {
      expect(other.minutes).toBeGreaterThanOrEqual(low - 1);
      expect(other.minutes).toBeLessThanOrEqual(high + 1);
    }
    expect(others.some((other) => Math.abs(other.minutes - minutes) > 1)).toBe(true);
  });

  it('the worst day is the worst of all days, each computed', () => {
    const rule = sunRules[0];
    const [result] = engine.answer([point(2, 5, 3, 180)], { date: '2026-05-01', rules: [rule] });
    const worst = answerOf(result, 0).judgements[0]?.worst;
    let least = Number.POSITIVE_INFINITY;
    for (let time = Date.parse('2026-02-19'); time <= Date.parse('2026-10-21'); time += 86_400_000) {
      const date = new Date(time).toISOString().slice(0, 10);
      least = Math.min(
        least,
        answerOf(engine.answer([point(2, 5, 3, 180)], { date, rules: [], error: 0 })[0], 0).day.minutes,
      );
    }
    expect(Math.abs((worst?.minutes ?? 0) - least)).toBeLessThan(0.5);
  });
});

describe('trees', () => {
  function grove(isEvergreenTree: boolean): SunLayer {
    const builder = createObstacleBuilder(middleOfRd);
    builder.addTree({ id: 'tree', x: x0, y: y0 - 8, nap: 0, height: 12, crown: 9, isEvergreen: isEvergreenTree });
    return { shade: buildShade(builder.finish()), near: NEAR };
  }

  it('dim the sun and take no possible sun away', () => {
    const free = createSunEngine(middleOfRd, [sceneOf([layerOf(middleOfRd, [])])]);
    const shaded = createSunEngine(middleOfRd, [sceneOf([grove(false)])]);
    for (const [date, share] of [
      ['2026-06-21', 0.03],
      ['2026-01-15', 0.46],
    ] as const) {
      const question = { date, rules: [] };
      const [open, under] = [free, shaded].map((engine) => answerOf(engine.answer([point(0, 0, 1)], question)[0]).day);
      expect(under?.minutes).toBeCloseTo(open?.minutes as number, 6);
      expect(under?.trees.minutes).toBeGreaterThan(60);
      expect(under?.trees.share).toBeCloseTo(share, 9);
      expect(open?.trees).toEqual({ minutes: 0, share: 1 });
    }
  });

  it.each([
    ['summer', false, { '2026-06-21': true, '2026-01-15': false }],
    ['summer', true, { '2026-06-21': true, '2026-01-15': true }],
    ['yes', false, { '2026-06-21': true, '2026-01-15': true }],
    ['no', true, { '2026-06-21': false, '2026-01-15': false }],
  ] as const)('that count as shade (%s, evergreen %s) take the sun that they would dim', (treeShade, isEver, takes) => {
    const tree = { id: 'tree', x: x0, y: y0 - 8, nap: 0, height: 12, crown: 9, isEvergreen: isEver };
    const scene = {
      ...sceneOf([layerOf(middleOfRd, []), ...createTreeLayers(middleOfRd, [tree])]),
      leaves: createLeaves(middleOfRd, [tree], treeShade),
    };
    const dimming = createSunEngine(middleOfRd, [sceneOf([layerOf(middleOfRd, []), grove(isEver)])]);
    const engine = createSunEngine(middleOfRd, [scene]);
    for (const [date, isTaken] of Object.entries(takes)) {
      const [before, after] = [dimming, engine].map(
        (asked) => answerOf(asked.answer([point(0, 0, 1)], { date, rules: [] })[0]).day,
      );
      const lost = (before?.minutes ?? 0) - (after?.minutes ?? 0);
      const dimmed = before?.trees.minutes ?? 0;
      expect(dimmed).toBeGreaterThan(60);
      expect(Math.abs(lost - (isTaken ? dimmed : 0)), date).toBeLessThan(6);
      expect(after?.shadows.some(({ by }) => by.kind === 'tree')).toBe(isTaken);
      if (isTaken) expect(after?.trees.minutes).toBeLessThan(6);
    }
  });

  it('that count in summer only leave the worst day to the months in which they do', () => {
    const tree = { id: 'tree', x: x0, y: y0 - 8, nap: 0, height: 30, crown: 26, isEvergreen: false };
    const worst = (treeShade: SunTrees) => {
      const scene = { ...sceneOf([layerOf(middleOfRd, [])]), leaves: createLeaves(middleOfRd, [tree], treeShade) };
      const asked = { date: '2026-06-21', rules: [sunRules[0]] };
      const [judged] = answerOf(createSunEngine(middleOfRd, [scene]).answer([point(0, 0, 1)], asked)[0]).judgements;
      return judged?.worst as SunDay;
    };
    expect(worst('no').date).toBe('2026-02-19');
    expect(Number(worst('summer').date.slice(5, 7))).toBeGreaterThanOrEqual(5);
    expect(Number(worst('summer').date.slice(5, 7))).toBeLessThanOrEqual(9);
    expect(worst('summer').minutes).toBeLessThan(worst('no').minutes);
    expect(worst('yes').minutes).toBeLessThanOrEqual(worst('summer').minutes);
  });

  it('cover as much of the sky as an ellipsoid, on average over directions', () => {
    const { shade } = grove(true);
    // Crown from 0.24 of the height to the top.
    const [a, b, middle] = [4.5, (0.76 * 12) / 2, 12 - (0.76 * 12) / 2];
    let [met, expected] = [0, 0];
    for (let i = 0; i < 40; i++) {
      const azimuth = (i * 2 * Math.PI) / 40;
      for (const slope of [0.1, 0.5, 1, 2]) {
        const [dx, dy, dz] = [Math.sin(azimuth), Math.cos(azimuth), slope].map(
          (value) => value / Math.hypot(1, slope),
        ) as [number, number, number];
        for (let u = -6; u <= 6; u += 0.4) {
          for (let v = -6; v <= 6; v += 0.4) {
            // A square of rays across the direction, through the middle of the crown.
            const [sx, sy] = [dy, -dx].map((value) => value / Math.hypot(dx, dy)) as [number, number];
            const [tx, ty, tz] = [-sy * dz, sx * dz, sy * dx - sx * dy] as const;
            const [x, y, z] = [u * sx + v * tx, -8 + u * sy + v * ty, middle + u * 0 + v * tz] as const;
            if (lightAlong(shade, x - 50 * dx, y - 50 * dy, z - 50 * dz, dx, dy, dz, 0, 200, 6) < 1) met++;
            const [px, py, pz, qx, qy, qz] = [x / a, (y + 8) / a, (z - middle) / b, dx / a, dy / a, dz / b];
            const along = (px * qx + py * qy + pz * qz) / (qx * qx + qy * qy + qz * qz);
            if (Math.hypot(px - along * qx, py - along * qy, pz - along * qz) < 1) expected++;
          }
        }
      }
    }
    expect(Math.abs(met / expected - 1)).toBeLessThan(0.03);
  });

  it('are green all year by their names', () => {
    expect(['Pinus sylvestris', 'Grove den', 'Taxus baccata', 'Ilex aquifolium', 'Fijnspar'].map(isEvergreen)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['Larix decidua', 'Metasequoia glyptostroboides', 'Quercus robur', 'Linde', ''].map(isEvergreen)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(monthlyTransmission(true)[0]).toBe(monthlyTransmission(false)[6]);
  });
});
