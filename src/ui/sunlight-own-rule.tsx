import { isOwnRule, type OwnSunRule, ownRuleBounds } from '../model/sunlight-choice.ts';
import { setSunlightChoice, sunDate } from '../store/sunlight.ts';
import { BoundedField } from './bounded-field.tsx';
import { DateField } from './date-field.tsx';
import { sunlightMoreText } from './text/sunlight-more.ts';
import { useSunChoice } from './use-sunlight.ts';
import { useLanguage } from './use-twin.ts';

/** How much sun, from which height and on which days the visitor asks. */
export function SunlightOwnRule() {
  const text = sunlightMoreText[useLanguage()];
  const choice = useSunChoice();
  const { own } = choice;
  const year = sunDate(choice).slice(0, 4);
  const change = (part: Partial<OwnSunRule>) => {
    const next = { ...own, ...part };
    // A first day behind the last one moves that along, and the other way round.
    const from = part.until !== undefined && next.from > part.until ? part.until : next.from;
    const until = part.from !== undefined && next.until < part.from ? part.from : next.until;
    const moved = { ...next, from, until };
    if (isOwnRule(moved)) setSunlightChoice({ own: moved });
  };
  const day = (key: 'from' | 'until', label: string) => (
    <DateField
      label={label}
      value={`${year}-${own[key]}`}
      least={`${year}-01-01`}
      most={`${year}-12-31`}
      onDate={(date) => change({ [key]: date.slice(5) })}
    />
  );
  return (
    <fieldset className="tw-fieldset tw-sunlight__own">
      <legend className="tw-heading">{text.ownTitle}</legend>
      <BoundedField
        label={text.ownHours}
        unit={text.ownHoursUnit}
        value={own.hours}
        low={ownRuleBounds.hours[0]}
        high={ownRuleBounds.hours[1]}
        decimals={2}
        onCommit={(hours) => change({ hours })}
      />
      <BoundedField
        label={text.ownLowest}
        unit="°"
        value={own.minElevationDegrees}
        low={ownRuleBounds.minElevationDegrees[0]}
        high={ownRuleBounds.minElevationDegrees[1]}
        onCommit={(minElevationDegrees) => change({ minElevationDegrees })}
      />
      {day('from', text.ownFrom)}
      {day('until', text.ownUntil)}
      <p className="nl-paragraph tw-subtle">{text.ownNote}</p>
    </fieldset>
  );
}
