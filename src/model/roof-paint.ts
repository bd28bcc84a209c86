/**
 * How the picture draws each roof plane: one byte a plane that the shader reads (`scene/roof-shader.ts`), today's and, beside it, that
 * of the town with a plan. The lower four bits are a row of {@link roofTones} + 1, 0 for what is not known.
 */
import type { BuildingTable } from './city-index.ts';
import { type SolarSettings, solarClasses } from './solar.ts';
import type { SolarColour } from './solar-choice.ts';
import { irradiationClasses, irradiationClassOf, suitabilityColors } from './solar-classes.ts';
import { classifyRow, type TownRoofs } from './solar-town.ts';

/** Of irradiation, then of suitability. */
export const roofTones: readonly string[] = [
  ...irradiationClasses.map(({ color }) => color),
  ...solarClasses.map((id) => suitabilityColors[id]),
];
/** Too little sun or room for panels: dark lines. */
export const UNSUITABLE = 16;
/** Monument or protected townscape: light lines across those. */
export const NEEDS_PERMIT = 32;

/** A byte a plane. `settings` are the visitor's. */
export function paintRoofs(
  town: Pick<TownRoofs, 'roofs' | 'settings'>,
  colour: SolarColour,
  settings: SolarSettings,
  protection: BuildingTable['protection'],
): Uint8Array {
  const { irradiation, building } = town.roofs;
  const paint = new Uint8Array(building.length);
  for (let row = 0; row < paint.length; row++) {
    const suitability = classifyRow(town, row, settings);
    const tone =
      colour === 'irradiation'
        ? irradiationClassOf(irradiation[row] as number)
        : irradiationClasses.length + solarClasses.indexOf(suitability);
    const isProtected = (protection?.[building[row] as number] ?? 0) > 0;
    paint[row] = (tone + 1) | (suitability === 'none' ? UNSUITABLE : 0) | (isProtected ? NEEDS_PERMIT : 0);
  }
  return paint;
}
