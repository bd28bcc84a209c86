/** `sun`: where the sun stands at a moment, as JSON. */
import { type Command, InvalidArgumentError } from 'commander';
import { apparentElevation, usualAir } from '../model/refraction.ts';
import { sunYears } from '../model/sun.ts';
import { parseNumber } from './parse-options.ts';

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** A moment as ISO 8601 with its zone; without one it would be another moment in summer than in winter. */
export function parseMoment(text: string): Date {
  const match = pattern.exec(text.trim());
  if (!match) throw new InvalidArgumentError('It must be ISO 8601, such as 2026-06-21T12:00:00+02:00.');
  const [, year, month, day, hour, minute, second, zone] = match;
  if (zone === undefined)
    throw new InvalidArgumentError(
      'It has no time zone: end it with Z for UTC, or +01:00 (winter) or +02:00 (summer) for clocks in the Netherlands.',
    );
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
  if (!isDate || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59)
    throw new InvalidArgumentError('No calendar or clock has this moment.');
  if (Number(year) < sunYears.first || Number(year) > sunYears.last)
    throw new InvalidArgumentError(`Its year must be from ${sunYears.first} to ${sunYears.last}.`);
  const moment = new Date(text.trim().toUpperCase());
  if (Number.isNaN(moment.getTime())) throw new InvalidArgumentError('Its time zone is none.');
  return moment;
}

interface SunOptions {
  readonly latitude: number;
  readonly longitude: number;
  readonly time: Date;
  readonly elevation: number;
  readonly pressure?: number;
  readonly temperature: number;
}

/** Of the international standard atmosphere, hPa. */
const pressureAt = (height: number) => usualAir.pressureHpa * (1 - 2.25577e-5 * height) ** 5.25588;
/** Closer than a ten-thousandth of an arcsecond. */
const round = (value: number) => Number(value.toFixed(7));

export async function tellSun(options: SunOptions): Promise<string> {
  const { latitude, longitude, time, elevation, pressure, temperature } = options;
  const { findSun } = await import('../model/sun-position.ts');
  const sun = findSun(time, { lat: latitude, lon: longitude, height: elevation });
  const air = { pressureHpa: pressure ?? pressureAt(elevation), temperatureCelsius: temperature };
  return JSON.stringify({
    azimuthDegrees: round(sun.azimuthDegrees),
    elevationDegrees: round(sun.elevationDegrees),
    apparentElevationDegrees: round(apparentElevation(sun.elevationDegrees, air)),
  });
}

export function addSunOptions(command: Command): Command {
  return command
    .description(
      'where the sun stands, as JSON in degrees: azimuth clockwise from true north, elevation (geometric, of the middle of the disc) and ' +
        'apparent elevation (with refraction by Sæmundsson’s formula)',
    )
    .requiredOption('--latitude <degrees>', 'degrees north, ETRS89 or WGS84', parseNumber(-90, 90))
    .requiredOption('--longitude <degrees>', 'degrees east', parseNumber(-180, 180))
    .requiredOption('--time <ISO 8601>', 'a moment with its zone, such as 2026-06-21T12:00:00+02:00', parseMoment)
    .option('--elevation <m>', 'of the eye above sea, m', parseNumber(-500, 9000), 0)
    .option(
      '--pressure <hPa>',
      'of the air (default: the standard atmosphere at the elevation)',
      parseNumber(300, 1100),
    )
    .option('--temperature <°C>', 'of the air', parseNumber(-60, 60), usualAir.temperatureCelsius)
    .option('--json', 'as for other commands; this one prints JSON anyway', false)
    .action(async (options: SunOptions) => {
      process.stdout.write(`${await tellSun(options)}\n`);
    });
}
