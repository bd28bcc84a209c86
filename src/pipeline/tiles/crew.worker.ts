/** Thread around a crew member: calls come in as messages, one at a time, and are answered by one message each. */
import { parentPort } from 'node:worker_threads';
import { createCrewMember } from './crew-member.ts';

const member = createCrewMember();

parentPort?.on('message', async ({ method, argument }: { method: keyof typeof member; argument: unknown }) => {
  try {
    parentPort?.postMessage({ value: await member[method](argument as never) });
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ error: { name, message, stack } });
  }
});
