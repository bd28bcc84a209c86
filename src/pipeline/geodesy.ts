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
import { parseCsv } from './csv.ts';

const geographic = ['latitude_deg', 'longitude_deg', 'h_ellipsoid_m'] as const;
const projected = ['rd_x_m', 'rd_y_m', 'nap_m'] as const;

type Place = Readonly<Record<(typeof geographic)[number], number>>;
type Point = Readonly<Record<(typeof projected)[number], number>>;

function toRd({ latitude_deg: lat, longitude_deg: lon, h_ellipsoid_m: h }: Place): string {
  const at = { lon, lat };
  const rd = lonLatToRd(at);
  return [rd.x, rd.y, ellipsoidToNap(h as EllipsoidHeight, at)].map((value) => value.toFixed(4)).join(',');
}

function toLonLat({ rd_x_m: x, rd_y_m: y, nap_m: nap }: Point): string {
  const at = rdToLonLat({ x, y });
  return `${at.lat.toFixed(9)},${at.lon.toFixed(9)},${napToEllipsoid(nap as NapHeight, at).toFixed(4)}`;
}

/** Converts a whole CSV text; columns may stand in any order and others are ignored. Throws {@link InputError} with the line. */
export function convertPoints(csv: string, inverse: boolean): string {
  const convert = <Name extends string>(
    from: readonly Name[],
    to: readonly string[],
    toLine: (numbers: Readonly<Record<Name, number>>) => string,
  ) => {
    const lines = parseCsv(csv, 'points', [], from).map(({ line, numbers }) => {
      try {
        return toLine(numbers);
      } catch (error) {
        if (error instanceof OutsideNetherlandsError) throw new InputError(`points, line ${line}: ${error.message}`);
        throw error;
      }
    });
    return `${[to.join(','), ...lines].join('\n')}\n`;
  };
  return inverse ? convert(projected, geographic, toLonLat) : convert(geographic, projected, toRd);
}
