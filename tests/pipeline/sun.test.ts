import { describe, expect, it } from 'vitest';
import { parseMoment, tellSun } from '../../src/pipeline/sun.ts';

describe('the moment of `sun`', () => {
  it.each([
    ['2026-06-21T12:00:00Z', '2026-06-21T12:00:00.000Z'],
    ['2026-06-21T14:00:00+02:00', '2026-06-21T12:00:00.000Z'],
    ['2026-12-21T13:00+0100', '2026-12-21T12:00:00.000Z'],
    ['2028-02-29T23:59:59.5z', '2028-02-29T23:59:59.500Z'],
  ])('%s', (text, expected) => {
    expect(parseMoment(text).toISOString()).toBe(expected);
  });

  it.each([
    ['2026-06-21T12:00:00', 'no time zone'],
    ['2026-06-21', 'ISO 8601'],
    ['noon', 'ISO 8601'],
    ['2026-02-29T12:00:00Z', 'No calendar'],
    ['2026-13-01T12:00:00Z', 'No calendar'],
    ['2026-01-01T24:00:00Z', 'No calendar'],
    ['1899-12-31T12:00:00Z', 'from 1900 to 2100'],
    ['2101-01-01T12:00:00Z', 'from 1900 to 2100'],
    ['2026-01-01T12:00:00+99:00', 'time zone is none'],
  ])('%s is refused: %s', (text, reason) => {
    expect(() => parseMoment(text)).toThrow(reason);
  });
});

it('the air is thinner on a mountain, so that it bends less', async () => {
  const at = { latitude: 46, longitude: 7, time: new Date('2026-01-10T08:00:00Z'), temperature: 10 };
  const bend = async (elevation: number) => {
    const sun = JSON.parse(await tellSun({ ...at, elevation })) as Record<string, number>;
    return (sun['apparentElevationDegrees'] as number) - (sun['elevationDegrees'] as number);
  };
  expect(await bend(4000)).toBeLessThan(0.65 * (await bend(0)));
});

it('below the horizon nothing is bent', async () => {
  const sun = JSON.parse(
    await tellSun({
      latitude: 52,
      longitude: 5,
      time: new Date('2026-06-21T00:00:00Z'),
      elevation: 0,
      temperature: 10,
    }),
  ) as Record<string, number>;
  expect(sun['elevationDegrees']).toBeLessThan(-10);
  expect(sun['apparentElevationDegrees']).toBe(sun['elevationDegrees']);
});
