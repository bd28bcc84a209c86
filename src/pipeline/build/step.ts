/** One step of a build: some sources in, one file or folder out. */
export interface Step {
  /** Unique within a build; names the step in messages and in the record of what was made. */
  readonly name: string;
  /** Goes up when the same sources and options give another output. */
  readonly version: number;
  /** Absolute paths of the sources; their content decides whether the step is done again. */
  readonly inputs: readonly string[];
  /** Everything else that decides the output; plain JSON. */
  readonly options: unknown;
  /** File or folder relative to the made folder, replaced as a whole when all went well. */
  readonly output: string;
  /** Its work is done by threads of its own and no other step reads what it makes: it fills the cores that other steps leave. */
  readonly isBeside?: boolean;
  /** Makes the output; throws InputError for bad sources and then leaves what was there. Answers facts for the report. */
  run(output: string, onProgress: (share: number) => void): Promise<unknown>;
}
