/** The policy as it stands in a page, for servers that send no headers of ours. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SitePolicy } from '../../model/security-headers.ts';
import { toContentPolicy } from '../../model/security-headers.ts';

const element = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")/;

/** Pages at the top of `folder` that had another policy; those without one are no pages of ours. */
export async function putPolicyInPages(folder: string, policy: SitePolicy): Promise<string[]> {
  const changed: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.html'))) {
    const file = join(folder, name);
    const html = await readFile(file, 'utf8');
    const wanted = toContentPolicy(policy, 'in-page');
    const [, , present = wanted] = element.exec(html) ?? [];
    if (present.replaceAll('&#39;', "'") === wanted) continue;
    await writeFile(file, html.replace(element, `$1${wanted}$3`));
    changed.push(name);
  }
  return changed;
}
