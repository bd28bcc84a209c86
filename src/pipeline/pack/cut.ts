/** What packing a part of a municipality leaves of one dataset. */
export interface Cut {
  /** Files that are written instead of copied, by their path in the made folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether a file of the made folder is copied. */
  isKept(path: string): boolean;
}
