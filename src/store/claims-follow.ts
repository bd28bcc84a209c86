/** While claims are shown: the thread that holds them against each other, asked anew when the visitor tries another matrix or opens a plan. */
import { ASSUMED_ACCURACY_M } from '../model/claim.ts';
import { changeMatrix } from '../model/claim-conflict-rows.ts';
import type { ClaimTown } from '../model/claim-town.ts';
import { type ClaimThread, startClaims } from '../workers/start-claims.ts';
import { claims, needClaims } from './claims.ts';
import { findPlanClaims } from './claims-plan.ts';
import { twin } from './twin.ts';

let following: { readonly thread: ClaimThread; readonly unsubscribe: () => void } | undefined;
/** Of the last question; a reply to an earlier one is not taken. */
let asked = 0;

function compare(thread: ClaimThread, { claims: all, heights, matrix }: ClaimTown): void {
  const question = ++asked;
  claims.setState({ answer: { status: 'running' } });
  const tried = changeMatrix(matrix, twin.getState().claims.ownPairs);
  const { plan } = claims.getState();
  const own = { claims: all, heights, ...(plan && { plan }) };
  thread.compare({ ...own, matrix: tried, assumedAccuracyM: ASSUMED_ACCURACY_M }, (reply) => {
    if (question !== asked) return;
    if ('message' in reply) claims.setState({ answer: { status: 'failed', message: reply.message } });
    else claims.setState({ answer: { status: 'ready', value: reply.answer }, notes: reply.notes });
  });
}

/** Whether another plan takes part now, or none any more. */
function takePlan(): boolean {
  const { hasPlan, plan } = claims.getState();
  const now = hasPlan ? findPlanClaims(twin.getState()) : undefined;
  if (now === plan) return false;
  claims.setState({ plan: now });
  return true;
}

/** From now on until the overlay is taken out of the picture. The municipality must be there. */
export async function followClaims(start: () => ClaimThread = startClaims): Promise<void> {
  await needClaims();
  const { town } = claims.getState();
  if (following || town.status !== 'ready' || !twin.getState().overlays.claims.visible) return;
  const { value } = town;
  const thread = start();
  const ends = [
    twin.subscribe((now, before) => {
      if (!now.overlays.claims.visible) end();
      else if (takePlan() || now.claims.ownPairs !== before.claims.ownPairs) compare(thread, value);
    }),
    claims.subscribe((now, before) => {
      if (now.hasPlan !== before.hasPlan && takePlan()) compare(thread, value);
    }),
  ];
  following = {
    thread,
    unsubscribe: () => {
      for (const stop of ends) stop();
    },
  };
  takePlan();
  compare(thread, value);
}

function end(): void {
  const ended = following;
  following = undefined;
  asked++;
  ended?.unsubscribe();
  ended?.thread.stop();
  claims.setState({ answer: { status: 'idle' }, plan: undefined });
}
