/** The two passes on one or several threads, behind the same calls. */
import { InputError } from '../../model/input-error.ts';
import { startThread } from '../start-thread.ts';
import { createCrewMember } from './crew-member.ts';
import type { Part, ReadResult, ReadSettings } from './read-buildings.ts';
import type { TileJob, WriteSettings, WrittenTile } from './write-tile.ts';

export interface Crew {
  /** Reads all parts, whoever is free. Throws the first {@link InputError}. */
  read(parts: readonly Part[], settings: readonly ReadSettings[], onDone: (part: Part) => void): Promise<ReadResult[]>;
  write(jobs: readonly TileJob[], settings: WriteSettings, onDone: (tile: WrittenTile) => void): Promise<void>;
  /** Ends its threads. */
  destroy(): Promise<void>;
}

interface Member {
  call(method: string, argument: unknown): Promise<unknown>;
  destroy(): Promise<unknown>;
}

function createInline(): Member {
  const member = createCrewMember();
  return {
    call: async (method, argument) => member[method as keyof typeof member](argument as never),
    destroy: async () => undefined,
  };
}

/** Young space is kept small: garbage of features dies young, and memory is promised. */
function createThread(): Member {
  const worker = startThread(new URL('./crew.worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  });
  let settle: { resolve: (value: unknown) => void; reject: (error: unknown) => void } | undefined;
  worker.on(
    'message',
    ({ error, value }: { error?: { name: string; message: string; stack?: string }; value?: unknown }) => {
      const waiting = settle;
      settle = undefined;
      if (!error) waiting?.resolve(value);
      else if (error.name === 'InputError') waiting?.reject(new InputError(error.message));
      else waiting?.reject(Object.assign(new Error(error.message), { stack: error.stack }));
    },
  );
  worker.on('error', (error) => settle?.reject(error));
  worker.on('exit', (code) => settle?.reject(new Error(`A thread ended by itself (code ${code}).`)));
  return {
    call: (method, argument) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage({ method, argument });
      }),
    destroy: () => worker.terminate(),
  };
}

/** One thread works in place; more get a worker each. Whoever creates destroys. */
export function createCrew(threads: number): Crew {
  const members = threads <= 1 ? [createInline()] : Array.from({ length: threads }, createThread);

  async function share<T>(jobs: readonly T[], method: string, onDone: (job: T, value: unknown) => void) {
    let next = 0;
    await Promise.all(
      members.map(async (member) => {
        while (next < jobs.length) {
          const job = jobs[next++] as T;
          onDone(job, await member.call(method, job));
        }
      }),
    );
  }

  return {
    async read(parts, settings, onDone) {
      await Promise.all(members.map((member, i) => member.call('startReading', settings[i])));
      await share(parts, 'read', onDone);
      return (await Promise.all(members.map((member) => member.call('finishReading', undefined)))) as ReadResult[];
    },
    async write(jobs, settings, onDone) {
      await Promise.all(members.map((member) => member.call('startWriting', settings)));
      await share(jobs, 'write', (_, value) => onDone(value as WrittenTile));
      await Promise.all(members.map((member) => member.call('finishWriting', undefined)));
    },
    async destroy() {
      await Promise.all(members.map((member) => member.destroy()));
    },
  };
}
