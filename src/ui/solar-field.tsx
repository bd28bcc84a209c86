import { solarColours } from '../model/solar-choice.ts';
import { setSolarChoice } from '../store/solar.ts';
import { Chips } from './chips.tsx';
import { LookFields } from './look-fields.tsx';
import { useSolarText } from './use-solar.ts';
import { useTwin } from './use-twin.ts';

/** What roofs are coloured by, and how. */
export function SolarField() {
  const text = useSolarText();
  const { colour, hasPattern } = useTwin((state) => state.solar);
  return (
    <>
      <fieldset className="tw-fieldset tw-flood__group">
        <legend className="tw-heading">{text.colour}</legend>
        <Chips ids={solarColours} isPressed={(id) => colour === id} onPress={(id) => setSolarChoice({ colour: id })}>
          {(id) => text.colours[id]}
        </Chips>
      </fieldset>
      <details className="tw-details">
        <summary>{text.look}</summary>
        <div className="tw-flood__group">
          <LookFields
            overlay="solar"
            onPattern={(on) => setSolarChoice({ hasPattern: on })}
            {...{ hasPattern, text }}
          />
        </div>
      </details>
    </>
  );
}
