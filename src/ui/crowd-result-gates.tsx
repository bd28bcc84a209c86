import type { GateAnswer } from '../model/crowd-answer.ts';
import { busiestMinute } from '../model/crowd-headlines.ts';
import { CrowdSorted, EachSide } from './crowd-sorted.tsx';
import { useCrowdWords, useResultText } from './use-crowd-result.ts';

type Column = 'name' | 'forward' | 'backward' | 'peak' | 'at';
const columnIds = ['name', 'forward', 'backward', 'peak', 'at'] as const satisfies readonly Column[];
const numbers: Record<Exclude<Column, 'name'>, (gate: GateAnswer) => number> = {
  forward: ({ crossed }) => crossed.forward,
  backward: ({ crossed }) => crossed.backward,
  peak: ({ times }) => busiestMinute(times).persons,
  at: ({ times }) => busiestMinute(times).second,
};

/** Who came and went by each entry. Passages have a table of their own. */
export function CrowdResultGates() {
  const text = useResultText().gates;
  const words = useCrowdWords();
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="crowd-gates">
      <h3 className="tw-flood__title" id="crowd-gates" tabIndex={-1}>
        {text.title}
      </h3>
      <EachSide>
        {({ answers: [first] }) => (
          <CrowdSorted
            caption={text.title}
            rows={(first?.gates ?? []).filter(({ id }) => !id.startsWith('passage-'))}
            columns={columnIds.map((column) => [column, text.columns[column]] as const)}
            first={{ column: 'forward', isRising: false }}
            rising={['name', 'at']}
            figureOf={(gate, column) => (column === 'name' ? words.name(gate.id) : numbers[column](gate))}
          >
            {(gate) => (
              <tr key={gate.id}>
                <th scope="row">{words.name(gate.id)}</th>
                <td>{words.persons(numbers.forward(gate))}</td>
                <td>{words.persons(numbers.backward(gate))}</td>
                <td>{words.persons(numbers.peak(gate))}</td>
                <td>{gate.times.length > 0 ? words.clock(numbers.at(gate)) : '–'}</td>
              </tr>
            )}
          </CrowdSorted>
        )}
      </EachSide>
    </section>
  );
}
