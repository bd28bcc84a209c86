/** What the engine says of all claims together. */
import type { ClaimBalance, ClaimConflict } from './claim.ts';

export interface ClaimAnswer {
  readonly conflicts: readonly ClaimConflict[];
  readonly balance: readonly ClaimBalance[];
}
