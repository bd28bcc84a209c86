import type { ConflictRow } from '../model/claim-conflict-rows.ts';
import { findDecision } from '../model/claim-decisions.ts';
import type { CsvCell } from '../model/csv.ts';
import { type ClaimsReportText, claimsReportText } from './text/claims-report.ts';
import { useConflictReason, useConflictsText } from './use-claim-conflicts.ts';
import { type PlacedClaim, useClaimsText, useThemeName } from './use-claims.ts';
import { useLanguage, useTwin } from './use-twin.ts';

export const useClaimsReportText = (): ClaimsReportText => claimsReportText[useLanguage()];

const round = (value: number | undefined) => (value === undefined ? undefined : Number(value.toFixed(2)));

interface ClaimLines {
  readonly claim: (placed: PlacedClaim) => readonly CsvCell[];
  readonly conflict: (row: ConflictRow) => readonly CsvCell[];
}

/** Lines of CSV files, in the words of the page. */
export function useClaimLines(): ClaimLines {
  const text = useClaimsText();
  const conflicts = useConflictsText();
  const themeName = useThemeName();
  const reasonOf = useConflictReason();
  const decisions = useTwin((state) => state.claimDecisions.items);
  return {
    claim: ({ claim, heights, groundNap }) => [
      claim.id,
      claim.name,
      themeName(claim.theme),
      text.hardness[claim.hardness],
      round(heights.lowerNap),
      round(heights.upperNap),
      round(groundNap),
      claim.holder,
      claim.basis?.instrument,
      claim.basis?.article,
      claim.basis?.url,
      claim.status,
      claim.validFrom,
      claim.validUntil,
      claim.accuracyM,
      claim.source?.dataset,
      claim.source?.date,
    ],
    conflict(row) {
      const { conflict, a, b } = row;
      const decision = findDecision(decisions, a.id, b.id);
      return [
        ...[a, b].flatMap(({ id, name, theme, hardness, holder }) => [
          id,
          name,
          themeName(theme),
          text.hardness[hardness],
          holder,
        ]),
        conflicts.kinds[conflict.kind],
        reasonOf(row),
        round(conflict.areaM2),
        round(conflict.volumeM3),
        round(conflict.heightRange?.[0]),
        round(conflict.heightRange?.[1]),
        conflict.period.from,
        conflict.period.until,
        decision?.decision,
        decision?.role,
        decision?.when,
        decision?.why,
      ];
    },
  };
}
