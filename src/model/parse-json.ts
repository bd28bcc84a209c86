import type { ImportProblem } from './import-problem.ts';

/** Every browser says in words of its own where JSON breaks. */
function findPosition(text: string, message: string): { line: number | undefined; column: number | undefined } {
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named) return { line: Number(named[1]), column: Number(named[2]) };
  const counted = /position (\d+)/.exec(message);
  // "Unexpected end of JSON input" names no place: it is the end.
  const at = counted ? Number(counted[1]) : /end of (JSON|data)|unterminated/i.test(message) ? text.length : undefined;
  if (at === undefined) return { line: undefined, column: undefined };
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

export function parseJson(text: string): { readonly json: unknown } | { readonly problem: ImportProblem } {
  try {
    // A byte order mark is no JSON, but some programs write it.
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { problem: { code: 'broken-json', ...findPosition(text, (error as Error).message) } };
  }
}
