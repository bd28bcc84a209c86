/** An upright box in RD New, and the box in degrees around it. */
import type { RdExtent } from '../../model/grid.ts';
import { rdToLonLat } from '../../model/rd.ts';

export const meets = (a: RdExtent, b: RdExtent): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

export const holds = ([west, south, east, north]: RdExtent, x: number, y: number): boolean =>
  x >= west && x <= east && y >= south && y <= north;

export const meet = (a: RdExtent, b: RdExtent): [number, number, number, number] => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/** West, south, east, north in degrees of what holds the whole extent: RD stands a little askew to the meridians. */
export function degreesAround([west, south, east, north]: RdExtent): [number, number, number, number] {
  const corners = [
    rdToLonLat({ x: west, y: south }),
    rdToLonLat({ x: east, y: south }),
    rdToLonLat({ x: east, y: north }),
    rdToLonLat({ x: west, y: north }),
  ];
  const [lons, lats] = [corners.map(({ lon }) => lon), corners.map(({ lat }) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
