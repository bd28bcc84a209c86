import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import type { Storm } from '../model/storm.ts';
import { ownStorm } from '../model/storm-id.ts';
import { computeStorm, stopComputing } from '../store/flood-compute.ts';
import { FloodJob } from './flood-job.tsx';
import { FloodPeriods } from './flood-periods.tsx';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useFormat } from './use-twin.ts';

const DURATIONS = [10, 30, 60, 120, 240, 480, 720] as const;
const [LEAST, MOST] = [5, 250];

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
      <FloodPeriods minutes={minutes} millimetres={millimetres} most={MOST} onChoose={setMillimetres} />
      <label className="tw-flood__slider">
        <span>
          {text.amount}: <strong>{amount}</strong>
        </span>
        <input
          type="range"
          className="tw-range"
          min={LEAST}
          max={MOST}
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

function ComputeButton({ storm }: { readonly storm: Storm }) {
  const text = useFloodText();
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
      <FloodJob />
    </>
  );
}
