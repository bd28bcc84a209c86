/** Bytes of placed glTF files, which do not belong in state: kept as long as the page, because undo may bring one back. */
const files = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly url: string }>();

/** Returns the key under which a drawing names them. */
export function keepFile(bytes: Uint8Array<ArrayBuffer>, type: string): string {
  const key = `file-${files.size + 1}`;
  files.set(key, { bytes, url: URL.createObjectURL(new Blob([bytes], { type })) });
  return key;
}

export const urlOfFile = (key: string): string | undefined => files.get(key)?.url;
