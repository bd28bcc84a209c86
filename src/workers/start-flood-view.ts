import type { RdExtent } from '../model/grid.ts';
import type { FloodViewService, FlowSheet, RaisedMoment, RaisedSheet, RunFiles, RunValues } from './flood-view.ts';
import type { SiteFiles } from './read-flood-site.ts';

type Asked =
  | {
      readonly ask: 'read';
      readonly key: string;
      readonly site: SiteFiles;
      readonly run: RunFiles;
      readonly extent: RdExtent;
      readonly cellSize: number;
    }
  | { readonly ask: 'raise'; readonly key: string; readonly depths: RunValues | 'deepest' }
  | { readonly ask: 'flow'; readonly key: string; readonly codes: RunValues }
  | { readonly ask: 'drop'; readonly key: string };
export type FloodViewQuestion = Asked & { readonly id: number };
export type FloodViewAnswer = { readonly id: number } & ({ readonly value: unknown } | { readonly message: string });

/** {@link FloodViewService} in a thread of its own. Whoever starts it stops it: what was asked is then never answered. */
export interface FloodViewThread extends FloodViewService {
  stop(): void;
}

export function startFloodView(): FloodViewThread {
  const worker = new Worker(new URL('./flood-view.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;

  worker.onmessage = ({ data }: MessageEvent<FloodViewAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('message' in data) asked?.reject(new Error(data.message));
    else asked?.resolve(data.value);
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the thread did not start'));
    waiting.clear();
  };

  function ask<T>(question: Asked): Promise<T> {
    const id = ++last;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: (value) => resolve(value as T), reject });
      worker.postMessage({ ...question, id });
    });
  }

  return {
    read: (key, site, run, extent, cellSize) =>
      ask<RaisedSheet | undefined>({ ask: 'read', key, site, run, extent, cellSize }),
    raise: (key, depths) => ask<RaisedMoment>({ ask: 'raise', key, depths }),
    flow: (key, codes) => ask<FlowSheet>({ ask: 'flow', key, codes }),
    drop: (key) => void ask({ ask: 'drop', key }),
    stop() {
      worker.terminate();
      waiting.clear();
    },
  };
}
