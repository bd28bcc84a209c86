/**
 * Rules that plans and claims are held against (`rules.json` of a municipality): data, so that a municipality adds one without
 * programming. What a kind measures is in `engines/claim-rules`; every figure stands here, with its unit in its name.
 */
import * as z from 'zod/mini';
import { hardnesses } from './claim.ts';
import { InputError } from './input-error.ts';
import { localised, provenance } from './municipality.ts';
import { groundSurfaces } from './plan-model.ts';
import { tellIssue } from './tell-issue.ts';

const words = z.array(z.string()).check(z.minLength(1));
const atLeast0 = z.number().check(z.minimum(0));
const positive = z.number().check(z.positive());
const share = z.number().check(z.minimum(0), z.maximum(100));
const surfaces = z.array(z.enum(groundSurfaces)).check(z.minLength(1));

/** Which claims: those for which every member that is given holds. Words are compared without capitals. */
const selector = z.strictObject({
  themes: z.optional(words),
  /** A star at the end stands for whatever follows. */
  ids: z.optional(words),
  instruments: z.optional(words),
  hardness: z.optional(z.array(z.enum(hardnesses)).check(z.minLength(1))),
  status: z.optional(words),
});

/** What is held against the rule: buildings of the plan, and claims where `claims` names them. */
const applies = z.strictObject({
  /** One of the words of a building's use is among these; a building without a use is not known. */
  uses: z.optional(words),
  exceptUses: z.optional(words),
  phases: z.optional(words),
  /** Only what stands in such a claim. */
  within: z.optional(selector),
  claims: z.optional(selector),
});

const height = z.strictObject({
  /** Absent: only what norms of claims say. */
  maximumM: z.optional(positive),
  /** What the height counts from. */
  from: z.enum(['peil', 'nap']),
  /** Claims whose norms of this kind go before `maximumM`; absent: all. */
  norms: z.optional(selector),
  /** Minor parts, which do not count: by use, or smaller than this seen from above. */
  minorUses: z.optional(words),
  minorBelowM2: z.optional(atLeast0),
});

/** What a distance is measured to or from. */
const distanceSubjects = ['buildings', 'tree-stems', 'tree-crowns'] as const;

const parameters = {
  'maximum-height': height,
  'maximum-eaves': height,
  /** How far buildings reach out of the claims, such as building planes. */
  'within-theme': z.strictObject({ of: selector, maximumM: atLeast0 }),
  /** Ground that buildings cover, of each claim that is named or of the plan's area. */
  'built-percentage': z.strictObject({ of: z.optional(selector), maximumPercent: z.optional(share) }),
  /**
   * To the nearest claim, from its drawn line without its buffer; a claim's own norm of this kind (of trees: `distance-to-trees`) goes
   * before `minimumM`.
   */
  'distance-to-theme': z.strictObject({
    of: selector,
    minimumM: atLeast0,
    /** Absent: buildings. Trees are those that the plan plants. */
    subject: z.optional(z.enum(distanceSubjects)),
  }),
  /** Of buildings to today's trees that stay, from crown or stem. */
  'distance-to-trees': z.strictObject({
    minimumM: atLeast0,
    to: z.enum(['crown', 'stem']),
    /** Smaller trees do not count, m of crown. */
    crownFromM: z.optional(positive),
  }),
  /** Of buildings to new ground of the plan, such as its water. */
  'distance-to-ground': z.strictObject({ surfaces, minimumM: atLeast0 }),
  /** Claims, with their buffers, that buildings must stay out of, or must give reasons for standing in. */
  'overlap-with-theme': z.strictObject({
    of: selector,
    maximumM2: z.optional(atLeast0),
    /** `justify`: it is no bar, but whoever decides must say why; the twin cannot judge that. */
    strength: z.enum(['forbid', 'justify']),
    /** Only where heights overlap too. */
    inHeight: z.optional(z.boolean()),
  }),
  'water-compensation': z.strictObject({
    /** From how much new paving on. */
    thresholdM2: atLeast0,
    /** Rain to be stored of each m² of new paving; 60 mm is 0.06 m³ per m². */
    millimetres: positive,
    /** Which new ground is paved; roofs always are. */
    paved: surfaces,
    /** m that new open water may rise: so much it stores. */
    waterRiseM: z.optional(atLeast0),
    /** Whether today's paving counts off; it must be known then. */
    lessToday: z.optional(z.boolean()),
  }),
  /** Of 3-30-300: trees near each building with homes. */
  'trees-in-sight': z.strictObject({
    minimum: positive,
    withinM: positive,
    crownFromM2: atLeast0,
    /** Not behind buildings of the plan. */
    inSight: z.optional(z.boolean()),
  }),
  /** Of 3-30-300: crowns over the plan's area, or over all within so many metres of its middle. */
  'crown-cover': z.strictObject({
    minimumPercent: share,
    radiusM: z.optional(positive),
    /** How much crowns may be off, % of what is measured. */
    errorPercent: z.optional(share),
  }),
  /** Of 3-30-300: to green in the plan or among the claims. */
  'distance-to-green': z.strictObject({
    maximumM: positive,
    /** A walk over a straight line; there is no network of paths here. */
    detourFactor: z.number().check(z.minimum(1), z.maximum(3)),
    minimumM2: atLeast0,
    surfaces: z.optional(surfaces),
    of: z.optional(selector),
  }),
  'parking-norm': z.strictObject({
    norms: z
      .array(z.strictObject({ uses: words, places: atLeast0, per: z.enum(['dwelling', '100-m2-floor']) }))
      .check(z.minLength(1)),
    /** Of the sum, for shared use over the day; absent: all. */
    presencePercent: z.optional(share),
  }),
  /** Any figure of a building or of the whole plan. */
  'attribute-limit': z.strictObject({
    attribute: z.enum(['dwellings', 'footprint-m2', 'height-m', 'trees', 'green-m2', 'water-m2', 'paved-m2']),
    per: z.enum(['building', 'plan']),
    minimum: z.optional(z.number()),
    maximum: z.optional(z.number()),
  }),
} as const;

