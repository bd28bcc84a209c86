/**
 * How crowding looks, in the picture and in its legend: levels of service, how long a limit was exceeded, and groups. Colours go from
 * blue-green to dark purple, which those who see no red or green tell apart too, and hatching gets denser with them.
 */
import { walkingLevels } from './crowd.ts';

/** Lines at 45°: their share of the ground, 0 to 1, and whether there are lines the other way too. */
interface CrowdHatch {
  readonly part: number;
  readonly isCrossed: boolean;
}

export interface CrowdClass {
  /** Persons/m² or seconds: from here on, up to the next. */
  readonly from: number;
  /** `#rrggbb`. */
  readonly color: string;
  readonly hatch: CrowdHatch;
}

/** persons/m²: with fewer nothing is drawn, one passer-by is no crowd. */
const LEAST_DENSITY = 0.05;

const looks: readonly Omit<CrowdClass, 'from'>[] = [
  { color: '#b4e0d6', hatch: { part: 0, isCrossed: false } },
  { color: '#5fb9b6', hatch: { part: 0.12, isCrossed: false } },
  { color: '#f4d35e', hatch: { part: 0.2, isCrossed: false } },
  { color: '#ee8434', hatch: { part: 0.3, isCrossed: false } },
  { color: '#c0302c', hatch: { part: 0.2, isCrossed: true } },
  { color: '#4f1a5b', hatch: { part: 0.32, isCrossed: true } },
];

const classesFrom = (bounds: readonly number[], last: readonly Omit<CrowdClass, 'from'>[]): readonly CrowdClass[] =>
  bounds.map((from, i) => ({ from, ...(last[i] as Omit<CrowdClass, 'from'>) }));

/** Levels A to F, rows as `levelNames` has them. */
export const densityClasses = classesFrom([LEAST_DENSITY, ...walkingLevels], looks);
/** Seconds over the limit. */
export const overClasses = classesFrom([1, 30, 60, 120, 300], looks.slice(1));
/** What a shader has room for. */
export const MOST_CROWD_CLASSES = 6;

/** What a person of a group carries, so that groups are told apart without colour. */
export const groupSigns = ['none', 'backpack', 'hat', 'flag'] as const;

/** Light after dark, so that neighbours differ in brightness too. */
export const groupColors = [
  '#1c6b86',
  '#e3a53a',
  '#83395f',
  '#8ec1dc',
  '#2f6b45',
  '#ecc7a8',
  '#4b4b86',
  '#c9d27a',
] as const;

export interface GroupLook {
  readonly color: string;
  readonly sign: (typeof groupSigns)[number];
}

/** Of the group in a row of the plan. */
export const groupLook = (row: number): GroupLook => ({
  color: groupColors[row % groupColors.length] as string,
  sign: groupSigns[row % groupSigns.length] as GroupLook['sign'],
});
