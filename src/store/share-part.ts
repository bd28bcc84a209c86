/** Words in the parts of a shared address. What is none throws an Error that says what was expected. */

export function readOneOf<T extends string>(list: readonly T[]): (text: string) => T {
  return (text) => {
    const found = list.find((item) => item === text);
    if (found === undefined) throw new Error(`expected ${list.join(' or ')}`);
    return found;
  };
}

export function readId(text: string): string {
  const id = decodeURIComponent(text);
  if (id === '' || id.length > 200) throw new Error('is no id');
  return id;
}
