/** Thread of `crew.ts`: the question first, then neighbourhoods by their place in it, each answered by one message. */
import { parentPort } from 'node:worker_threads';
import type { TownQuestion } from '../../engines/solar/neighbourhood.ts';
import type { Neighbourhood } from '../../engines/solar/town.ts';
import { computeRows } from './crew-member.ts';

let question: TownQuestion | undefined;

parentPort?.on('message', (message: TownQuestion | number) => {
  if (typeof message !== 'number') question = message;
  else if (question) parentPort?.postMessage(computeRows(question, question.neighbourhoods[message] as Neighbourhood));
});
