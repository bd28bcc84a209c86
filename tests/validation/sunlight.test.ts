/** Possible sun against closed formulas (SO6 to SO8 of the verification table, and scenes of our own), each figure beside its formula. */
import { describe, expect, it } from 'vitest';
import { computeDays } from '../../src/engines/sunlight/day.ts';
import { isLit } from '../../src/engines/sunlight/scene.ts';
import { createSunPaths } from '../../src/engines/sunlight/sun-path.ts';
import { createSunEngine, type SunLayer } from '../../src/engines/sunlight.ts';
import { createGrid } from '../../src/model/grid.ts';
import { momentToDate } from '../../src/model/local-time.ts';
import { seedRandom } from '../../src/model/random.ts';
import { rdToLonLat } from '../../src/model/rd.ts';
import { locateSun } from '../../src/model/sun.ts';
import { createSunDirection } from '../../src/model/sun-direction.ts';
import { type SunDay, type SunPoint, sunRules } from '../../src/model/sunlight.ts';
import { type Body, boxBody, layerOf, middleOfRd, type Origin, sceneOf, terrainLayer } from '../engines/sun-scenes.ts';

const RADIANS = Math.PI / 180;
/** The four days that studies of shadows in the Netherlands show. */
const dates = ['2026-03-21', '2026-06-21', '2026-09-23', '2026-12-22'] as const;
const FAR = 6000;

/** By a formula of elevation and azimuth (degrees, true north): minutes of sun, looked at every six seconds. */
function integrate(date: string, origin: Origin, isFree: (elevation: number, azimuth: number) => boolean): number {
  const place = rdToLonLat({ x: origin[0], y: origin[1] });
  const midnight = momentToDate({ date, minutes: 0 }).getTime();
  let minutes = 0;
  for (let minute = 0.05; minute < 1440; minute += 0.1) {
    const sun = locateSun(new Date(midnight + minute * 60_000), place);
    if (isFree(sun.elevationDegrees, sun.azimuthDegrees)) minutes += 0.1;
  }
  return minutes;
}

const pointAt = (origin: Origin, x: number, y: number, z: number, facingDegrees?: number): SunPoint => ({
  id: 'p',
  x: origin[0] + x,
  y: origin[1] + y,
  nap: origin[2] + z,
  ...(facingDegrees !== undefined && { facingDegrees }),
});

function dayOf(
  origin: Origin,
  layers: readonly SunLayer[],
  point: SunPoint,
  date: string,
  minElevationDegrees = 0,
): SunDay {
  const [result] = createSunEngine(origin, [sceneOf(layers)]).answer([point], {
    date,
    rules: [],
    minElevationDegrees,
    error: 0,
  });
  if (!result || typeof result.today === 'string') throw new Error(`No sun: ${result?.today}`);
  return result.today.day;
}

function compare(what: string, got: number, formula: number, tolerance: number, unit = 'min'): void {
  console.log(`${what}: ${got.toFixed(2)} ${unit}, formula ${formula.toFixed(2)} ${unit} (± ${tolerance})`);
  expect(Math.abs(got - formula)).toBeLessThanOrEqual(tolerance);
}

const wall = (id: string, y: number, high: number): Body =>
  boxBody(id, { x: 0, y, width: 2 * FAR, depth: 0.2, low: -1, high });

