/**
 * What the leaflet tells of the flood engine: figures of the validation cases, and what the answer of the demo's town depends on.
 * `tests/validation` computes each and fails where one here is not what it finds, so that the leaflet cannot drift from the engine.
 */
export interface Evidence {
  /** In `unit`; a bound that is not exceeded where `isBound`. */
  readonly found: number;
  /** What it should be; absent where the ideal is 0. */
  readonly expected?: number;
  /** Decimals that are told and held. */
  readonly decimals: number;
  readonly unit: 'm' | 'mm' | 'µm' | '%' | 'm³/s' | 'l/s' | 'e-9';
  readonly isBound?: true;
}

/** By case of `tests/validation/flood-*.test.ts`. */
export const floodEvidence = {
  /** FL1: how far still water moves from its level. */
  rest: { found: 1, decimals: 0, unit: 'µm', isBound: true },
  /** FL2: share of the rain that is not accounted for. */
  mass: { found: 10, decimals: 0, unit: 'e-9', isBound: true },
  /** FL3: what runs off a plane of 100 m and 1 in 100, per metre of its foot. */
  plane: { found: 1.95, expected: 1.94, decimals: 2, unit: 'l/s' },
  /** FL4: what leaves a valley of two hillsides. */
  valley: { found: 4.86, expected: 4.86, decimals: 2, unit: 'm³/s' },
  /** FL9: mean difference from LISFLOOD-FP in the benchmark of the UK Environment Agency. */
  peer: { found: 0.6, decimals: 1, unit: 'mm' },
  /** FL5: mean (RMS) difference from an exact wave over dry ground, up to 1 m deep. */
  wave: { found: 0.04, decimals: 2, unit: 'm' },
  /** FL10: share of the water that comes to lie in the hollows. */
  hollows: { found: 94, decimals: 0, unit: '%' },
  /** FL6: difference from the exact dam break, of the scheme "full". */
  dam: { found: 0.1, decimals: 1, unit: '%' },
  /** Share of the answers that errors of measured heights turned, and that were hatched. */
  hatched: { found: 90, decimals: 0, unit: '%' },
} as const satisfies Record<string, Evidence>;

export type EvidenceId = keyof typeof floodEvidence;
