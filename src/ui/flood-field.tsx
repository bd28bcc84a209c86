import { classSchemes, floodViews } from '../model/flood-classes.ts';
import { setFloodChoice } from '../store/flood.ts';
import { CheckField } from './check-field.tsx';
import { Chips } from './chips.tsx';
import { LookFields } from './look-fields.tsx';
import { useFloodPictureText, useFloodText } from './use-flood.ts';
import { useIsBreach } from './use-flood-breach.ts';
import { useTwin } from './use-twin.ts';

/** What of the water is shown, and in which colours. */
export function FloodField() {
  const text = useFloodText();
  const words = useFloodPictureText();
  const { view, scheme, hasPattern, hasArrows } = useTwin((state) => state.flood);
  const isBreach = useIsBreach();
  // Water of a breach stays until it is pumped out: longer than is computed.
  const views = floodViews.filter((id) => id !== 'duration' || !isBreach);
  const isDepth = view === 'now' || view === 'deepest';
  return (
    <>
      <fieldset className="tw-fieldset tw-flood__group">
        <legend className="tw-heading">{text.show}</legend>
        <Chips ids={views} isPressed={(id) => view === id} onPress={(id) => setFloodChoice({ view: id })}>
          {(id) => text.views[id]}
        </Chips>
      </fieldset>
      <CheckField label={words.arrows} checked={hasArrows} onCheck={(hasArrows) => setFloodChoice({ hasArrows })} />
      <p className="nl-paragraph tw-subtle">
        {hasArrows && view !== 'now' && `${words.arrowsNote} `}
        {text.notDrawn}
      </p>
      <details className="tw-details">
        <summary>{text.colours}</summary>
        <div className="tw-flood__group">
          {isDepth && (
            <Chips
              ids={classSchemes}
              isPressed={(id) => scheme === id}
              onPress={(id) => setFloodChoice({ scheme: id })}
            >
              {(id) => text.schemes[id]}
            </Chips>
          )}
          <LookFields
            overlay="flood"
            onPattern={(on) => setFloodChoice({ hasPattern: on })}
            {...{ hasPattern, text }}
          />
        </div>
      </details>
    </>
  );
}
