/** The thread that works out the effects of a run, and writes its rasters: one after the other as they are asked. */
import { createEffectsService } from './flood-effects.ts';
import { makeRunRasters } from './run-rasters.ts';
import type { EffectsQuestion, EffectsReply } from './start-flood-effects.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<EffectsQuestion>) => void;
  postMessage: (reply: EffectsReply, transfer?: Transferable[]) => void;
};

const assess = createEffectsService();

scope.onmessage = async ({ data }) => {
  try {
    if ('rasters' in data) {
      const rasters = await makeRunRasters(data.rasters);
      scope.postMessage(
        { rasters },
        rasters.map(({ bytes }) => bytes.buffer),
      );
    } else scope.postMessage({ effects: await assess(data.task, (share) => scope.postMessage({ share })) });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
