import type { ClaimSettings } from '../engines/claims.ts';
import type { Claim, ClaimHeights } from '../model/claim.ts';
import type { ClaimAnswer } from '../model/claim-answer.ts';
import type { PlanClaims } from '../model/plan-claims.ts';

export interface ClaimQuestion extends ClaimSettings {
  readonly claims: readonly Claim[];
  /** As {@link claims}. */
  readonly heights: readonly ClaimHeights[];
  /** Buildings that are held against them, but not against each other. */
  readonly plan?: PlanClaims;
}

export type ClaimReply =
  /** Notes tell of claims that were changed or refused, one technical line each. */
  { readonly answer: ClaimAnswer; readonly notes: readonly string[] } | { readonly message: string };

export interface ClaimThread {
  /** Answered in the order of asking; the last answer is of the last question. */
  compare(question: ClaimQuestion, onReply: (reply: ClaimReply) => void): void;
  stop(): void;
}

export function startClaims(): ClaimThread {
  const worker = new Worker(new URL('./claims.worker.ts', import.meta.url), { type: 'module' });
  return {
    compare(question, onReply) {
      worker.onmessage = ({ data }: MessageEvent<ClaimReply>) => onReply(data);
      worker.onerror = (event) => onReply({ message: event.message || 'the thread did not start' });
      worker.postMessage(question);
    },
    stop: () => worker.terminate(),
  };
}
