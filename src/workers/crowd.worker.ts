/** The thread that simulates people: one question, many replies. */
import crowdKernelBase64 from '../engines/crowd/kernel/crowd.ts?wasm';
import type { CrowdQuestion, CrowdReply } from '../model/crowd-run.ts';
import { computeCrowd } from './compute-crowd.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<CrowdQuestion>) => void;
  postMessage: (reply: CrowdReply, handedOver: Transferable[]) => void;
};

/** Nothing where there is no WebAssembly with SIMD: plain JavaScript walks then. */
async function loadCrowdKernel(): Promise<WebAssembly.Module | undefined> {
  const bytes = Uint8Array.from(atob(crowdKernelBase64), (character) => character.charCodeAt(0));
  return WebAssembly.validate(bytes) ? await WebAssembly.compile(bytes) : undefined;
}

scope.onmessage = async ({ data }) => {
  const post = (reply: CrowdReply, handedOver: Transferable[] = []) => scope.postMessage(reply, handedOver);
  try {
    computeCrowd(data, await loadCrowdKernel(), post);
  } catch (error) {
    post({ kind: 'problem', message: error instanceof Error ? error.message : String(error) });
  }
};
