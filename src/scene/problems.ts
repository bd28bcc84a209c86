import type { Problem } from '../model/problem.ts';
import { reportProblem } from '../store/twin.ts';
import type { OnError } from './scene-layer.ts';

/** One clear line out of whatever Cesium throws: an Error, a RequestErrorEvent with a status, or a text. */
export function errorToDetail(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null) {
    if ('statusCode' in error && typeof error.statusCode === 'number') return `HTTP ${error.statusCode}`;
    if ('message' in error && typeof error.message === 'string') return error.message;
  }
  return String(error ?? 'no reason given');
}

/** Reports the first failure of one layer and keeps quiet about the ones after it: a missing folder of tiles is one problem. */
export function createProblemReporter(what: Problem['what'], url: string): OnError {
  let reported = false;
  return (error, failedUrl) => {
    if (reported) return;
    reported = true;
    reportProblem({ what, url: failedUrl ?? url, detail: errorToDetail(error).replaceAll(/\s+/g, ' ').slice(0, 300) });
  };
}
