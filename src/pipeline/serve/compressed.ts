/** Compressed files, kept in memory: a hall of phones asks for the same ones at once. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
const MOST_BYTES = 128e6;

/** Answers the compressed bytes; `tag` tells versions of a file apart. */
export type Compressor = (file: string, tag: string) => Promise<Buffer>;

export function createCompressor(): Compressor {
  // In order of last use.
  const kept = new Map<string, Promise<Buffer>>();
  let bytes = 0;

  function forget(key: string, size: number): void {
    if (kept.delete(key)) bytes -= size;
  }

  async function make(key: string, file: string): Promise<Buffer> {
    try {
      const result = await compress(await readFile(file), { level: 6 });
      bytes += result.length;
      for (const [old, buffer] of kept) {
        if (bytes <= MOST_BYTES || old === key) break;
        forget(old, (await buffer).length);
      }
      return result;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  }

  return (file, tag) => {
    const key = `${tag} ${file}`;
    const result = kept.get(key) ?? make(key, file);
    kept.delete(key);
    kept.set(key, result);
    return result;
  };
}
