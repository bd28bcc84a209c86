import { useMemo } from 'react';
import { parseBreachId } from '../model/breach-choice.ts';
import { listWetStreets } from '../model/flood-figures.ts';
import { sendCommand } from '../store/commands.ts';
import { RowHead } from './row-head.tsx';
import { useFirstRows } from './use-first-rows.tsx';
import { useFlood, useFloodWords } from './use-flood.ts';
import { useBreach, useBreachText } from './use-flood-breach.ts';
import { useFormat, useTwin } from './use-twin.ts';

const FIRST_ROWS = 8;

/** What the gap let through, and when the water is where. Nothing while another flood is shown. */
export function FloodBreachResult() {
  const text = useBreachText();
  const format = useFormat();
  const words = useFloodWords();
  const run = useFlood((state) => state.run);
  const growth = useBreach((state) => state.growth);
  const moments = useBreach((state) => state.moments);
  const last = moments.at(-1);
  if (!run || !parseBreachId(run.storm.id) || !growth || !last) return null;
  // Two figures: a breach is not known better.
  const about = (value: number) => format.number(Number(value.toPrecision(2)));
  const peak = Math.max(...moments.map(({ discharge }) => discharge));
  const hours = moments.filter(({ second }, i) => {
    const before = moments[i - 1]?.second ?? -1;
    return Math.floor(second / 3600) > Math.floor(before / 3600) && second > 0;
  });
  return (
    <section aria-labelledby="flood-breach-result">
      <h4 className="tw-heading" id="flood-breach-result">
        {text.ready}
      </h4>
      <p className="nl-paragraph">
        {text.told(format.number(growth.crest, 1), format.number(growth.lowest, 1))}{' '}
        {text.peak(about(peak), format.number(last.volume / 1e6, 1), about(last.width))}
      </p>
      <p className="nl-paragraph tw-subtle">{text.gapNote}</p>
      <Arrivals />
      <details className="tw-details">
        <summary>{text.growth}</summary>
        <div className="tw-flood__table">
          <table className="utrecht-table utrecht-table--html-table tw-table">
            <caption className="tw-hidden">{text.growth}</caption>
            <thead>
              <tr>
                <th scope="col">{text.hour}</th>
                <th scope="col">{text.gap}</th>
                <th scope="col">{text.flow}</th>
                <th scope="col">{text.inside}</th>
              </tr>
            </thead>
            <tbody>
              {[...hours, ...(hours.at(-1) === last ? [] : [last])].map(({ second, width, discharge, inside }) => (
                <tr key={second}>
                  <th scope="row">{format.number(second / 3600)}</th>
                  <td>{words.cells(Math.round(width))}</td>
                  <td>
                    {about(discharge)} {text.perSecond}
                  </td>
                  <td>{words.level(inside)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {run.cellSize !== undefined && <p className="nl-paragraph tw-subtle">{text.engine(words.cells(run.cellSize))}</p>}
    </section>
  );
}

/** Streets in the order in which the water comes, in the whole town. */
function Arrivals() {
  const text = useBreachText();
  const words = useFloodWords();
  const streets = useTwin((state) => state.streets);
  const sheets = useFlood((state) => state.sheets);
  const wet = useMemo(() => {
    if (streets.status !== 'ready') return [];
    const all = listWetStreets(
      sheets.map(({ sheet }) => sheet),
      streets.value.streets,
      () => true,
    );
    return all
      .filter(({ arrival }) => arrival !== undefined)
      .sort((a, b) => (a.arrival ?? 0) - (b.arrival ?? 0) || a.name.localeCompare(b.name, 'nl'));
  }, [streets, sheets]);
  const { shown, button } = useFirstRows(wet, FIRST_ROWS, text);
  return (
    <>
      <h4 className="tw-heading">{text.streets}</h4>
      {wet.length === 0 ? (
        <p className="nl-paragraph">{text.noStreets}</p>
      ) : (
        <>
          <p className="nl-paragraph tw-subtle">{text.streetsNote}</p>
          <table className="utrecht-table utrecht-table--html-table tw-table">
            <caption className="tw-hidden">{text.streets}</caption>
            <thead>
              <tr>
                <th scope="col">{text.street}</th>
                <th scope="col">{text.after}</th>
                <th scope="col">{text.depth}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ name, arrival, deepest, x, y }) => (
                <tr key={name}>
                  <RowHead name={name} onChoose={() => sendCommand({ type: 'look-at', x, y, radius: 60 })} />
                  <td>{words.minutes(arrival ?? 0)}</td>
                  <td>{words.depth(deepest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {button}
        </>
      )}
    </>
  );
}
