/**
 * Light under a sky without clouds: Rigollier, Bauer & Wald (2000, Solar Energy 68), "On the clear sky model of the ESRA"; on sloping
 * planes by Muneer's model as the European Solar Radiation Atlas has it (Scharmer & Greif 2000), which is also what GRASS r.sun computes.
 * `linke` is the Linke turbidity at air mass 2: 2 very clear, 3 usual in the countryside, 5 hazy. At sea level unless `elevation` (m).
 */
import { extraterrestrialNormal, solarDeclination, sunsetAngle, sunVector } from './extraterrestrial.ts';
import { type Plane, planeNormal, sineAbove, skyShare } from './plane.ts';

const RADIANS = Math.PI / 180;

export interface ClearSky {
  readonly linke: number;
  readonly elevation?: number;
}

/** W/m²; `sine` of the sun's true height. */
interface ClearLight {
  /** Across the rays. */
  readonly beam: number;
  /** On flat ground. */
  readonly diffuse: number;
}

/** Optical depth of clean dry air, of Kasten (1996). */
function rayleighDepth(airMass: number): number {
  if (airMass > 20) return 1 / (10.4 + 0.718 * airMass);
  return 1 / (6.6296 + airMass * (1.7513 + airMass * (-0.1202 + airMass * (0.0065 - airMass * 0.00013))));
}

function clearLight(sine: number, day: number, { linke, elevation = 0 }: ClearSky): ClearLight {
  if (sine <= 0) return { beam: 0, diffuse: 0 };
  const above = extraterrestrialNormal(day);
  const height = Math.asin(Math.min(1, sine));
  const refraction =
    (0.061359 * (0.1594 + height * (1.123 + height * 0.065656))) / (1 + height * (28.9344 + height * 277.3971));
  const seen = (height + refraction) / RADIANS;
  const airMass = Math.exp(-elevation / 8434.5) / (Math.sin(seen * RADIANS) + 0.50572 * (seen + 6.07995) ** -1.6364);
  const transmission = linke * (0.0003797 * linke + 0.030543) - 0.015843;
  const least = linke * (0.0031408 * linke - 0.061581) + 0.26463;
  const a0 = least * transmission < 0.0022 ? 0.0022 / transmission : least;
  const a1 = linke * (-0.011161 * linke + 0.018945) + 2.0402;
  const a2 = linke * (0.0085079 * linke + 0.039231) - 1.3025;
  return {
    beam: above * Math.exp(-0.8662 * linke * airMass * rayleighDepth(airMass)),
    diffuse: above * transmission * (a0 + sine * (a1 + sine * a2)),
  };
}

/** W/m² of diffuse light on a plane: darker on its shaded side, brighter where the sun is. */
function muneerDiffuse(
  light: ClearLight,
  sine: number,
  day: number,
  plane: Plane,
  sunBearing: number,
  incidence: number,
): number {
  const slope = plane.slopeDegrees * RADIANS;
  if (slope === 0) return light.diffuse;
  const sky = (1 + Math.cos(slope)) / 2;
  const band = Math.sin(slope) - slope * Math.cos(slope) - Math.PI * Math.sin(slope / 2) ** 2;
  if (incidence <= 0) return light.diffuse * (sky + band * 0.25227);
  const beamShare = light.beam / extraterrestrialNormal(day);
  const patch = 0.00263 - beamShare * (0.712 + 0.6883 * beamShare);
  const height = Math.asin(sine);
  const towards =
    height >= 0.1
      ? incidence / sine
      : (Math.sin(slope) * Math.cos(sunBearing - plane.azimuthDegrees * RADIANS)) / (0.1 - 0.008 * height);
  return light.diffuse * ((sky + band * patch) * (1 - beamShare) + beamShare * towards);
}

export interface ClearDay {
  readonly total: number;
  /** Of it: the beam that sunlit ground throws on the plane while the sun stands behind it. GRASS r.sun leaves that out. */
  readonly fromBehind: number;
}

/** Wh/m² in the plane on a day of the year, from the middles of steps of a few minutes in true solar time. */
export function clearDay(latitude: number, day: number, plane: Plane, sky: ClearSky, albedo: number): ClearDay {
  const declination = solarDeclination(day);
  const sunset = sunsetAngle(latitude, declination);
  const normal = planeNormal(plane);
  const hours = (sunset * 24) / Math.PI;
  const steps = Math.ceil(hours * 20);
  let [sum, behind] = [0, 0];
  for (let i = 0; i < steps; i++) {
    const sun = sunVector(latitude, declination, sunset * (((i + 0.5) / steps) * 2 - 1));
    const light = clearLight(sun.up, day, sky);
    const incidence = sineAbove(normal, sun);
    const diffuse = muneerDiffuse(light, sun.up, day, plane, Math.atan2(sun.east, sun.north), incidence);
    const ground = albedo * (1 - skyShare(normal));
    sum += light.beam * incidence + diffuse + (light.beam * sun.up + light.diffuse) * ground;
    if (incidence === 0) behind += light.beam * sun.up * ground;
  }
  return { total: (sum * hours) / steps, fromBehind: (behind * hours) / steps };
}
