/** The thread that works out one roof: one question, one answer. */
import type { RoofRequest } from '../model/solar-roof.ts';
import { answerRoof } from './compute-solar-roof.ts';
import { loadRayKernel } from './ray-kernel.ts';
import type { RoofReply } from './start-solar-roof.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<RoofRequest>) => void;
  postMessage: (reply: RoofReply) => void;
};

scope.onmessage = async ({ data }) => {
  try {
    await loadRayKernel();
    scope.postMessage({ result: await answerRoof(data) });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
