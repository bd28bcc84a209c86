import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Claim, ClaimConflict, ClaimHeights } from '../model/claim.ts';
import type { ClaimChoice } from '../model/claim-choice.ts';
import { listClaimsAt } from '../model/claim-place.ts';
import { compareClaims, isClaimShown, isConflictShown } from '../model/claim-select.ts';
import type { ClaimTown } from '../model/claim-town.ts';
import { type ClaimsState, claims, listTakingPart } from '../store/claims.ts';
import { type ClaimsText, claimsText } from './text/claims.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

export const useClaims = <T>(select: (state: ClaimsState) => T): T => useStore(claims, select);
export const useClaimsText = (): ClaimsText => claimsText[useLanguage()];
export const useClaimChoice = (): ClaimChoice => useTwin((state) => state.claims);
/** With the plan that is open, while that takes part. */
export const useClaimTown = (): ClaimTown | undefined => useClaims(listTakingPart);

/** A claim with what is known of it where it lies. */
export interface PlacedClaim {
  readonly row: number;
  readonly claim: Claim;
  readonly heights: ClaimHeights;
  readonly groundNap: number | undefined;
}

interface ClaimsHere {
  /** The firmest and highest first. */
  readonly shown: readonly PlacedClaim[];
  /** That lie here too and are not looked at. */
  readonly hidden: number;
  /** Between claims that are shown, where they lie here; undefined until they have been computed. */
  readonly conflicts: readonly ClaimConflict[] | undefined;
}

/** At the place that is asked about; undefined without one. */
export function useClaimsHere(): ClaimsHere | undefined {
  const town = useClaimTown();
  const choice = useClaimChoice();
  const { place } = choice;
  const rows = useMemo(() => (town && place ? listClaimsAt(town.claims, place) : undefined), [town, place]);
  const all = useShownConflicts();
  return useMemo(() => {
    if (!town || !rows || !place) return undefined;
    const placed = rows.map((row): PlacedClaim => {
      const claim = town.claims[row] as Claim;
      return { row, claim, heights: town.heights[row] as ClaimHeights, groundNap: town.groundNap[row] };
    });
    const shown = placed
      .filter(({ claim, heights }) => isClaimShown(claim, heights, choice))
      .sort((a, b) => compareClaims(a.claim, b.claim, a.heights, b.heights));
    const ids = new Set(shown.map(({ claim }) => claim.id));
    const near = all?.filter(({ a, b }) => ids.has(a) && ids.has(b));
    const areas = near?.map(({ parts }) => ({ parts, lines: [], bufferM: 0 }));
    const conflicts = near && areas && listClaimsAt(areas, place).map((i) => near[i] as ClaimConflict);
    return { shown, hidden: placed.length - shown.length, conflicts };
  }, [town, rows, place, choice, all]);
}

/** Of the whole town, the firmest and highest first. */
export function useShownClaims(): readonly PlacedClaim[] {
  const town = useClaimTown();
  const choice = useClaimChoice();
  return useMemo(
    () =>
      (town?.claims ?? [])
        .map((claim, row): PlacedClaim => {
          const heights = town?.heights[row] as ClaimHeights;
          return { row, claim, heights, groundNap: town?.groundNap[row] };
        })
        .filter(({ claim, heights }) => isClaimShown(claim, heights, choice))
        .sort((a, b) => compareClaims(a.claim, b.claim, a.heights, b.heights)),
    [town, choice],
  );
}

/** Rows of claims by id. */
export function useClaimRows(): ReadonlyMap<string, number> {
  const town = useClaimTown();
  return useMemo(() => new Map(town?.claims.map(({ id }, row) => [id, row])), [town]);
}

/** Of claims that are looked at, of whatever kind; undefined until they have been computed. */
export function useShownConflicts(): readonly ClaimConflict[] | undefined {
  const town = useClaimTown();
  const rows = useClaimRows();
  const choice = useClaimChoice();
  const answer = useClaims(({ answer }) => (answer.status === 'ready' ? answer.value : undefined));
  return useMemo(
    () =>
      town &&
      answer?.conflicts.filter((conflict) => {
        const [a, b] = [conflict.a, conflict.b].map((id) => town.claims[rows.get(id) ?? -1]);
        return a !== undefined && b !== undefined && isConflictShown(conflict, a, b, choice);
      }),
    [town, rows, answer, choice],
  );
}

/** As the municipality calls a theme; one that it does not know keeps its own name. */
export function useThemeName(): (theme: string) => string {
  const town = useClaimTown();
  const format = useFormat();
  return (theme) => {
    const known = town?.themes.find(({ id }) => id === theme);
    return known ? format.localised(known.title) : theme;
  };
}

interface ClaimWords {
  /** `−1,2 tot 0,4`; undefined where neither end is known. */
  readonly span: (low: number | undefined, high: number | undefined) => string | undefined;
  readonly period: (from: string | undefined, until: string | undefined) => string;
}

export function useClaimWords(): ClaimWords {
  const text = useClaimsText();
  const format = useFormat();
  const metres = (value: number) => format.number(value, 1);
  return {
    span(low, high) {
      if (low !== undefined && high !== undefined) return text.span(metres(low), metres(high));
      if (low !== undefined) return text.spanUp(metres(low));
      return high === undefined ? undefined : text.spanDown(metres(high));
    },
    period(from, until) {
      if (from !== undefined && until !== undefined) return text.fromUntil(format.date(from), format.date(until));
      if (until !== undefined) return text.until(format.date(until));
      return from === undefined ? text.always : text.from(format.date(from));
    },
  };
}
