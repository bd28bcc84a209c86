/**
 * The 3-30-300 rule (Konijnendijk, 2021), each part by itself: trees near every home, crowns over the neighbourhood, green within
 * a walk. Trees count by their crown as it is drawn; walks are straight lines times a factor, as there is no network of paths here.
 */
import type { Paths64 } from 'clipper2-ts';
import type { ClaimCheck } from '../../model/claim.ts';
import type { CheckTree } from '../../model/claim-check-input.ts';
import type { ClaimRule } from '../../model/claim-rules.ts';
import { ringCentre } from '../../model/plan-ring.ts';
import { sizeOf } from './areas.ts';
import { type CheckContext, type KnownPart, listClaims, listSubjects, listUses, standsOnOther } from './context.ts';
import { extentDistance, extentOf, isBlocked, pointDistance, type Shape, shapeDistance } from './distance.ts';
import { joinErrors, judge, planSubject, subjectOf, tellExempt, tellNotChecked, tellUnknown } from './judge.ts';

const homeWords = ['wonen', 'woning', 'woningen', 'appartement', 'appartementen', 'housing', 'residential'];
const isHome = (use: string) => listUses(use).some((word) => homeWords.includes(word));

/** Buildings with homes, without, and those of which it is not known. Storeys that stand on others are told with those. */
function listHomes(context: CheckContext, parts: readonly KnownPart[]) {
  const [homes, without, unknown]: [KnownPart[], KnownPart[], KnownPart[]] = [[], [], []];
  for (const known of parts) {
    const { dwellings, use } = known.part;
    if ((dwellings ?? 0) > 0) homes.push(known);
    else if (dwellings === 0 || standsOnOther(context, known)) without.push(known);
    else if (use === undefined) unknown.push(known);
    else (isHome(use) ? homes : without).push(known);
  }
  return { homes, without, unknown };
}

/** m between the places on a façade from which one looks. */
const STEP = 2;

/** Flat x, y: middles of stretches of the outline, none longer than {@link STEP}. */
function listLookouts({ edges }: KnownPart): number[] {
  const places: number[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const [x, y] = [edges[i] as number, edges[i + 1] as number];
    const [dx, dy] = [(edges[i + 2] as number) - x, (edges[i + 3] as number) - y];
    const count = Math.max(1, Math.ceil(Math.hypot(dx, dy) / STEP));
    for (let k = 0; k < count; k++) places.push(x + (dx * (k + 0.5)) / count, y + (dy * (k + 0.5)) / count);
  }
  return places;
}

/** m that one looks from before a façade: on it, rounding would decide on which side of its own wall one stands. */
const BEFORE = 0.01;

function isSeen(places: readonly number[], { x, y }: CheckTree, withinM: number, walls: readonly number[]): boolean {
  for (let i = 0; i < places.length; i += 2) {
    const [px, py] = [places[i] as number, places[i + 1] as number];
    const away = Math.hypot(x - px, y - py);
    if (away > withinM) continue;
    const part = away > BEFORE ? BEFORE / away : 0;
    if (!isBlocked([px + (x - px) * part, py + (y - py) * part], [x, y], walls)) return true;
  }
  return false;
}

function listSeen(context: CheckContext, known: KnownPart, trees: readonly CheckTree[], withinM: number): CheckTree[] {
  const around = context.parts.filter(({ extent }) => extentDistance(extent, known.extent) <= withinM);
  const walls = around.flatMap(({ edges }) => edges);
  const places = listLookouts(known);
  return trees.filter((tree) => isSeen(places, tree, withinM, walls));
}

const crownArea = ({ crown }: CheckTree) => (Math.PI * crown * crown) / 4;

export function checkTreesInSight(context: CheckContext, rule: ClaimRule<'trees-in-sight'>): ClaimCheck[] {
  const { minimum, withinM, crownFromM2, inSight } = rule.parameters;
  const { plan, trees } = context;
  const { checked, unclear, exempt } = listSubjects(context, rule);
  const { homes, without, unknown } = listHomes(context, checked);
  if (!trees) return [tellUnknown(rule, planSubject(context), 'trees', 'trees')];
  const large = [...trees, ...(plan?.trees ?? [])].filter((tree) => crownArea(tree) >= crownFromM2);
  const more = { crown: [crownFromM2, 'm²'], within: [withinM, 'm'] } as const;
  const checks = homes.map((known): ClaimCheck => {
    const around = withinM + known.errorM;
    const near = large.filter(({ x, y }) => extentDistance(known.extent, [x, y, x, y]) <= around);
    const distances = near.map(({ x, y }) => pointDistance(x, y, known.edges));
    const close = near.filter((_, i) => (distances[i] as number) <= withinM);
    const seen = inSight ? listSeen(context, known, close, withinM) : close;
    // Trees about the limit may stand just inside or outside: that many the count may be off.
    const error = distances.filter((distance) => Math.abs(distance - withinM) < known.errorM).length;
    const found = { measured: seen.length, limit: minimum, unit: 'trees', more } as const;
    // More trees can only help.
    if (!plan?.trees && seen.length < minimum) return tellUnknown(rule, subjectOf(known), 'plan-trees', 'trees', found);
    return judge(rule, subjectOf(known), { ...found, margin: seen.length - minimum, error });
  });
  return [
    ...checks,
    ...unclear.map((part) => tellUnknown(rule, subjectOf(part), 'use', 'trees')),
    ...unknown.map((part) => tellUnknown(rule, subjectOf(part), 'dwellings', 'trees')),
    ...(without.length > 0 ? [tellNotChecked(context, rule, 'no-homes', 'trees', without)] : []),
    ...tellExempt(context, rule, exempt, 'trees'),
  ];
}

