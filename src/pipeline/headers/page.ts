/** The policy as it stands in a page, for servers that send no headers of ours. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SitePolicy } from '../../model/security-headers.ts';
import { toContentPolicy } from '../../model/security-headers.ts';

const element = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/;

/** Pages at the top of `folder` that had another policy; those without one are no pages of ours. */
export async function putPolicyInPages(folder: string, policy: SitePolicy): Promise<string[]> {
  const changed: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.html'))) {
    const file = join(folder, name);
    const html = await readFile(file, 'utf8');
    const next = html.replace(element, (_, before, after) => before + toContentPolicy(policy, 'in-page') + after);
    if (next === html) continue;
    await writeFile(file, next);
    changed.push(name);
  }
  return changed;
}
