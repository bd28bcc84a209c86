import { rainShares } from '../model/flood-effects.ts';
import { lastSecond } from '../store/flood.ts';
import { useFlood } from './use-flood.ts';
import { useEffectsText, useEffectsWords } from './use-flood-effects.ts';

const sinks = ['surface', 'ground', 'sewer', 'outflow'] as const;

/** Where the rain went by the end of the run: its mass balance. */
export function FloodEffectStorage() {
  const text = useEffectsText();
  const words = useEffectsWords();
  const balance = useFlood((state) => state.run?.balance);
  const last = useFlood(lastSecond);
  const shares = balance && rainShares(balance);
  return (
    <section className="tw-flood__group" aria-labelledby="flood-effect-storage">
      <h4 className="tw-heading" id="flood-effect-storage">
        {text.storage}
      </h4>
      {!shares || shares.all === 0 ? (
        <p className="nl-paragraph">{text.storageUnknown}</p>
      ) : (
        <>
          <p className="nl-paragraph">{text.storageIntro(words.volume(shares.all), words.time(last))}</p>
          <table className="utrecht-table utrecht-table--html-table tw-table tw-effects__chart">
            <caption className="tw-hidden">{text.storage}</caption>
            <thead>
              <tr>
                <th scope="col">{text.part}</th>
                <th scope="col">{text.amount}</th>
              </tr>
            </thead>
            <tbody>
              {sinks
                .filter((id) => shares[id] > 0)
                .map((id) => (
                  <tr key={id}>
                    <th scope="row">{text.sinks[id]}</th>
                    <td>
                      <div className="tw-effects__count">
                        <span>
                          {words.volume(shares[id])} ({words.percent(shares[id] / shares.all)})
                        </span>
                        <span
                          className="tw-effects__bar"
                          style={{ inlineSize: `${(100 * shares[id]) / shares.all}%` }}
                        />
                      </div>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
