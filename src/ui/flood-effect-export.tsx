import { useState } from 'react';
import type { CsvCell } from '../model/csv.ts';
import { listWetBuildings } from '../model/flood-effect-rows.ts';
import type { FloodEffects } from '../model/flood-effects.ts';
import { writeEffectMap, writeEffectRasters } from '../store/flood-effect-files.ts';
import { useBuildingName } from './building-name.ts';
import { saveFile } from './save-file.ts';
import { SaveList } from './save-list.tsx';
import { useFlood, useFloodWords } from './use-flood.ts';
import { useEffectsText } from './use-flood-effects.ts';
import { useSaveTable } from './use-save-table.ts';
import { useTwin } from './use-twin.ts';

/** The tables, the map and the rasters of the run as files. */
export function FloodEffectExport({ effects }: { readonly effects: FloodEffects }) {
  const text = useEffectsText();
  const words = useFloodWords();
  const save = useSaveTable();
  const listBuildings = useBuildingLines(effects);
  const listRoads = useRoadLines(effects);
  const run = useFlood((state) => state.run);
  const [state, setState] = useState<'idle' | 'working' | { readonly message: string }>('idle');
  const storm = run ? words.storm(run.storm) : '';
  const name = `${text.fileName}-${run?.storm.id ?? ''}`;

  const saveTable = (kind: string, head: readonly string[], lines: readonly (readonly CsvCell[])[]) =>
    save(
      `${name}-${kind}`,
      head,
      lines.map((line) => [...line, storm]),
    );
  const saveMap = () => {
    const json = writeEffectMap(`${text.title}: ${storm}`);
    if (json !== undefined) saveFile(`${name}.geojson`, 'application/geo+json', json);
  };
  const saveRasters = async () => {
    setState('working');
    try {
      saveFile(`${name}.zip`, 'application/zip', await writeEffectRasters(`${text.title}: ${storm}`));
      setState('idle');
    } catch (error) {
      setState({ message: error instanceof Error ? error.message : String(error) });
    }
  };
  const files = [
    [text.saveBuildings, () => saveTable(text.fileBuildings, text.csvBuilding, listBuildings())],
    [text.saveRoads, () => saveTable(text.fileRoads, text.csvRoad, listRoads())],
    [text.saveGeoJson, saveMap],
    [text.saveRaster, () => void saveRasters()],
  ] as const;
  return (
    <SaveList id="flood-effect-save" title={text.save} files={files}>
      {state === 'working' && (
        <p className="nl-paragraph tw-subtle" role="status">
          {text.saving}
        </p>
      )}
      {typeof state === 'object' && (
        <div role="alert">
          <p className="nl-paragraph">{text.saveFailed}</p>
          <p className="nl-paragraph tw-subtle">{state.message}</p>
        </div>
      )}
    </SaveList>
  );
}

/** Buildings with water; what is told on the screen in the same steps, and where. */
function useBuildingLines(effects: FloodEffects): () => CsvCell[][] {
  const text = useEffectsText();
  const nameOf = useBuildingName();
  const table = useTwin((state) => state.buildingTable);
  const hundredths = (metres: number) => Number(metres.toFixed(2));
  return () =>
    listWetBuildings(effects, nameOf).map(({ row, name, depth, arrival, duration, waterClass }) => [
      ...(table.status === 'ready' ? [table.value.id[row]] : [undefined]),
      name,
      text.classes[waterClass],
      hundredths(Math.round(depth * 20) / 20),
      hundredths(effects.accuracy),
      arrival,
      duration,
      ...(table.status === 'ready'
        ? [Math.round(table.value.x[row] as number), Math.round(table.value.y[row] as number)]
        : [undefined, undefined]),
    ]);
}

function useRoadLines({ roads }: FloodEffects): () => CsvCell[][] {
  const text = useEffectsText();
  const index = useTwin((state) => state.streets);
  return () =>
    roads.streets.map(({ street, metres, seconds, isLasting, x, y }) => [
      index.status === 'ready' ? index.value.streets[street]?.name : undefined,
      Math.round(metres / 10) * 10,
      Math.round(seconds / 60),
      isLasting ? text.yes : text.no,
      Math.round(x),
      Math.round(y),
    ]);
}
