import type { GeoPackageTable } from '../model/encode-geopackage.ts';
import { askWorker, type WorkerReply } from './ask-worker.ts';

/** Rejects with what went wrong. */
export function writeGeoPackage(tables: readonly GeoPackageTable[]): Promise<Uint8Array> {
  const worker = new Worker(new URL('./geopackage.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    askWorker<WorkerReply<Uint8Array>>(worker, { tables }, (reply) => {
      if ('message' in reply) reject(new Error(reply.message));
      else resolve(reply.result);
    });
  });
}
