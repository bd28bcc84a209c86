/** Which claims and conflicts a visitor looks at, and in which order: one answer for picture, tables and files. */
import { type Claim, type ClaimConflict, type ClaimHeights, hardnesses } from './claim.ts';
import type { ClaimChoice } from './claim-choice.ts';

interface Holding {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Somewhere in the year, or ever; days compare as text. */
const doesHold = ({ from, until }: Holding, year: number | undefined) =>
  year === undefined ||
  ((from === undefined || from < `${year + 1}`) && (until === undefined || until > `${year}-01-01`));

/** What is not known may stand there: it is not hidden. */
const isBetween = (lower: number | undefined, upper: number | undefined, { lowNap, highNap }: ClaimChoice) =>
  (upper === undefined || upper >= lowNap) && (lower === undefined || lower <= highNap);

/** By its heights, year, theme and hardness. */
export function isClaimShown(claim: Claim, heights: ClaimHeights | undefined, choice: ClaimChoice): boolean {
  return (
    !choice.hiddenThemes.includes(claim.theme) &&
    !choice.hiddenHardnesses.includes(claim.hardness) &&
    doesHold({ from: claim.validFrom, until: claim.validUntil }, choice.year) &&
    isBetween(heights?.lowerNap, heights?.upperNap, choice)
  );
}

/** Of two claims that are both shown; its own heights and period count too. */
export function isConflictShown(conflict: ClaimConflict, a: Claim, b: Claim, choice: ClaimChoice): boolean {
  const [lower, upper] = conflict.heightRange ?? [];
  return (
    [a, b].every(
      ({ theme, hardness }) => !choice.hiddenThemes.includes(theme) && !choice.hiddenHardnesses.includes(hardness),
    ) &&
    doesHold(conflict.period, choice.year) &&
    isBetween(lower, upper, choice)
  );
}

/** The firmest first, then from high to low; what has no known height last. */
export function compareClaims(a: Claim, b: Claim, heightsA?: ClaimHeights, heightsB?: ClaimHeights): number {
  const top = (heights: ClaimHeights | undefined) => heights?.upperNap ?? heights?.lowerNap ?? -Infinity;
  const [one, other] = [top(heightsA), top(heightsB)];
  return (
    hardnesses.indexOf(a.hardness) - hardnesses.indexOf(b.hardness) ||
    (one === other ? 0 : other > one ? 1 : -1) ||
    a.name.localeCompare(b.name)
  );
}
