import type { CrowdStop } from '../model/crowd.ts';
import type { StopAnswer } from '../model/crowd-answer.ts';
import { type StandingLevel, standingLevel } from '../model/crowd-standing.ts';
import { CrowdSorted, EachSide } from './crowd-sorted.tsx';
import { useCrowdSides, useCrowdWords, useResultText } from './use-crowd-result.ts';

interface Row extends StopAnswer {
  readonly standing: StandingLevel;
}

const columnIds = ['name', 'served', 'queue', 'middle', 'longest', 'spilled', 'dense'] as const;
type Column = (typeof columnIds)[number];
const numbers: Record<Exclude<Column, 'name'>, (stop: Row) => number> = {
  served: ({ served }) => served,
  queue: ({ longestQueue }) => longestQueue,
  middle: ({ middleWaitSeconds }) => middleWaitSeconds,
  longest: ({ longestWaitSeconds }) => longestWaitSeconds,
  spilled: ({ spilled }) => spilled,
  dense: ({ standing }) => standing.most,
};

/** Queues and waiting areas: who came, how long they waited, how close together they stood. */
export function CrowdResultStops() {
  const text = useResultText().stops;
  const words = useCrowdWords();
  const [any] = useCrowdSides();
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="crowd-stops">
      <h3 className="tw-flood__title" id="crowd-stops" tabIndex={-1}>
        {text.title}
      </h3>
      {any?.scenario.stops.length === 0 ? (
        <p className="nl-paragraph">{text.none}</p>
      ) : (
        <EachSide>
          {({ answers: [first], scenario }) => (
            <CrowdSorted
              caption={text.title}
              rows={(first?.stops ?? []).flatMap((stop): Row[] => {
                const place = scenario.stops.find(({ id }): boolean => id === stop.id) as CrowdStop;
                return first ? [{ ...stop, standing: standingLevel(place, first.density) }] : [];
              })}
              columns={columnIds.map((column) => [column, text.columns[column]] as const)}
              first={{ column: 'queue', isRising: false }}
              rising={['name']}
              figureOf={(stop, column) => (column === 'name' ? words.name(stop.id) : numbers[column](stop))}
            >
              {(stop) => (
                <tr key={stop.id}>
                  <th scope="row">{words.name(stop.id)}</th>
                  <td>{words.persons(stop.served)}</td>
                  <td>{words.persons(stop.longestQueue)}</td>
                  <td>{words.duration(stop.middleWaitSeconds)}</td>
                  <td>{words.duration(stop.longestWaitSeconds)}</td>
                  <td>{words.persons(stop.spilled)}</td>
                  <td>{`${words.density(stop.standing.most)} (${stop.standing.level})`}</td>
                </tr>
              )}
            </CrowdSorted>
          )}
        </EachSide>
      )}
      <p className="nl-paragraph tw-subtle">{text.note}</p>
    </section>
  );
}
