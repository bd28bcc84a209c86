/** NAP zero above the ellipsoid, anywhere on the globe. */
import residuals from '../../model/nl-residuals.json' with { type: 'json' };
import { geoidHeight, type LonLat } from '../../model/rd.ts';

const { rows, columns, latitude0, longitude0, latitudeStep, longitudeStep } = residuals;
// A hair inside, so that rounding does not put the last node outside the table.
const hair = 1e-9;
const east = longitude0 + (columns - 1) * longitudeStep - hair;
const north = latitude0 + (rows - 1) * latitudeStep - hair;
/** Degrees beyond the table over which the geoid fades to the ellipsoid: about 1,100 km. */
const fade = 10;

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Whether RD New and the geoid are known there. */
export const isInTable = ({ lon, lat }: LonLat): boolean =>
  lon >= longitude0 && lon <= east && lat >= latitude0 && lat <= north;

/**
 * Metres. Within the table of the Netherlands the geoid; beyond it the value at the nearest point of the table, faded
 * smoothly to zero over 10°, which keeps the ground below 1 in 15,000 steep. That is no geoid, only no cliff.
 */
export function seaLevel(at: LonLat): number {
  const lon = clamp(at.lon, longitude0, east);
  const lat = clamp(at.lat, latitude0, north);
  const distance = Math.hypot((at.lon - lon) * Math.cos((lat * Math.PI) / 180), at.lat - lat);
  if (distance >= fade) return 0;
  const t = distance / fade;
  return geoidHeight({ lon, lat }) * (1 - t * t * (3 - 2 * t));
}
