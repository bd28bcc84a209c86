import { useId, useState } from 'react';
import type { ListedScenario } from '../store/scenario-list.ts';
import { listDifferences } from './scenario-facts.ts';
import { useScenarioWords } from './use-scenario-words.ts';

/** Two of the list beside each other: only what they show differently. */
export function ScenarioCompare({ items }: { readonly items: readonly ListedScenario[] }) {
  const all = useScenarioWords();
  const { words } = all;
  const [chosen, choose] = useState<readonly [number?, number?]>([]);
  const id = useId();
  // What was chosen may be gone from the list.
  const first = items.find((item) => item.id === chosen[0]) ?? items[0];
  const second = items.find((item) => item.id === chosen[1]) ?? items.find((item) => item !== first);
  if (!first || !second) return null;
  const rows = listDifferences(first.scenario, second.scenario, all);

  const picker = (label: string, value: number, pick: (id: number) => void) => (
    <label>
      <span className="tw-heading">{label}</span>
      <select
        className="tw-scenarios__select"
        value={value}
        onChange={(event) => pick(Number(event.currentTarget.value))}
      >
        {items.map((item) => (
          <option key={item.id} value={item.id}>
            {item.scenario.title}
          </option>
        ))}
      </select>
    </label>
  );

  return (
    <section className="tw-scenarios__compare" aria-labelledby={id}>
      <h3 id={id} className="nl-heading nl-heading--level-4">
        {words.compareTitle}
      </h3>
      <div className="tw-scenarios__pickers">
        {picker(words.first, first.id, (value) => choose([value, second.id]))}
        {picker(words.second, second.id, (value) => choose([first.id, value]))}
      </div>
      {rows.length === 0 ? (
        <p role="status" className="nl-paragraph">
          {words.same}
        </p>
      ) : (
        <table className="utrecht-table tw-table tw-scenarios__table">
          <thead className="utrecht-table__header">
            <tr>
              <th scope="col">{words.part}</th>
              <th scope="col">{first.scenario.title}</th>
              <th scope="col">{second.scenario.title}</th>
            </tr>
          </thead>
          <tbody className="utrecht-table__body">
            {rows.map((row) => (
              <tr key={row.fact}>
                <th scope="row">{words.facts[row.fact]}</th>
                <td>{row.first ?? words.nothing}</td>
                <td>{row.second ?? words.nothing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
