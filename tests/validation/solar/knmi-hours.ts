/** A year of measured hours of global radiation as moments: each hour split by Erbs, its beam along the true path of the sun. */
import { readFileSync } from 'node:fs';
import { diffuseShareOfHour } from '../../../src/engines/solar/erbs.ts';
import { extraterrestrialNormal } from '../../../src/engines/solar/extraterrestrial.ts';
import type { SkyMoment } from '../../../src/engines/solar/sky-moments.ts';
import { locateSun } from '../../../src/model/sun.ts';

const RADIANS = Math.PI / 180;
/** Parts of an hour for which the sun is placed. */
const PARTS = 6;
/** Below this sine of the mean height an hour is taken as diffuse wholly. */
const LOW = 0.01;

interface MeasuredYear {
  readonly moments: SkyMoment[];
  /** kWh/m² per month. */
  readonly global: number[];
  readonly diffuse: number[];
}

/** A file of KNMI with hourly data; column Q is J/cm² in the hour (UT) that ends at HH. */
export function readMeasuredYear(path: string, station: string, place: { readonly lon: number; readonly lat: number }) {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const header = (lines.find((line) => line.startsWith('# STN')) ?? '').slice(2).split(',');
  const [ofDate = -1, ofHour = -1, ofLight = -1] = ['YYYYMMDD', 'HH', 'Q'].map((name) =>
    header.findIndex((cell) => cell.trim() === name),
  );
  const year: MeasuredYear = { moments: [], global: new Array(12).fill(0), diffuse: new Array(12).fill(0) };
  for (const line of lines) {
    const cells = line.split(',').map((cell) => cell.trim());
    const light = (Number(cells[ofLight]) * 1e4) / 3600;
    if (cells[0] !== station || !(light > 0)) continue;
    const date = cells[ofDate] as string;
    const [y, month, d] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8))];
    const start = Date.UTC(y, month, d, Number(cells[ofHour]) - 1);
    const extraterrestrial = extraterrestrialNormal(Math.floor((start - Date.UTC(y, 0, 1)) / 86_400_000) + 1);
    const suns = Array.from({ length: PARTS }, (_, i) => {
      const at = locateSun(new Date(start + ((i + 0.5) / PARTS) * 3_600_000), place);
      const [height, azimuth] = [at.elevationDegrees * RADIANS, at.azimuthDegrees * RADIANS];
      const level = Math.cos(height);
      return { east: level * Math.sin(azimuth), north: level * Math.cos(azimuth), up: Math.sin(height) };
    });
    const up = suns.reduce((sum, sun) => sum + Math.max(0, sun.up), 0) / PARTS;
    const share = up < LOW ? 1 : diffuseShareOfHour(light / (extraterrestrial * up));
    const beam = up < LOW ? 0 : (light * (1 - share)) / up;
    year.global[month] = (year.global[month] as number) + light / 1000;
    year.diffuse[month] = (year.diffuse[month] as number) + (light * share) / 1000;
    const lit = suns.filter((sun) => sun.up > 0 && up >= LOW);
    for (const sun of lit) {
      year.moments.push({
        month,
        sun,
        extraterrestrial,
        beam,
        diffuse: (light * share * sun.up) / up,
        hours: 1 / PARTS,
      });
    }
    if (lit.length === 0)
      year.moments.push({
        month,
        sun: { east: 0, north: 0, up: 1 },
        extraterrestrial,
        beam: 0,
        diffuse: light,
        hours: 1,
      });
  }
  return year;
}
