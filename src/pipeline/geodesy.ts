/** Points in CSV between ETRS89 with ellipsoidal height and RD New with NAP. */
import { InputError } from '../model/input-error.ts';
import {
  type EllipsoidHeight,
  ellipsoidToNap,
  lonLatToRd,
  type NapHeight,
  napToEllipsoid,
  OutsideNetherlandsError,
  rdToLonLat,
} from '../model/rd.ts';

const geographic = ['latitude_deg', 'longitude_deg', 'h_ellipsoid_m'] as const;
const projected = ['rd_x_m', 'rd_y_m', 'nap_m'] as const;

function toRd([lat, lon, h]: readonly number[]): string {
  const at = { lon: lon as number, lat: lat as number };
  const rd = lonLatToRd(at);
  return [rd.x, rd.y, ellipsoidToNap(h as EllipsoidHeight, at)].map((value) => value.toFixed(4)).join(',');
}

function toLonLat([x, y, nap]: readonly number[]): string {
  const at = rdToLonLat({ x: x as number, y: y as number });
  return `${at.lat.toFixed(9)},${at.lon.toFixed(9)},${napToEllipsoid(nap as NapHeight, at).toFixed(4)}`;
}

/** Converts a whole CSV text; columns may stand in any order and others are ignored. Throws {@link InputError} with the line. */
export function convertPoints(csv: string, inverse: boolean): string {
  const [from, to] = inverse ? [projected, geographic] : [geographic, projected];
  const lines = csv.split(/\r?\n/);
  const header = (lines[0] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const columns = from.map((name) => header.indexOf(name));
  const missing = from.filter((_, i) => columns[i] === -1);
  if (missing.length > 0) {
    throw new InputError(`points, line 1: column ${missing.join(', ')} is missing (expected ${from.join(',')}).`);
  }
  const output = [to.join(',')];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as string;
    if (line.trim() === '') continue;
    const cells = line.split(',');
    const values = columns.map((column) => Number((cells[column] ?? '').trim() || Number.NaN));
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad !== -1)
      throw new InputError(
        `points, line ${i + 1}: ${from[bad]} "${cells[columns[bad] as number] ?? ''}" is not a number.`,
      );
    try {
      output.push(inverse ? toLonLat(values) : toRd(values));
    } catch (error) {
      if (error instanceof OutsideNetherlandsError) throw new InputError(`points, line ${i + 1}: ${error.message}`);
      throw error;
    }
  }
  return `${output.join('\n')}\n`;
}
