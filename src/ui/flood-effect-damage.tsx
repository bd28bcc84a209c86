import type { FloodEffects } from '../model/flood-effects.ts';
import { useEffectsText, useEffectsWords } from './use-flood-effects.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Share of the value that is lost, and money where the municipality says what a square metre is worth. */
export function FloodEffectDamage({ effects }: { readonly effects: FloodEffects }) {
  const text = useEffectsText();
  const words = useEffectsWords();
  const format = useFormat();
  const value = useTwin(({ municipality }) =>
    municipality.status === 'ready' ? municipality.value.flood?.value : undefined,
  );
  const { low, middle, high, area } = effects.damage;
  const { undecided, inside } = effects.buildings.count;
  const share = (part: number) => words.percent(part / area);
  const money = (part: number) => words.money(part * (value?.eurosPerSquareMetre ?? 0));
  return (
    <section className="tw-flood__group" aria-labelledby="flood-effect-damage">
      <h4 className="tw-heading" id="flood-effect-damage">
        {text.damage}
      </h4>
      {area === 0 || high === 0 ? (
        <p className="nl-paragraph">{text.damageNone}</p>
      ) : (
        <>
          <p className="nl-paragraph">
            {text.damageShare(format.number(undecided + inside), share(low), share(middle), share(high))}
          </p>
          {value && (
            <p className="nl-paragraph">
              {text.damageEuros(money(low), money(middle), money(high))}{' '}
              <span className="tw-subtle">
                {text.damageValue(text.euros(format.number(value.eurosPerSquareMetre)), format.localised(value.source))}
              </span>
            </p>
          )}
        </>
      )}
    </section>
  );
}
