import { sunMapViews } from '../model/sunlight-choice.ts';
import { setSunlightChoice } from '../store/sunlight.ts';
import { Chips } from './chips.tsx';
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
      <Chips ids={sunMapViews} isPressed={(id) => map === id} onPress={(id) => setSunlightChoice({ map: id })}>
        {(id) => text.mapViews[id]}
      </Chips>
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
