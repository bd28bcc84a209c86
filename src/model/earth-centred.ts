/** Earth-centred metres (x to longitude 0, z to the north pole), as 3D Tiles have them, to RD New and NAP. */
import { ellipsoidHeight, ellipsoidToNap, lonLatToRd } from './rd.ts';

/** WGS84, as Cesium and 3D Tiles have it; GRS80 differs by 0.1 mm. */
const a = 6_378_137;
const e2 = 0.00669437999014;
const toDegrees = 180 / Math.PI;

/** RD x, y and metres NAP; `isNap`: the heights are NAP already. Throws `OutsideNetherlandsError` outside the tables of RD New. */
export function earthCentredToRd(
  x: number,
  y: number,
  z: number,
  isNap = false,
): readonly [x: number, y: number, nap: number] {
  const distance = Math.hypot(x, y);
  // Height and latitude need each other; each round leaves under a hundredth of the error: 1e-9 m after four.
  let phi = Math.atan2(z, distance * (1 - e2));
  let height = 0;
  for (let round = 0; round < 4; round++) {
    const n = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    height = distance / Math.cos(phi) - n;
    phi = Math.atan2(z, distance * (1 - (e2 * n) / (n + height)));
  }
  const place = { lon: Math.atan2(y, x) * toDegrees, lat: phi * toDegrees };
  const rd = lonLatToRd(place);
  return [rd.x, rd.y, isNap ? height : ellipsoidToNap(ellipsoidHeight(height), place)];
}
