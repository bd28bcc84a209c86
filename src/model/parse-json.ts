/** JSON that tells where it breaks, in every browser alike: their own messages name the place in different words or not at all. */
import type { ImportProblem } from './import-problem.ts';

/** White space, then one of: text, number, word, sign. Unrolled, so that long texts do not go through the regular expression's stack. */
const token =
  /\s*(?:("[^"\\\n\r\t]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\n\r\t]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])|([{}[\],:]))/y;

/** What may come: a value, a key, a colon, or what follows a value; `first` where the list or object may also end. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | ':' | 'next';

/** Index of the first character that cannot be there; the length for a text that ends too soon. */
function findFault(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  token.lastIndex = 0;
  for (;;) {
    const start = token.lastIndex;
    const match = token.exec(text);
    if (!match) return start + (/\S|$/.exec(text.slice(start, start + 10_000))?.index ?? 0);
    const [, string, sign] = match;
    const at = token.lastIndex - (sign ?? string ?? match[0].trimStart()).length;
    const inner = open.at(-1);
    if (sign === '}' || sign === ']') {
      const isOwn = inner === (sign === '}' ? '{' : '[');
      const mayEnd = expected === 'next' || expected === (sign === '}' ? 'first-key' : 'first-value');
      if (!isOwn || !mayEnd) return at;
      open.pop();
      expected = 'next';
    } else if (expected === 'key' || expected === 'first-key') {
      if (string === undefined) return at;
      expected = ':';
    } else if (expected === ':') {
      if (sign !== ':') return at;
      expected = 'value';
    } else if (expected === 'next') {
      if (sign !== ',' || inner === undefined) return at;
      expected = inner === '{' ? 'key' : 'value';
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      expected = sign === '{' ? 'first-key' : 'first-value';
    } else if (sign !== undefined) return at;
    else expected = 'next';
  }
}

export function parseJson(text: string): { readonly json: unknown } | { readonly problem: ImportProblem } {
  // A byte order mark is no JSON, but some programs write it.
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return { json: JSON.parse(plain) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = findFault(plain);
    const before = plain.slice(0, at);
    return {
      problem: { code: 'broken-json', line: before.split('\n').length, column: at - before.lastIndexOf('\n') },
    };
  }
}