describe('SO6: a point north of an endless wall', () => {
  const height = 10;
  it.each([5, 10, 20, 40].flatMap((distance) => dates.map((date) => [distance, date] as const)))(
    '%d m from it on %s',
    (distance, date) => {
      const layers = [layerOf(middleOfRd, [wall('w', -distance - 0.1, height)])];
      const formula = integrate(
        date,
        middleOfRd,
        (elevation, azimuth) =>
          elevation > 0 && Math.tan(elevation * RADIANS) > (height / distance) * Math.cos((azimuth - 180) * RADIANS),
      );
      compare(
        `wall of ${height} m at ${distance} m, ${date}`,
        dayOf(middleOfRd, layers, pointAt(middleOfRd, 0, 0, 0), date).minutes,
        formula,
        2,
      );
    },
  );

  it('in the far east of the country, where RD leans 1.3°, the wall must stand along true east', () => {
    const origin: Origin = [268_000, 570_000, 0];
    const { lon } = rdToLonLat({ x: origin[0], y: origin[1] });
    const degrees = -(lon - 5.3876) * Math.sin(53.1 * RADIANS);
    const layers = [
      layerOf(origin, [boxBody('w', { x: 0, y: -10.1, width: 2 * FAR, depth: 0.2, low: -1, high: height, degrees })]),
    ];
    const formula = integrate(
      '2026-03-21',
      origin,
      (elevation, azimuth) =>
        elevation > 0 && Math.tan(elevation * RADIANS) > (height / 10) * Math.cos((azimuth - 180) * RADIANS),
    );
    compare('the same in Groningen', dayOf(origin, layers, pointAt(origin, 0, 0, 0), '2026-03-21').minutes, formula, 2);
  });
});

describe('SO7: a point in the open', () => {
  const engine = createSunEngine(middleOfRd, [sceneOf([layerOf(middleOfRd, [])])]);
  it.each(sunRules)('$id: the worst day has the astronomical hours', (rule) => {
    const [result] = engine.answer([pointAt(middleOfRd, 0, 0, 0)], { date: '2026-06-21', rules: [rule] });
    if (!result || typeof result.today === 'string') throw new Error('No sun.');
    const [judged] = result.today.judgements;
    if (!judged) throw new Error('No judgement.');
    const above = (elevation: number) => elevation > rule.minElevationDegrees;
    const ends = [`2026-${rule.from}`, `2026-${rule.until}`].map((date) => integrate(date, middleOfRd, above));
    compare(`${rule.id}, worst day ${judged.worst.date}`, judged.worst.minutes, Math.min(...ends), 2);
    expect(judged.verdict).toBe('meets');
    expect(judged.worst.low).toBe(judged.worst.minutes);
  });
  it.each(dates)('on %s from sunrise to sunset of the middle of the sun', (date) => {
    const day = dayOf(middleOfRd, [layerOf(middleOfRd, [])], pointAt(middleOfRd, 0, 0, 0), date);
    compare(
      `open, ${date}`,
      day.minutes,
      integrate(date, middleOfRd, (elevation) => elevation > 0),
      2,
    );
    expect(day.intervals).toHaveLength(1);
  });
});

describe('SO8: the shadow of a moment', () => {
  it.each(['2026-03-21T09:00:00Z', '2026-06-21T15:00:00Z', '2026-12-22T11:30:00Z'])('of a mast at %s', (time) => {
    const height = 12;
    const half = 0.005;
    const scene = sceneOf([
      layerOf(middleOfRd, [boxBody('mast', { x: 0, y: 0, width: 2 * half, depth: 2 * half, low: 0, high: height })]),
    ]);
    const sun = createSunDirection({ x: middleOfRd[0], y: middleOfRd[1] })(new Date(time));
    const to = Float64Array.of(sun.x, sun.y, sun.z);
    const isShadedAt = (distance: number, degrees: number) =>
      !isLit(scene, [distance * Math.sin(degrees * RADIANS), distance * Math.cos(degrees * RADIANS), 0], to);
    const formula = height / Math.tan(sun.elevationDegrees * RADIANS);
    let [low, high] = [formula / 2, formula * 2];
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      if (isShadedAt(middle, sun.azimuthDegrees + 180)) low = middle;
      else high = middle;
    }
    compare(`length of the shadow at ${time}`, low, formula, 0.05, 'm');
    const shaded: number[] = [];
    for (let degrees = 0; degrees < 360; degrees += 0.005) if (isShadedAt(0.8 * formula, degrees)) shaded.push(degrees);
    const middle = ((shaded[0] as number) + (shaded.at(-1) as number)) / 2;
    compare(`direction of the shadow at ${time}`, middle, (sun.azimuthDegrees + 180) % 360, 0.1, '°');
  });
});

