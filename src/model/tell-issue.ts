/** What a schema found wrong, in words: zod's small form has none of its own but "Invalid input". */

/** Loosely typed: which members there are depends on the code. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly inclusive?: boolean;
  readonly format?: string;
}

const words: Readonly<Record<string, (issue: Issue) => string>> = {
  invalid_type: ({ expected }) => `it must be ${/^[aeio]/.test(String(expected)) ? 'an' : 'a'} ${expected}`,
  invalid_value: ({ values = [] }) => `it must be ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}`,
  unrecognized_keys: ({ keys = [] }) => `${keys.map((key) => `"${key}"`).join(', ')} is not known here`,
  too_small: ({ minimum, inclusive }) => `it must be ${inclusive ? `${minimum} or more` : `more than ${minimum}`}`,
  too_big: ({ maximum, inclusive }) => `it must be ${inclusive ? `${maximum} or less` : `less than ${maximum}`}`,
  invalid_format: ({ format }) => `it is not written as a ${format}`,
};

/** Place in the file, and what is wrong there. */
export function tellIssue(issue: unknown): string {
  const known = issue as Issue;
  const tell = words[known.code ?? ''];
  return `${known.path.join('.') || '(top level)'}: ${tell ? tell(known) : known.message}`;
}
