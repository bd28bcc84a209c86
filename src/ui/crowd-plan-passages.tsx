import { type ReactNode, useState } from 'react';
import type { EventPassages } from '../model/event-passages.ts';
import { sendCommand } from '../store/commands.ts';
import { showPassage } from '../store/crowd.ts';
import { CrowdSection } from './crowd-plan-section.tsx';
import { CrowdSentence, useWhere } from './crowd-plan-sentence.tsx';
import { HeadCells } from './head-cells.tsx';
import { RowHead } from './row-head.tsx';
import { useCrowd } from './use-crowd.ts';
import { useCrowdPassages, useCrowdPlanText, useOtherLayout, usePassages, useWidth } from './use-crowd-plan.ts';
import { useFormat } from './use-twin.ts';

/** Rows before the rest is asked for. */
const FEW = 6;

/** "Hoe smal wordt de doorgang als we hier een toiletcabine zetten?" At once, also while it is dragged. */
export function CrowdPassages({ children }: { readonly children: ReactNode }) {
  const text = useCrowdPlanText().passages;
  const now = useCrowdPassages((state) => state.now);
  const problem = useCrowdPassages((state) => state.problem);
  const other = useCrowdPassages((state) => state.other);
  const passages = usePassages(now, other);
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
          <CrowdSentence passages={passages} />
          {children}
          <Table {...passages} />
          <p className="nl-paragraph tw-subtle">{text.note}</p>
        </>
      )}
    </CrowdSection>
  );
}

function Table({ passages }: EventPassages) {
  const text = useCrowdPlanText().passages;
  const format = useFormat();
  const width = useWidth();
  const where = useWhere();
  const chosen = useCrowd((state) => state.passage);
  const other = useOtherLayout();
  const [isAll, setAll] = useState(false);
  if (passages.length === 0) return null;
  return (
    <>
      <div className="tw-flood__table">
        <table className="utrecht-table utrecht-table--html-table tw-table">
          <caption className="tw-hidden">{text.table}</caption>
          <HeadCells heads={text.heads(other?.title)} />
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
