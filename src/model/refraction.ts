/** The sun is seen higher than it stands: air bends its light, by half a degree on the horizon. Whoever counts shade leaves it out. */

/** Air that bends light; the mean of the Netherlands when nothing is known. */
export interface Air {
  readonly pressureHpa: number;
  readonly temperatureCelsius: number;
}

export const usualAir: Air = { pressureHpa: 1013.25, temperatureCelsius: 10 };

/** Half the disc and the refraction on the horizon: lower than this the whole sun has set, and nothing is bent. */
const SET_DEGREES = -(0.26667 + 0.5667);

/** Elevation as it is seen: refraction by Sæmundsson's formula (1986), as in Reda & Andreas (2004), Solar Energy 76. */
export function apparentElevation(elevationDegrees: number, air: Air = usualAir): number {
  if (elevationDegrees < SET_DEGREES) return elevationDegrees;
  const angle = ((elevationDegrees + 10.3 / (elevationDegrees + 5.11)) * Math.PI) / 180;
  const standard = 1.02 / (60 * Math.tan(angle));
  return elevationDegrees + (air.pressureHpa / 1010) * (283 / (273 + air.temperatureCelsius)) * standard;
}
