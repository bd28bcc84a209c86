/**
 * A value of JSON as text that may stand in an address as it is: `(name:value,…)` for members, `!(value,…)` for lists, numbers to the
 * millimetre, words with `encodeURIComponent`. Words that could be something else stand between `'`.
 */
export type LinkValue =
  | string
  | number
  | boolean
  | null
  | readonly LinkValue[]
  | { readonly [name: string]: LinkValue };

/** Deeper than any plan: what is written by hand cannot fill the memory. */
const DEEPEST = 12;

const constants: Readonly<Record<string, LinkValue>> = { '!t': true, '!f': false, '!n': null };

/** Letters that mean something here are written as numbers too; `/` and `&` are by `encodeURIComponent`. */
const writeWord = (word: string) =>
  encodeURIComponent(word).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

function writeText(text: string): string {
  const word = writeWord(text);
  return text === '' || Number.isFinite(Number(text)) ? `'${word}'` : word;
}

export function writeLinkValue(value: LinkValue): string {
  if (value === null) return '!n';
  if (typeof value === 'boolean') return value ? '!t' : '!f';
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000 + 0);
  if (typeof value === 'string') return writeText(value);
  if (Array.isArray(value)) return `!(${value.map(writeLinkValue).join(',')})`;
  const members = Object.entries(value as Readonly<Record<string, LinkValue>>);
  return `(${members.map(([name, item]) => `${writeWord(name)}:${writeLinkValue(item)}`).join(',')})`;
}

/** Throws an Error that says what was expected. */
export function readLinkValue(text: string): LinkValue {
  let at = 0;
  const isNext = (letter: string) => text.startsWith(letter, at);
  function pass(letter: string): void {
    if (!isNext(letter)) throw new Error(`expected ${letter} at ${at}`);
    at += letter.length;
  }
  function takeWord(): string {
    const from = at;
    while (at < text.length && !/[,:()!']/.test(text[at] as string)) at++;
    return text.slice(from, at);
  }
  function takeList(depth: number): LinkValue[] {
    const list: LinkValue[] = [];
    while (!isNext(')')) {
      if (list.length > 0) pass(',');
      list.push(take(depth + 1));
    }
    pass(')');
    return list;
  }
  function takeMembers(depth: number): LinkValue {
    const members: [string, LinkValue][] = [];
    while (!isNext(')')) {
      if (members.length > 0) pass(',');
      // Also `*`, which stands for itself in a name.
      const name = decodeURIComponent(takeWord());
      if (name === '__proto__') throw new Error('is no name');
      pass(':');
      members.push([name, take(depth + 1)]);
    }
    pass(')');
    return Object.fromEntries(members);
  }
  function take(depth: number): LinkValue {
    if (depth > DEEPEST) throw new Error(`expected at most ${DEEPEST} levels`);
    if (at >= text.length) throw new Error('ends too early');
    if (isNext('!(')) {
      at += 2;
      return takeList(depth);
    }
    if (isNext('(')) {
      at++;
      return takeMembers(depth);
    }
    const constant = constants[text.slice(at, at + 2)];
    if (constant !== undefined) {
      at += 2;
      return constant;
    }
    if (isNext("'")) {
      at++;
      const word = takeWord();
      pass("'");
      return decodeURIComponent(word);
    }
    const word = takeWord();
    if (word === '') throw new Error(`expected a value at ${at}`);
    const number = Number(word);
    return Number.isFinite(number) ? number : decodeURIComponent(word);
  }
  const value = take(0);
  if (at < text.length) throw new Error(`expected nothing more at ${at}`);
  return value;
}
