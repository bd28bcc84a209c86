import { ellipsoidHeight, ellipsoidToNap, lonLatToRd } from '../model/rd.ts';

const a = 6378137;
const e2 = 0.00669437999014;
const b = a * Math.sqrt(1 - e2);
const DEGREES = 180 / Math.PI;

/** Earth-centred metres (WGS84) to longitude, latitude in degrees and ellipsoidal height; Bowring (1976), under 0.1 mm. */
function earthToLonLat(x: number, y: number, z: number) {
  const p = Math.hypot(x, y);
  const theta = Math.atan2(z * a, p * b);
  const phi = Math.atan2(z + (e2 / (1 - e2)) * b * Math.sin(theta) ** 3, p - e2 * a * Math.cos(theta) ** 3);
  const height = p * Math.cos(phi) + z * Math.sin(phi) - a * Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return { lon: Math.atan2(y, x) * DEGREES, lat: phi * DEGREES, height };
}

/** To RD New and NAP; `isNap`: the tileset's heights are NAP already. Throws outside the Netherlands. */
export function earthToRd(x: number, y: number, z: number, isNap: boolean): { x: number; y: number; nap: number } {
  const place = earthToLonLat(x, y, z);
  const nap = isNap ? place.height : ellipsoidToNap(ellipsoidHeight(place.height), place);
  return { ...lonLatToRd(place), nap };
}
