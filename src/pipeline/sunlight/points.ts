/** Points at which sun is asked (GeoJSON): `heightNap` in metres, and `facingDegrees` outward where they are on a façade. */
import { basename } from 'node:path';
import { type GeoFeature, listPoints, numberOf, textOf } from '../../model/geojson.ts';
import { InputError } from '../../model/input-error.ts';
import { isInsideRd } from '../../model/rd.ts';
import type { SunPoint } from '../../model/sunlight.ts';
import { readGeoJson } from '../geojson.ts';

/** Metres NAP between which there are places in the Netherlands, roofs of towers included. */
const [LOWEST, HIGHEST] = [-50, 700];

export interface NamedPoint extends SunPoint {
  /** File, number and id of its feature, for messages. */
  readonly where: string;
}

function toPoints(feature: GeoFeature, number: number): NamedPoint[] {
  const { where } = feature;
  const nap = numberOf(feature, 'heightnap');
  if (nap === undefined)
    throw new InputError(`${where}: heightNap is missing; it is the height of the point in metres NAP.`);
  if (nap < LOWEST || nap > HIGHEST)
    throw new InputError(`${where}: heightNap ${nap} is not between ${LOWEST} and ${HIGHEST} m NAP.`);
  const facing = numberOf(feature, 'facingdegrees');
  if (facing !== undefined && !(facing >= -360 && facing <= 360))
    throw new InputError(
      `${where}: facingDegrees ${facing} is not between -360 and 360 (clockwise from north, outward).`,
    );
  const places = listPoints(feature);
  if (places.length === 0) throw new InputError(`${where}: has no geometry; expected a Point.`);
  const id = feature.id ?? textOf(feature, 'name', 'naam') ?? String(number);
  return places.map(([x, y], i) => {
    if (!isInsideRd({ x, y }))
      throw new InputError(
        `${where}: (${x}, ${y}) lies outside RD New; longitude and latitude need no crs member, RD New needs one.`,
      );
    return {
      id: places.length > 1 ? `${id}-${i + 1}` : id,
      x,
      y,
      nap,
      where,
      ...(facing !== undefined && { facingDegrees: (facing + 360) % 360 }),
    };
  });
}

/** In the order of the file. Throws {@link InputError} naming file, feature and field. */
export async function readPoints(file: string): Promise<NamedPoint[]> {
  const features = await readGeoJson(file);
  const points = features.flatMap((feature, i) => toPoints(feature, i + 1));
  if (points.length === 0) throw new InputError(`${basename(file)}: holds no points.`);
  return points;
}
