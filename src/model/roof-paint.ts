/** How the picture draws each roof plane: one byte a plane that the shader reads (`roof-tones.ts`), today's or with a plan. */
import type { BuildingTable } from './city-index.ts';
import { NEEDS_PERMIT, UNSUITABLE } from './roof-tones.ts';
import { type SolarSettings, solarClasses } from './solar.ts';
import type { SolarColour } from './solar-choice.ts';
import { irradiationClasses, irradiationClassOf } from './solar-classes.ts';
import { classifyRow, type TownRoofs } from './solar-town.ts';

/** The tone that such a byte names: a row of `roofTones`, −1 for none. */
export const toneOf = (code: number): number => (code & 15) - 1;

/** A byte a plane. `settings` are the visitor's. */
export function paintRoofs(
  town: Pick<TownRoofs, 'roofs' | 'settings' | 'fitted'>,
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
