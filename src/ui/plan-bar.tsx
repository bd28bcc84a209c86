import type { Plan } from '../model/plan.ts';
import { chooseVariant, compareWithToday } from '../store/plan-view.ts';
import type { Compare } from '../store/twin.ts';
import { Icon, type IconName } from './icon.tsx';
import { usePlanText, useVariantName, variantLetter } from './use-plan.ts';
import { useTwin } from './use-twin.ts';

const modes: readonly { readonly mode: Exclude<Compare['mode'], 'off'>; readonly icon: IconName }[] = [
  { mode: 'swipe', icon: 'swipe' },
  { mode: 'side', icon: 'sideBySide' },
];

/** Today, the variants, and today beside a variant: over the picture, so that eyes can stay there. */
export function PlanBar({ plan }: { readonly plan: Plan }) {
  const text = usePlanText();
  const compare = useTwin((state) => state.compare.mode);
  return (
    <section className="tw-plan-bar" aria-label={text.bar}>
      <VariantSwitch plan={plan} />
      <fieldset className="tw-fieldset tw-plan-bar__compare">
        <legend className="tw-hidden">{text.compare}</legend>
        {modes.map(({ mode, icon }) => (
          <button
            key={mode}
            type="button"
            className="tw-plan-bar__button"
            aria-pressed={compare === mode}
            title={text[mode]}
            onClick={() => compareWithToday(compare === mode ? 'off' : mode)}
          >
            <Icon name={icon} />
            <span className="tw-plan-bar__label">{text[mode]}</span>
          </button>
        ))}
      </fieldset>
    </section>
  );
}

function VariantSwitch({ plan }: { readonly plan: Plan }) {
  const text = usePlanText();
  const nameOf = useVariantName();
  const chosen = useTwin((state) => state.choice?.variant);
  const choices = [
    { id: undefined, short: text.now, name: '', label: text.now },
    ...plan.variants.map((variant, row) => {
      const [short, name] = [variantLetter(row), nameOf(variant)];
      return { id: variant.id, short, name, label: `${text.variant(short)}: ${name}` };
    }),
  ];
  return (
    <fieldset className="tw-fieldset tw-switcher">
      <legend className="tw-hidden">{text.variants}</legend>
      {choices.map(({ id, short, name, label }) => (
        <label key={short} className="tw-switcher__choice" title={label}>
          <input
            type="radio"
            name="bar-variant"
            className="tw-switcher__input"
            aria-label={label}
            checked={chosen === id}
            onChange={() => chooseVariant(id)}
          />
          <span aria-hidden="true">
            {short}
            {name && <span className="tw-switcher__name"> {name}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
