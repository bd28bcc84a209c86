/** Decisions on conflicts between claims in the store: recording, changing, taking back. */
import { type ClaimDecision, findDecision, isOnPair } from '../model/claim-decisions.ts';
import { twin } from './twin.ts';

const MOST_STEPS = 100;

/** One step that undo takes back. */
function change(items: readonly ClaimDecision[]): void {
  const { items: before, past } = twin.getState().claimDecisions;
  twin.setState({ claimDecisions: { items, past: [...past, before].slice(-MOST_STEPS) } });
}

/** Takes the place of an earlier one on the same conflict. */
export function recordDecision(decision: ClaimDecision): void {
  const [a, b] = decision.conflict;
  change([...twin.getState().claimDecisions.items.filter((item) => !isOnPair(item, a, b)), decision]);
}

export function removeDecision(a: string, b: string): void {
  const { items } = twin.getState().claimDecisions;
  if (findDecision(items, a, b)) change(items.filter((item) => !isOnPair(item, a, b)));
}

export function undoDecisions(): void {
  const { past } = twin.getState().claimDecisions;
  const items = past.at(-1);
  if (items) twin.setState({ claimDecisions: { items, past: past.slice(0, -1) } });
}

/** Those of a scenario take the place of what is there, with the same undo as any change. */
export function replaceDecisions(items: readonly ClaimDecision[]): void {
  if (JSON.stringify(items) !== JSON.stringify(twin.getState().claimDecisions.items)) change(items);
}
