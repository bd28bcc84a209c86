/** Decisions on conflicts between claims, as they were recorded with the twin. Reading them from a file: `claim-decision.ts`. */

/** Letters of each of its texts. */
export const LONGEST_DECISION = 600;

/** On one conflict; who decided is a role, never a person. */
export interface ClaimDecision {
  /** Ids of both claims, in the order of the conflict. */
  readonly conflict: readonly [string, string];
  readonly decision: string;
  readonly role: string;
  /** ISO 8601 day on which it was taken. */
  readonly when: string;
  readonly why: string;
}

export interface ClaimDecisions {
  readonly items: readonly ClaimDecision[];
  /** Earlier lists, the last one newest: for undo. */
  readonly past: readonly (readonly ClaimDecision[])[];
}

export const noDecisions: ClaimDecisions = { items: [], past: [] };

/** Of two claims in either order. */
export const isOnPair = ({ conflict: [one, other] }: ClaimDecision, a: string, b: string): boolean =>
  (one === a && other === b) || (one === b && other === a);

export const findDecision = (items: readonly ClaimDecision[], a: string, b: string): ClaimDecision | undefined =>
  items.find((item) => isOnPair(item, a, b));
