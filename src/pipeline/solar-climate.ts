/** A municipality's own climate, `--climate F.csv`: `month,ghi_kwh_m2` and, where it is known, `dhi_kwh_m2`. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { clearDay } from '../engines/solar/clear-sky.ts';
import { daysOfMonth } from '../engines/solar/extraterrestrial.ts';
import { splitMonths } from '../engines/solar/split-months.ts';
import { InputError } from '../model/input-error.ts';
import type { SolarClimate } from '../model/solar.ts';
import { parseCsv } from './csv.ts';

const FLAT = { slopeDegrees: 0, azimuthDegrees: 0 };
/** Room above very clean air without a cloud (ESRA, Linke 2): snow, mountains, rounding. */
const ROOM = 1.1;

/** kWh/m² on flat ground that a month, January 0, can have at most. */
function mostOf(month: number, latitude: number): number {
  const days = daysOfMonth(month).map((day) => clearDay(latitude, day, FLAT, { linke: 2 }, 0).total);
  return (ROOM * days.reduce((sum, day) => sum + day, 0)) / 1000;
}

/** Latitude in degrees, to split what is not split and to refuse what cannot be. */
export function parseClimate(csv: string, file: string, latitude: number): SolarClimate {
  const hasDiffuse = /(^|,)\s*dhi_kwh_m2\s*(,|$)/i.test(csv.replace(/^\uFEFF/, '').split(/\r?\n/)[0] ?? '');
  const rows = parseCsv(csv, file, [], hasDiffuse ? ['month', 'ghi_kwh_m2', 'dhi_kwh_m2'] : ['month', 'ghi_kwh_m2']);
  const global: number[] = [];
  const diffuse: number[] = [];
  for (const { line, numbers } of rows) {
    const where = `${file}, line ${line}`;
    const { month, ghi_kwh_m2: ghi, dhi_kwh_m2: dhi } = numbers as Record<string, number>;
    if (month === undefined || ghi === undefined || !(Number.isInteger(month) && month >= 1 && month <= 12))
      throw new InputError(`${where}: month ${month} is not a whole number from 1 to 12.`);
    if (global[month - 1] !== undefined) throw new InputError(`${where}: month ${month} is given twice.`);
    const most = mostOf(month - 1, latitude);
    if (!(ghi >= 0 && ghi <= most))
      throw new InputError(
        `${where}: ghi_kwh_m2 ${ghi} is not from 0 to ${most.toFixed(1)}, the most that this month can have at ${latitude.toFixed(1)}°, even without a cloud.`,
      );
    if (dhi !== undefined && !(dhi >= 0 && dhi <= ghi))
      throw new InputError(`${where}: dhi_kwh_m2 ${dhi} is not from 0 to ghi_kwh_m2 ${ghi}.`);
    global[month - 1] = ghi;
    if (dhi !== undefined) diffuse[month - 1] = dhi;
  }
  const missing = Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => global[month - 1] === undefined);
  if (missing.length > 0) throw new InputError(`${file}: month ${missing.join(', ')} is missing (expected 1 to 12).`);
  return { title: file, source: file, global, diffuse: hasDiffuse ? diffuse : splitMonths(global, latitude) };
}

export async function readClimate(path: string, latitude: number): Promise<SolarClimate> {
  const csv = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${path} cannot be read: ${error.code ?? error.message}.`);
  });
  return parseClimate(csv, basename(path), latitude);
}
