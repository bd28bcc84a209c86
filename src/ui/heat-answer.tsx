import './flood.css';
import './solar.css';
import './heat.css';
import { useEffect } from 'react';
import { needHeat } from '../store/heat.ts';
import { needIndex } from '../store/load-municipality.ts';
import { HeatChart } from './heat-chart.tsx';
import { HeatDistricts } from './heat-districts.tsx';
import { HeatExport } from './heat-export.tsx';
import { HeatLeaflet } from './heat-leaflet.tsx';
import { HeatSettingFields } from './heat-settings.tsx';
import { HeatTable } from './heat-table.tsx';
import { HeatTotals } from './heat-totals.tsx';
import { PartLinks } from './part-links.tsx';
import { useHeat, useHeatParts, useHeatText } from './use-heat.ts';
import { useTwin } from './use-twin.ts';

const parts = ['heat-districts', 'heat-chart', 'heat-table', 'heat-settings'] as const;

/** Which homes, in which district, can be the first to do without gas. */
export function HeatAnswer() {
  const text = useHeatText();
  const answer = useHeatParts();
  const demand = useHeat((state) => state.demand);
  const table = useTwin((state) => state.buildingTable.status);
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const isShown = useTwin((state) => state.overlays.heat.visible);
  const supported = useTwin((state) => state.scene !== 'unsupported');

  useEffect(() => {
    needIndex('buildingTable');
    needIndex('addresses');
  }, []);
  useEffect(() => {
    if (isReady && isShown) needHeat();
  }, [isReady, isShown]);

  if (table === 'failed')
    return (
      <p className="nl-paragraph" role="alert">
        {text.noTable}
      </p>
    );
  if (demand.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.failed}</p>
        <p className="nl-paragraph tw-subtle">{demand.message}</p>
      </div>
    );
  if (!answer) return <p className="nl-paragraph">{text.loading}</p>;
  if (answer.all.length === 0)
    return (
      <div className="tw-flood">
        <p className="nl-paragraph">{text.nobody}</p>
        <HeatLeaflet />
      </div>
    );
  return (
    <div className="tw-flood">
      <HeatTotals answer={answer} />
      {!supported && <p className="nl-paragraph">{text.noWebGl}</p>}
      <PartLinks title={text.contents.title} parts={parts.map((id) => [id, text.contents[id]])} />
      <HeatDistricts answer={answer} />
      <HeatChart answer={answer} />
      <HeatTable answer={answer} />
      <HeatExport answer={answer} />
      <HeatSettingFields />
      <HeatLeaflet />
    </div>
  );
}
