import { useEffect, useRef, useState } from 'react';

/** What the tool is doing: one job at a time. */
export type JobStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly done?: number; readonly all?: number }
  | { readonly kind: 'done'; readonly file: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly detail: string };

/** A job gives the name of the file that it made; it ends when the tool closes. */
type Job = (signal: AbortSignal, onProgress: (done: number, all: number) => void) => Promise<string>;

export function usePictureJob() {
  const [status, setStatus] = useState<JobStatus>({ kind: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);

  useEffect(() => () => running.current?.abort(), []);

  async function start(job: Job) {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setStatus({ kind: 'busy' });
    const tell = (next: JobStatus) => running.current === controller && setStatus(next);
    try {
      const file = await job(controller.signal, (done, all) => tell({ kind: 'busy', done, all }));
      tell({ kind: 'done', file });
    } catch (error) {
      if (controller.signal.aborted) tell({ kind: 'stopped' });
      else tell({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  }

  return { status, start, cancel: () => running.current?.abort() };
}
