import { InputError } from './input-error.ts';

export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string | undefined;
  readonly expected?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

/** The schema library's own words would be a language pack; without it every message says the same. */
export function sayIssue({ message, code, expected, keys, values }: Issue): string {
  if (message !== 'Invalid input') return message;
  if (code === 'unrecognized_keys' && keys) return `unknown member ${keys.join(', ')}`;
  if (code === 'invalid_value' && values)
    return `expected ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
  return code === 'invalid_type' ? `expected ${String(expected)}` : message;
}

type Checked<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };

/** What a schema let through; otherwise throws {@link InputError} with the file, the place in it and what is wrong there. */
export function readChecked<T>(result: Checked<T>, file: string): T {
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(`${file}: ${issue?.path.join('.') || '(top level)'}: ${issue && sayIssue(issue)}`);
}

type Points = readonly (readonly [number, number])[];

/** What is wrong with a ring whose last point is not its first: someone may have left out a corner. */
export function tellUnclosed(ring: Points): string | undefined {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return undefined;
  return `the polygon is not closed: its last point ${last.join(' ')} is not its first ${first.join(' ')}`;
}

/** Throws {@link InputError}. */
export function checkClosed(ring: Points, member: string): void {
  const fault = tellUnclosed(ring);
  if (fault) throw new InputError(`${member}: ${fault}.`);
}

/** Throws {@link InputError} where a column that is there has not as many values as there are rows. */
export function checkLengths(
  columns: Readonly<Record<string, readonly unknown[] | undefined>>,
  rows: number,
  file: string,
): void {
  for (const [name, column] of Object.entries(columns)) {
    if (column && column.length !== rows)
      throw new InputError(`${file}: column ${name} has ${column.length} values, expected ${rows}`);
  }
}
