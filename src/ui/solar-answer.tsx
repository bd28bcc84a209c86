import './flood.css';
import './solar.css';
import { useEffect } from 'react';
import { needIndex } from '../store/load-municipality.ts';
import { needSolar } from '../store/solar.ts';
import { PartLinks } from './part-links.tsx';
import { SolarAddress } from './solar-address.tsx';
import { SolarChart } from './solar-chart.tsx';
import { SolarDistricts } from './solar-districts.tsx';
import { SolarExport } from './solar-export.tsx';
import { SolarField } from './solar-field.tsx';
import { SolarFilter } from './solar-filter.tsx';
import { SolarLeaflet } from './solar-leaflet.tsx';
import { SolarPlanNote } from './solar-plan-note.tsx';
import { SolarSettings } from './solar-settings.tsx';
import { SolarTable } from './solar-table.tsx';
import { SolarTotals } from './solar-totals.tsx';
import { useSolar, useSolarParts, useSolarText } from './use-solar.ts';
import { useTwin } from './use-twin.ts';

const parts = ['solar-address', 'solar-filter', 'solar-table', 'solar-chart', 'solar-settings'] as const;

/** Which buildings can easily get solar panels, how many, and what they would give. */
export function SolarAnswer() {
  const text = useSolarText();
  const town = useSolar((state) => state.town);
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const table = useTwin((state) => state.buildingTable.status);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const answer = useSolarParts();

  useEffect(() => {
    needIndex('buildingTable');
    needIndex('addresses');
  }, []);
  useEffect(() => {
    if (isReady) void needSolar();
  }, [isReady]);

  if (town.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.missing}</p>
        <p className="nl-paragraph tw-subtle">{town.message}</p>
      </div>
    );
  if (table === 'failed')
    return (
      <p className="nl-paragraph" role="alert">
        {text.noTable}
      </p>
    );
  if (!answer) return <p className="nl-paragraph">{text.loading}</p>;
  return (
    <div className="tw-flood">
      <SolarTotals answer={answer} />
      <SolarPlanNote answer={answer} />
      {!supported && <p className="nl-paragraph">{text.noWebGl}</p>}
      <PartLinks title={text.contents.title} parts={parts.map((id) => [id, text.contents[id]])} />
      {supported && <SolarField />}
      <SolarAddress />
      <SolarFilter table={answer.table} />
      <SolarTable answer={answer} />
      <SolarDistricts answer={answer} />
      <SolarExport answer={answer} />
      <SolarChart answer={answer} />
      <SolarSettings index={answer.town.index} />
      <SolarLeaflet />
    </div>
  );
}
