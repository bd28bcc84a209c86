/** The thread behind `start-flood-view.ts`: questions by number, answered in any order. */
import { createFloodView } from './flood-view.ts';
import type { FloodViewAnswer, FloodViewQuestion } from './start-flood-view.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<FloodViewQuestion>) => void;
  postMessage: (reply: FloodViewAnswer, transfer: Transferable[]) => void;
};

const view = createFloodView();

async function answer(question: FloodViewQuestion): Promise<{ value: unknown; transfer: Transferable[] }> {
  if (question.ask === 'read') {
    const { key, site, run, extent, cellSize } = question;
    // The sheet stays here too, so it is copied.
    return { value: await view.read(key, site, run, extent, cellSize), transfer: [] };
  }
  if (question.ask === 'raise') {
    const water = await view.raise(question.key, question.depths);
    const { depths, shore, undecided } = water;
    const arrays = [depths, shore, ...(undecided ? [undecided] : [])];
    return { value: water, transfer: arrays.map(({ buffer }) => buffer as ArrayBuffer) };
  }
  if (question.ask === 'flow') {
    const flow = await view.flow(question.key, question.codes);
    return { value: flow, transfer: [flow.values.buffer as ArrayBuffer] };
  }
  view.drop(question.key);
  return { value: undefined, transfer: [] };
}

scope.onmessage = async ({ data }) => {
  try {
    const { value, transfer } = await answer(data);
    scope.postMessage({ id: data.id, value }, transfer);
  } catch (error) {
    scope.postMessage({ id: data.id, message: error instanceof Error ? error.message : String(error) }, []);
  }
};
