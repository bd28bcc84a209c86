/** Water compensation: what new paving and roofs take from the ground, the plan must store; thresholds are those of the water board. */
import type { ClaimCheck } from '../../model/claim.ts';
import type { CheckGround, CheckPlan } from '../../model/claim-check-input.ts';
import type { ClaimRule } from '../../model/claim-rules.ts';
import { areaError, sizeOf } from './areas.ts';
import type { CheckContext } from './context.ts';
import { joinErrors, judge, planSubject, tellNotChecked, tellUnknown } from './judge.ts';

/** Standard error of m²: of pieces that meet, what one gains the other loses, so only the outline of each is told. */
const errorOf = (pieces: readonly CheckGround[], precisionM: number) =>
  joinErrors(...pieces.map(({ polygons }) => areaError(polygons, precisionM)));

/** m² of ground that is paved or built on in the plan, every m² once. */
function measurePaving({ areas, parts, plan }: CheckContext, ground: readonly CheckGround[]) {
  const roofs = areas.merge(parts.map(({ area }) => area()));
  const paved = areas.merge(ground.map(({ polygons }) => areas.unite(polygons)));
  const precisionM = plan?.precisionM ?? 0;
  return {
    areaM2: sizeOf(areas.merge([roofs, paved])),
    errorM2: joinErrors(
      errorOf(ground, precisionM),
      ...parts.map(({ part, errorM }) => areaError(part.polygons, errorM)),
    ),
  };
}

function checkPlan(context: CheckContext, rule: ClaimRule<'water-compensation'>, plan: CheckPlan): ClaimCheck {
  const { thresholdM2, millimetres, paved, waterRiseM = 0, lessToday } = rule.parameters;
  const subject = planSubject(context);
  const { figures, ground = [], precisionM } = plan;
  if (lessToday && figures.pavedTodayM2 === undefined) return tellUnknown(rule, subject, 'paved-today', 'm³');
  const { areaM2, errorM2 } = measurePaving(
    context,
    ground.filter(({ surface }) => paved.includes(surface)),
  );
  const added = Math.max(0, areaM2 - (lessToday ? (figures.pavedTodayM2 ?? 0) : 0));
  if (added + errorM2 < thresholdM2) return tellNotChecked(context, rule, 'below-threshold', 'm³');
  const water = ground.filter(({ surface }) => surface === 'water');
  const open = water.reduce((sum, piece) => sum + piece.areaM2, 0) * waterRiseM;
  const measured = open + (figures.waterStorageM3 ?? 0);
  const limit = (added * millimetres) / 1000;
  const margin = measured - limit;
  const error = joinErrors((errorM2 * millimetres) / 1000, errorOf(water, precisionM) * waterRiseM);
  const found = { measured, limit, unit: 'm³', more: { paved: [added, 'm²'] } } as const;
  // Its open water may be enough by itself; if not, nobody knows what else there is.
  if (figures.waterStorageM3 === undefined && margin < error) return tellUnknown(rule, subject, 'storage', 'm³', found);
  return judge(rule, subject, { ...found, margin, error });
}

export function checkWater(context: CheckContext, rule: ClaimRule<'water-compensation'>): ClaimCheck[] {
  const { plan } = context;
  if (!plan) return [tellNotChecked(context, rule, 'no-plan', 'm³')];
  if (!plan.ground) return [tellUnknown(rule, planSubject(context), 'ground', 'm³')];
  return [checkPlan(context, rule, plan)];
}
