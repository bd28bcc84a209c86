/** Building planes: how far buildings reach outside, and how much of the ground they cover. */
import type { ClaimCheck } from '../../model/claim.ts';
import type { CheckPolygon } from '../../model/claim-check-input.ts';
import type { ClaimRule } from '../../model/claim-rules.ts';
import type { Localised } from '../../model/municipality.ts';
import { areaError, sizeOf } from './areas.ts';
import { type CheckContext, type KnownClaim, type KnownPart, listClaims, listSubjects, sharedArea } from './context.ts';
import { deepestDistance } from './deepest.ts';
import { edgeDistance, listEdges } from './distance.ts';
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

/** Together they may be crossed freely: a building on two planes that touch stays within. */
function checkPart(
  context: CheckContext,
  rule: ClaimRule<'within-theme'>,
  known: KnownPart,
  planes: readonly KnownClaim[],
): ClaimCheck {
  const { areas } = context;
  const plane = areas.merge(planes.map(({ area }) => area()));
  const edges = listEdges({ polygons: areas.rings(plane).map((ring) => [ring]), lines: [] });
  const outside = areas.without(known.area(), plane);
  const isOutside = sizeOf(outside) > 1e-4;
  const measured = isOutside ? deepestDistance(areas.rings(outside), edges) : 0;
  // The plane that holds most of it gives its name; without one the nearest.
  const shared = planes.map((claim) => sharedArea(context, known, claim));
  const most = shared.indexOf(Math.max(...shared));
  const distances = planes.map((claim) => edgeDistance(known.edges, claim.edges));
  const against = planes[shared[most] === 0 ? distances.indexOf(Math.min(...distances)) : most] as KnownClaim;
  const limit = rule.parameters.maximumM;
  const room = isOutside ? -measured : edgeDistance(known.edges, edges);
  const error = joinErrors(known.errorM, against.claim.accuracyM, rule.toleranceM);
  return judge(rule, subjectOf(known), { measured, limit, margin: limit + room, error, unit: 'm', against });
}

export function checkWithin(context: CheckContext, rule: ClaimRule<'within-theme'>): ClaimCheck[] {
  const { checked, unclear, exempt } = listSubjects(context, rule);
  const found = checked.map((known) => ({
    known,
    planes: listClaims(context, rule.parameters.of, known.part.from).filter(({ claim }) => claim.parts.length > 0),
  }));
  const none = found.filter(({ planes }) => planes.length === 0).map(({ known }) => known);
  return [
    ...found.flatMap(({ known, planes }) => (planes.length > 0 ? [checkPart(context, rule, known, planes)] : [])),
    ...unclear.map((part) => tellUnknown(rule, subjectOf(part), 'use', 'm')),
    ...(none.length > 0 ? [tellNotChecked(context, rule, 'no-claim', 'm', none)] : []),
    ...tellExempt(context, rule, exempt, 'm'),
  ];
}

const planArea: Localised = { nl: 'Het plangebied', en: 'The plan area' };

interface Ground {
  readonly subject: Subject;
  readonly polygons: readonly CheckPolygon[];
  readonly limit: number | undefined;
  readonly claim?: KnownClaim;
  readonly article?: string;
}

function listGround(context: CheckContext, { parameters }: ClaimRule<'built-percentage'>): Ground[] {
  const { of, maximumPercent } = parameters;
  if (!of)
    return context.plan?.area
      ? [
          {
            subject: { ...planSubject(context), name: planArea },
            polygons: [[context.plan.area]],
            limit: maximumPercent,
          },
        ]
      : [];
  return listClaims(context, of).map((claim): Ground => {
    const norm = claim.claim.norms.find(({ type, unit }) => type === 'built-percentage' && unit === '%');
    const article = norm?.article ?? claim.claim.basis?.article;
    const { id, name } = claim.claim;
    const [west, south, east, north] = claim.extent;
    return {
      subject: { id, name, at: [(west + east) / 2, (south + north) / 2] },
      polygons: claim.claim.parts,
      limit: norm?.value ?? maximumPercent,
      claim,
      ...(norm && article !== undefined && { article }),
    };
  });
}

export function checkBuilt(context: CheckContext, rule: ClaimRule<'built-percentage'>): ClaimCheck[] {
  const { areas, plan } = context;
  const { checked, exempt } = listSubjects(context, rule);
  const grounds = listGround(context, rule);
  if (!rule.parameters.of && grounds.length === 0 && plan)
    return [tellUnknown(rule, planSubject(context), 'area', '%')];
  const whyNone = !rule.parameters.of ? 'no-limit' : grounds.length === 0 ? 'no-claim' : 'not-built';
  const built = areas.merge(checked.map(({ area }) => area()));
  const checks = grounds.flatMap(({ subject, polygons, limit, claim, article }): ClaimCheck[] => {
    if (limit === undefined) return [];
    const ground = areas.unite(polygons);
    const whole = sizeOf(ground);
    const covered = sizeOf(areas.intersect(built, ground));
    // Planes elsewhere in town, on which nothing of the plan stands, are none of its business.
    if (whole === 0 || (claim && covered === 0)) return [];
    const measured = (100 * covered) / whole;
    const drawn = joinErrors(...checked.map(({ part, errorM }) => areaError(part.polygons, errorM)));
    const own = areaError(polygons, claim?.claim.accuracyM ?? 0);
    const error = joinErrors((100 * drawn) / whole, (measured * own) / whole);
    return [
      judge(rule, subject, {
        measured,
        limit,
        margin: limit - measured,
        error,
        unit: '%',
        ...(claim && { against: claim }),
        ...(article !== undefined && { article }),
      }),
    ];
  });
  return [
    ...(checks.length > 0 ? checks : [tellNotChecked(context, rule, whyNone, '%')]),
    ...tellExempt(context, rule, exempt, '%'),
  ];
}
