/**
 * What was changed of an event plan, so that a link need not hold all of it: members that differ, of lists with ids the items that differ.
 * Read again it is held against the same strict form as a file.
 */
import { type LinkValue, readLinkValue, writeLinkValue } from './link-value.ts';

/** Ids of a list in their order, where that changed. */
const ORDER = '*';
/** Of members that are gone. */
const GONE = null;

type Item = { readonly id: string };
type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isItems = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.every((item) => isMembers(item) && typeof item['id'] === 'string');
const toMembers = (items: readonly Item[]): Members => Object.fromEntries(items.map((item) => [item.id, item]));
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Undefined where nothing differs. */
function differ(before: unknown, now: unknown): LinkValue | undefined {
  if (isSame(before, now)) return undefined;
  if (isItems(before) && isItems(now) && (before.length > 0 || now.length > 0)) {
    const ids = now.map(({ id }) => id);
    const order = isSame(
      before.map(({ id }) => id),
      ids,
    );
    const members = toMembers(before);
    const changed = now.flatMap((item) => {
      const part = differ(members[item.id], item);
      return part === undefined ? [] : [[item.id, part] as const];
    });
    return { ...(order ? {} : { [ORDER]: ids }), ...Object.fromEntries(changed) };
  }
  if (isMembers(before) && isMembers(now)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    const parts = names.flatMap((name) => {
      const part = now[name] === undefined ? GONE : differ(before[name], now[name]);
      return part === undefined || (part === GONE && before[name] === undefined) ? [] : [[name, part] as const];
    });
    return Object.fromEntries(parts);
  }
  return now as LinkValue;
}

function join(before: unknown, part: LinkValue | undefined): unknown {
  if (part === undefined) return before;
  if (isItems(before) && isMembers(part)) {
    const { [ORDER]: order, ...changed } = part as Record<string, LinkValue>;
    const ids = Array.isArray(order) ? order.map(String) : before.map(({ id }) => id);
    const members = toMembers(before);
    return ids.map((id) => join(members[id], changed[id]));
  }
  if (isMembers(before) && isMembers(part)) {
    const result: Record<string, unknown> = { ...before };
    for (const [name, value] of Object.entries(part)) {
      if (value === GONE) delete result[name];
      else result[name] = join(before[name], value);
    }
    return result;
  }
  return part;
}

/** Letters that need no other in an address; empty where nothing differs. `before`: undefined for a plan of one's own. */
export function writePlanDifference(before: unknown, now: unknown): string {
  const part = differ(before, now);
  return part === undefined ? '' : writeLinkValue(part);
}

/** Not checked yet. Throws an Error that says what was expected. */
export const readPlanDifference = (before: unknown, text: string): unknown =>
  text === '' ? before : join(before, readLinkValue(text));
