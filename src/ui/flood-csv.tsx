import type { StreetWater } from '../model/flood-figures.ts';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useBreachText, useIsBreach } from './use-flood-breach.ts';
import { useSaveTable } from './use-save-table.ts';

/** The whole table as a file, with the length under water and the place of each street. */
export function FloodCsv({ streets }: { readonly streets: readonly StreetWater[] }) {
  const text = useFloodText();
  const words = useFloodWords();
  const breach = useBreachText();
  const isBreach = useIsBreach();
  const storm = useFlood((state) => state.run?.storm);
  const saveTable = useSaveTable();

  function save() {
    const columns = isBreach ? text.csvColumns.with(1, breach.csvAfter) : text.csvColumns;
    const head = [text.street, ...columns, isBreach ? breach.csvStorm : text.csvStorm];
    const rows = streets.map(({ name, deepest, arrival, duration, wetLength, x, y }) => [
      name,
      // In the same steps as on the screen.
      Number((Math.round(deepest * 20) / 20).toFixed(2)),
      arrival,
      // Water of a breach stays longer than is computed.
      isBreach ? undefined : duration,
      wetLength,
      Math.round(x),
      Math.round(y),
      storm && (isBreach ? storm.id : words.storm(storm)),
    ]);
    saveTable(`${text.csvName}-${(storm?.id ?? '').replaceAll(':', '_')}`, head, rows);
  }

  return (
    <button type="button" className="tw-chip" onClick={save}>
      {text.csv}
    </button>
  );
}
