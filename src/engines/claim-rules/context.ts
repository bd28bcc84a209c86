/** What checks of all kinds look up: claims with their shapes, which of them a rule names, and what it is held against. */
import type { Paths64 } from 'clipper2-ts';
import type { Claim, ClaimHeights } from '../../model/claim.ts';
import type { CheckInput, CheckPart, CheckPlan, CheckTree } from '../../model/claim-check-input.ts';
import type { AnyRule, ClaimSelector } from '../../model/claim-rules.ts';
import type { CheckExemption } from '../../model/claim-sentences.ts';
import { isInRings } from '../../model/plan-ring.ts';
import { type Areas, areaError, createAreas, sizeOf } from './areas.ts';
import { type Extent, extentDistance, extentOf, listEdges, type Shape } from './distance.ts';

export interface KnownClaim {
  readonly claim: Claim;
  readonly heights: ClaimHeights;
  /** As drawn. */
  readonly shape: Shape;
  readonly edges: readonly number[];
  readonly extent: Extent;
  /** With its buffer and the width of its lines. */
  readonly area: () => Paths64;
  /** Round {@link area}. */
  readonly reach: Extent;
}

/** One that is held against a rule. */
export interface KnownPart {
  readonly part: CheckPart;
  /** Standard error of its lines, m. */
  readonly errorM: number;
  readonly shape: Shape;
  readonly edges: readonly number[];
  readonly extent: Extent;
  readonly area: () => Paths64;
}

