import { useMemo } from 'react';
import { protections, type SolarSettings } from '../model/solar.ts';
import { YIELD_ERROR } from '../model/solar-error.ts';
import { listPlanes, type RoofPlane } from '../model/solar-town.ts';
import { findBuildingRow } from '../store/select-building.ts';
import { choosePlane } from '../store/solar.ts';
import { RowHead } from './row-head.tsx';
import { SolarMark } from './solar-mark.tsx';
import { SolarPlane } from './solar-plane.tsx';
import { SolarRoofDetail } from './solar-roof-detail.tsx';
import { usePlaneName } from './use-plane-name.ts';
import { useSolar, useSolarText, useSolarWords, useTownRoofs } from './use-solar.ts';
import { useSolarRoofText } from './use-solar-roof.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** What one building's roof is worth: in a few figures, by plane, and by month and hour once that is worked out. */
export function SolarRoof({ id }: { readonly id: string }) {
  const text = useSolarRoofText();
  const roofs = useTownRoofs();
  const table = useTwin((state) => state.buildingTable);
  const skipped = useSolar(({ town }) =>
    town.status === 'ready' ? town.value.index.skipped.find((item) => item.id === id)?.reason : undefined,
  );
  const row = table.status === 'ready' ? findBuildingRow(table.value, id) : undefined;
  const planes = useMemo(
    () => (roofs && row !== undefined ? listPlanes(roofs.town, row, roofs.settings) : []),
    [roofs, row],
  );
  const chosen = useSolar((state) => (state.plane?.building === id ? state.plane.surface : undefined));
  if (!roofs || table.status !== 'ready') return <p className="nl-paragraph">{text.loading}</p>;
  const plane = planes.find(({ surface }) => surface === chosen) ?? planes[0];
  if (!plane || row === undefined)
    return <p className="nl-paragraph">{skipped === undefined ? text.missing : text.skipped(skipped)}</p>;
  const protection = protections[table.value.protection?.[row] ?? 0] ?? 'none';
  return (
    <>
      <Summary planes={planes} settings={roofs.settings} />
      <p className={`nl-paragraph${protection === 'none' ? '' : ' tw-flood__verdict tw-flood__verdict--above'}`}>
        {protection === 'none' ? text.noPermit : text.permit[protection]}
      </p>
      {planes.length > 1 && <Planes id={id} planes={planes} chosen={plane} />}
      <SolarPlane plane={plane} settings={roofs.settings} />
      <SolarRoofDetail id={id} plane={plane} settings={roofs.settings} />
    </>
  );
}

interface PlanesProps {
  readonly planes: readonly RoofPlane[];
}

function Summary({ planes, settings }: PlanesProps & { readonly settings: SolarSettings }) {
  const text = useSolarRoofText();
  const words = useSolarWords();
  const format = useFormat();
  const fit = planes.filter(({ suitability }) => suitability !== 'none');
  if (fit.length === 0) return <p className="nl-paragraph">{text.noPanels}</p>;
  const sum = (read: (plane: RoofPlane) => number) => fit.reduce((total, plane) => total + read(plane), 0);
  const yearly = sum((plane) => plane.yearly);
  const off = text.error(words.percent(YIELD_ERROR));
  const rows = [
    [text.fits, text.fitsValue(format.number(sum(({ panels }) => panels)))],
    [text.power, words.power(sum(({ kwp }) => kwp))],
    [text.yearly, `${words.energy(yearly)} ${off}`],
    [text.saving, `${words.money(yearly * settings.priceKwh)} ${off}`],
    [text.co2, `${words.co2(yearly * settings.co2Kwh)} ${off}`],
  ];
  return (
    <dl className="tw-facts">
      {rows.map(([label, value], i) => (
        <div key={label} className={i === 0 ? 'tw-facts__main' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Planes({ id, planes, chosen }: PlanesProps & { readonly id: string; readonly chosen: RoofPlane }) {
  const text = useSolarRoofText();
  const { classes } = useSolarText();
  const words = useSolarWords();
  const format = useFormat();
  const nameOf = usePlaneName();
  return (
    <div className="tw-flood__table">
      <table className="utrecht-table utrecht-table--html-table tw-table tw-solar__table">
        <caption className="tw-solar__caption">
          {text.planes}. <span className="tw-subtle">{text.planesIntro}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.plane}</th>
            <th scope="col">{text.area}</th>
            <th scope="col">{text.light}</th>
            <th scope="col">{text.panelsShort}</th>
          </tr>
        </thead>
        <tbody>
          {planes.map((plane) => (
            <tr key={plane.surface} data-chosen={plane === chosen}>
              <RowHead
                name={nameOf(plane)}
                isChosen={plane === chosen}
                onChoose={() => choosePlane({ building: id, surface: plane.surface })}
              >
                <span className="tw-solar__class">
                  <SolarMark id={plane.suitability} /> {classes[plane.suitability]}
                </span>
              </RowHead>
              <td>{format.number(plane.area)}</td>
              <td>{words.lightNumber(plane.irradiation)}</td>
              <td>{format.number(plane.panels)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
