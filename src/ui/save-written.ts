import type { WrittenFile } from '../store/scenario-files.ts';
import { download } from './download.ts';
import type { Words } from './scenario-facts.ts';
import type { Notice } from './scenario-notice.tsx';

/** Hands the file to the browser, and tells what is not in it. */
export function saveWritten({ name, text, leftOut }: WrittenFile, { words, format }: Words): Notice {
  download(name, new Blob([text], { type: 'application/json' }));
  if (leftOut.length === 0) return { message: words.written(name) };
  const names = leftOut.map((item) => `${item.name} (${format.number(item.bytes / 1e6, 1)} MB)`).join(', ');
  return { message: `${words.written(name)} ${words.leftOut(names)}`, isWarning: true };
}
