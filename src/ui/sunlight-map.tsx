import { sunMapViews } from '../model/sunlight-choice.ts';
import { setSunlightChoice } from '../store/sunlight.ts';
import { useSunChoice, useSunlight, useSunlightText } from './use-sunlight.ts';
import { useFormat } from './use-twin.ts';

/** Whether the picture shows hours of sun, or what the plan takes. */
export function SunlightMapChoice() {
  const text = useSunlightText();
  const format = useFormat();
  const { map } = useSunChoice();
  const status = useSunlight((state) => state.mapStatus);
  return (
    <fieldset className="tw-fieldset tw-sunlight__group tw-sunlight__part">
      <legend className="tw-hidden">{text.map}</legend>
      <h3 className="tw-sunlight__title">{text.map}</h3>
      <ul className="tw-chips">
        {sunMapViews.map((id) => (
          <li key={id}>
            <button
              type="button"
              className="tw-chip"
              aria-pressed={map === id}
              onClick={() => setSunlightChoice({ map: id })}
            >
              {text.mapViews[id]}
            </button>
          </li>
        ))}
      </ul>
      <p className="nl-paragraph tw-subtle">
        {text.mapNote(format.length(110))} {text.path}
      </p>
      {status.status === 'running' && <p className="nl-paragraph tw-subtle">{text.mapComing}</p>}
      {status.status === 'failed' && (
        <div role="alert">
          <p className="nl-paragraph">{text.mapFailed}</p>
          <p className="nl-paragraph tw-subtle">{status.message}</p>
        </div>
      )}
    </fieldset>
  );
}
