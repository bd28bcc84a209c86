/** The thread that answers about counts. Any number of questions; the counts come with the first and when they change. */
import { type CountDays, createCountDays } from '../engines/counts.ts';
import type { CountQuestion, CountReply } from './start-counts.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<CountQuestion>) => void;
  postMessage: (reply: CountReply) => void;
};

let days: CountDays | undefined;

scope.onmessage = ({ data: { input, day, minutes } }) => {
  try {
    if (input) days = createCountDays(input);
    if (!days) throw new Error('Expected counts with the first question.');
    scope.postMessage({ answer: days.answer(day, minutes) });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
