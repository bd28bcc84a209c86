/**
 * Rules of a municipality held against a plan and against claims (`model/claim-rules.ts` says what there is, `claim-rules/` measures it).
 *
 * Every check gives what was measured, the limit and the room left. It is `unknown` where data are missing, and where the room is
 * smaller than what it was measured from may be off: the lines of plan and claim (and heights of ground below them) are taken as
 * independent, so their errors add up as squares; an area's error follows from its corners. `not-checked` where a rule does not hold,
 * with why. A rule is never more than it says: whatever is not in `rules.json` is not looked at, and nothing here is a decision.
 *
 * Distances are exact in plan, areas whole to a tenth of a millimetre in each corner, depths within 1 cm or 1 %. Not modelled: networks of
 * paths (a factor stands for detours), what a view meets beyond the plan's own buildings, dormers and chimneys unless drawn apart.
 */
import { type CheckUnit, type ClaimCheck, checkResults } from '../model/claim.ts';
import type { CheckInput } from '../model/claim-check-input.ts';
import type { AnyRule, ClaimRule, ClaimRules, RuleKind } from '../model/claim-rules.ts';
import { type CheckContext, createContext } from './claim-rules/context.ts';
import { checkAttributes, checkParking } from './claim-rules/counts.ts';
import { checkDistances, checkGroundDistances, checkTreeDistances } from './claim-rules/distances.ts';
import { checkCrownCover, checkGreen, checkTreesInSight } from './claim-rules/green.ts';
import { checkHeights } from './claim-rules/heights.ts';
import { tellUnknown } from './claim-rules/judge.ts';
import { checkOverlaps } from './claim-rules/overlaps.ts';
import { checkBuilt, checkWithin } from './claim-rules/planes.ts';
import { checkWater } from './claim-rules/water.ts';

interface Kind<K extends RuleKind> {
  readonly check: (context: CheckContext, rule: ClaimRule<K>) => ClaimCheck[];
  readonly unit: CheckUnit;
  /** It asks for outlines of buildings. */
  readonly isOfBuildings: boolean;
}

const kinds: { readonly [K in RuleKind]: Kind<K> } = {
  'maximum-height': { check: checkHeights, unit: 'm', isOfBuildings: true },
  'maximum-eaves': { check: checkHeights, unit: 'm', isOfBuildings: true },
  'within-theme': { check: checkWithin, unit: 'm', isOfBuildings: true },
  'built-percentage': { check: checkBuilt, unit: '%', isOfBuildings: true },
  'distance-to-theme': { check: checkDistances, unit: 'm', isOfBuildings: true },
  'distance-to-trees': { check: checkTreeDistances, unit: 'm', isOfBuildings: true },
  'distance-to-ground': { check: checkGroundDistances, unit: 'm', isOfBuildings: true },
  'overlap-with-theme': { check: checkOverlaps, unit: 'm²', isOfBuildings: true },
  'water-compensation': { check: checkWater, unit: 'm³', isOfBuildings: true },
  'trees-in-sight': { check: checkTreesInSight, unit: 'trees', isOfBuildings: true },
  'crown-cover': { check: checkCrownCover, unit: '%', isOfBuildings: false },
  'distance-to-green': { check: checkGreen, unit: 'm', isOfBuildings: true },
  'parking-norm': { check: checkParking, unit: 'places', isOfBuildings: true },
  'attribute-limit': { check: checkAttributes, unit: 'm', isOfBuildings: true },
};

/** Buildings without an outline: nothing is said of them, and that is told. */
function tellLeftOut({ plan }: CheckInput, rule: AnyRule): ClaimCheck[] {
  const { unit, isOfBuildings } = kinds[rule.kind];
  if (!plan || plan.leftOut.length === 0 || !isOfBuildings) return [];
  return [tellUnknown(rule, { id: plan.id, name: plan.leftOut.join(', ') }, 'outline', unit)];
}

/** In the order of the rules; of one rule what fails first, then by least room. */
export function checkPlan(input: CheckInput, { rules }: Pick<ClaimRules, 'rules'>): ClaimCheck[] {
  const context = createContext(input);
  return rules.flatMap((rule) => {
    const { check } = kinds[rule.kind] as Kind<RuleKind>;
    return [...check(context, rule as ClaimRule), ...tellLeftOut(input, rule)].sort(
      (a, b) =>
        checkResults.indexOf(a.result) - checkResults.indexOf(b.result) ||
        (a.margin ?? 0) - (b.margin ?? 0) ||
        (a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : 0),
    );
  });
}
