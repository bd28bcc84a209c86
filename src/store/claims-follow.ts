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

async function compare(thread: ClaimThread, { matrix }: ClaimTown): Promise<void> {
  const question = ++asked;
  claims.setState({ answer: { status: 'running' } });
  const settings = {
    matrix: changeMatrix(matrix, twin.getState().claims.ownPairs),
    assumedAccuracyM: ASSUMED_ACCURACY_M,
  };
  try {
    const value = await thread.compare(settings);
    if (question === asked) claims.setState({ answer: { status: 'ready', value } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (question === asked) claims.setState({ answer: { status: 'failed', message } });
  }
}

/** From now on until the overlay is taken out of the picture. The municipality must be there. */
export async function followClaims(start: typeof startClaims = startClaims): Promise<void> {
  await needClaims();
  const { town } = claims.getState();
  if (following || town.status !== 'ready' || !twin.getState().overlays.claims.visible) return;
  const { value } = town;
  const thread = start(value.claims, value.heights, (notes) => claims.setState({ notes }));
  const unsubscribe = twin.subscribe((now, before) => {
    if (!now.overlays.claims.visible) end();
    else if (now.claims.ownPairs !== before.claims.ownPairs) void compare(thread, value);
  });
  following = { thread, unsubscribe };
  await compare(thread, value);
}

function end(): void {
  const ended = following;
  following = undefined;
  asked++;
  ended?.unsubscribe();
  ended?.thread.stop();
  claims.setState({ answer: { status: 'idle' } });
}
