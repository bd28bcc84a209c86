import { type CrowdHotspot, listHotspots } from '../model/crowd-hotspots.ts';
import { sendCommand } from '../store/commands.ts';
import { setCrowdClock } from '../store/crowd-play.ts';
import { CrowdSorted, EachSide } from './crowd-sorted.tsx';
import { RowHead } from './row-head.tsx';
import { useNearName } from './use-crowd-places.ts';
import { type AnsweredSide, useCrowdRun, useCrowdWords, useResultText } from './use-crowd-result.ts';
import { useFirstRows } from './use-first-rows.tsx';
import { useFormat } from './use-twin.ts';

/** m around a place that is gone to. */
const LOOK = 15;
const FIRST_ROWS = 6;

type Column = 'place' | 'from' | 'seconds' | 'most' | 'area' | 'runs';
const numbers: Record<Exclude<Column, 'place'>, (spot: CrowdHotspot) => number> = {
  from: ({ from }) => from,
  seconds: ({ seconds }) => seconds,
  most: ({ most }) => most,
  area: ({ areaM2 }) => areaM2,
  runs: ({ runs }) => runs,
};

/** Where it was over the limit and for how long; a row is gone to, at the moment when it began. */
export function CrowdResultPlaces() {
  const text = useResultText().places;
  const words = useCrowdWords();
  const limit = useCrowdRun((state) => state.plan?.limitPersonsPerM2 ?? 0);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="crowd-places">
      <h3 className="tw-flood__title" id="crowd-places" tabIndex={-1}>
        {text.title}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.intro(words.density(limit))}</p>
      <EachSide>{(side) => <Places side={side} />}</EachSide>
    </section>
  );
}

function goTo({ x, y, from }: CrowdHotspot): void {
  setCrowdClock(from);
  sendCommand({ type: 'look-at', x, y, radius: LOOK });
}

function Places({ side }: { readonly side: AnsweredSide }) {
  const text = useResultText().places;
  const words = useCrowdWords();
  const format = useFormat();
  const nearName = useNearName();
  const spots = listHotspots(side.answers);
  const { shown, button } = useFirstRows(spots, FIRST_ROWS, text);
  if (spots.length === 0) return <p className="nl-paragraph">{text.none}</p>;
  const nameOf = (spot: CrowdHotspot) => {
    const near = nearName(spot.x, spot.y);
    return near === undefined ? text.nameless(format.number(spots.indexOf(spot) + 1)) : text.near(near);
  };
  const columns = (['place', 'from', 'seconds', 'most', 'area', 'runs'] as const).map(
    (column) => [column, text.columns[column]] as const,
  );
  return (
    <>
      <CrowdSorted
        caption={text.title}
        rows={shown}
        columns={columns}
        first={{ column: 'seconds', isRising: false }}
        rising={['place', 'from']}
        figureOf={(spot, column) => (column === 'place' ? nameOf(spot) : numbers[column](spot))}
      >
        {(spot) => (
          <tr key={`${spot.x} ${spot.y}`}>
            <RowHead name={nameOf(spot)} onChoose={() => goTo(spot)} />
            <td>{words.clock(spot.from)}</td>
            <td>{words.short(spot.seconds)}</td>
            <td>{words.density(spot.most)}</td>
            <td>{format.number(spot.areaM2)}</td>
            <td>{text.of(format.number(spot.runs), format.number(side.answers.length))}</td>
          </tr>
        )}
      </CrowdSorted>
      {button}
    </>
  );
}
