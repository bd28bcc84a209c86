/** Whether a shared picture was made with the data that are here; told when it was not, for it may look different now. */
import { type DataVersion, isSameData } from '../model/data-version.ts';
import { dismissProblem, reportProblem, twin } from './twin.ts';

/** Undefined before the municipality has come, and for one whose made files say nothing of it. */
export function presentData(): DataVersion | undefined {
  const { municipality } = twin.getState();
  if (municipality.status !== 'ready' || municipality.value.dataHash === undefined) return undefined;
  return { hash: municipality.value.dataHash, date: municipality.value.dataDate };
}

let stopWaiting: (() => void) | undefined;

/** At once, or as soon as the municipality has come. A later call takes the place of one that waits. */
export function checkData(made: DataVersion | undefined): void {
  stopWaiting?.();
  stopWaiting = undefined;
  dismissProblem('data');
  if (made === undefined) return;
  if (twin.getState().municipality.status === 'ready') {
    tellChange(made);
    return;
  }
  const unsubscribe = twin.subscribe(({ municipality }) => {
    if (municipality.status === 'ready') checkData(made);
  });
  stopWaiting = unsubscribe;
}

function tellChange(made: DataVersion): void {
  const present = presentData();
  if (!present || isSameData(made, present)) return;
  reportProblem({
    what: 'data',
    url: `data=${made.hash.slice(0, 8)}`,
    detail: `made with ${made.hash.slice(0, 8)} of ${made.date ?? 'unknown date'}, here is ${present.hash.slice(0, 8)} of ${present.date ?? 'unknown date'}`,
    ...(made.date && present.date ? { dates: { made: made.date, present: present.date } } : {}),
  });
}
