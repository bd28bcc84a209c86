/** Walks the nested lists of a CityJSON geometry: every surface with its semantic type, shell by shell. */
import type { CityGeometry } from './cityjson.ts';

export interface SurfaceVisitor {
  /** A shell closes in on itself when it is part of a solid; `isInner` for a void inside one. */
  startShell(isSolid: boolean, isInner: boolean): void;
  /** Outer ring first; vertex indices. */
  surface(rings: readonly (readonly number[])[], type: string | undefined): void;
  endShell(): void;
}

type Nested = readonly unknown[];
const asList = (value: unknown): Nested => (Array.isArray(value) ? value : []);

function walkShell(
  shell: unknown,
  values: unknown,
  types: CityGeometry['semantics'],
  isSolid: boolean,
  isInner: boolean,
  visit: SurfaceVisitor,
) {
  const surfaces = asList(shell);
  const codes = Array.isArray(values) ? values : undefined;
  visit.startShell(isSolid, isInner);
  for (let i = 0; i < surfaces.length; i++) {
    const code = codes?.[i];
    const type = typeof code === 'number' ? types?.surfaces?.[code]?.type : undefined;
    visit.surface(asList(surfaces[i]) as readonly (readonly number[])[], type);
  }
  visit.endShell();
}

function walkSolid(solid: unknown, values: unknown, types: CityGeometry['semantics'], visit: SurfaceVisitor) {
  const shells = asList(solid);
  for (let i = 0; i < shells.length; i++) walkShell(shells[i], asList(values)[i], types, true, i > 0, visit);
}

/** Visits nothing for types without surfaces. Templates are resolved by the caller. */
export function walkGeometry(geometry: CityGeometry, visit: SurfaceVisitor): void {
  const { type, boundaries, semantics } = geometry;
  const values = semantics?.values;
  if (type === 'MultiSurface' || type === 'CompositeSurface')
    walkShell(boundaries, values, semantics, false, false, visit);
  else if (type === 'Solid') walkSolid(boundaries, values, semantics, visit);
  else if (type === 'MultiSolid' || type === 'CompositeSolid') {
    const solids = asList(boundaries);
    for (let i = 0; i < solids.length; i++) walkSolid(solids[i], asList(values)[i], semantics, visit);
  }
}
