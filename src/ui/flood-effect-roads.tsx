import { type FloodEffects, IMPASSABLE_DEPTH } from '../model/flood-effects.ts';
import { sendCommand } from '../store/commands.ts';
import { RowHead } from './row-head.tsx';
import { useFirstRows } from './use-first-rows.tsx';
import { useEffectsText, useEffectsWords } from './use-flood-effects.ts';
import { useFormat, useTwin } from './use-twin.ts';

const FIRST_ROWS = 6;

/** Streets that cars cannot pass, the longest first; choosing one goes there. */
export function FloodEffectRoads({ effects }: { readonly effects: FloodEffects }) {
  const text = useEffectsText();
  const words = useEffectsWords();
  const format = useFormat();
  const index = useTwin((state) => state.streets);
  const { streets } = effects.roads;
  const { shown, button } = useFirstRows(streets, FIRST_ROWS, text);
  const metres = streets.reduce((sum, street) => sum + street.metres, 0);
  const depth = words.depth(IMPASSABLE_DEPTH);
  const intro =
    streets.length === 0
      ? text.roadsNone(depth)
      : streets.length === 1
        ? text.oneRoad(words.length(metres), depth)
        : text.roadsIntro(format.number(streets.length), words.length(metres), depth);
  return (
    <section className="tw-flood__group" aria-labelledby="flood-effect-roads">
      <h4 className="tw-heading" id="flood-effect-roads">
        {text.roads}
      </h4>
      <p className="nl-paragraph">{index.status === 'ready' ? intro : text.noStreets}</p>
      {index.status === 'ready' && streets.length > 0 && (
        <div className="tw-flood__table">
          <table className="utrecht-table utrecht-table--html-table tw-table">
            <caption className="tw-hidden">{text.roads}</caption>
            <thead>
              <tr>
                <th scope="col">{text.street}</th>
                <th scope="col">{text.length}</th>
                <th scope="col">{text.time}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ street, metres: length, seconds, isLasting, x, y }) => (
                <tr key={street}>
                  <RowHead
                    name={index.value.streets[street]?.name}
                    onChoose={() => sendCommand({ type: 'look-at', x, y, radius: 60 })}
                  />
                  <td>{words.length(length)}</td>
                  <td className="tw-effects__time">{words.timeRange(seconds, effects.step, isLasting)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {button}
    </section>
  );
}
