/** What one thread does for a town: the roofs of one neighbourhood after the other, told in plain rows. */
import { computeNeighbourhood, type TownQuestion } from '../../engines/solar/neighbourhood.ts';
import type { Neighbourhood } from '../../engines/solar/town.ts';
import { type SolarClass, solarClasses } from '../../model/solar.ts';

/** One roof plane; see `SolarRoofs` for units. */
export interface PlaneRow {
  /** Of the question. */
  readonly building: number;
  readonly surfaces: readonly number[];
  readonly middle: readonly [x: number, y: number, nap: number];
  readonly area: number;
  readonly slope: number;
  readonly azimuth: number;
  readonly skyView: number;
  readonly unshaded: number;
  readonly irradiation: number;
  readonly suitability: number;
  readonly panels: number;
  readonly yield: number;
}

export interface NeighbourhoodRows {
  readonly planes: readonly PlaneRow[];
  /** Buildings without any plane, and the first reason why. */
  readonly bare: readonly { readonly building: number; readonly reason: string }[];
}

const rankOf = (name: SolarClass) => solarClasses.indexOf(name);

export function computeRows(question: TownQuestion, neighbourhood: Neighbourhood): NeighbourhoodRows {
  const { answers, origin } = computeNeighbourhood(question, neighbourhood);
  const planes: PlaneRow[] = [];
  const bare: { building: number; reason: string }[] = [];
  for (const { row, roofs, left } of answers) {
    if (roofs.length === 0) bare.push({ building: row, reason: left[0]?.reason ?? 'it has no roof' });
    for (const roof of roofs) {
      const [x, y, z] = roof.plane.middle;
      planes.push({
        building: row,
        surfaces: roof.plane.surfaces,
        middle: [x + origin[0], y + origin[1], z + origin[2]],
        area: roof.plane.area,
        slope: roof.plane.slopeDegrees,
        azimuth: roof.azimuthDegrees,
        skyView: roof.light.skyView,
        unshaded: roof.unshaded,
        irradiation: roof.irradiation,
        suitability: rankOf(roof.suitability),
        panels: roof.fit.count,
        yield: roof.yieldKwh,
      });
    }
  }
  return { planes, bare };
}
