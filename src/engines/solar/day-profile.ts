/**
 * How a day's light spreads over its hours, in true solar time and so the same before and after noon: global after Collares-Pereira &
 * Rabl (1979, Solar Energy 22), diffuse after Liu & Jordan (1960, Solar Energy 4). Shares of the day's sum per hour.
 */

/** Angles in radians. */
export function diffuseShareAt(hourAngle: number, sunset: number): number {
  const height = Math.cos(hourAngle) - Math.cos(sunset);
  if (height <= 0) return 0;
  return ((Math.PI / 24) * height) / (Math.sin(sunset) - sunset * Math.cos(sunset));
}

export function globalShareAt(hourAngle: number, sunset: number): number {
  const sine = Math.sin(sunset - Math.PI / 3);
  return (0.409 + 0.5016 * sine + (0.6609 - 0.4767 * sine) * Math.cos(hourAngle)) * diffuseShareAt(hourAngle, sunset);
}
