/** From the path of a request to a file of the folder, and never to one outside it. */
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

export type Found =
  | { readonly status: 200; readonly file: string; readonly size: number; readonly modified: number }
  /** A folder without its slash: relative addresses in its page would be wrong. */
  | { readonly status: 301; readonly location: string }
  | { readonly status: 400 | 404 };

/** `root` is a real path. `target` is a request's, with query. Hidden files and folders without a page are not there. */
export async function findFile(root: string, target: string): Promise<Found> {
  const [path = '', ...query] = target.split('?');
  let parts: string[];
  try {
    parts = path.split('/').map(decodeURIComponent);
  } catch {
    return { status: 400 };
  }
  if (!path.startsWith('/') || parts.some((part) => /[/\\\0]/.test(part))) return { status: 400 };
  // The one hidden folder that is for visitors (RFC 8615), at the root only.
  const isHidden = (part: string, index: number) => part.startsWith('.') && !(index === 1 && part === '.well-known');
  if (parts.some(isHidden)) return { status: 404 };
  const isFolder = parts.at(-1) === '';
  try {
    // A link that leads out of the folder is not followed.
    const real = await realpath(join(root, ...parts, isFolder ? 'index.html' : ''));
    if (!real.startsWith(root + sep)) return { status: 404 };
    const { size, mtimeMs, isFile, isDirectory } = await stat(real).then((found) => ({
      size: found.size,
      mtimeMs: found.mtimeMs,
      isFile: found.isFile(),
      isDirectory: found.isDirectory(),
    }));
    if (isFile) return { status: 200, file: real, size, modified: mtimeMs };
    if (!isDirectory) return { status: 404 };
    // Relative, so that a path like //host is no other host.
    const last = encodeURIComponent(parts.at(-1) ?? '');
    return { status: 301, location: `./${last}/${query.length > 0 ? `?${query.join('?')}` : ''}` };
  } catch {
    return { status: 404 };
  }
}
