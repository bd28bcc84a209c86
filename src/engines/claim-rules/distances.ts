/** Distances of buildings and trees to claims, to today's trees and to ground of the plan. */
import type { ClaimCheck } from '../../model/claim.ts';
import type { CheckTree } from '../../model/claim-check-input.ts';
import type { AnyRule, ClaimRule } from '../../model/claim-rules.ts';
import type { CheckGap } from '../../model/claim-sentences.ts';
import type { Localised } from '../../model/municipality.ts';
import type { groundSurfaces } from '../../model/plan-model.ts';
import { isInRings } from '../../model/plan-ring.ts';
import { type CheckContext, type KnownClaim, type KnownPart, listClaims, listSubjects } from './context.ts';
import { type Extent, extentDistance, extentOf, pointDistance, type Shape, shapeDistance } from './distance.ts';
import {
  joinErrors,
  judge,
  planSubject,
  type Subject,
  subjectOf,
  tellExempt,
  tellNotChecked,
  tellUnknown,
} from './judge.ts';

interface Thing {
  readonly subject: Subject;
  readonly shape: Shape;
  readonly extent: Extent;
  /** m that its outline lies round the shape: half a crown. */
  readonly radius: number;
  readonly errorM: number;
  readonly from?: string | undefined;
}

const buildingAsThing = (known: KnownPart): Thing => ({
  subject: subjectOf(known),
  shape: known.shape,
  extent: known.extent,
  radius: 0,
  errorM: known.errorM,
  from: known.part.from,
});

const treeName: Localised = { nl: 'Een nieuwe boom', en: 'A new tree' };

const treeAsThing =
  (precisionM: number, hasCrown: boolean) =>
  ({ x, y, crown }: CheckTree, i: number): Thing => ({
    subject: { id: `tree-${i + 1}`, name: treeName, at: [x, y] },
    shape: { polygons: [], lines: [[x, y]] },
    extent: [x, y, x, y],
    radius: hasCrown ? crown / 2 : 0,
    errorM: precisionM,
  });

interface Near {
  readonly claim: KnownClaim;
  readonly distance: number;
  readonly limit: number;
  readonly article?: string;
}

/** What a pipe asks of buildings it need not ask of trees. */
const normOf = ({ kind, parameters: { subject = 'buildings' } }: ClaimRule<'distance-to-theme'>) =>
  subject === 'buildings' ? kind : 'distance-to-trees';

/** The claim that leaves least room, which need not be the nearest: each may have a norm of its own. */
function findTightest(
  rule: ClaimRule<'distance-to-theme'>,
  thing: Thing,
  claims: readonly KnownClaim[],
): Near | undefined {
  let found: Near | undefined;
  for (const claim of claims) {
    if (claim.claim.id === thing.subject.id) continue;
    const norm = claim.claim.norms.find(({ type, unit }) => type === normOf(rule) && unit === 'm');
    const limit = norm?.value ?? rule.parameters.minimumM;
    const room = found ? found.distance - found.limit : Number.POSITIVE_INFINITY;
    if (extentDistance(thing.extent, claim.extent) - thing.radius - limit >= room) continue;
    const distance = Math.max(0, shapeDistance(thing.shape, claim.shape) - thing.radius);
    if (distance - limit >= room) continue;
    const article = norm && (norm.article ?? claim.claim.basis?.article);
    found = { claim, distance, limit, ...(article !== undefined && { article }) };
  }
  return found;
}

/** Of a tree too, for which only those that fail or are unclear are told each by themselves. */
function checkThings(
  context: CheckContext,
  rule: ClaimRule<'distance-to-theme'>,
  things: readonly Thing[],
): { readonly checks: ClaimCheck[]; readonly isWithoutClaim: boolean } {
  let isWithoutClaim = false;
  const checks = things.flatMap((thing): ClaimCheck[] => {
    const near = findTightest(rule, thing, listClaims(context, rule.parameters.of, thing.from));
    if (!near) {
      isWithoutClaim = true;
      return [];
    }
    const { claim, distance, limit, article } = near;
    return [
      judge(rule, thing.subject, {
        measured: distance,
        limit,
        margin: distance - limit,
        error: joinErrors(thing.errorM, claim.claim.accuracyM, rule.toleranceM),
        unit: 'm',
        against: claim,
        ...(article !== undefined && { article }),
      }),
    ];
  });
  return { checks, isWithoutClaim };
}

const order = ['fails', 'unknown', 'meets', 'not-checked'] as const;

/** Trees in their hundreds: those that do not meet the rule, or else the one that comes nearest to it. */
function onlyTelling(checks: readonly ClaimCheck[]): ClaimCheck[] {
  const telling = checks.filter(({ result }) => result !== 'meets');
  if (telling.length > 0) return telling.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
  return checks.toSorted((a, b) => (a.margin ?? 0) - (b.margin ?? 0)).slice(0, 1);
}