/** Corners of the polygon that stands for a crown, as large as the circle. */
const CORNERS = 24;
const EVEN = Math.sqrt((2 * Math.PI) / CORNERS / Math.sin((2 * Math.PI) / CORNERS));

function circle(x: number, y: number, radius: number): number[] {
  const ring: number[] = [];
  for (let i = 0; i < CORNERS; i++) {
    const angle = (2 * Math.PI * i) / CORNERS;
    ring.push(x + radius * EVEN * Math.cos(angle), y + radius * EVEN * Math.sin(angle));
  }
  return ring;
}

/** Where crowns are counted: the plan's area, or around its middle. */
function coverArea({ plan, areas }: CheckContext, radiusM: number | undefined): Paths64 | undefined {
  if (!plan?.area) return undefined;
  if (radiusM === undefined) return areas.unite([[plan.area]]);
  return areas.unite([[circle(...ringCentre(plan.area), radiusM)]]);
}

export function checkCrownCover(context: CheckContext, rule: ClaimRule<'crown-cover'>): ClaimCheck[] {
  const { minimumPercent, radiusM, errorPercent = 0 } = rule.parameters;
  const { plan, trees, areas } = context;
  if (!plan) return [tellNotChecked(context, rule, 'no-plan', '%')];
  const subject = planSubject(context);
  if (!trees) return [tellUnknown(rule, subject, 'trees', '%')];
  const ground = coverArea(context, radiusM);
  if (!ground) return [tellUnknown(rule, subject, 'area', '%')];
  const [west, south, east, north] = extentOf({ polygons: [], lines: areas.rings(ground) });
  const near = [...trees, ...(plan.trees ?? [])].filter(({ x, y, crown }) => {
    const reach = crown / 2;
    return x > west - reach && x < east + reach && y > south - reach && y < north + reach;
  });
  const crowns = areas.unite(near.map(({ x, y, crown }) => [circle(x, y, crown / 2)]));
  const measured = (100 * sizeOf(areas.intersect(crowns, ground))) / sizeOf(ground);
  const reach = radiusM === undefined ? '' : ` ${radiusM} m`;
  const area = reach
    ? { nl: `de grond binnen${reach}`, en: `the ground within${reach}` }
    : { nl: 'het plangebied', en: 'the plan area' };
  const found = { measured, limit: minimumPercent, unit: '%', more: { area } } as const;
  if (!plan.trees && measured < minimumPercent) return [tellUnknown(rule, subject, 'plan-trees', '%', found)];
  return [
    judge(rule, subject, { ...found, margin: measured - minimumPercent, error: (measured * errorPercent) / 100 }),
  ];
}

export function checkGreen(context: CheckContext, rule: ClaimRule<'distance-to-green'>): ClaimCheck[] {
  const { maximumM, detourFactor, minimumM2, surfaces, of } = rule.parameters;
  const { checked, unclear, exempt } = listSubjects(context, rule);
  const { homes, without, unknown } = listHomes(context, checked);
  const pieces = (context.plan?.ground ?? []).filter(
    ({ surface, areaM2 }) => surfaces?.includes(surface) && areaM2 >= minimumM2,
  );
  const claims = of === undefined ? [] : listClaims(context, of).filter(({ area }) => sizeOf(area()) >= minimumM2);
  const greens: readonly Shape[] = [
    ...pieces.map(({ polygons }) => ({ polygons, lines: [] })),
    ...claims.map(({ shape }) => shape),
  ];
  if (greens.length === 0)
    return surfaces && context.plan && !context.plan.ground
      ? [tellUnknown(rule, planSubject(context), 'ground', 'm')]
      : [tellNotChecked(context, rule, 'no-ground', 'm')];
  const extents = greens.map(extentOf);
  const checks = homes.map((known) => {
    let least = Number.POSITIVE_INFINITY;
    for (const [i, green] of greens.entries())
      if (extentDistance(known.extent, extents[i] as ReturnType<typeof extentOf>) < least)
        least = Math.min(least, shapeDistance(known.shape, green));
    const measured = least * detourFactor;
    return judge(rule, subjectOf(known), {
      measured,
      limit: maximumM,
      margin: maximumM - measured,
      error: joinErrors(known.errorM, rule.toleranceM) * detourFactor,
      unit: 'm',
      more: { size: [minimumM2, 'm²'] },
    });
  });
  return [
    ...checks,
    ...unclear.map((part) => tellUnknown(rule, subjectOf(part), 'use', 'm')),
    ...unknown.map((part) => tellUnknown(rule, subjectOf(part), 'dwellings', 'm')),
    ...(without.length > 0 ? [tellNotChecked(context, rule, 'no-homes', 'm', without)] : []),
    ...tellExempt(context, rule, exempt, 'm'),
  ];
}
