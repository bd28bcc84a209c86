/** While claims are shown: the thread that holds them against each other, asked anew when the visitor tries another matrix. */
import { changeMatrix } from '../model/claim-conflict-rows.ts';
import type { ClaimTown } from '../model/claim-town.ts';
import { type ClaimThread, startClaims } from '../workers/start-claims.ts';
import { claims, needClaims } from './claims.ts';
import { twin } from './twin.ts';

/** Standard error of lines of which the source says none: drawn on a map of 1 : 1,000. */
export const ASSUMED_ACCURACY_M = 0.5;

let following: { readonly thread: ClaimThread; readonly unsubscribe: () => void } | undefined;
/** Of the last question; a reply to an earlier one is not taken. */
let asked = 0;

function compare(thread: ClaimThread, { claims: all, heights, matrix }: ClaimTown): void {
  const question = ++asked;
  claims.setState({ answer: { status: 'running' } });
  const tried = changeMatrix(matrix, twin.getState().claims.ownPairs);
  thread.compare({ claims: all, heights, matrix: tried, assumedAccuracyM: ASSUMED_ACCURACY_M }, (reply) => {
    if (question !== asked) return;
    if ('message' in reply) claims.setState({ answer: { status: 'failed', message: reply.message } });
    else claims.setState({ answer: { status: 'ready', value: reply.answer }, notes: reply.notes });
  });
}

/** From now on until the overlay is taken out of the picture. The municipality must be there. */
export async function followClaims(start: () => ClaimThread = startClaims): Promise<void> {
  await needClaims();
  const { town } = claims.getState();
  if (following || town.status !== 'ready' || !twin.getState().overlays.claims.visible) return;
  const { value } = town;
  const thread = start();
  const unsubscribe = twin.subscribe((now, before) => {
    if (!now.overlays.claims.visible) end();
    else if (now.claims.ownPairs !== before.claims.ownPairs) compare(thread, value);
  });
  following = { thread, unsubscribe };
  compare(thread, value);
}

function end(): void {
  const ended = following;
  following = undefined;
  asked++;
  ended?.unsubscribe();
  ended?.thread.stop();
  claims.setState({ answer: { status: 'idle' } });
}
