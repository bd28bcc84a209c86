import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { type ClimateYear, climateFactor, type Emissions, rainAmount } from '../model/rain-statistics.ts';
import type { Storm } from '../model/storm.ts';
import { ownStorm } from '../model/storm-id.ts';
import { computeStorm, stopComputing } from '../store/flood-compute.ts';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useFormat } from './use-twin.ts';

const DURATIONS = [10, 30, 60, 120, 240, 480, 720] as const;
const YEARS = [10, 25, 50, 100, 250, 1000] as const;
const AMOUNTS = { least: 5, most: 250 } as const;

/** Climates that rain is asked of; the first is today's. */
const climates: readonly (readonly [ClimateYear, Emissions] | undefined)[] = [
  undefined,
  [2050, 'low'],
  [2050, 'high'],
  [2100, 'low'],
  [2100, 'high'],
];

/** A storm of the visitor's own: an amount in a time, or what the statistics say of a return period. */
export function FloodOwn() {
  const text = useFloodText();
  const words = useFloodWords();
  const format = useFormat();
  const [millimetres, setMillimetres] = useState(70);
  const [row, setRow] = useState(2);
  const minutes = DURATIONS[row] ?? 60;
  const storm = ownStorm(millimetres, minutes);
  const amount = text.millimetres(format.number(millimetres));
  return (
    <div className="tw-flood__own">
      <p className="nl-paragraph tw-subtle">{text.ownIntro}</p>
      <label className="tw-flood__slider">
        <span>
          {text.inTime}: <strong>{words.minutes(minutes)}</strong>
        </span>
        <input
          type="range"
          className="tw-range"
          min={0}
          max={DURATIONS.length - 1}
          step={1}
          value={row}
          aria-valuetext={words.minutes(minutes)}
          onChange={(event) => setRow(Number(event.currentTarget.value))}
        />
      </label>
      <ReturnPeriods minutes={minutes} millimetres={millimetres} onChoose={setMillimetres} />
      <label className="tw-flood__slider">
        <span>
          {text.amount}: <strong>{amount}</strong>
        </span>
        <input
          type="range"
          className="tw-range"
          min={AMOUNTS.least}
          max={AMOUNTS.most}
          step={1}
          value={millimetres}
          aria-valuetext={amount}
          onChange={(event) => setMillimetres(Number(event.currentTarget.value))}
        />
      </label>
      <p className="nl-paragraph tw-subtle">
        {words.period(storm)} ({text.period.source})
      </p>
      <ComputeButton storm={storm} />
    </div>
  );
}

interface PeriodsProps {
  readonly minutes: number;
  readonly millimetres: number;
  readonly onChoose: (millimetres: number) => void;
}

/** The amount that falls once in so many years in the chosen climate. */
function ReturnPeriods({ minutes, millimetres, onChoose }: PeriodsProps) {
  const text = useFloodText();
  const format = useFormat();
  const [climate, setClimate] = useState(0);
  const chosen = climates[climate];
  const factor = chosen ? climateFactor(...chosen) : 1;
  const amountOf = (years: number) => Math.min(Math.round(rainAmount(minutes, years) * factor), AMOUNTS.most);
  return (
    <fieldset className="tw-fieldset tw-flood__group">
      <legend className="tw-heading">{text.onceIn}</legend>
      <ul className="tw-chips">
        {YEARS.map((years) => (
          <li key={years}>
            <button
              type="button"
              className="tw-chip"
              aria-pressed={millimetres === amountOf(years)}
              onClick={() => onChoose(amountOf(years))}
            >
              {text.yearsShort(format.number(years))}
            </button>
          </li>
        ))}
      </ul>
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

function ComputeButton({ storm }: { readonly storm: Storm }) {
  const text = useFloodText();
  const words = useFloodWords();
  const format = useFormat();
  const job = useFlood((state) => state.job);
  const isRunning = job.status === 'running';
  return (
    <>
      <div className="tw-row">
        <Button purpose="primary" className="tw-small-button" onClick={() => computeStorm(storm)}>
          {text.compute}
        </Button>
        {isRunning && (
          <Button purpose="secondary" className="tw-small-button" onClick={stopComputing}>
            {text.cancel}
          </Button>
        )}
      </div>
      {isRunning && (
        <>
          <progress className="tw-flood__progress" value={job.share} aria-label={text.compute} />
          <p className="nl-paragraph tw-subtle">
            {text.computing(words.cells(job.cellSize), `${format.number(job.share * 100)}%`)}
          </p>
        </>
      )}
      {job.status === 'failed' && (
        <div role="alert">
          <p className="nl-paragraph">{text.computeFailed}</p>
          <p className="nl-paragraph tw-subtle">{job.message}</p>
        </div>
      )}
    </>
  );
}