describe('scenes with a formula of their own', () => {
  it.each(dates)('the middle of a round court on %s', (date) => {
    const [radius, height, sides] = [12, 9, 360];
    const corner = (i: number, z: number) => {
      const angle = (2 * Math.PI * i) / sides;
      const reach = radius / Math.cos(Math.PI / sides / 2);
      return [reach * Math.sin(angle), reach * Math.cos(angle), z];
    };
    const positions = Array.from({ length: sides }, (_, i) => {
      const [a, b, c, d] = [corner(i, 0), corner(i + 1, 0), corner(i + 1, height), corner(i, height)];
      return [...a, ...b, ...c, ...a, ...c, ...d];
    }).flat();
    const formula = integrate(date, middleOfRd, (elevation) => Math.tan(elevation * RADIANS) > height / radius);
    compare(
      `round court, ${date}`,
      dayOf(middleOfRd, [layerOf(middleOfRd, [{ id: 'court', positions }])], pointAt(middleOfRd, 0, 0, 0), date)
        .minutes,
      formula,
      2,
    );
  });

  it.each(dates.flatMap((date) => [0, 30, 90].map((street) => [street, date] as const)))(
    'the middle of a street canyon along %d° on %s',
    (street, date) => {
      const [width, height] = [16, 10];
      const side = (sign: number) => {
        const across = sign * (width / 2 + 0.1);
        const angle = street * RADIANS;
        return boxBody(`side ${sign}`, {
          x: across * Math.cos(angle),
          y: -across * Math.sin(angle),
          width: 0.2,
          depth: 2 * FAR,
          low: 0,
          high: height,
          degrees: street,
        });
      };
      const formula = integrate(
        date,
        middleOfRd,
        (elevation, azimuth) =>
          elevation > 0 &&
          Math.tan(elevation * RADIANS) > ((2 * height) / width) * Math.abs(Math.sin((azimuth - street) * RADIANS)),
      );
      const day = dayOf(middleOfRd, [layerOf(middleOfRd, [side(-1), side(1)])], pointAt(middleOfRd, 0, 0, 0), date);
      compare(`canyon along ${street}°, ${date}`, day.minutes, formula, 2);
    },
  );

  it.each(dates)('north of a round hill on %s', (date) => {
    // A cap of a ball; a ray meets it where it meets the ball.
    const [radius, height, distance, cell] = [200, 100, 190, 2];
    const centre = [0, -distance, height - radius] as const;
    const size = 300;
    const grid = createGrid(
      middleOfRd[0] - (size * cell) / 2,
      middleOfRd[1] - distance - (size * cell) / 2,
      cell,
      size,
      size,
    );
    for (let i = 0; i < grid.values.length; i++) {
      const x = ((i % size) + 0.5 - size / 2) * cell;
      const y = (Math.floor(i / size) + 0.5 - size / 2) * cell;
      grid.values[i] = Math.max(0, Math.sqrt(Math.max(0, radius ** 2 - x * x - y * y)) + centre[2]);
    }
    const formula = integrate(date, middleOfRd, (elevation, azimuth) => {
      if (elevation <= 0) return false;
      const level = Math.cos(elevation * RADIANS);
      const to = [
        level * Math.sin(azimuth * RADIANS),
        level * Math.cos(azimuth * RADIANS),
        Math.sin(elevation * RADIANS),
      ];
      const along = to.reduce((sum, value, i) => sum + value * (centre[i] as number), 0);
      const off = centre.reduce((sum, value) => sum + value * value, 0) - along * along;
      return !(along > 0 && off < radius * radius);
    });
    compare(
      `hill, ${date}`,
      dayOf(middleOfRd, [terrainLayer(middleOfRd, grid)], pointAt(middleOfRd, 0, 0, 0.01), date).minutes,
      formula,
      2,
    );
  });

  it('a free façade has the sun before it, and none behind', () => {
    for (const facing of [0, 90, 135, 180, 270]) {
      const formula = integrate(
        '2026-06-21',
        middleOfRd,
        (elevation, azimuth) => elevation > 0 && Math.cos((azimuth - facing) * RADIANS) > 0,
      );
      const point = pointAt(middleOfRd, 0, 0, 4, facing);
      // The façade of a house 10 m deep, whose middle lies behind the point.
      const house = boxBody('house', {
        x: -5 * Math.sin(facing * RADIANS),
        y: -5 * Math.cos(facing * RADIANS),
        width: 12,
        depth: 10,
        low: 0,
        high: 9,
        degrees: facing,
      });
      const day = dayOf(middleOfRd, [layerOf(middleOfRd, [house])], point, '2026-06-21');
      compare(`façade to ${facing}°`, day.minutes, formula, 2);
      expect(day.shadows.every(({ by }) => by.kind === 'wall')).toBe(true);
    }
  });
});

