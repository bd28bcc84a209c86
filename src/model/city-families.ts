/** Which city objects make one building: the Building and what hangs on it outside. */
import type { CityObject } from './cityjson.ts';

export interface Family {
  readonly id: string;
  /** The Building itself first, then its parts and outside installations. */
  readonly members: readonly (readonly [id: string, object: CityObject])[];
}

export interface Families {
  readonly buildings: readonly Family[];
  /** Objects that are no building, counted by type. */
  readonly others: ReadonlyMap<string, number>;
}

const outside = new Set(['BuildingPart', 'BuildingInstallation', 'BuildingConstructiveElement']);

/**
 * Finds the building above a part, undefined for an orphan. Files link by `parents`, by `children`, or by both; `above` holds
 * the links from `children`.
 */
function findRoot(id: string, objects: Readonly<Record<string, CityObject>>, above: ReadonlyMap<string, string>) {
  let current = id;
  for (let step = 0; step < 16; step++) {
    const object = objects[current];
    if (object?.type === 'Building') return current;
    const links = object?.parents ?? [];
    const next =
      links.find((link) => objects[link]?.type === 'Building' || outside.has(objects[link]?.type ?? '')) ??
      above.get(current);
    if (next === undefined) return object?.type === 'BuildingPart' ? current : undefined;
    current = next;
  }
  return undefined;
}

/** Groups all objects of a document or feature. A part without a building is a building of its own. */
export function listFamilies(objects: Readonly<Record<string, CityObject>>): Families {
  const members = new Map<string, [string, CityObject][]>();
  const others = new Map<string, number>();
  const above = new Map<string, string>();
  const waiting: string[] = [];
  for (const id in objects) {
    const object = objects[id] as CityObject;
    if (object.type === 'Building') members.set(id, [[id, object]]);
    else if (outside.has(object.type)) waiting.push(id);
    else others.set(object.type, (others.get(object.type) ?? 0) + 1);
    if (object.children && (object.type === 'Building' || outside.has(object.type)))
      for (const child of object.children) above.set(child, id);
  }
  for (const id of waiting) {
    const object = objects[id] as CityObject;
    const root = findRoot(id, objects, above);
    const family = root === undefined ? undefined : members.get(root);
    if (family) family.push([id, object]);
    else if (root !== undefined) members.set(root, [[id, object]]);
    else others.set(object.type, (others.get(object.type) ?? 0) + 1);
  }
  return { buildings: Array.from(members, ([id, list]) => ({ id, members: list })), others };
}
