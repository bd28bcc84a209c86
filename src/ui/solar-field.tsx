import { solarColours } from '../model/solar-choice.ts';
import { setSolarChoice } from '../store/solar.ts';
import { setOverlay } from '../store/twin.ts';
import { useSolarText } from './use-solar.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** What roofs are coloured by, and how. */
export function SolarField() {
  const text = useSolarText();
  const format = useFormat();
  const { colour, hasPattern } = useTwin((state) => state.solar);
  const opacity = useTwin((state) => state.overlays.solar.opacity);
  const percent = `${format.number(opacity * 100)}%`;
  return (
    <>
      <fieldset className="tw-fieldset tw-flood__group">
        <legend className="tw-heading">{text.colour}</legend>
        <ul className="tw-chips">
          {solarColours.map((id) => (
            <li key={id}>
              <button
                type="button"
                className="tw-chip"
                aria-pressed={colour === id}
                onClick={() => setSolarChoice({ colour: id })}
              >
                {text.colours[id]}
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
      <details className="tw-details">
        <summary>{text.look}</summary>
        <div className="tw-flood__group">
          <label className="tw-flood__check">
            <input
              type="checkbox"
              checked={hasPattern}
              onChange={(event) => setSolarChoice({ hasPattern: event.currentTarget.checked })}
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
              onChange={(event) => setOverlay('solar', { opacity: Number(event.currentTarget.value) / 100 })}
            />
          </label>
        </div>
      </details>
    </>
  );
}
