import { expect } from 'vitest';
import { type Evidence, type EvidenceId, floodEvidence } from '../../../src/model/flood-evidence.ts';

/** Holds what the leaflet tells against what was found: the same to its last decimal, or within its bound. */
export function attest(id: EvidenceId, value: number): void {
  const { found, decimals, isBound }: Evidence = floodEvidence[id];
  const what = `the leaflet's "${id}": ${found}, found ${value}`;
  if (isBound) expect(Math.abs(value), what).toBeLessThanOrEqual(found);
  else expect(Math.abs(value - found), what).toBeLessThanOrEqual(0.6 * 10 ** -decimals);
}
