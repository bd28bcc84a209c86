/** The thread that measures passages and emergency routes: while something is dragged the picture must not wait. Any number of questions. */
import { checkEmergencyRoutes } from '../engines/crowd/emergency.ts';
import { measurePassages } from '../engines/crowd/passages.ts';
import type { PassageQuestion, PassageReply } from './start-passages.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<PassageQuestion>) => void;
  postMessage: (reply: PassageReply) => void;
};

scope.onmessage = ({ data: { walkable, obstacles, things, routes } }) => {
  try {
    const passages = measurePassages({ walkable, obstacles });
    scope.postMessage({ passages, routes: checkEmergencyRoutes({ walkable, fixed: [], things }, routes) });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
