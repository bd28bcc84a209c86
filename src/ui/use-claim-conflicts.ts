import { useMemo } from 'react';
import type { ClaimConflict } from '../model/claim.ts';
import { type ConflictRow, filterConflicts, findPair } from '../model/claim-conflict-rows.ts';
import { listClaimsAt } from '../model/claim-place.ts';
import { type ClaimConflictsText, claimConflictsText } from './text/claims-conflicts.ts';
import { useClaimChoice, useClaimRows, useClaims, useClaimTown, useShownConflicts } from './use-claims.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

export const useConflictsText = (): ClaimConflictsText => claimConflictsText[useLanguage()];

/** Of claims that are looked at, with both claims. */
export function useConflictRows(): readonly ConflictRow[] | undefined {
  const town = useClaimTown();
  const rows = useClaimRows();
  const conflicts = useShownConflicts();
  return useMemo(
    () =>
      town &&
      conflicts?.flatMap((conflict) => {
        const [a, b] = [conflict.a, conflict.b].map((id) => town.claims[rows.get(id) ?? -1]);
        return a && b ? [{ conflict, a, b }] : [];
      }),
    [town, rows, conflicts],
  );
}

/** Those that the table lists. */
export function useListedConflicts(): readonly ConflictRow[] | undefined {
  const rows = useConflictRows();
  const filter = useClaims((state) => state.filter);
  const { conflicts: kinds, place } = useClaimChoice();
  const decisions = useTwin((state) => state.claimDecisions.items);
  // The picture moves often: only who asks about it filters again.
  const view = useTwin(({ footprint }) => (filter.where === 'view' ? footprint?.polygon : undefined));
  return useMemo(() => {
    const within = filter.where === 'all' ? undefined : filter.where === 'view' ? view && { ring: view } : place;
    const isThere = ({ parts }: ClaimConflict) =>
      filter.where === 'all' ||
      (within !== undefined && listClaimsAt([{ parts, lines: [], bufferM: 0 }], within).length > 0);
    return rows && filterConflicts(rows, filter, { kinds, decisions, isThere });
  }, [rows, filter, kinds, decisions, view, place]);
}

/** Why two claims exclude each other or not, in one sentence or two. */
export function useConflictReason(): (row: ConflictRow) => string {
  const text = useConflictsText();
  const format = useFormat();
  const town = useClaimTown();
  const { ownPairs } = useClaimChoice();
  return ({ conflict: { reason }, a, b }) => {
    const metres = (value: number) => `${format.number(value, 2)}\u00a0m`;
    if (reason.id === 'margin') return text.margin(metres(reason.marginM), metres(reason.accuracyM));
    const isThemes = reason.id === 'matrix' || reason.id === 'no-row';
    if (isThemes && findPair(ownPairs, a.theme, b.theme)) return text.reasons.own;
    const why = reason.id === 'matrix' ? findPair(town?.matrix ?? [], a.theme, b.theme)?.why : undefined;
    return why ? `${format.localised(why)} ${text.reasons.matrix}` : text.reasons[reason.id];
  };
}
