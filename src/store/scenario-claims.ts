/** Spatial claims and decisions on them in a scenario, and back. */
import { conflictKinds, hardnesses } from '../model/claim.ts';
import type { ClaimChoice } from '../model/claim-choice.ts';
import type { ClaimDecision } from '../model/claim-decisions.ts';
import type { Scenario } from '../model/scenario.ts';
import { readClaims, writeClaims } from './share-claims.ts';

type ClaimsRecord = NonNullable<Scenario['claims']>;

/** As it stands in a file: names that are not there are left out. */
export function toClaimsRecord({ place, selected, year, ...rest }: ClaimChoice): ClaimsRecord {
  const ring = place && 'ring' in place ? place.ring : undefined;
  return {
    ...rest,
    hiddenThemes: [...rest.hiddenThemes],
    hiddenHardnesses: [...rest.hiddenHardnesses],
    conflicts: [...rest.conflicts],
    ownPairs: rest.ownPairs.map(({ themes, kind }) => ({ themes: [...themes], kind })),
    ...(year !== undefined && { year }),
    ...(ring && { place: [...ring] }),
    ...(place && !('ring' in place) && { place: [place.x, place.y] }),
    ...(selected && { selected: [...selected] }),
  };
}

/** As a link has it, so that both have the same bounds; undefined with a kind, hardness or place that this version does not know. */
export function sharedClaimsOf({ claims }: Pick<Scenario, 'claims'>): string | undefined {
  if (!claims) return undefined;
  const { place: at = [], selected: ids = [] } = claims;
  const [x, y] = at;
  const [a, b] = ids;
  const place = at.length > 2 ? { ring: at } : x !== undefined && y !== undefined ? { x, y } : undefined;
  const selected = a === undefined ? undefined : b === undefined ? ([a] as const) : ([a, b] as const);
  const kindOf = (kind: string) => conflictKinds.find((id) => id === kind);
  const ownPairs = claims.ownPairs.flatMap(({ themes: [one, other], kind }) => {
    const known = kindOf(kind);
    return known && one !== undefined && other !== undefined ? [{ themes: [one, other] as const, kind: known }] : [];
  });
  const choice: ClaimChoice = {
    ...claims,
    year: claims.year,
    hiddenHardnesses: hardnesses.filter((id) => claims.hiddenHardnesses.includes(id)),
    conflicts: conflictKinds.filter((id) => claims.conflicts.includes(id)),
    place,
    selected,
    ownPairs,
  };
  const text = writeClaims(choice);
  try {
    readClaims(text);
    return ownPairs.length === claims.ownPairs.length ? text : undefined;
  } catch {
    // Told by its name, with all else that this version cannot show.
    return undefined;
  }
}

/** As they stand in a file. */
export const toDecisionRecords = (items: readonly ClaimDecision[]): NonNullable<Scenario['decisions']> =>
  items.map((item) => ({ ...item, conflict: [...item.conflict] }));

export const decisionsOf = ({ decisions = [] }: Pick<Scenario, 'decisions'>): ClaimDecision[] =>
  decisions.map(({ conflict: [a = '', b = ''], decision, role, when, why }) => ({
    conflict: [a, b],
    decision,
    role,
    when,
    why,
  }));