describe('what must not matter', () => {
  it('mirrored scenes have mirrored sun', () => {
    for (const date of dates) {
      const tower = (sign: number) => [
        layerOf(middleOfRd, [boxBody('t', { x: sign * 14, y: -9, width: 8, depth: 6, low: 0, high: 25 })]),
      ];
      const point = pointAt(middleOfRd, 0, 0, 0);
      const [east, west] = [dayOf(middleOfRd, tower(1), point, date), dayOf(middleOfRd, tower(-1), point, date)];
      compare(`tower to the east and to the west, ${date}`, east.minutes, west.minutes, 0.5);
      expect(east.intervals.length).toBe(west.intervals.length);
      // About noon of the sun: the first hole of one is the last of the other. Near the equinoxes the sun climbs a minute a day.
      const free = dayOf(middleOfRd, [layerOf(middleOfRd, [])], point, date).intervals[0] ?? { from: 0, until: 0 };
      for (const [i, { from }] of east.intervals.entries()) {
        const other = west.intervals[west.intervals.length - 1 - i] ?? { until: 0 };
        expect(Math.abs(from - free.from - (free.until - other.until))).toBeLessThan(
          date === '2026-06-21' || date === '2026-12-22' ? 0.2 : 1.5,
        );
      }
    }
  });
});

describe('twice the sampling', () => {
  it('changes the sun among a hundred towers by less than half a per cent', () => {
    const random = seedRandom(4);
    const towers = Array.from({ length: 100 }, (_, i) =>
      boxBody(`t${i}`, {
        x: ((i % 10) - 4.5) * 22 + 6 * random(),
        y: (Math.floor(i / 10) - 4.5) * 22 + 6 * random(),
        width: 5 + 5 * random(),
        depth: 5 + 5 * random(),
        low: 0,
        high: 5 + 25 * random(),
        degrees: 90 * random(),
      }),
    );
    const scene = sceneOf([layerOf(middleOfRd, towers)]);
    const pathOf = createSunPaths({ x: middleOfRd[0], y: middleOfRd[1] });
    const sums = [1, 0.5].map((step) => {
      let minutes = 0;
      for (let k = 0; k < 30; k++) {
        const place = [((k % 6) - 3) * 22 - 8, (Math.floor(k / 6) - 2) * 22 - 8, 1.5] as const;
        for (const date of dates) {
          const options = { minElevationDegrees: 0, error: 0, isTold: false, step };
          minutes += computeDays([scene], { place, facing: undefined }, pathOf(date), options)[0]?.minutes ?? 0;
        }
      }
      return minutes;
    });
    const [once = 0, twice = 0] = sums;
    compare('looked at every half minute instead of every minute', 100 * (once / twice), 100, 0.5, '%');
    expect(once).toBeGreaterThan(1000);
  });
});
