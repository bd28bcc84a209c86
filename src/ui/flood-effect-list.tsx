import { useMemo, useState } from 'react';
import { type BuildingWaterClass, buildingWaterClasses } from '../model/building-water.ts';
import { type Column, filterWet, listWetBuildings, sortWet, type WetBuilding } from '../model/flood-effect-rows.ts';
import type { FloodEffects } from '../model/flood-effects.ts';
import { lookAtBuilding } from '../store/go-to-building.ts';
import { twin } from '../store/twin.ts';
import { useBuildingName } from './building-name.ts';
import { WaterClassMark } from './flood-effect-mark.tsx';
import { RowFilter } from './row-filter.tsx';
import { RowHead } from './row-head.tsx';
import { SortTable } from './sort-table.tsx';
import { useFirstRows } from './use-first-rows.tsx';
import { useFloodWords } from './use-flood.ts';
import { useIsBreach } from './use-flood-breach.ts';
import { useEffectsText, useEffectsWords } from './use-flood-effects.ts';
import { useFormat } from './use-twin.ts';

const FIRST_ROWS = 10;
/** Columns whose least comes first; each has one way round. */
const rising: readonly Column[] = ['name', 'arrival'];
const wetClasses: readonly BuildingWaterClass[] = ['inside', 'undecided', 'facade'];

/** Buildings with water at their façade: sorted and filtered as asked; choosing one goes there. */
export function FloodEffectList({ effects }: { readonly effects: FloodEffects }) {
  const text = useEffectsText();
  const nameOf = useBuildingName();
  const [column, setColumn] = useState<Column>('depth');
  const [filter, setFilter] = useState<{ readonly text: string; readonly only?: BuildingWaterClass }>({ text: '' });
  // Names change with the addresses and the language only, not with each rendering.
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf is a new function each time.
  const all = useMemo(() => listWetBuildings(effects, nameOf), [effects]);
  const rows = useMemo(() => sortWet(filterWet(all, filter), column), [all, filter, column]);
  const { shown, button } = useFirstRows(rows, FIRST_ROWS, text);
  return (
    <div className="tw-flood__group">
      <RowFilter
        label={text.filterName}
        legend={text.filterClass}
        kinds={wetClasses}
        onFilter={setFilter}
        {...{ filter }}
      >
        {(id) => (
          <>
            {id && <WaterClassMark id={id} />}
            {id ? text.classes[id] : text.all}
          </>
        )}
      </RowFilter>
      {rows.length === 0 ? <p className="nl-paragraph">{text.noRows}</p> : null}
      {rows.length > 0 && (
        <Rows rows={shown} column={column} onSort={setColumn} count={rows.length} effects={effects} />
      )}
      {button}
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly WetBuilding[];
  readonly column: Column;
  readonly onSort: (column: Column) => void;
  /** Of all, also those that are not shown yet. */
  readonly count: number;
  readonly effects: FloodEffects;
}

function Rows({ rows, column, onSort, count, effects }: RowsProps) {
  const text = useEffectsText();
  const words = useEffectsWords();
  const times = useFloodWords();
  const isBreach = useIsBreach();
  const format = useFormat();
  const columns = [
    ['name', text.building],
    ['depth', text.depth],
    ['arrival', text.arrival],
  ] as const;
  return (
    <SortTable
      caption={text.listTitle(format.number(count))}
      sorting={{ column, isRising: rising.includes(column) }}
      onSort={(next) => onSort(next.column)}
      sortBy={text.sortBy}
      {...{ columns, rising }}
    >
      {rows.map(({ row, name, depth, arrival }) => {
        const id = buildingWaterClasses[effects.buildings.classes[row] as number] as BuildingWaterClass;
        return (
          <tr key={row}>
            <RowHead name={name} onChoose={() => goTo(row)}>
              <span className="tw-effects__class">
                <WaterClassMark id={id} /> {text.classes[id]}
              </span>
            </RowHead>
            <td>
              {times.depth(depth)}
              <span className="tw-effects__error"> ± {words.depth(effects.accuracy)}</span>
            </td>
            <td>{arrival === undefined ? '–' : isBreach ? times.minutes(arrival) : times.minutesShort(arrival)}</td>
          </tr>
        );
      })}
    </SortTable>
  );
}

function goTo(row: number): void {
  const { buildingTable } = twin.getState();
  const id = buildingTable.status === 'ready' ? buildingTable.value.id[row] : undefined;
  if (id === undefined) return;
  twin.setState({ lastSelected: id });
  void lookAtBuilding(id);
}
