import type { MeasureKind } from '../model/flood-measure.ts';
import { cornersNeeded, measureTable } from '../model/flood-measure-table.ts';
import { addMeasureCorner, removeMeasureCorner } from '../store/flood-measures.ts';
import { middleOfView } from '../store/middle-of-view.ts';
import { Icon } from './icon.tsx';
import { lastPlace, TypedPlace } from './typed-place.tsx';
import { useMeasureText } from './use-flood-measure.ts';
import { useTwin } from './use-twin.ts';

interface PlacingProps {
  readonly kind: MeasureKind;
  readonly onDone: () => void;
}

/** While a measure is being placed: the same by button and by number as by clicks. */
export function FloodMeasurePlacing({ kind, onDone }: PlacingProps) {
  const text = useMeasureText();
  const pending = useTwin((state) => state.floodMeasures.pending);
  const count = pending.length / 2;
  const { shape } = measureTable[kind];

  function addAtMiddle() {
    const middle = middleOfView();
    if (middle) addMeasureCorner(middle);
  }
  return (
    <div className="tw-draw-pending">
      <p className="nl-paragraph tw-subtle">
        {text.help[shape]} <span className="tw-flood-keys">{text.keys}</span>
      </p>
      {shape !== 'point' && (
        <p className="nl-paragraph" role="status">
          {text.corners(count)}
        </p>
      )}
      <div className="tw-row">
        <button type="button" className="tw-chip" onClick={addAtMiddle}>
          <Icon name="plus" />
          {text.atMiddle}
        </button>
        {shape !== 'point' && (
          <>
            <button type="button" className="tw-chip" disabled={count === 0} onClick={removeMeasureCorner}>
              {text.removeLast}
            </button>
            <button type="button" className="tw-chip" disabled={count < cornersNeeded(kind)} onClick={onDone}>
              {text.finish}
            </button>
          </>
        )}
      </div>
      <TypedPlace
        text={{ east: text.east, north: text.north, put: text.addTyped }}
        last={lastPlace(pending)}
        onPut={addMeasureCorner}
      />
    </div>
  );
}
