import { useState } from 'react';
import type { MeasureKind } from '../model/flood-measure.ts';
import { cornersNeeded, measureTable } from '../model/flood-measure-table.ts';
import { addMeasureCorner, removeMeasureCorner } from '../store/flood-measures.ts';
import { middleOfView } from '../store/middle-of-view.ts';
import { Icon } from './icon.tsx';
import { NumberField } from './number-field.tsx';
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
  const [typed, setTyped] = useState<{ x?: number; y?: number }>({});
  const count = pending.length / 2;
  const { shape } = measureTable[kind];
  const [x, y] = [typed.x ?? pending.at(-2), typed.y ?? pending.at(-1)];

  function addAtMiddle() {
    const middle = middleOfView();
    if (middle) addMeasureCorner(middle);
  }
  function addTyped() {
    if (x === undefined || y === undefined) return;
    addMeasureCorner([x, y]);
    setTyped({});
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
      <div className="tw-draw-grid">
        <NumberField
          label={text.east}
          value={x}
          canBeEmpty
          onCommit={(value) => setTyped({ ...typed, x: value ?? 0 })}
        />
        <NumberField
          label={text.north}
          value={y}
          canBeEmpty
          onCommit={(value) => setTyped({ ...typed, y: value ?? 0 })}
        />
        <button type="button" className="tw-chip" disabled={x === undefined || y === undefined} onClick={addTyped}>
          {text.addTyped}
        </button>
      </div>
    </div>
  );
}
