/** Which data something was made with, so that a reader can tell that they have changed since. */
export interface DataVersion {
  /** SHA-256, hexadecimal; a link keeps the first eight. */
  readonly hash: string;
  /** Newest date among the sources, ISO 8601 day or year. */
  readonly date: string | undefined;
}

export function isSameData(a: DataVersion, b: DataVersion): boolean {
  const length = Math.min(a.hash.length, b.hash.length);
  return a.hash.slice(0, length) === b.hash.slice(0, length);
}
