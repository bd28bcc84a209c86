import { sunTrees } from '../model/sunlight.ts';
import { setMoment, showVariant } from '../store/plans.ts';
import { customaryDays, setSunlightChoice, sunDate } from '../store/sunlight.ts';
import { comparedPlan } from '../store/sunlight-plan.ts';
import { twin } from '../store/twin.ts';
import { Chips } from './chips.tsx';
import { DateField } from './date-field.tsx';
import { useSunChoice, useSunlightText, useSunWords } from './use-sunlight.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** The shadow in the picture, where one is shown, goes along. */
function chooseDate(date: string): void {
  setSunlightChoice({ date });
  const { moment } = twin.getState();
  if (moment) setMoment({ ...moment, date });
}

/** Of which day, against which variant, and whether trees count. */
export function SunlightDate() {
  const text = useSunlightText();
  const words = useSunWords();
  const choice = useSunChoice();
  const { trees } = choice;
  const date = sunDate(choice);
  const year = date.slice(0, 4);
  return (
    <>
      <VariantChoice />
      <fieldset className="tw-fieldset tw-sunlight__group">
        <legend className="tw-heading">{text.date}</legend>
        <Chips
          ids={customaryDays}
          isPressed={(day) => date === `${year}-${day}`}
          onPress={(day) => chooseDate(`${year}-${day}`)}
        >
          {(day) => words.day(`${year}-${day}`)}
        </Chips>
        <DateField label={text.otherDate} value={date} least="1950-01-01" most="2050-12-31" onDate={chooseDate} />
      </fieldset>
      <fieldset className="tw-fieldset tw-sunlight__group">
        <legend className="tw-heading">{text.trees}</legend>
        <Chips ids={sunTrees} isPressed={(id) => trees === id} onPress={(id) => setSunlightChoice({ trees: id })}>
          {(id) => text.treeChoices[id]}
        </Chips>
      </fieldset>
    </>
  );
}

function VariantChoice() {
  const text = useSunlightText();
  const format = useFormat();
  const plans = useTwin((state) => state.plans);
  const chosen = useTwin((state) => comparedPlan(state).variant?.id);
  const open = useTwin((state) => state.choice?.plan);
  const plan = plans.status === 'ready' ? plans.value.find(({ id }) => id === open) : undefined;
  if (!plan) return null;
  return (
    <label className="tw-field">
      <span className="tw-heading">{text.variant}</span>
      <select
        className="utrecht-textbox utrecht-textbox--html-input"
        value={chosen}
        onChange={(event) => showVariant(event.currentTarget.value)}
      >
        {plan.variants.map(({ id, title }) => (
          <option key={id} value={id}>
            {format.localised(plan.title)}, {format.localised(title)}
          </option>
        ))}
      </select>
    </label>
  );
}
