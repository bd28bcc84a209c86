import { useState } from 'react';
import type { FloodIndex } from '../model/flood-index.ts';
import type { Storm } from '../model/storm.ts';
import { chooseStorm } from '../store/flood-follow.ts';
import { FloodOwn } from './flood-own.tsx';
import { useFlood, useFloodText, useFloodWords } from './use-flood.ts';

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
      {isOwn && <FloodOwn />}
      {run && (period !== undefined || run.isOwn) && (
        <p className="nl-paragraph tw-subtle">
          {run.isOwn && run.cellSize !== undefined && text.ownResult(words.storm(run.storm), words.cells(run.cellSize))}{' '}
          {period && `${words.storm(run.storm)}: ${period}.`} {words.source(run.storm)}
        </p>
      )}
    </fieldset>
  );
}
