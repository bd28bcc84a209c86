/** What a picture of sun on roofs depends on, beside the data: kept in links and scenarios. */
import { type SolarClass, type SolarSettings, solarClasses } from './solar.ts';

/** What roofs are coloured by. */
export const solarColours = ['irradiation', 'suitability'] as const;
export type SolarColour = (typeof solarColours)[number];

/** Which buildings count: all, those that need no permit, those that do. */
export const permitFilters = ['any', 'free', 'needed'] as const;
export type PermitFilter = (typeof permitFilters)[number];

/** What "easily" means; also what the table lists. */
export interface SolarFilter {
  readonly fewestPanels: number;
  /** Of the building's best roof plane, from best to worst. */
  readonly classes: readonly SolarClass[];
  readonly permit: PermitFilter;
  /** As the table of buildings has it; undefined: all. */
  readonly district: string | undefined;
  /** Buildings that someone lives in, where that is known. */
  readonly homesOnly: boolean;
  readonly inView: boolean;
}

/** Settings that a visitor can make otherwise, as they differ from those that the roofs were computed with. */
export interface SolarChanges {
  readonly panelWidth?: number;
  readonly panelHeight?: number;
  readonly peakW?: number;
  readonly performanceRatio?: number;
  readonly excellent?: number;
  readonly good?: number;
  readonly moderate?: number;
  readonly priceKwh?: number;
  readonly co2Kwh?: number;
}
export type SolarSettingId = keyof SolarChanges;

/** Bounds: what is beyond is no panel, no price or no roof. */
export const solarSettingBounds: Readonly<Record<SolarSettingId, readonly [low: number, high: number]>> = {
  panelWidth: [0.3, 3],
  panelHeight: [0.3, 3],
  peakW: [50, 1000],
  performanceRatio: [0.3, 1],
  excellent: [100, 1500],
  good: [100, 1500],
  moderate: [100, 1500],
  priceKwh: [0, 2],
  co2Kwh: [0, 2],
};
export const solarSettingIds = Object.keys(solarSettingBounds) as readonly SolarSettingId[];

export interface SolarChoice {
  readonly colour: SolarColour;
  /** Lines over the colours, for who cannot tell them apart. */
  readonly hasPattern: boolean;
  readonly filter: SolarFilter;
  readonly changes: SolarChanges;
}

/** "Roofs above ten panels with good sun, without a permit." */
export const initialSolarFilter: SolarFilter = {
  fewestPanels: 10,
  classes: ['excellent', 'good'],
  permit: 'free',
  district: undefined,
  homesOnly: true,
  inView: false,
};

export const initialSolarChoice: SolarChoice = {
  colour: 'irradiation',
  hasPattern: false,
  filter: initialSolarFilter,
  changes: {},
};

/** In the order of the list, each once. */
export const sortClasses = (classes: readonly SolarClass[]): SolarClass[] =>
  solarClasses.filter((id) => classes.includes(id));

export function settingOf({
  panel,
  performanceRatio,
  thresholds,
  priceKwh,
  co2Kwh,
}: SolarSettings): Required<Readonly<Record<SolarSettingId, number>>> {
  return {
    panelWidth: panel.width,
    panelHeight: panel.height,
    peakW: panel.peakW,
    performanceRatio,
    ...thresholds,
    priceKwh,
    co2Kwh,
  };
}

/** The settings that the roofs were computed with, and what the visitor makes of them. */
export function changeSettings(settings: SolarSettings, changes: SolarChanges): SolarSettings {
  const { panelWidth, panelHeight, peakW, excellent, good, moderate, ...rest } = { ...settingOf(settings), ...changes };
  return {
    ...settings,
    ...rest,
    panel: { width: panelWidth, height: panelHeight, peakW },
    thresholds: { excellent, good, moderate },
  };
}
