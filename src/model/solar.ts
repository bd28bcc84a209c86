/**
 * Sun on roofs: the choices in the answer, its classes, and what `cli build` writes of it for the viewer (`solar/index.json` and
 * `solar/roofs.json`). Compact: columns instead of objects, RD New metres, heights metres NAP.
 */

/** From best to worst; `none`: too little sun or room for panels. */
export const solarClasses = ['excellent', 'good', 'moderate', 'none'] as const;
export type SolarClass = (typeof solarClasses)[number];

/** How panels stand on flat roofs: all facing the side nearest to the south, or two by two facing east and west. */
export const flatLayouts = ['south', 'east-west'] as const;
type FlatLayout = (typeof flatLayouts)[number];

/** Every choice that a person could make otherwise. */
export interface SolarSettings {
  /** Of one panel: width and height in metres, peak power in watts. */
  readonly panel: { readonly width: number; readonly height: number; readonly peakW: number };
  /** Metres kept free along edges and around dormers, chimneys and other things on the roof. */
  readonly edge: number;
  /** Of panels on flat roofs: tilt in degrees, and of rows that all face south their pitch in metres, which keeps them out of each other's shade. */
  readonly flat: { readonly layout: FlatLayout; readonly tiltDegrees: number; readonly pitch: number };
  /** What a system gives of its peak power in full sun: inverter, cables, heat, dirt. */
  readonly performanceRatio: number;
  /** Lowest irradiation of the classes before `none`, kWh/m² a year in the plane, shade counted. */
  readonly thresholds: Readonly<Record<Exclude<SolarClass, 'none'>, number>>;
  /** Fewer panels than this are no system. */
  readonly fewestPanels: number;
  /** Euro per kWh, and kg CO₂ per kWh that the grid's mix gives off. */
  readonly priceKwh: number;
  readonly co2Kwh: number;
  /** Light that the surroundings throw back, 0 to 1. */
  readonly albedo: number;
}

/** What makes that a permit is needed. */
export const protections = ['none', 'townscape', 'monument'] as const;
export type Protection = (typeof protections)[number];

/** `roofs.json`: row i of every column is one roof plane. */
export interface SolarRoofs {
  /** Row in the building table, −1 for what a pack of a part has left out. */
  readonly building: readonly number[];
  /** Number of the plane's first surface in the building's geometry at full detail, as in the tiles' table of surfaces. */
  readonly surface: readonly number[];
  /** Further surfaces of planes that several make up: row of the plane, number of the surface. */
  readonly merged?: { readonly plane: readonly number[]; readonly surface: readonly number[] } | undefined;
  /** Middle of the plane. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly nap: readonly number[];
  /** m², measured in the plane. */
  readonly area: readonly number[];
  readonly slope: readonly number[];
  /** Clockwise from north, −1 for flat. */
  readonly azimuth: readonly number[];
  /** 0 to 1. */
  readonly skyView: readonly number[];
  /** kWh/m² a year in the plane, without and with shade. */
  readonly unshaded: readonly number[];
  readonly irradiation: readonly number[];
  /** Row in {@link solarClasses}. */
  readonly suitability: readonly number[];
  readonly panels: readonly number[];
  /** kWh a year of those panels. */
  readonly yield: readonly number[];
}

export interface SolarClimate {
  readonly title: string;
  readonly source: string;
  /** Global and diffuse irradiation on flat ground, kWh/m² per month, January first. */
  readonly global: readonly number[];
  readonly diffuse: readonly number[];
}

/** `index.json`. */
export interface SolarIndex {
  readonly engine: string;
  readonly inputsHash: string;
  readonly settings: SolarSettings;
  readonly climate: SolarClimate;
  readonly roofs: string;
  /** Buildings without a roof plane, and why. */
  readonly skipped: readonly { readonly id: string; readonly reason: string }[];
}
