/**
 * What the leaflet tells of the crowd engine: figures of the validation cases. `tests/validation/crowd.test.ts` computes each and fails
 * where one here is not what it finds, so that the leaflet cannot drift from the engine.
 */
export interface CrowdEvidence {
  readonly found: number;
  /** What it should be, or between what. */
  readonly expected: number | readonly [number, number];
  /** Decimals that are told and held. */
  readonly decimals: number;
  readonly unit: 's' | 'm/s' | 'times' | 'perMetre' | '%';
}

/** By case of `../shared/design/verification.md`. */
export const crowdEvidence = {
  /** CR1: RiMEA 1. */
  corridor: { found: 30, expected: [26, 34], decimals: 0, unit: 's' },
  /** CR2: RiMEA 4, Weidmann (1993). */
  speedAtOne: { found: 1.04, expected: 1.058, decimals: 2, unit: 'm/s' },
  speedAtTwo: { found: 0.6, expected: 0.606, decimals: 2, unit: 'm/s' },
  speedAtFour: { found: 0.21, expected: 0.156, decimals: 2, unit: 'm/s' },
  /** CR5: RiMEA 9, first seed; JuPedSim 1.94. */
  doors: { found: 1.83, expected: [1.6, 2.4], decimals: 2, unit: 'times' },
  /** CR8. */
  bottleneck: { found: 1.46, expected: [1.2, 2.25], decimals: 2, unit: 'perMetre' },
  /** CR9. */
  counterflow: { found: 83, expected: [80, 100], decimals: 0, unit: '%' },
} as const satisfies Record<string, CrowdEvidence>;

export type CrowdEvidenceId = keyof typeof crowdEvidence;
