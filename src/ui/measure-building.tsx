import { useEffect } from 'react';
import { listNearest } from '../model/nearest-rows.ts';
import { needIndex } from '../store/load-municipality.ts';
import { type BuildingHeights, measureBuildingRow, readBuildingHeights } from '../store/measure.ts';
import { useBuildingName } from './building-name.ts';
import { CopyText } from './copy-text.tsx';
import type { Format } from './format.ts';
import { type MeasureText, measureText } from './text/measure.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** Metres around the middle of the picture, and buildings in the list. */
const REACH = 1500;
const MOST = 25;

export function MeasureBuilding() {
  const text = measureText[useLanguage()];
  const table = useTwin((state) => state.buildingTable);
  const centre = useTwin((state) => state.footprint?.centre);
  const building = useTwin((state) => state.measure.building);
  const nameOf = useBuildingName();

  useEffect(() => {
    needIndex('buildingTable');
    needIndex('addresses');
  }, []);

  const rows = table.status === 'ready' && centre ? listNearest(table.value, centre, REACH, MOST) : [];
  return (
    <>
      {table.status === 'ready' && rows.length > 0 && (
        <label className="tw-field">
          <span className="tw-heading">{text.building}</span>
          <select
            className="utrecht-textbox"
            value=""
            onChange={(event) => measureBuildingRow(table.value, Number(event.currentTarget.value))}
          >
            <option value="" disabled>
              {text.chooseBuilding}
            </option>
            {rows.map((row) => (
              <option key={row} value={row}>
                {nameOf(row)}
              </option>
            ))}
          </select>
        </label>
      )}
      {building ? <HeightTable name={nameOf(building.id)} /> : <p className="nl-paragraph">{text.need.height}</p>}
    </>
  );
}

const parts = ['top', 'eaves', 'ground'] as const;
const bases = ['nap', 'ground', 'peil'] as const;

function writeHeight(
  heights: BuildingHeights,
  part: (typeof parts)[number],
  base: (typeof bases)[number],
  format: Format,
) {
  const value = heights[part];
  const zero = base === 'nap' ? 0 : heights[base];
  return value === undefined || zero === undefined ? undefined : format.height(value - zero);
}

function notesOf({ peil, eaves, error }: BuildingHeights, text: MeasureText, format: Format): string[] {
  return [
    peil === undefined ? text.noPeil : text.peil(format.height(peil)),
    ...(eaves === undefined ? [text.eavesUnknown] : []),
    error === undefined ? text.errorUnknown : text.heightError(format.height(error)),
  ];
}

function HeightTable({ name }: { readonly name: string }) {
  const text = measureText[useLanguage()];
  const format = useFormat();
  const building = useTwin((state) => state.measure.building);
  const municipality = useTwin((state) => state.municipality);
  const plans = useTwin((state) => state.plans);
  const choice = useTwin((state) => state.choice);
  const planModels = useTwin((state) => state.planModels);
  if (!building) return null;
  const heights = readBuildingHeights({ municipality, plans, choice, planModels }, building);
  const source = municipality.status === 'ready' ? municipality.value.buildings[0]?.source : undefined;
  const titles = { nap: text.aboveNap, ground: text.aboveGround, peil: text.abovePeil };
  const notes = [
    ...notesOf(heights, text, format),
    ...(source ? [text.source(format.localised(source.title), format.date(source.date))] : []),
    text.indicative,
  ];
  const lines = parts.map(
    (part) =>
      `${text[part]}: ${bases
        .map((base) => `${titles[base].toLowerCase()} ${writeHeight(heights, part, base, format) ?? text.unknown}`)
        .join('; ')}`,
  );
  return (
    <section className="tw-measure" aria-labelledby="height-title">
      <h3 id="height-title" className="nl-heading nl-heading--level-4">
        {name}
      </h3>
      <table className="utrecht-table utrecht-table--html-table tw-table tw-heights" aria-label={text.heights}>
        <thead>
          <tr>
            <th scope="col">{text.part}</th>
            {bases.map((base) => (
              <th key={base} scope="col">
                {titles[base]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part}>
              <th scope="row">{text[part]}</th>
              {bases.map((base) => (
                <td key={base}>
                  {writeHeight(heights, part, base, format) ?? <span className="tw-subtle">{text.unknown}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className="nl-paragraph tw-subtle">
          {note}
        </p>
      ))}
      <CopyText lines={[name, `${building.id}`, ...lines, ...notes]} />
    </section>
  );
}
