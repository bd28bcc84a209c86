import { classSchemes, floodViews } from '../model/flood-classes.ts';
import { setFloodChoice } from '../store/flood.ts';
import { setOverlay } from '../store/twin.ts';
import { useFloodPictureText, useFloodText } from './use-flood.ts';
import { useIsBreach } from './use-flood-breach.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** What of the water is shown, and in which colours. */
export function FloodField() {
  const text = useFloodText();
  const words = useFloodPictureText();
  const format = useFormat();
  const { view, scheme, hasPattern, hasArrows } = useTwin((state) => state.flood);
  const opacity = useTwin((state) => state.overlays.flood.opacity);
  const isBreach = useIsBreach();
  // Water of a breach stays until it is pumped out: longer than is computed.
  const views = floodViews.filter((id) => id !== 'duration' || !isBreach);
  const isDepth = view === 'now' || view === 'deepest';
  const percent = `${format.number(opacity * 100)}%`;
  return (
    <>
      <fieldset className="tw-fieldset tw-flood__group">
        <legend className="tw-heading">{text.show}</legend>
        <ul className="tw-chips">
          {views.map((id) => (
            <li key={id}>
              <button
                type="button"
                className="tw-chip"
                aria-pressed={view === id}
                onClick={() => setFloodChoice({ view: id })}
              >
                {text.views[id]}
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
      <label className="tw-flood__check">
        <input
          type="checkbox"
          checked={hasArrows}
          onChange={(event) => setFloodChoice({ hasArrows: event.currentTarget.checked })}
        />
        {words.arrows}
      </label>
      <p className="nl-paragraph tw-subtle">
        {hasArrows && view !== 'now' && `${words.arrowsNote} `}
        {text.notDrawn}
      </p>
      <details className="tw-details">
        <summary>{text.colours}</summary>
        <div className="tw-flood__group">
          {isDepth && (
            <ul className="tw-chips">
              {classSchemes.map((id) => (
                <li key={id}>
                  <button
                    type="button"
                    className="tw-chip"
                    aria-pressed={scheme === id}
                    onClick={() => setFloodChoice({ scheme: id })}
                  >
                    {text.schemes[id]}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <label className="tw-flood__check">
            <input
              type="checkbox"
              checked={hasPattern}
              onChange={(event) => setFloodChoice({ hasPattern: event.currentTarget.checked })}
            />
            {text.pattern}
          </label>
          <label className="tw-flood__slider">
            <span>
              {text.opacity}: {percent}
            </span>
            <input
              type="range"
              className="tw-range"
              min={20}
              max={100}
              step={5}
              value={opacity * 100}
              aria-valuetext={percent}
              onChange={(event) => setOverlay('flood', { opacity: Number(event.currentTarget.value) / 100 })}
            />
          </label>
        </div>
      </details>
    </>
  );
}
