import { useState } from 'react';
import { type ClimateYear, climateFactor, type Emissions, rainAmount } from '../model/rain-statistics.ts';
import { Chips } from './chips.tsx';
import { useFloodText } from './use-flood.ts';
import { useFormat } from './use-twin.ts';

const YEARS = [10, 25, 50, 100, 250, 1000] as const;

/** Climates that rain is asked of; the first is today's. */
const climates: readonly (readonly [ClimateYear, Emissions] | undefined)[] = [
  undefined,
  [2050, 'low'],
  [2050, 'middle'],
  [2050, 'high'],
  [2100, 'low'],
  [2100, 'middle'],
  [2100, 'high'],
];

interface PeriodsProps {
  readonly minutes: number;
  readonly millimetres: number;
  /** Millimetres that a storm may have. */
  readonly most: number;
  readonly onChoose: (millimetres: number) => void;
}

/** The amount that falls once in so many years in the chosen climate. */
export function FloodPeriods({ minutes, millimetres, most, onChoose }: PeriodsProps) {
  const text = useFloodText();
  const format = useFormat();
  const [climate, setClimate] = useState(0);
  const chosen = climates[climate];
  const factor = chosen ? climateFactor(...chosen) : 1;
  const amountOf = (years: number) => Math.min(Math.round(rainAmount(minutes, years) * factor), most);
  return (
    <fieldset className="tw-fieldset tw-flood__group">
      <legend className="tw-heading">{text.onceIn}</legend>
      <Chips
        ids={YEARS}
        isPressed={(years) => millimetres === amountOf(years)}
        onPress={(years) => onChoose(amountOf(years))}
      >
        {(years) => text.yearsShort(format.number(years))}
      </Chips>
      <label className="tw-field tw-flood__climate">
        <span>{text.climateOf}</span>
        <select
          className="utrecht-textbox utrecht-textbox--html-input"
          value={climate}
          onChange={(event) => setClimate(Number(event.currentTarget.value))}
        >
          {climates.map((option, i) => (
            <option key={option?.join() ?? 'now'} value={i}>
              {option ? `${option[0]}, ${text.climate.emissions[option[1]]}` : text.climateNow}
            </option>
          ))}
        </select>
      </label>
      {chosen && <p className="nl-paragraph tw-subtle">{text.climate.source}</p>}
    </fieldset>
  );
}
