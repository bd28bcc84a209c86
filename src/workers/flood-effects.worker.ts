/** The thread that works out the effects of a run: one task after the other. */
import { createEffectsService, type EffectsTask } from './flood-effects.ts';
import type { EffectsReply } from './start-flood-effects.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<EffectsTask>) => void;
  postMessage: (reply: EffectsReply) => void;
};

const assess = createEffectsService();

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage({ effects: await assess(data, (share) => scope.postMessage({ share })) });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
