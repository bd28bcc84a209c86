import { useState } from 'react';
import { type EventPassage, type EventPassages, passageBeside } from '../model/event-passages.ts';
import { sendCommand } from '../store/commands.ts';
import { showPassage } from '../store/crowd.ts';
import { CrowdSection } from './crowd-plan-section.tsx';
import { HeadCells } from './head-cells.tsx';
import { RowHead } from './row-head.tsx';
import { useCrowd, useCrowdChoice } from './use-crowd.ts';
import {
  useCrowdPassages,
  useCrowdPlanText,
  useOtherLayout,
  usePassages,
  usePlanNames,
  useWidth,
} from './use-crowd-plan.ts';
import { useFormat } from './use-twin.ts';

/** Rows before the rest is asked for. */
const FEW = 6;

/** "Hoe smal wordt de doorgang als we hier een toiletcabine zetten?" At once, also while it is dragged. */
export function CrowdPassages() {
  const text = useCrowdPlanText().passages;
  const now = useCrowdPassages((state) => state.now);
  const problem = useCrowdPassages((state) => state.problem);
  const passages = usePassages(now);
  return (
    <CrowdSection id="crowd-passages" title={text.title}>
      {problem !== undefined && (
        <div role="alert">
          <p className="nl-paragraph">{text.failed}</p>
          <p className="nl-paragraph tw-subtle">{problem}</p>
        </div>
      )}
      {!passages ? (
        <p className="nl-paragraph">{text.measuring}</p>
      ) : (
        <>
          <Sentence passages={passages} />
          <Table {...passages} />
          {passages.cracks > 0 && <p className="nl-paragraph tw-subtle">{text.cracks(passages.cracks)}</p>}
          <p className="nl-paragraph tw-subtle">{text.note}</p>
        </>
      )}
    </CrowdSection>
  );
}

/** Of what is chosen, otherwise of all of them. */
function Sentence({ passages }: { readonly passages: EventPassages }) {
  const text = useCrowdPlanText().passages;
  const format = useFormat();
  const width = useWidth();
  const names = usePlanNames();
  const where = useWhere();
  const { selected } = useCrowdChoice();
  const other = useOtherSentence();
  const thing = selected === undefined ? undefined : names.get(selected);
  const isThing = useCrowdPassages(
    ({ now }) => now !== undefined && [...now.layout.objects, ...now.layout.fences].some(({ id }) => id === selected),
  );

  function tell(): string {
    if (thing !== undefined && isThing) {
      const beside = passageBeside(passages, selected);
      if (!beside) return text.wide(thing);
      const { widthNow, widthBefore, lessPercent = 0, personsPerMinute } = beside;
      if (widthNow === 0) return text.shut(thing, width(widthBefore ?? 0));
      const told =
        widthBefore === undefined
          ? text.besideOpen(thing, width(widthNow))
          : text.beside(thing, width(widthNow), width(widthBefore), `${format.number(lessPercent)}%`);
      return `${told} ${text.through(format.number(personsPerMinute))} ${other(beside)}`;
    }
    const [first] = passages.passages;
    if (!first) return text.none;
    if (first.widthNow === 0) return text.narrowestShut(where(first));
    return `${text.narrowest(width(first.widthNow), where(first))} ${text.through(format.number(first.personsPerMinute))}`;
  }
  return (
    <p className="nl-paragraph tw-crowd__sentence" role="status">
      {tell().trim()}
    </p>
  );
}

/** m: both ends of a line as near as this are of the same passage. */
const SAME = 0.75;

/** The same line in the layout that it is held against. */
function useOtherSentence(): (passage: EventPassage) => string {
  const text = useCrowdPlanText().passages;
  const width = useWidth();
  const layout = useOtherLayout();
  const measured = useCrowdPassages((state) => state.other);
  const passages = usePassages(measured);
  return ({ line, widthBefore }) => {
    if (!layout || !passages || widthBefore === undefined) return '';
    const found = passages.passages.find((other) =>
      [0, 2].every(
        (i) => Math.hypot((line[i] ?? 0) - (other.line[i] ?? 0), (line[i + 1] ?? 0) - (other.line[i + 1] ?? 0)) < SAME,
      ),
    );
    return found ? text.other(layout.title, width(found.widthNow)) : text.otherOpen(layout.title);
  };
}

/** ` bij Bar en Hek 2`. */
function useWhere(): (passage: EventPassage) => string {
  const text = useCrowdPlanText().passages;
  const names = usePlanNames();
  return ({ beside }) => {
    const known = beside.flatMap((id) => names.get(id) ?? []).slice(0, 2);
    return known.length === 0 ? '' : ` ${text.at(known.join(text.and))}`;
  };
}

function Table({ passages }: EventPassages) {
  const text = useCrowdPlanText().passages;
  const format = useFormat();
  const width = useWidth();
  const where = useWhere();
  const chosen = useCrowd((state) => state.passage);
  const [isAll, setAll] = useState(false);
  if (passages.length === 0) return null;
  return (
    <>
      <div className="tw-flood__table">
        <table className="utrecht-table utrecht-table--html-table tw-table">
          <caption className="tw-hidden">{text.table}</caption>
          <HeadCells heads={text.heads} />
          <tbody>
            {(isAll ? passages : passages.slice(0, FEW)).map((passage, row) => {
              const { id, line, widthBefore, widthNow, personsPerMinute, lessPercent } = passage;
              const [x, y] = [(line[0] + line[2]) / 2, (line[1] + line[3]) / 2];
              return (
                <tr
                  key={id}
                  data-chosen={chosen === id}
                  onPointerEnter={() => showPassage(id)}
                  onPointerLeave={() => showPassage(undefined)}
                  onFocus={() => showPassage(id)}
                  onBlur={() => showPassage(undefined)}
                >
                  <RowHead
                    name={where(passage).trim() || text.unnamed(row + 1)}
                    onChoose={() => sendCommand({ type: 'look-at', x, y, radius: 25 })}
                  />
                  <td>{widthBefore === undefined ? text.open : width(widthBefore)}</td>
                  <td>{widthNow === 0 ? text.closed : width(widthNow)}</td>
                  <td>{format.number(personsPerMinute)}</td>
                  <td>{lessPercent === undefined ? '–' : `${format.number(lessPercent)}%`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {passages.length > FEW && !isAll && (
        <button type="button" className="tw-link-button" onClick={() => setAll(true)}>
          {text.all(format.number(passages.length))}
        </button>
      )}
    </>
  );
}
