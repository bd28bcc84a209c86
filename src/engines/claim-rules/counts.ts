/** What is counted: places to park against the norm, and limits to any figure of a building or of the plan. */
import type { CheckUnit, ClaimCheck } from '../../model/claim.ts';
import type { CheckPlan } from '../../model/claim-check-input.ts';
import type { ClaimRule, RuleParameters } from '../../model/claim-rules.ts';
import type { CheckGap } from '../../model/claim-sentences.ts';
import type { Localised } from '../../model/municipality.ts';
import { areaError, sizeOf } from './areas.ts';
import { type CheckContext, type KnownPart, listSubjects, listUses, standsOnOther } from './context.ts';
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

type ParkingNorms = RuleParameters<'parking-norm'>['norms'];

/** Those of its uses. */
const listNorms = (use: string, norms: ParkingNorms): ParkingNorms => {
  const own = listUses(use);
  return norms.filter(({ uses }) => uses.some((word) => own.includes(word.toLowerCase())));
};

/** Places that a building asks for; a gap where its figures do not tell. */
function placesOf(context: CheckContext, known: KnownPart, norms: ParkingNorms): number | CheckGap {
  const { use, dwellings, floorM2 } = known.part;
  if (use === undefined) return 'use';
  let sum = 0;
  for (const { per, places } of listNorms(use, norms)) {
    const count = per === 'dwelling' ? dwellings : floorM2 === undefined ? undefined : floorM2 / 100;
    if (count !== undefined) sum += places * count;
    else if (!standsOnOther(context, known)) return per === 'dwelling' ? 'dwellings' : 'floor-area';
  }
  return sum;
}

/** What the plan as a whole asks for. */
function sumPlaces(context: CheckContext, parts: readonly KnownPart[], norms: ParkingNorms): number | CheckGap {
  let sum = 0;
  for (const known of parts) {
    const places = placesOf(context, known, norms);
    if (typeof places === 'string') return places;
    sum += places;
  }
  return sum;
}

export function checkParking(context: CheckContext, rule: ClaimRule<'parking-norm'>): ClaimCheck[] {
  const { norms, presencePercent = 100 } = rule.parameters;
  const { plan } = context;
  if (!plan) return [tellNotChecked(context, rule, 'no-plan', 'places')];
  const { checked, unclear, exempt } = listSubjects(context, rule);
  const parts = [...checked, ...unclear];
  const skipped = tellExempt(context, rule, exempt, 'places');
  if (parts.every(({ part: { use } }) => use !== undefined && listNorms(use, norms).length === 0))
    return [tellNotChecked(context, rule, 'no-norm', 'places'), ...skipped];
  const subject = planSubject(context);
  const sum = sumPlaces(context, parts, norms);
  if (typeof sum === 'string') return [tellUnknown(rule, subject, sum, 'places'), ...skipped];
  const measured = plan.figures.parkingPlaces;
  if (measured === undefined) return [tellUnknown(rule, subject, 'places', 'places'), ...skipped];
  // Half a place is a place.
  const limit = Math.ceil((sum * presencePercent) / 100 - 1e-9);
  return [judge(rule, subject, { measured, limit, margin: measured - limit, error: 0, unit: 'places' }), ...skipped];
}

type Attribute = RuleParameters<'attribute-limit'>['attribute'];

interface Figure {
  readonly value: number;
  readonly error: number;
}

const exact = (value: number | undefined): Figure | undefined =>
  value === undefined ? undefined : { value, error: 0 };

function sumGround(plan: CheckPlan, surfaces: readonly string[]): Figure | undefined {
  if (!plan.ground) return undefined;
  const pieces = plan.ground.filter(({ surface }) => surfaces.includes(surface));
  return {
    value: pieces.reduce((sum, { areaM2 }) => sum + areaM2, 0),
    error: joinErrors(...pieces.map(({ polygons }) => areaError(polygons, plan.precisionM))),
  };
}

function sumParts(parts: readonly KnownPart[], figureOf: (known: KnownPart) => Figure | undefined): Figure | undefined {
  const figures = parts.flatMap((known) => figureOf(known) ?? []);
  if (figures.length === 0) return undefined;
  return {
    value: figures.reduce((sum, { value }) => sum + value, 0),
    error: joinErrors(...figures.map(({ error }) => error)),
  };
}

const footprintOf = (known: KnownPart): Figure => ({
  value: sizeOf(known.area()),
  error: areaError(known.part.polygons, known.errorM),
});

