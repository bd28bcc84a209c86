/** A plan's buildings as claims, so that what is designed is held against what others want of the same space. */
import type { Claim, ClaimHeights, ClaimTheme, Hardness } from './claim.ts';
import type { CheckPart, CheckPlan } from './claim-check-input.ts';
import type { ClaimTown } from './claim-town.ts';
import type { Plan } from './plan.ts';

export interface PlanClaims {
  readonly claims: readonly Claim[];
  /** As {@link claims}. */
  readonly heights: readonly ClaimHeights[];
}

/** How far a plan is; absent where a file does not say: a wish. */
export type PlanStanding = Partial<Pick<Plan, 'status' | 'holder'>>;

/** As `claim.ts` has it: a wish, an intention of the council, a decision. */
const hardnessOf: Readonly<Record<Plan['status'], Hardness>> = {
  idea: 'ambition',
  concept: 'ambition',
  consultation: 'soft',
  decided: 'hard',
  built: 'hard',
};

/** Beginnings of words for what buildings are for, Dutch and English. */
const themes: readonly (readonly [ClaimTheme, RegExp])[] = [
  ['housing', /^(won|huis|appartement|flat|hous|home|dwell|resid)/],
  ['business', /^(werk|bedrijf|kanto|winkel|horeca|handel|industr|hotel|work|office|shop|retail|business)/],
  ['amenity', /^(school|onderwijs|zorg|sport|ontmoet|cultu|buurt|bijeenkom|kerk|meet|care|communit|amenit)/],
  ['mobility', /^(park(eer|er|ing)|brug|garage|station|fiets|bridge|mobil)/],
  ['energy', /^(energ|trafo|warmte|transform|heat)/],
  ['water', /^(water|gemaal|sluis|pump)/],
];

/** Of what is named first; a use that is no theme stays as it is called, and without one nothing is guessed. */
function themeOf(use: string | undefined): string {
  const words = (use ?? '').toLowerCase().split(/[^\p{L}]+/u);
  for (const word of words) for (const [theme, start] of themes) if (start.test(word)) return theme;
  return use?.trim() || 'building';
}

/** So that no building of a plan is called as a claim of a file is. */
const PREFIX = 'plan:';

const toClaim = (part: CheckPart, { id, precisionM }: CheckPlan, { status, holder }: PlanStanding): Claim => ({
  id: `${PREFIX}${id}:${part.id}`,
  name: `Plan: ${part.name ?? part.id}`,
  theme: themeOf(part.use),
  hardness: status === undefined ? 'ambition' : hardnessOf[status],
  parts: part.polygons,
  lines: [],
  ...(part.lowerNap !== undefined && { lower: part.lowerNap }),
  ...(part.upperNap !== undefined && { upper: part.upperNap }),
  reference: 'nap',
  bufferM: 0,
  basis: { instrument: 'plan', id },
  ...(holder !== undefined && { holder }),
  ...(status !== undefined && { status }),
  ...(part.from !== undefined && { validFrom: part.from }),
  // Who wants the same there is not in the way of it: a wish for homes is what a plan for homes answers.
  combinableWith: [themeOf(part.use)],
  accuracyM: precisionM,
  norms: [],
});

/** One list of claims: those of a town keep their rows, the plan's come after them. */
export const joinPlan = (town: ClaimTown, { claims, heights }: PlanClaims): ClaimTown => ({
  ...town,
  claims: [...town.claims, ...claims],
  heights: [...town.heights, ...heights],
  // A plan lies on ground that it makes itself.
  groundNap: [...town.groundNap, ...claims.map(() => undefined)],
});

/** Pieces of ground and trees claim nothing of their own here; placed models have no outline and are left out. */
export const planToClaims = (plan: CheckPlan, standing: PlanStanding): PlanClaims => ({
  claims: plan.parts.map((part) => toClaim(part, plan, standing)),
  heights: plan.parts.map(({ lowerNap, upperNap, heightErrorM }) => ({
    ...(lowerNap !== undefined && { lowerNap }),
    ...(upperNap !== undefined && { upperNap }),
    errorM: heightErrorM,
  })),
});
