/** The thread that measures passages and emergency routes: while something is dragged the picture must not wait. Any number of questions. */
import { measureEvent, measureRoutes } from './measure-event.ts';
import type { PassageQuestion, PassageReply, PassageSide } from './start-passages.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<PassageQuestion>) => void;
  postMessage: (reply: PassageReply) => void;
};

/** Questions whose routes are still to be measured: only the newest of a side is worth it. */
const waiting = new Map<PassageSide, PassageQuestion>();

function attempt(work: () => PassageReply): void {
  try {
    scope.postMessage(work());
  } catch (error) {
    scope.postMessage({ kind: 'problem', message: error instanceof Error ? error.message : String(error) });
  }
}

function measureWaiting(): void {
  const [next] = waiting;
  if (!next) return;
  const [side, question] = next;
  waiting.delete(side);
  attempt(() => ({ kind: 'routes', side, routes: measureRoutes(question) }));
  // A question that came meanwhile goes first.
  if (waiting.size > 0) setTimeout(measureWaiting, 0);
}

scope.onmessage = ({ data: question }) => {
  const { side } = question;
  attempt(() => ({ kind: 'passages', side, answer: measureEvent(question) }));
  waiting.set(side, question);
  setTimeout(measureWaiting, 0);
};
