/** Which geometries of a building are drawn: those of one level of detail, the asked one or the best there is. */

import type { Family } from './city-families.ts';
import type { CityGeometry } from './cityjson.ts';

const drawable = new Set([
  'Solid',
  'MultiSolid',
  'CompositeSolid',
  'MultiSurface',
  'CompositeSurface',
  'GeometryInstance',
]);
/** Among geometries of one object and one level of detail, one that names its surfaces says most, then a solid. */
const ranks: Record<string, number> = {
  Solid: 3,
  CompositeSolid: 3,
  MultiSolid: 3,
  CompositeSurface: 2,
  MultiSurface: 1,
};
const rank = ({ type, semantics }: CityGeometry) => (ranks[type] ?? 0) + (semantics?.values ? 4 : 0);

export interface Picked {
  readonly geometries: readonly CityGeometry[];
  /** Level of detail as text, "?" where the file does not say. */
  readonly lod: string;
}

export type Templates = readonly CityGeometry[] | undefined;

/** "2.2" for "2.2", 2.2 and "2.20"; undefined where there is none. */
export function parseLod(lod: unknown): string | undefined {
  if (lod === null || lod === undefined || lod === '') return undefined;
  const value = Number(lod);
  return Number.isFinite(value) ? String(value) : undefined;
}

const lodOf = (geometry: CityGeometry, templates: Templates): string =>
  parseLod(
    geometry.lod ?? (geometry.type === 'GeometryInstance' ? templates?.[geometry.template ?? -1]?.lod : undefined),
  ) ?? '?';

/** The asked one; else the highest below it, above 0; else the lowest above it; else one without a level; else 0. */
function compareLods(asked: number) {
  const order = (lod: string): number => {
    if (lod === '?') return 3e3;
    const value = Number(lod);
    if (value === asked) return 0;
    if (value < 1) return 4e3;
    return value < asked ? 1e3 - value : 2e3 + value;
  };
  return (a: string, b: string) => order(a) - order(b);
}

function pickWithin(list: readonly CityGeometry[]): readonly CityGeometry[] {
  if (list.length < 2) return list;
  const best = Math.max(...list.map(rank));
  return list.filter((geometry) => rank(geometry) === best || geometry.type === 'GeometryInstance');
}

/** Undefined where no member has a geometry that can be drawn. */
export function pickGeometry(family: Family, asked: string, templates: Templates): Picked | undefined {
  const compare = compareLods(Number(asked));
  let lod: string | undefined;
  for (const [, object] of family.members) {
    for (const geometry of object.geometry ?? []) {
      if (!drawable.has(geometry.type)) continue;
      const own = lodOf(geometry, templates);
      if (lod === undefined || compare(own, lod) < 0) lod = own;
    }
  }
  if (lod === undefined) return undefined;
  const geometries: CityGeometry[] = [];
  for (const [, object] of family.members) {
    const list = (object.geometry ?? []).filter(({ type }) => drawable.has(type));
    const levels = [...new Set(list.map((geometry) => lodOf(geometry, templates)))].sort(compare);
    // A member without the level falls back by itself, but never to a footprint beside solids.
    const own: string | undefined = levels.includes(lod) ? lod : levels[0];
    if (own === undefined || (Number(own) < 1 && own !== lod)) continue;
    geometries.push(...pickWithin(list.filter((geometry) => lodOf(geometry, templates) === own)));
  }
  return { geometries, lod };
}
