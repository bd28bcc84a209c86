/** What the byte of a roof plane says (`roof-paint.ts` writes it, the shader reads it): a colour, and lines over it. */
import { solarClasses } from './solar.ts';
import { irradiationClasses, suitabilityColors } from './solar-classes.ts';

/** Of irradiation, then of suitability; the byte's lower four bits are a row of these + 1, 0 for what is not known. */
export const roofTones: readonly string[] = [
  ...irradiationClasses.map(({ color }) => color),
  ...solarClasses.map((id) => suitabilityColors[id]),
];
/** Too little sun or room for panels: dark lines. */
export const UNSUITABLE = 16;
/** Monument or protected townscape: light lines across those. */
export const NEEDS_PERMIT = 32;
