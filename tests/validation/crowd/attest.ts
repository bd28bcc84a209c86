import { expect } from 'vitest';
import { type CrowdEvidence, type CrowdEvidenceId, crowdEvidence } from '../../../src/model/crowd-evidence.ts';

/** Holds what the leaflet tells against what was found: the same to its last decimal. */
export function attest(id: CrowdEvidenceId, value: number): void {
  const { found, decimals }: CrowdEvidence = crowdEvidence[id];
  expect(Math.abs(value - found), `the leaflet's "${id}": ${found}, found ${value}`).toBeLessThanOrEqual(
    0.6 * 10 ** -decimals,
  );
}
