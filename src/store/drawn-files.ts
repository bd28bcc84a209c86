/** Bytes of placed glTF files, which do not belong in state: kept as long as the page, because undo may bring one back. */
import type { KeptFile } from '../model/scenario-files.ts';

const files = new Map<string, KeptFile & { readonly url: string }>();

/** Returns the key under which a drawing names them. */
export function keepFile(bytes: Uint8Array<ArrayBuffer>, mediaType: string): string {
  const key = `file-${files.size + 1}`;
  files.set(key, { bytes, mediaType, url: URL.createObjectURL(new Blob([bytes], { type: mediaType })) });
  return key;
}

export const urlOfFile = (key: string): string | undefined => files.get(key)?.url;
export const readFile = (key: string): KeptFile | undefined => files.get(key);
