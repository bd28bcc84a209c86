/** A breach that a visitor asks for, short enough for a link: `breach:147060:509048:-30:sand`. */

export const dikeMaterialIds = ['sand', 'clay'] as const;
export type DikeMaterialId = (typeof dikeMaterialIds)[number];

export interface BreachChoice {
  /** RD, whole metres; the nearest point of a dike counts. */
  readonly x: number;
  readonly y: number;
  /** m NAP, in whole centimetres. */
  readonly lakeLevel: number;
  readonly material: DikeMaterialId;
}

/** m NAP: beyond this no lake stands before a Dutch dike. */
const LAKE_LEVELS = [-6, 10] as const;

export const breachId = ({ x, y, lakeLevel, material }: BreachChoice): string =>
  ['breach', Math.round(x), Math.round(y), Math.round(lakeLevel * 100), material].join(':');

/** Undefined for other ids, and for levels that cannot be. */
export function parseBreachId(id: string | undefined): BreachChoice | undefined {
  const match = /^breach:(\d{4,6}):(\d{6}):(-?\d{1,4}):(sand|clay)$/.exec(id ?? '');
  if (!match) return undefined;
  const lakeLevel = Number(match[3]) / 100;
  if (!(lakeLevel >= LAKE_LEVELS[0] && lakeLevel <= LAKE_LEVELS[1])) return undefined;
  return { x: Number(match[1]), y: Number(match[2]), lakeLevel, material: match[4] as DikeMaterialId };
}
