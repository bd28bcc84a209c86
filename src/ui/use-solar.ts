import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { BuildingTable } from '../model/city-index.ts';
import { isInPolygon } from '../model/polygon.ts';
import type { SolarSettings } from '../model/solar.ts';
import { changeSettings } from '../model/solar-choice.ts';
import { LIGHT_ERROR, roundToError } from '../model/solar-error.ts';
import {
  listSolarBuildings,
  type SolarBuilding,
  selectAsked,
  selectEasy,
  type TownRoofs,
} from '../model/solar-town.ts';
import { type SolarState, type SolarTown, solar } from '../store/solar.ts';
import { solarText } from './text/solar.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

export function useSolar<T>(select: (state: SolarState) => T): T {
  return useStore(solar, select);
}

export const useSolarText = () => solarText[useLanguage()];

/** Roofs with the settings as the visitor has them; undefined until they have come. */
export function useTownRoofs(): { readonly town: TownRoofs; readonly settings: SolarSettings } | undefined {
  const town = useSolar(({ town }) => (town.status === 'ready' ? town.value : undefined));
  const plan = useSolar(({ plan }) => (plan.status === 'ready' ? plan.value : undefined));
  const fitted = useSolar(({ fitted }) => (fitted.status === 'ready' ? fitted.value : undefined));
  const changes = useTwin((state) => state.solar.changes);
  return useMemo(
    () =>
      town && {
        town: { roofs: (plan ?? town).roofs, planes: (plan ?? town).planes, settings: town.index.settings, fitted },
        settings: changeSettings(town.index.settings, changes),
      },
    [town, plan, fitted, changes],
  );
}

export interface SolarAnswerParts {
  readonly town: SolarTown;
  /** With what a plan changes. */
  readonly roofs: TownRoofs;
  readonly table: BuildingTable;
  readonly settings: SolarSettings;
  /** That are asked about, and of those the ones that can easily have panels. */
  readonly asked: readonly SolarBuilding[];
  readonly easy: readonly SolarBuilding[];
  /** How many those are with less and with more light than computed. */
  readonly range: readonly [low: number, high: number];
}

export function useSolarParts(): SolarAnswerParts | undefined {
  const roofs = useTownRoofs();
  const town = useSolar(({ town }) => (town.status === 'ready' ? town.value : undefined));
  const table = useTwin(({ buildingTable }) => (buildingTable.status === 'ready' ? buildingTable.value : undefined));
  const filter = useTwin((state) => state.solar.filter);
  // The picture moves often: only who asks about it counts again.
  const polygon = useTwin(({ footprint, solar: { filter } }) => (filter.inView ? footprint?.polygon : undefined));
  const lists = useMemo(
    () =>
      roofs &&
      table &&
      [1, 1 - LIGHT_ERROR, 1 + LIGHT_ERROR].map((light) =>
        listSolarBuildings(roofs.town, table, roofs.settings, light),
      ),
    [roofs, table],
  );
  return useMemo(() => {
    if (!town || !roofs || !table || !lists) return undefined;
    const isInView = (x: number, y: number) => polygon !== undefined && isInPolygon(polygon, x, y);
    const [asked = [], ...others] = lists.map((list) => selectAsked(list, table, filter, isInView));
    const counts = others.map((list) => selectEasy(list, filter).length);
    const easy = selectEasy(asked, filter);
    const all = [easy.length, ...counts];
    return {
      town,
      roofs: roofs.town,
      table,
      settings: roofs.settings,
      asked,
      easy,
      range: [Math.min(...all), Math.max(...all)],
    };
  }, [town, roofs, table, lists, filter, polygon]);
}

export interface SolarWords {
  /** kWh, MWh or GWh. */
  readonly energy: (kwh: number) => string;
  /** kWp or MWp. */
  readonly power: (kwp: number) => string;
  readonly money: (euros: number) => string;
  /** kg or tonnes. */
  readonly co2: (kilos: number) => string;
  /** kWh/m², in tens. */
  readonly light: (irradiation: number) => string;
  readonly lightNumber: (irradiation: number) => string;
  readonly rounded: (value: number) => string;
  readonly percent: (share: number) => string;
  /** Where a plane looks; undefined for a flat one. */
  readonly wind: (azimuth: number) => string | undefined;
}

/** Below ten with a decimal: two digits in all. */
const decimalsOf = (value: number) => (value < 10 ? 1 : 0);

/** Figures of sun on roofs as people read them, rounded to what they are worth. */
export function useSolarWords(): SolarWords {
  const text = useSolarText();
  const format = useFormat();
  const short = (value: number) => {
    const rounded = roundToError(value);
    return format.number(rounded, decimalsOf(rounded));
  };
  const rounded = (value: number) => format.number(roundToError(value));
  const tens = (value: number) => format.number(Math.round(value / 10) * 10);
  return {
    energy(kwh) {
      if (kwh < 1e5) return text.kwh(rounded(kwh));
      return kwh < 1e6 ? text.mwh(short(kwh / 1e3)) : text.gwh(short(kwh / 1e6));
    },
    power: (kwp) => (kwp < 1000 ? text.kwp(short(kwp)) : text.mwp(short(kwp / 1000))),
    money(euros) {
      if (euros < 1e5) return text.euros(rounded(euros));
      return euros < 1e6 ? text.thousands(short(euros / 1e3)) : text.millions(short(euros / 1e6));
    },
    co2: (kilos) => (kilos < 10_000 ? text.kilos(rounded(kilos)) : text.tonnes(short(kilos / 1000))),
    light: (irradiation) => text.perSquare(tens(irradiation)),
    lightNumber: tens,
    rounded,
    percent: (share) => `${format.number(Math.round(share * 100))}%`,
    wind: (azimuth) => (azimuth < 0 ? undefined : text.winds[Math.round(azimuth / 45) % 8]),
  };
}
