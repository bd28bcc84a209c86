/** How things of a layout are called where they have no name of their own: their kind, numbered where there are several. */
import type { EventLayout, EventObjectKind } from './event-plan.ts';

export type NamedKind = EventObjectKind | 'fence' | 'closure';

/** By id. */
export function nameThings(
  { objects, fences }: Pick<EventLayout, 'objects' | 'fences'>,
  kinds: Readonly<Record<NamedKind, string>>,
): ReadonlyMap<string, string> {
  const things = [
    ...objects.map(({ id, kind, name }) => ({ id, kind, name })),
    ...fences.map(({ id, kind }) => ({ id, kind, name: undefined })),
  ];
  const counts = new Map<NamedKind, number>();
  for (const { kind } of things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const numbers = new Map<NamedKind, number>();
  return new Map(
    things.map(({ id, kind, name }) => {
      const number = (numbers.get(kind) ?? 0) + 1;
      numbers.set(kind, number);
      return [id, name ?? ((counts.get(kind) ?? 0) > 1 ? `${kinds[kind]} ${number}` : kinds[kind])];
    }),
  );
}
