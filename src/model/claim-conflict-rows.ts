/** Conflicts as a table lists them: filtered and sorted; and the matrix with what a visitor tries instead. */
import type { Claim, ClaimConflict, ConflictKind } from './claim.ts';
import type { OwnPair } from './claim-choice.ts';
import { type ClaimDecision, findDecision } from './claim-decisions.ts';
import type { ThemePair } from './claim-town.ts';

export interface ConflictRow {
  readonly conflict: ClaimConflict;
  readonly a: Claim;
  readonly b: Claim;
}

export const conflictWheres = ['all', 'view', 'place'] as const;
export const conflictDecideds = ['all', 'yes', 'no'] as const;
export const conflictHards = ['both', 'any', 'none'] as const;

export interface ConflictFilter {
  /** Part of a name or holder. */
  readonly text: string;
  readonly theme: string | undefined;
  readonly hard: (typeof conflictHards)[number] | undefined;
  readonly holder: string | undefined;
  readonly where: (typeof conflictWheres)[number];
  readonly decided: (typeof conflictDecideds)[number];
}

export const initialConflictFilter: ConflictFilter = {
  text: '',
  theme: undefined,
  hard: undefined,
  holder: undefined,
  where: 'all',
  decided: 'all',
};

interface FilterContext {
  readonly kinds: readonly ConflictKind[];
  readonly decisions: readonly ClaimDecision[];
  /** Of the filter's `where`. */
  readonly isThere: (conflict: ClaimConflict) => boolean;
}

export function filterConflicts(
  rows: readonly ConflictRow[],
  { text, theme, hard, holder, decided }: ConflictFilter,
  { kinds, decisions, isThere }: FilterContext,
): ConflictRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(({ conflict, a, b }) => {
    const hards = [a, b].filter(({ hardness }) => hardness === 'hard').length;
    const isDecided = () => findDecision(decisions, a.id, b.id) !== undefined;
    return (
      kinds.includes(conflict.kind) &&
      (theme === undefined || a.theme === theme || b.theme === theme) &&
      (holder === undefined || a.holder === holder || b.holder === holder) &&
      (hard === undefined || (hard === 'both' ? hards === 2 : hard === 'any' ? hards > 0 : hards === 0)) &&
      (wanted === '' || [a, b].some(({ name, holder: of = '' }) => `${name} ${of}`.toLowerCase().includes(wanted))) &&
      (decided === 'all' || isDecided() === (decided === 'yes')) &&
      isThere(conflict)
    );
  });
}

export type ConflictColumn = 'name' | 'area' | 'height';

const values: Readonly<Record<ConflictColumn, (row: ConflictRow) => string | number>> = {
  name: ({ a, b }) => `${a.name} ${b.name}`.toLowerCase(),
  area: ({ conflict }) => conflict.areaM2,
  height: ({ conflict }) => conflict.heightRange?.[1] ?? -Infinity,
};

export function sortConflicts(rows: readonly ConflictRow[], column: ConflictColumn, isRising: boolean): ConflictRow[] {
  const cellOf = values[column];
  const sign = isRising ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [p, q] = [cellOf(one), cellOf(other)];
    return p === q ? 0 : p < q ? -sign : sign;
  });
}

const isSame = ([a, b]: readonly [string, string], [c, d]: readonly [string, string]) =>
  (a === c && b === d) || (a === d && b === c);

export const findPair = <P extends { readonly themes: readonly [string, string] }>(
  pairs: readonly P[],
  a: string,
  b: string,
): P | undefined => pairs.find(({ themes }) => isSame(themes, [a, b]));

/** What is tried goes before what the municipality chose; "unknown" takes its row away. */
export function changeMatrix(matrix: readonly ThemePair[], ownPairs: readonly OwnPair[]): ThemePair[] {
  const kept = matrix.filter(({ themes }) => !findPair(ownPairs, ...themes));
  const tried = ownPairs.flatMap(({ themes, kind }) => (kind === 'unknown' ? [] : [{ themes, kind }]));
  return [...kept, ...tried];
}

/** The last choice of a pair counts; undefined goes back to the municipality's. */
export function changeOwnPairs(
  ownPairs: readonly OwnPair[],
  themes: readonly [string, string],
  kind: ConflictKind | undefined,
): OwnPair[] {
  const others = ownPairs.filter((own) => !isSame(own.themes, themes));
  return kind === undefined ? others : [...others, { themes, kind }];
}