function heightOf({ part, errorM }: KnownPart): Figure | undefined {
  if (part.upperNap === undefined || part.lowerNap === undefined) return undefined;
  return { value: part.upperNap - part.lowerNap, error: joinErrors(errorM, part.heightErrorM) };
}

function highest(parts: readonly KnownPart[]): Figure | undefined {
  const figures = parts.flatMap((known) => heightOf(known) ?? []);
  return figures.length < parts.length ? undefined : figures.toSorted((a, b) => b.value - a.value)[0];
}

interface AttributeKind {
  readonly name: Localised;
  readonly unit: CheckUnit;
  readonly gap: CheckGap;
  /** Absent: only the plan has it. */
  readonly ofPart?: (known: KnownPart) => Figure | undefined;
  readonly ofPlan: (plan: CheckPlan, parts: readonly KnownPart[]) => Figure | undefined;
}

const attributes: Readonly<Record<Attribute, AttributeKind>> = {
  dwellings: {
    name: { nl: 'aantal woningen', en: 'number of homes' },
    unit: 'dwellings',
    gap: 'dwellings',
    ofPart: ({ part }) => exact(part.dwellings),
    ofPlan: (_, parts) => sumParts(parts, ({ part }) => exact(part.dwellings)),
  },
  'footprint-m2': {
    name: { nl: 'oppervlak van boven gezien', en: 'area seen from above' },
    unit: 'm²',
    gap: 'area',
    ofPart: footprintOf,
    ofPlan: (_, parts) => sumParts(parts, footprintOf),
  },
  'height-m': {
    name: { nl: 'hoogte van vloer tot hoogste punt', en: 'height from floor to highest point' },
    unit: 'm',
    gap: 'height',
    ofPart: heightOf,
    ofPlan: (_, parts) => highest(parts),
  },
  trees: {
    name: { nl: 'aantal nieuwe bomen', en: 'number of new trees' },
    unit: 'trees',
    gap: 'plan-trees',
    ofPlan: ({ trees }) => exact(trees?.length),
  },
  'green-m2': {
    name: { nl: 'groen en tuin', en: 'green and gardens' },
    unit: 'm²',
    gap: 'ground',
    ofPlan: (plan) => sumGround(plan, ['green', 'garden']),
  },
  'water-m2': {
    name: { nl: 'water', en: 'water' },
    unit: 'm²',
    gap: 'ground',
    ofPlan: (plan) => sumGround(plan, ['water']),
  },
  'paved-m2': {
    name: { nl: 'verharde grond', en: 'paved ground' },
    unit: 'm²',
    gap: 'ground',
    ofPlan: (plan) => sumGround(plan, ['road', 'path', 'paving', 'quay']),
  },
};

const bounds = {
  maximum: { nl: 'ten hoogste', en: 'at most' },
  minimum: { nl: 'ten minste', en: 'at least' },
} as const;

export function checkAttributes(context: CheckContext, rule: ClaimRule<'attribute-limit'>): ClaimCheck[] {
  const { attribute, per } = rule.parameters;
  const { name, unit, gap, ofPart, ofPlan } = attributes[attribute];
  const { checked, unclear, exempt } = listSubjects(context, rule);
  function checkFigure(subject: Subject, figure: Figure | undefined): ClaimCheck[] {
    if (!figure) return [tellUnknown(rule, subject, gap, unit)];
    return (['maximum', 'minimum'] as const).flatMap((bound) => {
      const limit = rule.parameters[bound];
      if (limit === undefined) return [];
      const margin = bound === 'maximum' ? limit - figure.value : figure.value - limit;
      const more = { attribute: name, bound: bounds[bound] };
      return [judge(rule, subject, { measured: figure.value, limit, margin, error: figure.error, unit, more })];
    });
  }
  const skipped = tellExempt(context, rule, exempt, unit);
  if (per === 'building')
    return [
      ...checked.flatMap((known) => checkFigure(subjectOf(known), ofPart?.(known))),
      ...unclear.map((part) => tellUnknown(rule, subjectOf(part), 'use', unit)),
      ...skipped,
    ];
  if (!context.plan) return [tellNotChecked(context, rule, 'no-plan', unit)];
  if (unclear.length > 0) return [tellUnknown(rule, planSubject(context), 'use', unit), ...skipped];
  return [...checkFigure(planSubject(context), ofPlan(context.plan, checked)), ...skipped];
}
