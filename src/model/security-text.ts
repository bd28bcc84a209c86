/** `/.well-known/security.txt` (RFC 9116): where someone who finds a leak turns to. */
import type { Municipality } from './municipality.ts';

/** Days that the file holds: RFC 9116 recommends less than a year, internet.nl asks it. */
const VALID_DAYS = 364;

export type SecurityContact = NonNullable<Municipality['security']>;

/** Contacts of all; absent where no municipality names one: a file that leads nowhere is worse than none. */
export function toSecurityText(contacts: readonly SecurityContact[], today: Date): string | undefined {
  const fields = (name: string, values: readonly (string | undefined)[]) =>
    [...new Set(values)].flatMap((value) => (value === undefined ? [] : [`${name}: ${value}`]));
  const lines = fields(
    'Contact',
    contacts.flatMap(({ contact }) => contact),
  );
  if (lines.length === 0) return undefined;
  const expires = new Date(today.getTime() + VALID_DAYS * 86_400_000);
  return [
    ...lines,
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00.000Z`,
    ...fields(
      'Encryption',
      contacts.map(({ encryption }) => encryption),
    ),
    ...fields(
      'Policy',
      contacts.map(({ policy }) => policy),
    ),
    'Preferred-Languages: nl, en',
    '',
  ].join('\n');
}
