import { type BuildingWaterClass, buildingWaterClasses } from '../model/building-water.ts';
import type { FloodEffects } from '../model/flood-effects.ts';
import { FloodEffectList } from './flood-effect-list.tsx';
import { WaterClassMark } from './flood-effect-mark.tsx';
import { useEffectsText, useEffectsWords } from './use-flood-effects.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** From what matters most. */
const order: readonly BuildingWaterClass[] = [...buildingWaterClasses].reverse();

/** How many buildings of each class, as a table with bars, and which. */
export function FloodEffectBuildings({ effects }: { readonly effects: FloodEffects }) {
  const text = useEffectsText();
  const words = useEffectsWords();
  const format = useFormat();
  const hasTable = useTwin((state) => state.buildingTable.status === 'ready');
  const { count } = effects.buildings;
  const wet = count.facade + count.undecided + count.inside;
  const all = wet + count.dry;
  // Dry ones are most of all: bars are among those with water.
  const most = Math.max(1, count.facade, count.undecided, count.inside);
  return (
    <section className="tw-flood__group" aria-labelledby="flood-effect-buildings">
      <h4 className="tw-heading" id="flood-effect-buildings">
        {text.buildings}
      </h4>
      {!hasTable || all === 0 ? (
        <p className="nl-paragraph">{text.noBuildings}</p>
      ) : (
        <>
          <p className="nl-paragraph">{text.buildingsIntro(format.number(wet), format.number(all))}</p>
          <table className="utrecht-table utrecht-table--html-table tw-table tw-effects__chart">
            <caption className="tw-hidden">{text.classColumn}</caption>
            <thead>
              <tr>
                <th scope="col">{text.classColumn}</th>
                <th scope="col">{text.countColumn}</th>
              </tr>
            </thead>
            <tbody>
              {order.map((id) => (
                <tr key={id}>
                  <th scope="row">
                    <WaterClassMark id={id} /> {text.classes[id]}
                  </th>
                  <td>
                    <div className="tw-effects__count">
                      <span>{format.number(count[id])}</span>
                      {id !== 'dry' && (
                        <span
                          className="tw-effects__bar"
                          data-class={id}
                          style={{ inlineSize: `${(100 * count[id]) / most}%` }}
                        />
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="nl-paragraph tw-subtle">
            {text.classNote(words.depth(effects.threshold), words.depth(effects.accuracy))}
          </p>
          {wet > 0 && (
            <details className="tw-details">
              <summary>{text.listTitle(format.number(wet))}</summary>
              <FloodEffectList effects={effects} />
            </details>
          )}
        </>
      )}
    </section>
  );
}