export function checkDistances(context: CheckContext, rule: ClaimRule<'distance-to-theme'>): ClaimCheck[] {
  const { subject = 'buildings' } = rule.parameters;
  if (subject !== 'buildings') {
    if (!context.plan) return [tellNotChecked(context, rule, 'no-plan', 'm')];
    const { trees, precisionM } = context.plan;
    if (!trees) return [tellUnknown(rule, planSubject(context), 'plan-trees', 'm')];
    const things = trees.map(treeAsThing(precisionM, subject === 'tree-crowns'));
    const { checks } = checkThings(context, rule, things);
    return checks.length > 0
      ? onlyTelling(checks)
      : [tellNotChecked(context, rule, trees.length > 0 ? 'no-claim' : 'no-tree', 'm')];
  }
  const { checked, unclear, exempt } = listSubjects(context, rule);
  const { checks, isWithoutClaim } = checkThings(context, rule, checked.map(buildingAsThing));
  return [
    ...checks,
    ...unclear.map((part) => tellUnknown(rule, subjectOf(part), 'use', 'm')),
    ...(isWithoutClaim && checks.length === 0 ? [tellNotChecked(context, rule, 'no-claim', 'm')] : []),
    ...tellExempt(context, rule, exempt, 'm'),
  ];
}

/** Each building against the nearest of something else than claims. */
function checkNearest(
  context: CheckContext,
  rule: AnyRule,
  limit: number,
  errorM: number,
  more: Readonly<Record<string, Localised>>,
  distanceOf: (known: KnownPart) => number,
): ClaimCheck[] {
  const { checked, unclear, exempt } = listSubjects(context, rule);
  return [
    ...checked.map((known) => {
      const measured = distanceOf(known);
      const error = joinErrors(known.errorM, errorM, rule.toleranceM);
      return judge(rule, subjectOf(known), { measured, limit, margin: measured - limit, error, unit: 'm', more });
    }),
    ...unclear.map((part) => tellUnknown(rule, subjectOf(part), 'use' satisfies CheckGap, 'm')),
    ...tellExempt(context, rule, exempt, 'm'),
  ];
}

const treeParts = {
  crown: { nl: 'de kroon van een boom', en: 'the crown of a tree' },
  stem: { nl: 'de stam van een boom', en: 'the stem of a tree' },
} as const;

export function checkTreeDistances(context: CheckContext, rule: ClaimRule<'distance-to-trees'>): ClaimCheck[] {
  const { minimumM, to, crownFromM = 0 } = rule.parameters;
  if (!context.trees) return [tellUnknown(rule, { id: context.plan?.id ?? '', name: rule.title }, 'trees', 'm')];
  const trees = context.trees.filter(({ crown }) => crown >= crownFromM);
  if (trees.length === 0) return [tellNotChecked(context, rule, 'no-tree', 'm')];
  return checkNearest(context, rule, minimumM, 0, { to: treeParts[to] }, ({ edges, part, extent }) => {
    let least = Number.POSITIVE_INFINITY;
    for (const { x, y, crown } of trees) {
      const radius = to === 'crown' ? crown / 2 : 0;
      if (extentDistance(extent, [x, y, x, y]) - radius >= least) continue;
      const isIn = part.polygons.some((polygon) => isInRings(polygon, x, y));
      least = Math.min(least, isIn ? 0 : Math.max(0, pointDistance(x, y, edges) - radius));
    }
    return least;
  });
}

const surfaceNames: Readonly<Record<(typeof groundSurfaces)[number], Localised>> = {
  road: { nl: 'rijweg', en: 'road' },
  path: { nl: 'voetpad', en: 'path' },
  paving: { nl: 'verharding', en: 'paving' },
  green: { nl: 'groen', en: 'green' },
  garden: { nl: 'tuin', en: 'garden' },
  water: { nl: 'water', en: 'water' },
  quay: { nl: 'kade', en: 'quay' },
  bare: { nl: 'kale grond', en: 'bare ground' },
};

const joinNames = (names: readonly Localised[]): Localised => ({
  nl: names.map(({ nl }) => nl).join(' of '),
  en: names.map(({ en }) => en).join(' or '),
});

export function checkGroundDistances(context: CheckContext, rule: ClaimRule<'distance-to-ground'>): ClaimCheck[] {
  const { surfaces, minimumM } = rule.parameters;
  const { plan } = context;
  if (!plan) return [tellNotChecked(context, rule, 'no-plan', 'm')];
  if (!plan.ground) return [tellUnknown(rule, { id: plan.id, name: plan.name ?? rule.title }, 'ground', 'm')];
  const pieces = plan.ground
    .filter(({ surface }) => surfaces.includes(surface))
    .flatMap(({ polygons }) => polygons)
    .map((polygon) => {
      const shape: Shape = { polygons: [polygon], lines: [] };
      return { shape, extent: extentOf(shape) };
    });
  if (pieces.length === 0) return [tellNotChecked(context, rule, 'no-ground', 'm')];
  const more = { surface: joinNames(surfaces.map((surface) => surfaceNames[surface])) };
  return checkNearest(context, rule, minimumM, 0, more, ({ shape, extent }) => {
    let least = Number.POSITIVE_INFINITY;
    for (const piece of pieces)
      if (extentDistance(extent, piece.extent) < least) least = Math.min(least, shapeDistance(shape, piece.shape));
    return least;
  });
}
