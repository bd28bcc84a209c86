import { useState } from 'react';
import { buildingHeight, type ViewSummary } from '../model/view-summary.ts';
import { windOf } from '../model/wind.ts';
import { selectBuildingById } from '../store/select-building.ts';
import { useBuildingName } from './building-name.ts';
import { RowHead } from './row-head.tsx';
import { useFormat, useText, useTwin } from './use-twin.ts';
import { WindowMover } from './window-mover.tsx';

const FIRST_ROWS = 8;
const MORE_ROWS = 200;

export function ViewAnswer({ summary }: { readonly summary: ViewSummary }) {
  const text = useText();
  const format = useFormat();
  const unsupported = useTwin((state) => state.scene === 'unsupported');
  const sentences = useSentences(summary);
  return (
    <>
      {unsupported && <WindowMover />}
      <div aria-live="polite">
        <ul className="tw-sentences">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {summary.streets && summary.streets.length > 0 && (
        <>
          <h3 className="tw-heading">{text.view.streets}</h3>
          <ul className="tw-sentences">
            {summary.streets.map(({ name, distance }) => (
              <li key={name}>
                {name} <span className="tw-subtle">{format.length(distance)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <BuildingsTable summary={summary} />
    </>
  );
}

function useSentences(summary: ViewSummary): string[] {
  const text = useText();
  const format = useFormat();
  const camera = useTwin((state) => state.camera);
  const walking = useTwin((state) => state.walking);
  const selected = useTwin((state) => state.selection?.id);
  const unsupported = useTwin((state) => state.scene === 'unsupported');
  const nameOf = useBuildingName();
  const { buildings, addresses, tallest, years, area } = summary;
  const tallestName = tallest && nameOf(tallest.row);
  const tallestPlace = tallestName === text.view.nameless ? undefined : tallestName;
  const count = buildings.length;
  return [
    unsupported && text.view.window(format.length(Math.sqrt(area))),
    !unsupported && camera && describeEye(camera),
    count === 0 && text.view.noBuildings,
    count === 1 && text.view.oneBuilding(format.area(area)),
    count > 1 && text.view.buildings(format.number(count), format.area(area)),
    addresses !== undefined && count > 0 && text.view.addresses(format.number(addresses)),
    count > 1 && tallest && text.view.tallest(format.height(tallest.height), tallestPlace),
    years &&
      (years.oldest === years.newest ? text.view.sameYear(years.oldest) : text.view.years(years.oldest, years.newest)),
    selected !== undefined && text.view.selected(nameOf(selected)),
  ].filter((sentence) => typeof sentence === 'string');

  function describeEye({ headingDegrees, pitchDegrees, nap }: NonNullable<typeof camera>): string {
    if (walking) return text.view.walking(windOf(headingDegrees));
    const height = format.length(nap);
    return pitchDegrees < -80 ? text.view.lookingDown(height) : text.view.looking(windOf(headingDegrees), height);
  }
}

function BuildingsTable({ summary: { buildings } }: { readonly summary: ViewSummary }) {
  const text = useText();
  const format = useFormat();
  const table = useTwin((state) => state.buildingTable);
  const nameOf = useBuildingName();
  const [more, setMore] = useState(false);
  if (table.status !== 'ready' || buildings.length === 0) return null;
  const shown = buildings.slice(0, more ? MORE_ROWS : FIRST_ROWS);
  const moreLabel =
    buildings.length > MORE_ROWS
      ? text.view.tableNearest(format.number(MORE_ROWS))
      : text.view.tableMore(format.number(buildings.length));
  return (
    <>
      <table className="utrecht-table utrecht-table--html-table tw-table">
        <caption>
          {text.view.table}{' '}
          <span className="tw-subtle">
            {text.view.tableFirst(format.number(shown.length), format.number(buildings.length))}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.view.building}</th>
            <th scope="col">{text.view.height}</th>
            <th scope="col">{text.view.year}</th>
            <th scope="col">{text.view.distance}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, distance }) => {
            const height = buildingHeight(table.value, row);
            return (
              <tr key={row}>
                <RowHead name={nameOf(row)} onChoose={() => selectBuildingById(table.value.id[row])} />
                <td>{height === null ? text.unknown : format.height(height)}</td>
                <td>{table.value.year[row] ?? text.unknown}</td>
                <td>{format.length(distance)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {buildings.length > FIRST_ROWS && (
        <button type="button" className="tw-chip" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? text.less : moreLabel}
        </button>
      )}
    </>
  );
}
