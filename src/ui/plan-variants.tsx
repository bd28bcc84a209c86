import type { Plan, PlanVariant } from '../model/plan.ts';
import { chooseVariant } from '../store/plan-view.ts';
import { showVariant, variantKey } from '../store/plans.ts';
import { usePlanText, useVariantName, variantLetter } from './use-plan.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Today and the variants as one group of choices, and below it the phases of the chosen one. */
export function PlanVariants({ plan }: { readonly plan: Plan }) {
  const text = usePlanText();
  const format = useFormat();
  const nameOf = useVariantName();
  const chosen = useTwin((state) => state.choice?.variant);
  const variant = plan.variants.find(({ id }) => id === chosen);
  return (
    <>
      <fieldset className="tw-fieldset tw-variants">
        <legend className="tw-heading">{text.variants}</legend>
        <VariantChoice name={text.now} summary={text.nowSummary} checked={chosen === undefined} id={undefined} />
        {plan.variants.map((item, row) => (
          <VariantChoice
            key={item.id}
            letter={variantLetter(row)}
            name={nameOf(item)}
            summary={format.localised(item.summary)}
            checked={chosen === item.id}
            id={item.id}
          />
        ))}
      </fieldset>
      {variant && <VariantNotice plan={plan.id} variant={variant.id} />}
      {variant && <Phases variant={variant} />}
    </>
  );
}

interface VariantChoiceProps {
  readonly letter?: string;
  readonly name: string;
  readonly summary: string;
  readonly checked: boolean;
  readonly id: string | undefined;
}

function VariantChoice({ letter, name, summary, checked, id }: VariantChoiceProps) {
  const text = usePlanText();
  const summaryId = `variant-${id ?? 'now'}-summary`;
  return (
    <label className={letter ? 'tw-variant' : 'tw-variant tw-variant--now'}>
      <input
        type="radio"
        name="plan-variant"
        className="tw-variant__input"
        checked={checked}
        aria-label={letter ? `${text.variant(letter)}: ${name}` : name}
        aria-describedby={summaryId}
        onChange={() => chooseVariant(id)}
      />
      {letter && (
        <span className="tw-variant__letter" aria-hidden="true">
          {letter}
        </span>
      )}
      <span>
        <span className="tw-variant__name">{name}</span>
        <span id={summaryId} className="tw-variant__summary">
          {summary}
        </span>
      </span>
    </label>
  );
}

/** While the variant's drawing has not come, or why it will not. */
function VariantNotice({ plan, variant }: { readonly plan: string; readonly variant: string }) {
  const text = usePlanText();
  const status = useTwin((state) => state.planModels[variantKey(plan, variant)]?.status);
  return (
    <p role="status" className={status === 'ready' ? 'tw-hidden' : 'nl-paragraph tw-subtle'}>
      {status === 'failed' ? text.failed : status !== 'ready' && text.loading}
    </p>
  );
}

function Phases({ variant }: { readonly variant: PlanVariant }) {
  const text = usePlanText();
  const format = useFormat();
  const phase = useTwin((state) => state.choice?.phase);
  if (!variant.phases || variant.phases.length === 0) return null;
  const choices = [
    ...variant.phases.map(({ id, title, from }) => ({
      id,
      label: `${format.localised(title)} (${text.phaseFrom(format.date(from))})`,
    })),
    { id: undefined, label: text.allPhases },
  ];
  return (
    <fieldset className="tw-fieldset tw-phases">
      <legend className="tw-heading">{text.phases}</legend>
      {choices.map(({ id, label }) => (
        <label key={label} className="tw-phase">
          <input
            type="radio"
            name="plan-phase"
            className="tw-variant__input"
            checked={phase === id}
            onChange={() => showVariant(variant.id, id)}
          />
          {label}
        </label>
      ))}
      <p className="tw-subtle">{text.phasesNote}</p>
    </fieldset>
  );
}
