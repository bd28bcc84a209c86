/** The thread that holds claims against each other. Any number of questions. */
import { createClaimSpace } from '../engines/claims.ts';
import type { ClaimQuestion, ClaimReply } from './start-claims.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<ClaimQuestion>) => void;
  postMessage: (reply: ClaimReply) => void;
};

scope.onmessage = ({ data: { claims, heights, matrix, assumedAccuracyM } }) => {
  try {
    const space = createClaimSpace(claims, heights);
    scope.postMessage({ answer: space.answer({ matrix, assumedAccuracyM }), notes: space.notes });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
