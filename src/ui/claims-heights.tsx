import { CLAIM_HIGHEST, CLAIM_LOWEST, claimYears } from '../model/claim-choice.ts';
import { setClaimChoice } from '../store/claims.ts';
import { BoundedField } from './bounded-field.tsx';
import { CheckField } from './check-field.tsx';
import { useClaimChoice, useClaimsText } from './use-claims.ts';
import { useFormat } from './use-twin.ts';

/** Two handles on one scale, each with a field to type in; a handle cannot pass the other. */
export function ClaimsHeights() {
  const text = useClaimsText();
  const format = useFormat();
  const { lowNap, highNap } = useClaimChoice();
  const ends = [
    ['low', text.low, lowNap, (value: number) => setClaimChoice({ lowNap: Math.min(value, highNap) })],
    ['high', text.high, highNap, (value: number) => setClaimChoice({ highNap: Math.max(value, lowNap) })],
  ] as const;
  const share = (nap: number) => (100 * (nap - CLAIM_LOWEST)) / (CLAIM_HIGHEST - CLAIM_LOWEST);
  return (
    <fieldset className="tw-fieldset tw-claims__heights">
      <legend>{text.height}</legend>
      <div className="tw-claims__two">
        <span
          className="tw-claims__between"
          style={{ insetInlineStart: `${share(lowNap)}%`, inlineSize: `${share(highNap) - share(lowNap)}%` }}
        />
        {ends.map(([id, label, value, set]) => (
          <input
            key={id}
            type="range"
            className="tw-range"
            aria-label={`${text.height}: ${label}`}
            aria-valuetext={text.nap(format.number(value, 1))}
            min={CLAIM_LOWEST}
            max={CLAIM_HIGHEST}
            step={0.5}
            value={value}
            onChange={(event) => set(event.currentTarget.valueAsNumber)}
          />
        ))}
      </div>
      <div className="tw-claims__ends">
        {ends.map(([id, label, value, set]) => (
          <BoundedField
            key={id}
            label={label}
            unit={text.metresNap}
            value={value}
            low={id === 'low' ? CLAIM_LOWEST : lowNap}
            high={id === 'low' ? highNap : CLAIM_HIGHEST}
            onCommit={set}
          />
        ))}
      </div>
    </fieldset>
  );
}

export function ClaimsYear() {
  const text = useClaimsText();
  const { year } = useClaimChoice();
  const [from, until] = claimYears;
  const now = Math.min(until, Math.max(from, new Date().getFullYear()));
  return (
    <>
      <CheckField
        label={text.allYears}
        checked={year === undefined}
        onCheck={(isAll) => setClaimChoice({ year: isAll ? undefined : now })}
      />
      {year !== undefined && <YearSlider year={year} />}
    </>
  );
}

function YearSlider({ year }: { readonly year: number }) {
  const text = useClaimsText();
  const [from, until] = claimYears;
  return (
    <label className="tw-flood__slider">
      <span>
        {text.year}: {year}
      </span>
      <input
        type="range"
        className="tw-range"
        min={from}
        max={until}
        step={1}
        value={year}
        onChange={(event) => setClaimChoice({ year: event.currentTarget.valueAsNumber })}
      />
    </label>
  );
}
