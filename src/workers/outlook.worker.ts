/** The thread that computes a view from a window: one question, one answer. */
import type { OutlookRequest } from '../model/outlook.ts';
import { answerOutlook } from './compute-outlook.ts';
import type { OutlookReply } from './start-outlook.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<OutlookRequest>) => void;
  postMessage: (reply: OutlookReply) => void;
};

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage({ result: await answerOutlook(data) });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
