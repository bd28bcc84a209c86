import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { BuildingTable } from '../model/city-index.ts';
import { type HeatBuilding, selectHeat } from '../model/heat-town.ts';
import { type HeatState, heat } from '../store/heat.ts';
import { heatText } from './text/heat.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

export function useHeat<T>(select: (state: HeatState) => T): T {
  return useStore(heat, select);
}

export const useHeatText = () => heatText[useLanguage()];

export interface HeatAnswerParts {
  readonly table: BuildingTable;
  /** In the chosen district, of whatever class; and those of the chosen classes. */
  readonly asked: readonly HeatBuilding[];
  readonly listed: readonly HeatBuilding[];
  /** Of the whole town. */
  readonly all: readonly HeatBuilding[];
  /** Buildings with homes of which too little is known. */
  readonly unknown: number;
}

/** Undefined until it has been computed once. */
export function useHeatParts(): HeatAnswerParts | undefined {
  const table = useTwin(({ buildingTable }) => (buildingTable.status === 'ready' ? buildingTable.value : undefined));
  const all = useHeat((state) => state.buildings);
  const { filter } = useTwin((state) => state.heat);
  const unknown = useHeat(({ demand }) => (demand.status === 'ready' ? demand.value.unknown : undefined));
  const isThere = all.length > 0 || unknown !== undefined;
  return useMemo(() => {
    if (!table || !isThere) return undefined;
    const [asked, listed] = [false, true].map((hasClass) =>
      selectHeat(all, filter, table.districts ?? [], hasClass),
    ) as [HeatBuilding[], HeatBuilding[]];
    return { table, asked, listed, all, unknown: unknown ?? 0 };
  }, [table, all, filter, unknown, isThere]);
}

/** Two digits: a figure is not worth more. */
const twoDigits = (value: number) => (value === 0 ? 0 : Number(value.toPrecision(2)));

export interface HeatWords {
  /** kWh, MWh or GWh. */
  readonly energy: (kwh: number) => string;
  /** kWh/m² in fives. */
  readonly demand: (value: number) => string;
  readonly ratio: (value: number) => string;
  readonly percent: (share: number) => string;
}

export function useHeatWords(): HeatWords {
  const text = useHeatText();
  const format = useFormat();
  const short = (value: number) => format.number(twoDigits(value), twoDigits(value) < 10 ? 1 : 0);
  return {
    energy(kwh) {
      if (kwh < 1e4) return text.kwh(format.number(twoDigits(kwh)));
      return kwh < 1e6 ? text.mwh(short(kwh / 1e3)) : text.gwh(short(kwh / 1e6));
    },
    demand: (value) => format.number(Math.round(value / 5) * 5),
    ratio: (value) => format.number(value, 1),
    percent: (share) => `${format.number(share * 100)}%`,
  };
}
