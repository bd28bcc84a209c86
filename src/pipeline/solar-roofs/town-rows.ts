/** Roofs of a neighbourhood as plain rows, for files and between threads. */
import type { createTownEngine } from '../../engines/solar/neighbourhood.ts';
import type { Neighbourhood } from '../../engines/solar/town.ts';
import type { SolarClass } from '../../model/solar.ts';

/** One roof plane. */
export interface RoofRow {
  /** Row of the building in the town. */
  readonly building: number;
  /** Numbers of its surfaces in the building's geometry at full detail, the lowest first. */
  readonly surfaces: readonly number[];
  /** Middle, RD and NAP. */
  readonly x: number;
  readonly y: number;
  readonly nap: number;
  /** m² in the plane, degrees from flat, and clockwise from true north (−1 for flat). */
  readonly area: number;
  readonly slopeDegrees: number;
  readonly azimuthDegrees: number;
  readonly skyView: number;
  /** kWh/m² a year in the plane, without and with shade. */
  readonly unshaded: number;
  readonly irradiation: number;
  readonly suitability: SolarClass;
  readonly panels: number;
  readonly peakKw: number;
  readonly yieldKwh: number;
}

export interface LeftRow {
  readonly building: number;
  readonly surface: number;
  readonly reason: string;
}

export interface NeighbourhoodRows {
  readonly roofs: readonly RoofRow[];
  readonly left: readonly LeftRow[];
  /** How many buildings were asked about. */
  readonly buildings: number;
}

export function computeRows(
  engine: ReturnType<typeof createTownEngine>,
  neighbourhood: Neighbourhood,
): NeighbourhoodRows {
  const { answers, origin } = engine.roofsOf(neighbourhood);
  const roofs = answers.flatMap(({ row, roofs: all }) =>
    all.map(
      ({ plane, azimuthDegrees, light, unshaded, irradiation, suitability, fit, peakKw, yieldKwh }): RoofRow => ({
        building: row,
        surfaces: plane.surfaces,
        x: plane.middle[0] + origin[0],
        y: plane.middle[1] + origin[1],
        nap: plane.middle[2] + origin[2],
        area: plane.area,
        slopeDegrees: plane.slopeDegrees,
        azimuthDegrees,
        skyView: light.skyView,
        unshaded,
        irradiation,
        suitability,
        panels: fit.count,
        peakKw,
        yieldKwh,
      }),
    ),
  );
  const left = answers.flatMap(({ row, left: all }) => all.map((one): LeftRow => ({ building: row, ...one })));
  return { roofs, left, buildings: neighbourhood.rows.length };
}
