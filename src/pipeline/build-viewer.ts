/** The viewer itself → `dist`, in a process of its own: it needs nothing of the town, and may be built beside it. */
import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { listSitePolicy } from '../model/security-headers.ts';
import { putPolicyInPages } from './headers/page.ts';
import { readSite } from './headers/site.ts';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../..', import.meta.url));
const code = "import { build } from 'vite'; await build({ logLevel: 'error', build: { copyPublicDir: false } });";

/** The public folder is copied once `town` is there, which it holds; without a town there is no viewer. */
export async function buildViewer(town: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  const built = run(process.execPath, ['--input-type=module', '--eval', code], { cwd: project, signal: stop.signal });
  town.catch(() => stop.abort());
  const [ofTown, ofViewer] = await Promise.allSettled([town, built]);
  if (ofTown.status === 'rejected') throw ofTown.reason;
  if (ofViewer.status === 'rejected')
    throw new Error(`The viewer cannot be built: ${ofViewer.reason.stderr || ofViewer.reason.message}`);
  const dist = join(project, 'dist');
  await cp(join(project, 'public'), dist, { recursive: true });
  // What the page may load was not known before the town was there.
  await putPolicyInPages(dist, listSitePolicy(readSite(dist)));
}
