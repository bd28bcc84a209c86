import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Lets `write` fill a folder (or file) beside the target and puts it in place only when all went well: never half an
 * output. What was in place before is replaced as a whole.
 */
export async function writeBeside<T>(
  target: string,
  kind: 'folder' | 'file',
  write: (path: string) => Promise<T>,
): Promise<T> {
  const final = resolve(target);
  const beside = join(dirname(final), `.${basename(final)}.${process.pid}.tmp`);
  await mkdir(dirname(final), { recursive: true });
  await rm(beside, { recursive: true, force: true });
  if (kind === 'folder') await mkdir(beside);
  try {
    const result = await write(beside);
    await rm(final, { recursive: true, force: true });
    await rename(beside, final);
    return result;
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}
