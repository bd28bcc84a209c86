/** What the thread of a crowd does: a run for each seed, moments of the first one as they come. */
import { type CrowdFrame, runCrowd } from '../engines/crowd.ts';
import type { CrowdMoment, CrowdQuestion, CrowdReply } from '../model/crowd-run.ts';
import { InputError } from '../model/input-error.ts';

/** m: what fits in two bytes of whole centimetres. */
const WIDEST = 655;
/** Between two words about progress. */
const SHARE = 0.01;

function toMoment({ second, people }: CrowdFrame): CrowdMoment {
  const { walking } = people;
  const moment = {
    second,
    person: new Uint32Array(walking),
    x: new Uint16Array(walking),
    y: new Uint16Array(walking),
    group: new Uint8Array(walking),
  };
  for (let i = 0; i < walking; i++) {
    const person = people.active[i] as number;
    moment.person[i] = person;
    moment.x[i] = Math.round((people.x[person] as number) * 100);
    moment.y[i] = Math.round((people.y[person] as number) * 100);
    moment.group[i] = people.group[person] as number;
  }
  return moment;
}

/** Without `kernel` plain JavaScript walks, some times slower. Throws {@link InputError} for a scenario that cannot be walked. */
export function computeCrowd(
  { scenario, seeds, frameSeconds }: CrowdQuestion,
  kernel: WebAssembly.Module | undefined,
  post: (reply: CrowdReply, handedOver?: Transferable[]) => void,
): void {
  for (const [run, seed] of seeds.entries()) {
    let told = 0;
    const answer = runCrowd(
      { ...scenario, seed },
      {
        every: frameSeconds,
        ...(kernel && { kernel }),
        onFrame(frame) {
          const { second, grid } = frame;
          const share = second / scenario.seconds;
          if (share - told >= SHARE) {
            told = share;
            post({ kind: 'progress', run, share });
          }
          if (run > 0) return;
          if (second === 0) {
            if (Math.max(grid.width, grid.height) / 4 > WIDEST)
              throw new InputError(`walkable: the ground is wider than the ${WIDEST} m of which moments can be told.`);
            post({ kind: 'start', west: grid.west, south: grid.south });
          }
          const moment = toMoment(frame);
          const { person, x, y, group } = moment;
          post({ kind: 'moment', moment }, [person.buffer, x.buffer, y.buffer, group.buffer]);
        },
      },
    );
    post({ kind: 'progress', run, share: 1 });
    post({ kind: 'answer', run, answer });
  }
  post({ kind: 'done' });
}