export type RuleKind = keyof typeof parameters;
const ruleKinds = Object.keys(parameters) as RuleKind[];
export type RuleParameters<K extends RuleKind> = z.infer<(typeof parameters)[K]>;
export type ClaimSelector = z.infer<typeof selector>;

const common = {
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  title: localised,
  applies: z.optional(applies),
  /** Where the rule is written. */
  instrument: z.string(),
  article: z.optional(z.string()),
  url: z.optional(z.url({ protocol: /^https?$/ })),
  /** ISO 8601 day or year. */
  date: z.optional(z.string().check(z.regex(/^\d{4}(-\d{2}-\d{2})?$/))),
  /** How much the rule's own lines or figures may be off, m; a margin within it is unknown. */
  toleranceM: z.optional(atLeast0),
  /** Shown with the rule: what it leaves out. */
  note: z.optional(localised),
};

const commonRule = z.object(common);
type CommonRule = z.infer<typeof commonRule>;

export interface ClaimRule<K extends RuleKind = RuleKind> extends CommonRule {
  readonly kind: K;
  readonly parameters: RuleParameters<K>;
}
/** A rule of any kind, so that `kind` tells the type of `parameters`. */
export type AnyRule = { [K in RuleKind]: ClaimRule<K> }[RuleKind];

export interface ClaimRules {
  readonly source: z.infer<typeof provenance>;
  readonly rules: readonly AnyRule[];
}

const ruleFile = z.strictObject({ schema: z.literal(1), source: provenance, rules: z.array(z.unknown()) });

const schemas = Object.fromEntries(
  ruleKinds.map((kind) => [kind, z.strictObject({ ...common, kind: z.literal(kind), parameters: parameters[kind] })]),
);

function parseRule(json: unknown, where: string): AnyRule {
  const members = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  const named = typeof members['id'] === 'string' ? `${where} (${members['id']})` : where;
  const schema = schemas[String(members['kind'])];
  if (!schema)
    throw new InputError(
      `${named}: kind: ${JSON.stringify(members['kind']) ?? 'missing'} is not known; it must be one of ${ruleKinds.join(', ')}.`,
    );
  const result = schema.safeParse(json);
  if (result.success) return result.data as AnyRule;
  throw new InputError(`${named}: ${result.error.issues.map(tellIssue).join('; ')}`);
}

/** Bounds that leave nothing to hold a plan against. */
function findGap(rule: AnyRule): string | undefined {
  if (rule.kind === 'attribute-limit' && rule.parameters.minimum === undefined && rule.parameters.maximum === undefined)
    return 'parameters: minimum or maximum is missing';
  return undefined;
}

/** `file` names it in messages. Throws {@link InputError} that names file, rule and field. */
export function parseClaimRules(json: unknown, file: string): ClaimRules {
  const result = ruleFile.safeParse(json);
  if (!result.success) throw new InputError(`${file} has no rules: ${result.error.issues.map(tellIssue).join('; ')}`);
  const rules = result.data.rules.map((rule, i) => parseRule(rule, `${file}, rule ${i + 1}`));
  const seen = new Set<string>();
  for (const [i, rule] of rules.entries()) {
    const where = `${file}, rule ${i + 1} (${rule.id})`;
    const gap = findGap(rule);
    if (gap) throw new InputError(`${where}: ${gap}.`);
    if (seen.has(rule.id)) throw new InputError(`${where}: id: another rule has it too.`);
    seen.add(rule.id);
  }
  return { source: result.data.source, rules };
}
