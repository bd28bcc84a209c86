import { heatToGeoJson } from '../model/export-heat.ts';
import { heatClasses } from '../model/heat.ts';
import { groupHeat } from '../model/heat-town.ts';
import { useBuildingName } from './building-name.ts';
import { saveFile } from './save-file.ts';
import { SaveList } from './save-list.tsx';
import { type HeatAnswerParts, useHeatText } from './use-heat.ts';
import { useSaveTable } from './use-save-table.ts';
import { useTwin } from './use-twin.ts';

/** What the tables list as files, whole. */
export function HeatExport({ answer: { listed, all, table } }: { readonly answer: HeatAnswerParts }) {
  const text = useHeatText();
  const saveTable = useSaveTable();
  const settings = useTwin((state) => state.heat);
  const nameOf = useBuildingName();

  const saveBuildings = () =>
    saveTable(
      text.fileBuildings,
      text.csvBuilding,
      listed.map(({ row, district, year, homes, floorArea, demand, standard, ratio, heatClass, energy, basis }) => [
        table.id[row],
        nameOf(row),
        table.districts?.[district],
        year,
        homes,
        Math.round(floorArea),
        Math.round(demand),
        Math.round(standard),
        Number(ratio.toFixed(2)),
        text.shortClasses[heatClass],
        Math.round(energy),
        text.bases[basis],
        Math.round(table.x[row] as number),
        Math.round(table.y[row] as number),
      ]),
    );
  const saveDistricts = () =>
    saveTable(
      text.fileDistricts,
      text.csvDistrict,
      groupHeat(all).map(({ district, homes, byClass, mean, energy }) => [
        table.districts?.[district] ?? text.unknownDistrict,
        homes,
        ...heatClasses.map((id) => byClass[id]),
        Math.round(mean),
        Math.round(energy),
      ]),
    );
  const saveMap = () =>
    saveFile(`${text.fileBuildings}.geojson`, 'application/geo+json', heatToGeoJson(listed, table, settings, text.bar));
  const files = [
    [text.saveBuildings, saveBuildings],
    ...(table.districts?.length ? [[text.saveDistricts, saveDistricts] as const] : []),
    [text.saveGeoJson, saveMap],
  ] as const;
  return <SaveList id="heat-save" title={text.save} files={files} />;
}
