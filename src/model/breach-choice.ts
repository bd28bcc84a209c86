/**
 * A breach that a visitor asks for, short enough for a link: `breach:147060:509048:-30:sand`. Settings of its own follow, all four of them:
 * minutes to its lowest, first and greatest width in m (`-`: what the material allows), and the lake's depth in cm.
 */
import { type BreachSettings, defaultBreachSettings } from './breach-settings.ts';

export const dikeMaterialIds = ['sand', 'clay'] as const;
export type DikeMaterialId = (typeof dikeMaterialIds)[number];

export interface BreachChoice {
  /** RD, whole metres; the nearest point of a dike counts. */
  readonly x: number;
  readonly y: number;
  /** m NAP, in whole centimetres. */
  readonly lakeLevel: number;
  readonly material: DikeMaterialId;
  /** Whole minutes, tenths of metres and centimetres. */
  readonly settings: BreachSettings;
}

/** m NAP: beyond this no lake stands before a Dutch dike. */
const LAKE_LEVELS = [-6, 10] as const;

/** What can be computed: lowest and highest, as the settings count them. */
export const breachLimits = {
  loweringMinutes: [0, 300],
  width: [1, 400],
  widest: [1, 600],
  lakeDepth: [0.5, 30],
} as const satisfies Record<keyof BreachSettings, readonly [number, number]>;

const tenths = (metres: number) => Math.round(metres * 10) / 10;

function writeSettings({ loweringMinutes, width, widest, lakeDepth }: BreachSettings): string {
  return [
    Math.round(loweringMinutes),
    tenths(width),
    widest === undefined ? '-' : tenths(widest),
    Math.round(lakeDepth * 100),
  ].join(':');
}
const USUAL = writeSettings(defaultBreachSettings);

export function breachId({ x, y, lakeLevel, material, settings }: BreachChoice): string {
  const id = ['breach', Math.round(x), Math.round(y), Math.round(lakeLevel * 100), material].join(':');
  const own = writeSettings(settings);
  return own === USUAL ? id : `${id}:${own}`;
}

/** Undefined where one of them is beyond what can be computed. */
function readSettings(text: string): BreachSettings | undefined {
  const match = /^(\d{1,3}):(\d{1,3}(?:\.\d)?):(-|\d{1,3}(?:\.\d)?):(\d{1,4})$/.exec(text);
  if (!match) return undefined;
  const [loweringMinutes, width, lakeDepth] = [Number(match[1]), Number(match[2]), Number(match[4]) / 100];
  const settings = { loweringMinutes, width, widest: match[3] === '-' ? undefined : Number(match[3]), lakeDepth };
  const names = Object.keys(breachLimits) as (keyof BreachSettings)[];
  const isWithin = names.every((name) => {
    const value = settings[name];
    const [low, high] = breachLimits[name];
    return value === undefined || (value >= low && value <= high);
  });
  return isWithin ? settings : undefined;
}

/** Undefined for other ids, and for levels and settings that cannot be. */
export function parseBreachId(id: string | undefined): BreachChoice | undefined {
  const match = /^breach:(\d{4,6}):(\d{6}):(-?\d{1,4}):(sand|clay)(?::(.+))?$/.exec(id ?? '');
  if (!match) return undefined;
  const lakeLevel = Number(match[3]) / 100;
  if (!(lakeLevel >= LAKE_LEVELS[0] && lakeLevel <= LAKE_LEVELS[1])) return undefined;
  const settings = readSettings(match[5] ?? USUAL);
  if (!settings) return undefined;
  return { x: Number(match[1]), y: Number(match[2]), lakeLevel, material: match[4] as DikeMaterialId, settings };
}
