/** `pack.json` in the root of a pack: what it holds. Says also that the folder may be replaced by another pack. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import '../../model/municipality.ts';

export const PACK_FILE = 'pack.json';

const packFile = z.object({
  tweelingstadPack: z.literal(1),
  municipality: z.string(),
  /** Where the viewer lies below the root: `/` or `/path/`. */
  path: z.string(),
  /** RD New metres, when it is a part. */
  extent: z.optional(z.array(z.number())),
  /** What follows the address to open the programme of its information evening. */
  evening: z.optional(z.string()),
  dataHash: z.optional(z.string()),
  dataDate: z.optional(z.string()),
  madeWith: z.string(),
  /** Without this one. */
  files: z.number(),
  bytes: z.number(),
});

export type PackFile = z.infer<typeof packFile>;

/** Undefined for a folder that is no pack. */
export function readPackFile(folder: string): PackFile | undefined {
  try {
    return packFile.parse(JSON.parse(readFileSync(join(folder, PACK_FILE), 'utf8')));
  } catch {
    // Any folder can be served: one that is no pack has its page at the root.
    return undefined;
  }
}

export const listPackedFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
