import { headlinesOf } from '../model/crowd-headlines.ts';
import { sendCommand } from '../store/commands.ts';
import { CrowdSorted, EachSide } from './crowd-sorted.tsx';
import { RowHead } from './row-head.tsx';
import {
  type CrowdPassageRow,
  useCrowdPassages,
  useCrowdSides,
  useCrowdWords,
  useResultText,
} from './use-crowd-result.ts';
import { useFirstRows } from './use-first-rows.tsx';

const columnIds = ['name', 'before', 'now', 'capacity', 'flow'] as const;
type Column = (typeof columnIds)[number];
const FIRST_ROWS = 8;
/** m around a passage that is gone to. */
const LOOK = 12;

/** Widths from the geometry, beside who went through in the simulation. */
export function CrowdResultPassages() {
  const text = useResultText();
  const rows = useCrowdPassages();
  const { shown, button } = useFirstRows(rows, FIRST_ROWS, text.places);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="crowd-flows">
      <h3 className="tw-flood__title" id="crowd-flows" tabIndex={-1}>
        {text.passages.title}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.passages.intro}</p>
      {rows.length === 0 ? (
        <p className="nl-paragraph">{text.passages.none}</p>
      ) : (
        <EachSide>{(_, rank) => <Passages rows={shown} rank={rank} />}</EachSide>
      )}
      {button}
    </section>
  );
}

const goTo = ({ line: [x1, y1, x2, y2] }: CrowdPassageRow) =>
  sendCommand({ type: 'look-at', x: (x1 + x2) / 2, y: (y1 + y2) / 2, radius: LOOK });

function Passages({ rows, rank }: { readonly rows: readonly CrowdPassageRow[]; readonly rank: number }) {
  const text = useResultText().passages;
  const words = useCrowdWords();
  const all = useCrowdPassages();
  const flows = usePassageFlows(rank);
  const nameOf = (row: CrowdPassageRow) =>
    row.gate === undefined ? text.name(String(all.indexOf(row) + 1)) : words.name(row.gate);
  const flowOf = ({ gate }: CrowdPassageRow) => (gate === undefined ? undefined : flows(gate));
  const numbers: Record<Exclude<Column, 'name'>, (row: CrowdPassageRow) => number> = {
    before: ({ widthBefore }) => widthBefore ?? Number.POSITIVE_INFINITY,
    now: ({ now }) => now[rank]?.widthM ?? Number.POSITIVE_INFINITY,
    capacity: ({ now }) => now[rank]?.capacityPersonsPerSecond ?? Number.POSITIVE_INFINITY,
    flow: (row) => flowOf(row) ?? -1,
  };
  return (
    <CrowdSorted
      caption={text.title}
      rows={rows}
      columns={columnIds.map((column) => [column, text.columns[column]] as const)}
      first={{ column: 'name', isRising: true }}
      rising={['name', 'before', 'now', 'capacity']}
      figureOf={(row, column) => (column === 'name' ? nameOf(row) : numbers[column](row))}
    >
      {(row) => {
        const now = row.now[rank];
        const flow = flowOf(row);
        return (
          <tr key={row.line.join()}>
            <RowHead name={nameOf(row)} onChoose={() => goTo(row)} />
            <td>{row.widthBefore === undefined ? text.open : words.metres(row.widthBefore)}</td>
            <td>{now ? words.metres(now.widthM) : text.open}</td>
            <td>{now ? words.persons(now.capacityPersonsPerSecond * 60) : '–'}</td>
            <td>{flow === undefined ? text.uncounted : words.persons(flow)}</td>
          </tr>
        );
      }}
    </CrowdSorted>
  );
}

/** Persons in the busiest minute through a gate, in the middle of the runs of a side. */
function usePassageFlows(rank: number): (gate: string) => number | undefined {
  const sides = useCrowdSides();
  return (gate) => headlinesOf(sides[rank]?.answers ?? [], gate).flow?.middle;
}
