import { useState } from 'react';
import type { CsvCell } from '../model/csv.ts';
import { listPlaneRows, roofsToGeoJson } from '../model/export-solar.ts';
import { groupDistricts } from '../model/solar-town.ts';
import { readOutlines } from '../store/roof-shapes.ts';
import { useBuildingName } from './building-name.ts';
import { saveFile } from './save-file.ts';
import { SaveList } from './save-list.tsx';
import { useSaveTable } from './use-save-table.ts';
import { type SolarAnswerParts, useSolarText } from './use-solar.ts';

/** What the tables list as files, whole. */
export function SolarExport({ answer }: { readonly answer: SolarAnswerParts }) {
  const text = useSolarText();
  const saveTable = useSaveTable();
  const listBuildings = useBuildingLines(answer);
  const listDistricts = useDistrictLines(answer);
  const { town, roofs, table, settings, easy } = answer;

  const [going, setGoing] = useState<string>();
  const saveRoofs = async () => {
    const { engine, inputsHash, climate } = town.index;
    const about = { title: text.table, engine, inputsHash, climate: `${climate.title}, ${climate.source}` };
    const rows = easy.map(({ row }) => row);
    setGoing(text.outlinesComing);
    let outlines: Outlines | undefined;
    try {
      outlines = await readOutlines(table, rows, listPlaneRows(easy, roofs));
      setGoing(outlines.size === 0 ? text.noOutlines : undefined);
    } catch (error) {
      setGoing(`${text.noOutlines} ${error instanceof Error ? error.message : String(error)}`);
    }
    const json = roofsToGeoJson(easy, roofs, table, settings, about, outlines);
    saveFile(`${text.fileRoofs}.geojson`, 'application/geo+json', json);
  };
  const files = [
    [text.saveBuildings, () => saveTable(text.fileBuildings, text.csvBuilding, listBuildings())],
    ...(table.districts?.length
      ? [[text.saveDistricts, () => saveTable(text.fileDistricts, text.csvDistrict, listDistricts())] as const]
      : []),
    [text.saveGeoJson, () => void saveRoofs()],
  ] as const;
  return (
    <SaveList id="solar-save" title={text.save} files={files}>
      <p role="status" className="nl-paragraph tw-subtle">
        {going}
      </p>
    </SaveList>
  );
}

type Outlines = Awaited<ReturnType<typeof readOutlines>>;

const tenths = (value: number) => Number(value.toFixed(1));

function useBuildingLines({ easy, table, settings }: SolarAnswerParts): () => CsvCell[][] {
  const text = useSolarText();
  const nameOf = useBuildingName();
  const protections = { none: text.no, townscape: text.townscape, monument: text.monument };
  return () =>
    easy.map(({ row, district, homes, suitability, protection, irradiation, area, panels, kwp, yearly }) => [
      table.id[row],
      nameOf(row),
      table.districts?.[district],
      homes,
      text.classes[suitability],
      protections[protection],
      Math.round(irradiation),
      Math.round(area),
      panels,
      tenths(kwp),
      Math.round(yearly),
      Math.round(yearly * settings.priceKwh),
      Math.round(yearly * settings.co2Kwh),
      Math.round(table.x[row] as number),
      Math.round(table.y[row] as number),
    ]);
}

function useDistrictLines({ asked, easy, table, settings }: SolarAnswerParts): () => CsvCell[][] {
  const text = useSolarText();
  return () =>
    groupDistricts(asked, easy).map(({ district, asked: all, easy: sum }) => [
      table.districts?.[district] ?? text.unknownDistrict,
      all,
      sum.buildings,
      sum.panels,
      tenths(sum.kwp),
      Math.round(sum.yearly),
      Math.round(sum.yearly * settings.priceKwh),
      Math.round(sum.yearly * settings.co2Kwh),
    ]);
}
