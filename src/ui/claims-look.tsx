import { hardnesses } from '../model/claim.ts';
import { initialClaimChoice } from '../model/claim-choice.ts';
import { resetClaimFilter, setClaimChoice, setHasPlan } from '../store/claims.ts';
import { findPlanClaims } from '../store/claims-plan.ts';
import { CheckField } from './check-field.tsx';
import { Chips } from './chips.tsx';
import { ClaimMark } from './claim-mark.tsx';
import { ClaimsHeights, ClaimsYear } from './claims-heights.tsx';
import { useClaimChoice, useClaims, useClaimsText, useClaimTown, useThemeName } from './use-claims.ts';
import { useTwin } from './use-twin.ts';

/** Without the one, or with it again. */
const toggle = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((item) => item !== one) : [...list, one];

/** Heights, year, themes and hardnesses that are looked at, in picture and tables alike. */
export function ClaimsLook() {
  const text = useClaimsText();
  const choice = useClaimChoice();
  const town = useClaimTown();
  const themeName = useThemeName();
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const canPlan = useTwin((state) => findPlanClaims(state) !== undefined);
  const hasPlan = useClaims((state) => state.hasPlan);
  const { lowNap, highNap, year, hiddenThemes, hiddenHardnesses } = choice;
  const start = initialClaimChoice;
  const isStart =
    lowNap === start.lowNap &&
    highNap === start.highNap &&
    year === start.year &&
    hiddenThemes.length + hiddenHardnesses.length === 0;
  const themes = [...new Set(town?.claims.map(({ theme }) => theme))];
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="claims-look">
      <h3 className="tw-flood__title" id="claims-look" tabIndex={-1}>
        {text.look}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.lookIntro}</p>
      <ClaimsHeights />
      <ClaimsYear />
      <fieldset className="tw-fieldset tw-flood__group">
        <legend>{text.themes}</legend>
        <Chips
          ids={themes}
          isPressed={(id) => !hiddenThemes.includes(id)}
          onPress={(id) => setClaimChoice({ hiddenThemes: toggle(hiddenThemes, id) })}
        >
          {(id) => (
            <>
              <ClaimMark theme={id} /> {themeName(id)}
            </>
          )}
        </Chips>
      </fieldset>
      <fieldset className="tw-fieldset tw-flood__group">
        <legend>{text.hardnessLegend}</legend>
        <Chips
          ids={hardnesses}
          isPressed={(id) => !hiddenHardnesses.includes(id)}
          onPress={(id) => setClaimChoice({ hiddenHardnesses: toggle(hiddenHardnesses, id) })}
        >
          {(id) => (
            <>
              <span className="tw-claims__edge" data-hardness={id} aria-hidden="true" /> {text.hardness[id]}
            </>
          )}
        </Chips>
        <p className="nl-paragraph tw-subtle">
          {hardnesses.map((id) => `${text.hardness[id]}: ${text.hardnessNote[id]}`).join('; ')}
        </p>
      </fieldset>
      {supported && (
        <CheckField
          label={text.pattern}
          checked={choice.hasPattern}
          onCheck={(hasPattern) => setClaimChoice({ hasPattern })}
        />
      )}
      {canPlan && <CheckField label={text.withPlan} checked={hasPlan} onCheck={setHasPlan} />}
      {!isStart && (
        <button type="button" className="tw-chip" onClick={resetClaimFilter}>
          {text.reset}
        </button>
      )}
    </section>
  );
}
