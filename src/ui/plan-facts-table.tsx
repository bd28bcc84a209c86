import { useMemo } from 'react';
import type { Plan } from '../model/plan.ts';
import { type PlanFacts, planFacts } from '../model/plan-facts.ts';
import { groundSurfaces } from '../model/plan-model.ts';
import { variantKey } from '../store/plans.ts';
import { usePlanText, useVariantName, variantLetter } from './use-plan.ts';
import { useFormat, useText, useTwin } from './use-twin.ts';

interface Row {
  readonly label: string;
  /** Undefined: unknown. */
  readonly value: (facts: PlanFacts) => number | undefined;
  readonly decimals?: number;
  /** Figures that come from lengths are rounded to tens: the drawing is no more exact. */
  readonly tens?: boolean;
}

/** All variants beside each other, counted from their drawings. Narrow enough for a phone: units stand in the first column. */
export function PlanFactsTable({ plan }: { readonly plan: Plan }) {
  const text = usePlanText();
  const common = useText();
  const format = useFormat();
  const nameOf = useVariantName();
  const columns = useFacts(plan);
  const precision = Math.max(...columns.map(({ precisionM }) => precisionM ?? 0));
  const present = groundSurfaces.filter((surface) => columns.some(({ facts }) => facts?.ground[surface]));
  const countModels = (kind: 'measured' | 'unmeasured') =>
    columns.reduce((sum, { facts }) => sum + (facts?.models[kind] ?? 0), 0);
  const [measured, unmeasured] = [countModels('measured'), countModels('unmeasured')];
  const lengthDecimals = precision >= 0.5 ? 0 : 1;
  const rows: Row[] = [
    { label: text.facts.dwellings, value: ({ dwellings }) => dwellings },
    { label: text.facts.buildings, value: ({ buildings }) => buildings },
    ...(measured + unmeasured > 0
      ? [{ label: text.facts.models, value: ({ models }: PlanFacts) => models.measured + models.unmeasured }]
      : []),
    {
      label: text.facts.abovePeil,
      value: ({ highestNap }) => highestNap && highestNap - plan.peilNap,
      decimals: lengthDecimals,
    },
    { label: text.facts.nap, value: ({ highestNap }) => highestNap, decimals: lengthDecimals },
    { label: text.facts.footprint, value: ({ footprint }) => footprint, tens: true },
    ...present.map((surface) => ({
      label: text.facts.surface(text.surfaces[surface]),
      value: ({ ground }: PlanFacts) => ground[surface] ?? 0,
      tens: true,
    })),
    { label: text.facts.removed, value: ({ removed }) => removed },
    { label: text.facts.trees, value: ({ trees }) => trees },
    ...(columns.some(({ facts }) => facts?.barrierCut)
      ? [{ label: text.facts.barrierCut, value: ({ barrierCut }: PlanFacts) => barrierCut, decimals: lengthDecimals }]
      : []),
  ];

  function cell({ value, decimals, tens }: Row, facts: PlanFacts | undefined): string {
    if (!facts) return '…';
    const number = value(facts);
    if (number === undefined) return common.unknown;
    return format.number(tens ? Math.round(number / 10) * 10 : number, decimals);
  }

  if (columns.every(({ facts }) => !facts)) return null;
  return (
    <section aria-labelledby="facts-title" className="tw-plan-facts">
      <h3 id="facts-title" className="tw-heading">
        {text.facts.title}
      </h3>
      <div className="tw-scroll">
        <table className="utrecht-table utrecht-table--html-table tw-table" aria-labelledby="facts-title">
          <thead>
            <tr>
              <td />
              {plan.variants.map((variant, row) => (
                <th key={variant.id} scope="col">
                  <span className="tw-block">{variantLetter(row)}</span> {nameOf(variant)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                {columns.map(({ id, facts }) => (
                  <td key={id}>{cell(row, facts)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="tw-subtle">
        {text.facts.note(format.height(plan.peilNap), `${format.number(precision, 1)}\u00a0${common.metres}`)}
        {measured > 0 && ` ${text.facts.measuredModels}`}
        {unmeasured > 0 && ` ${text.facts.unmeasuredModels(unmeasured)}`}
      </p>
    </section>
  );
}

function useFacts(plan: Plan) {
  const models = useTwin((state) => state.planModels);
  return useMemo(
    () =>
      plan.variants.map(({ id }) => {
        const model = models[variantKey(plan.id, id)];
        const value = model?.status === 'ready' ? model.value : undefined;
        return { id, facts: value && planFacts(value), precisionM: value?.precisionM };
      }),
    [plan, models],
  );
}
