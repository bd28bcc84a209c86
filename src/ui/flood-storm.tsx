import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import type { FloodIndex } from '../model/flood-index.ts';
import type { Storm } from '../model/storm.ts';
import { ownStorm } from '../model/storm-id.ts';
import { computeStorm, stopComputing } from '../store/flood-compute.ts';
import { chooseStorm } from '../store/flood-follow.ts';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useFormat } from './use-twin.ts';

/** Storms that were computed ahead, and one of the visitor's own. */
export function FloodStorm({ index }: { readonly index: FloodIndex }) {
  const text = useFloodText();
  const words = useFloodWords();
  const run = useFlood((state) => state.run);
  const [isOwn, setIsOwn] = useState(false);
  const storms = index.runs.map(({ storm }) => storm as Storm);
  const shown = run && !run.isOwn ? run.storm : undefined;
  const period = run && words.period(run.storm);
  return (
    <fieldset className="tw-fieldset tw-flood__group">
      <legend className="tw-heading">{text.storm}</legend>
      <ul className="tw-chips">
        {storms.map((storm) => (
          <li key={storm.id}>
            <button
              type="button"
              className="tw-chip"
              aria-pressed={!isOwn && shown?.id === storm.id}
              onClick={() => {
                setIsOwn(false);
                chooseStorm(storm.id);
              }}
            >
              {words.storm(storm)}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="tw-chip"
            aria-pressed={isOwn}
            aria-expanded={isOwn}
            onClick={() => setIsOwn(true)}
          >
            {text.own}
          </button>
        </li>
      </ul>
      {isOwn && <OwnStorm />}
      {run && (period !== undefined || run.isOwn) && (
        <p className="nl-paragraph tw-subtle">
          {run.isOwn && run.cellSize !== undefined && text.ownResult(words.storm(run.storm), words.cells(run.cellSize))}{' '}
          {period && `${words.storm(run.storm)}: ${period}.`} {words.source(run.storm)}
        </p>
      )}
    </fieldset>
  );
}

const DURATIONS = [10, 30, 60, 120, 240, 480, 720] as const;

function OwnStorm() {
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
          {text.amount}: <strong>{amount}</strong>
        </span>
        <input
          type="range"
          className="tw-range"
          min={10}
          max={200}
          step={5}
          value={millimetres}
          aria-valuetext={amount}
          onChange={(event) => setMillimetres(Number(event.currentTarget.value))}
        />
      </label>
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
      <p className="nl-paragraph tw-subtle">{words.period(storm)}</p>
      <ComputeButton storm={storm} />
    </div>
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
