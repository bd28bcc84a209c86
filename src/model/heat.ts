/**
 * Heat that homes need, and how far each is from what can be heated without a gas boiler. The yardstick is the Dutch "Standaard voor
 * woningisolatie" (minister of the Interior to parliament, 2021): net heat demand, kWh per m² of floor a year, at which a home from
 * after 1945 is warm with water of 50 °C, so with a heat pump or a heat network of low temperature; older homes with 70 °C.
 */

/** From first to last in the row: how many times the Standaard a home needs. */
export const heatClasses = ['ready', 'near', 'step', 'far'] as const;
export type HeatClass = (typeof heatClasses)[number];

/** As picture and legend colour them; from `step` on they are hatched too. sRGB. */
export const heatColors: Readonly<Record<HeatClass, `#${string}`>> = {
  ready: '#1f6f63',
  near: '#8fc9a8',
  step: '#eda552',
  far: '#9b2c35',
};

/** Every choice that another could make otherwise. */
export interface HeatSettings {
  /** Times the Standaard up to which a home counts as `ready`, `near` and `step`. */
  readonly ready: number;
  readonly near: number;
  readonly step: number;
  /** Mean over the day, the year round and all rooms, °C. */
  readonly indoor: number;
  /** Whether an energy label, where there is one, bounds what shape and year say. */
  readonly hasLabels: boolean;
  /** Whether homes from before 1946 are held to their own Standaard, which is milder: they then need water of 70 °C. */
  readonly hasOldStandard: boolean;
}

export const initialHeat: HeatSettings = {
  ready: 1,
  near: 1.5,
  step: 2.5,
  indoor: 18,
  hasLabels: true,
  hasOldStandard: false,
};

/** Which homes are listed. */
export interface HeatFilter {
  readonly classes: readonly HeatClass[];
  /** By its name, empty for those of no district; undefined: all. */
  readonly district: string | undefined;
  readonly withoutMonuments: boolean;
}

/** Everything: the table starts with all homes, the best first. */
export const initialHeatFilter: HeatFilter = { classes: heatClasses, district: undefined, withoutMonuments: false };

/** Each once, in the order of {@link heatClasses}. */
export const sortHeatClasses = (classes: readonly string[]): readonly HeatClass[] =>
  heatClasses.filter((id) => classes.includes(id));

/** What a picture of heat depends on: kept in links and scenarios. */
export interface HeatChoice extends HeatSettings {
  readonly filter: HeatFilter;
}

export const initialHeatChoice: HeatChoice = { ...initialHeat, filter: initialHeatFilter };

export type HeatNumberId = Exclude<keyof HeatSettings, 'hasLabels' | 'hasOldStandard'>;
export const heatBounds: Readonly<Record<HeatNumberId, readonly [low: number, high: number]>> = {
  ready: [0.5, 2],
  near: [0.5, 4],
  step: [0.5, 8],
  indoor: [14, 22],
};
export const heatNumberIds = Object.keys(heatBounds) as readonly HeatNumberId[];

/** As a file has it; without a filter those of versions that kept none. */
interface HeatRecord extends HeatSettings {
  readonly filter?:
    | {
        readonly classes: readonly string[];
        readonly district?: string | undefined;
        readonly withoutMonuments: boolean;
      }
    | undefined;
}

/** As it stands in a file: names that are not there are left out. */
export function toHeatRecord({ filter, ...settings }: HeatChoice) {
  const { district, classes, withoutMonuments } = filter;
  return {
    ...settings,
    filter: { classes: [...classes], withoutMonuments, ...(district !== undefined && { district }) },
  };
}

/** Of a file: numbers beyond their bounds are as they start, classes that this version does not know are left out. */
export function keepHeat({ filter, ...settings }: HeatRecord): HeatChoice {
  const isWithin = (id: HeatNumberId) => settings[id] >= heatBounds[id][0] && settings[id] <= heatBounds[id][1];
  const numbers = heatNumberIds.map((id) => [id, isWithin(id) ? settings[id] : initialHeat[id]]);
  const { hasLabels, hasOldStandard } = settings;
  const { classes, district, withoutMonuments } = filter ?? initialHeatFilter;
  return {
    ...(Object.fromEntries(numbers) as Record<HeatNumberId, number>),
    hasLabels,
    hasOldStandard,
    filter: { classes: sortHeatClasses(classes), district, withoutMonuments },
  };
}

/** What a figure rests on: shape and year alone, also the label, or a shape of which parts had to be guessed. */
export const heatBases = ['shape', 'label', 'guess'] as const;
export type HeatBasis = (typeof heatBases)[number];

/** Row i of every column is row i of the table of buildings. */
export interface HeatDemand {
  /** kWh per m² of floor a year; NaN where nobody lives, or where too little is known. */
  readonly demand: Float32Array;
  /** The Standaard of that building, kWh/m². */
  readonly standard: Float32Array;
  /** m². */
  readonly floorArea: Float32Array;
  readonly homes: Uint16Array;
  /** Row in {@link heatBases}. */
  readonly basis: Uint8Array;
  /** Buildings that someone lives in and of which no year is known, or no footprint. */
  readonly unknown: number;
}

/** One standard error, as a share: against the 15 example homes (7 %), and what years of renovation nobody wrote down do to it. */
export const HEAT_ERROR = { method: 0.07, single: 0.3, group: 0.15 } as const;

export function classifyHeat(ratio: number, { ready, near, step }: HeatSettings): HeatClass {
  if (ratio <= ready) return 'ready';
  if (ratio <= near) return 'near';
  return ratio <= step ? 'step' : 'far';
}
