/** Eight winds from a direction in degrees clockwise from north. */
const winds = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Wind = (typeof winds)[number];

export function windOf(headingDegrees: number): Wind {
  return winds[Math.round((((headingDegrees % 360) + 360) % 360) / 45) % 8] as Wind;
}