export interface CheckContext {
  readonly plan: CheckPlan | undefined;
  /** Buildings of the plan. */
  readonly parts: readonly KnownPart[];
  readonly claims: readonly KnownClaim[];
  readonly trees: readonly CheckTree[] | undefined;
  readonly areas: Areas;
  /** What was found of each selector so far. */
  readonly selected: Map<ClaimSelector, readonly KnownClaim[]>;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const grow = ([w, s, e, n]: Extent, by: number): Extent => [w - by, s - by, e + by, n + by];

function knowClaim(claim: Claim, heights: ClaimHeights, areas: Areas): KnownClaim {
  const shape: Shape = { polygons: claim.parts, lines: claim.lines };
  const half = (claim.diameterM ?? 0) / 2;
  const extent = extentOf(shape);
  return {
    claim,
    heights,
    shape,
    edges: listEdges(shape),
    extent,
    reach: grow(extent, claim.bufferM + half),
    area: once(() => {
      const drawn = areas.grow(areas.unite(claim.parts), claim.bufferM);
      const width = claim.bufferM + half;
      if (claim.lines.length === 0 || width === 0) return drawn;
      return areas.merge([drawn, areas.strip(claim.lines, width)]);
    }),
  };
}

function knowPart(part: CheckPart, errorM: number, areas: Areas): KnownPart {
  const shape: Shape = { polygons: part.polygons, lines: [] };
  return {
    part,
    errorM,
    shape,
    edges: listEdges(shape),
    extent: extentOf(shape),
    area: once(() => areas.unite(part.polygons)),
  };
}

const firstCorner = ({ plan, claims }: CheckInput): readonly number[] =>
  plan?.parts[0]?.polygons[0]?.[0] ?? plan?.area ?? claims[0]?.parts[0]?.[0] ?? claims[0]?.lines[0] ?? [0, 0];

export function createContext(input: CheckInput): CheckContext {
  const [x, y] = firstCorner(input) as readonly [number, number];
  const areas = createAreas(Math.round(x), Math.round(y));
  const { plan } = input;
  return {
    plan,
    parts: (plan?.parts ?? []).map((part) => knowPart(part, plan?.precisionM ?? 0, areas)),
    claims: input.claims.map((claim, i) => knowClaim(claim, input.heights[i] ?? { errorM: 0 }, areas)),
    trees: input.trees,
    areas,
    selected: new Map(),
  };
}

const lower = (text: string | undefined) => text?.trim().toLowerCase();
const isAmong = (text: string | undefined, words: readonly string[]) =>
  words.some((word) => lower(word) === lower(text));

/** A word that ends in a star stands for all that begins so. */
const isIdAmong = (id: string, words: readonly string[]) =>
  words.some((word) => (word.endsWith('*') ? id.startsWith(word.slice(0, -1)) : id === word));

const isSelected = ({ themes, ids, instruments, hardness, status }: ClaimSelector, claim: Claim): boolean =>
  (!themes || isAmong(claim.theme, themes)) &&
  (!ids || isIdAmong(claim.id, ids)) &&
  (!instruments || isAmong(claim.basis?.instrument, instruments)) &&
  (!hardness || hardness.includes(claim.hardness)) &&
  (!status || isAmong(claim.status, status));

/** Those that a rule names, looked for once a rule and not once a building. */
function listSelected({ claims, selected }: CheckContext, selector: ClaimSelector): readonly KnownClaim[] {
  const known = selected.get(selector);
  if (known) return known;
  const found = claims.filter(({ claim }) => isSelected(selector, claim));
  selected.set(selector, found);
  return found;
}

/** Claims that a rule names and that have not ended when the part comes to stand. */
export function listClaims(context: CheckContext, selector: ClaimSelector, from?: string): readonly KnownClaim[] {
  const found = listSelected(context, selector);
  if (from === undefined) return found;
  return found.filter(({ claim: { validUntil } }) => validUntil === undefined || validUntil > from);
}

/** m² that a part shares with a claim, buffer included. */
export function sharedArea({ areas }: CheckContext, part: KnownPart, known: KnownClaim): number {
  if (extentDistance(part.extent, known.reach) > 0) return 0;
  return sizeOf(areas.intersect(part.area(), known.area()));
}

/** It shares more with the claim than its lines may be off. */
export const standsIn = (context: CheckContext, part: KnownPart, known: KnownClaim): boolean =>
  sharedArea(context, part, known) > areaError(part.part.polygons, Math.max(part.errorM, 1e-3));

/** "wonen, werken en horeca" holds three words. */
export const listUses = (use: string): string[] =>
  use
    .toLowerCase()
    .split(/[,;/&+]|\sen\s|\sand\s/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** m that the floor of a storey may lie below the roof that it stands on. */
const SETTLE = 0.5;

/** A storey that is drawn by itself stands on the rest of its building, whose homes were counted with that. */
export const standsOnOther = ({ parts }: Pick<CheckContext, 'parts'>, { part }: KnownPart): boolean =>
  parts.some(({ part: other }) => {
    if (other === part || other.upperNap === undefined || part.lowerNap === undefined) return false;
    const [x = 0, y = 0] = part.polygons[0]?.[0] ?? [];
    return other.upperNap <= part.lowerNap + SETTLE && other.polygons.some((polygon) => isInRings(polygon, x, y));
  });

const claimAsPart = ({ claim, heights }: KnownClaim): CheckPart => ({
  id: claim.id,
  name: claim.name,
  polygons: claim.parts,
  ...(claim.validFrom !== undefined && { from: claim.validFrom }),
  ...(heights.lowerNap !== undefined && { lowerNap: heights.lowerNap }),
  ...(heights.upperNap !== undefined && { upperNap: heights.upperNap }),
  ...(claim.reference === 'peil' && claim.upper !== undefined && { upperPeil: claim.upper }),
  heightErrorM: heights.errorM,
});

export interface Subjects {
  readonly checked: readonly KnownPart[];
  /** Their use decides, and is not known. */
  readonly unclear: readonly KnownPart[];
  readonly exempt: readonly { readonly part: KnownPart; readonly why: CheckExemption }[];
}

function whyExempt(context: CheckContext, rule: AnyRule, known: KnownPart): CheckExemption | 'unclear' | undefined {
  const { uses, exceptUses, phases, within } = rule.applies ?? {};
  const { use, phase, from } = known.part;
  const own = use === undefined ? [] : listUses(use);
  if (exceptUses && own.some((word) => isAmong(word, exceptUses))) return 'use';
  if (uses && use !== undefined && !own.some((word) => isAmong(word, uses))) return 'use';
  if (phases && !isAmong(phase, phases)) return 'phase';
  if (within && !listClaims(context, within, from).some((claim) => standsIn(context, known, claim))) return 'place';
  return uses && use === undefined ? 'unclear' : undefined;
}

/** What a rule holds for, and what not. */
export function listSubjects(context: CheckContext, rule: AnyRule): Subjects {
  const named = rule.applies?.claims;
  const claims = named === undefined ? [] : listSelected(context, named);
  const parts = [
    ...context.parts,
    ...claims
      .filter(({ claim }) => claim.parts.length > 0)
      .map((known) => knowPart(claimAsPart(known), known.claim.accuracyM ?? 0, context.areas)),
  ];
  const checked: KnownPart[] = [];
  const unclear: KnownPart[] = [];
  const exempt: { part: KnownPart; why: CheckExemption }[] = [];
  for (const part of parts) {
    const why = whyExempt(context, rule, part);
    if (why === undefined) checked.push(part);
    else if (why === 'unclear') unclear.push(part);
    else exempt.push({ part, why });
  }
  return { checked, unclear, exempt };
}
