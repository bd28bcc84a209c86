/**
 * What the leaflet tells of how well sun on roofs is computed: figures of the validation cases, held by
 * `tests/validation/solar-evidence.test.ts`, so that the leaflet cannot drift from the engine.
 */
export interface SolarEvidence {
  readonly found: number;
  readonly expected: number;
  readonly decimals: number;
}

export const solarEvidence = {
  /** SO4: light on planes of 35° beside that on flat ground, with the hours of Uccle's typical year. */
  south: { found: 1.1, expected: 1.11, decimals: 2 },
  east: { found: 0.93, expected: 0.94, decimals: 2 },
  north: { found: 0.71, expected: 0.7, decimals: 2 },
  /** SO5: part of the sky that is seen from the middle of a street as wide as its houses are high. */
  street: { found: 0.45, expected: 0.45, decimals: 2 },
} as const satisfies Record<string, SolarEvidence>;

export type SolarEvidenceId = keyof typeof solarEvidence;

/** kWh a year for each kWp to the south at 35°, and what systems in the Netherlands give (Siderea, CBS). */
export const yieldEvidence = { found: 918, low: 890, high: 975 } as const;
