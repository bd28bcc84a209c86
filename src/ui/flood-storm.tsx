import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import type { FloodIndex } from '../model/flood-index.ts';
import { customaryStorms, type Storm } from '../model/storm.ts';
import { stopComputing } from '../store/flood-compute.ts';
import { chooseStorm } from '../store/flood-follow.ts';
import { FloodJob } from './flood-job.tsx';
import { FloodOwn } from './flood-own.tsx';
import { floodStormsText } from './text/flood-storms.ts';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';
import { useBreachText, useIsBreach } from './use-flood-breach.ts';
import { useLanguage } from './use-twin.ts';

/** Storms that were computed ahead, the customary ones that are computed here, and one of the visitor's own. */
export function FloodStorm({ index }: { readonly index: FloodIndex }) {
  const text = useFloodText();
  const { computedHere } = floodStormsText[useLanguage()];
  const words = useFloodWords();
  const breach = useBreachText();
  const isBreach = useIsBreach();
  const run = useFlood((state) => state.run);
  const job = useFlood((state) => state.job);
  const [isOwn, setIsOwn] = useState(false);
  const ahead = index.runs.map(({ storm }) => storm as Storm);
  const others = customaryStorms.filter(({ id }) => ahead.every((storm) => storm.id !== id));
  // What is being computed is what was asked for, also before its first water comes.
  const shown = job.status === 'running' ? job.storm : run?.storm;
  const period = run && words.period(run.storm);
  const chips = (storms: readonly Storm[]) =>
    storms.map((storm) => (
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
    ));
  return (
    <fieldset className="tw-fieldset tw-flood__group">
      <legend className="tw-heading">{text.storm}</legend>
      {isBreach && <p className="nl-paragraph">{breach.rainInstead}</p>}
      {ahead.length > 0 && <ul className="tw-chips">{chips(ahead)}</ul>}
      <p className="nl-paragraph tw-subtle">{computedHere}</p>
      <ul className="tw-chips">
        {chips(others)}
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
      {isOwn ? <FloodOwn /> : <FloodJob />}
      {!isOwn && job.status === 'running' && (
        <div className="tw-row">
          <Button purpose="secondary" className="tw-small-button" onClick={stopComputing}>
            {text.cancel}
          </Button>
        </div>
      )}
      {run && (period !== undefined || run.isOwn) && (
        <p className="nl-paragraph tw-subtle">
          {run.isOwn && run.cellSize !== undefined && text.ownResult(words.storm(run.storm), words.cells(run.cellSize))}{' '}
          {period && `${words.storm(run.storm)}: ${period} (${text.period.source}).`} {words.source(run.storm)}
        </p>
      )}
    </fieldset>
  );
}
