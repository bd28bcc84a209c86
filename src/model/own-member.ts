/** Looks up a word from data in a table of ours: `constructor` and `__proto__`, which every object has, are in none. */
export const ownMember = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
