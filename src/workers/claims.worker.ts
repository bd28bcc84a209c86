/** The thread that holds claims against each other. Any number of questions. */
import { createClaimSpace } from '../engines/claims.ts';
import { listPlanConflicts } from '../engines/claims-plan.ts';
import type { ClaimQuestion, ClaimReply } from './start-claims.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<ClaimQuestion>) => void;
  postMessage: (reply: ClaimReply) => void;
};

scope.onmessage = ({ data: { claims, heights, matrix, assumedAccuracyM, plan } }) => {
  try {
    const space = createClaimSpace(claims, heights);
    const settings = { matrix, assumedAccuracyM };
    const { conflicts, balance } = space.answer(settings);
    const own = plan && listPlanConflicts(plan, { claims, heights }, settings);
    scope.postMessage({
      answer: { conflicts: own ? [...conflicts, ...own.conflicts] : conflicts, balance },
      notes: own ? [...space.notes, ...own.notes] : space.notes,
    });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
