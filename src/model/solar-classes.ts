/**
 * The colours of sun on roofs, for picture, legend and table alike. Each scale goes from dark to light with more sun, so that it can
 * be read without seeing hues.
 */
import type { SolarClass } from './solar.ts';

export interface IrradiationClass {
  /** kWh/m² a year in the plane, included. */
  readonly from: number;
  readonly color: string;
}

/** Ascending; the first takes all below the second. Flat ground has about 1,020 in the Netherlands, a north roof of 35° about 700. */
export const irradiationClasses: readonly IrradiationClass[] = [
  { from: 0, color: '#35214f' },
  { from: 600, color: '#6f2a6b' },
  { from: 750, color: '#ad3f63' },
  { from: 850, color: '#dd6a45' },
  { from: 950, color: '#f4a338' },
  { from: 1050, color: '#fbe576' },
];

export const suitabilityColors: Readonly<Record<SolarClass, string>> = {
  excellent: '#fbe576',
  good: '#f0973c',
  moderate: '#b0466a',
  none: '#5d6470',
};

/** Row in {@link irradiationClasses}. */
export function irradiationClassOf(irradiation: number): number {
  let rank = irradiationClasses.length - 1;
  while (rank > 0 && irradiation < (irradiationClasses[rank] as IrradiationClass).from) rank--;
  return rank;
}
