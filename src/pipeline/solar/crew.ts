/** Neighbourhoods of a town shared out among threads. */
import type { TownQuestion } from '../../engines/solar/neighbourhood.ts';
import { startThread } from '../start-thread.ts';
import { computeRows, type NeighbourhoodRows } from './crew-member.ts';

/** Below this many buildings a second thread takes longer to start than it saves. */
const WORTH_THREADS = 600;

function computeOnThread(
  question: TownQuestion,
  next: () => number | undefined,
  done: (rows: NeighbourhoodRows) => void,
): Promise<void> {
  const worker = startThread(new URL('./crew.worker.ts', import.meta.url));
  return new Promise<void>((resolve, reject) => {
    const ask = () => {
      const place = next();
      if (place === undefined) resolve();
      else worker.postMessage(place);
    };
    worker.on('message', (rows: NeighbourhoodRows) => {
      done(rows);
      ask();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`A thread ended by itself (code ${code}).`)));
    worker.postMessage(question);
    ask();
  }).finally(() => worker.terminate());
}

/** Of all neighbourhoods, in any order. */
export async function computeTown(
  question: TownQuestion,
  threads: number,
  onProgress: (share: number) => void = () => {},
): Promise<NeighbourhoodRows> {
  const count = question.neighbourhoods.length;
  const planes: NeighbourhoodRows['planes'][number][] = [];
  const bare: NeighbourhoodRows['bare'][number][] = [];
  let begun = 0;
  let ended = 0;
  const next = () => (begun < count ? begun++ : undefined);
  const done = (rows: NeighbourhoodRows) => {
    for (const plane of rows.planes) planes.push(plane);
    for (const building of rows.bare) bare.push(building);
    onProgress(++ended / count);
  };
  if (threads > 1 && question.buildings.count >= WORTH_THREADS)
    await Promise.all(Array.from({ length: Math.min(threads, count) }, () => computeOnThread(question, next, done)));
  else for (const neighbourhood of question.neighbourhoods) done(computeRows(question, neighbourhood));
  return { planes, bare };
}
