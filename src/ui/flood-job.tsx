import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useFormat } from './use-twin.ts';

/** How far the computing is, or why it did not work. */
export function FloodJob() {
  const text = useFloodText();
  const words = useFloodWords();
  const format = useFormat();
  const job = useFlood((state) => state.job);
  if (job.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.computeFailed}</p>
        <p className="nl-paragraph tw-subtle">{job.message}</p>
      </div>
    );
  if (job.status !== 'running') return null;
  return (
    <>
      <progress className="tw-flood__progress" value={job.share} aria-label={text.compute} />
      <p className="nl-paragraph tw-subtle">
        {text.computing(words.cells(job.cellSize), `${format.number(job.share * 100)}%`)}
      </p>
    </>
  );
}
