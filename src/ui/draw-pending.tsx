import { useState } from 'react';
import { addCorner, closePending, removeLastCorner } from '../store/drawing.ts';
import { middleOfView } from '../store/middle-of-view.ts';
import { Icon } from './icon.tsx';
import { NumberField } from './number-field.tsx';
import { useDrawText } from './use-draw.ts';
import { useTwin } from './use-twin.ts';

function addAtMiddle() {
  const middle = middleOfView();
  if (middle) addCorner(middle);
}

/** A corner by its coordinates, starting from the last one. */
function TypedCorner() {
  const text = useDrawText();
  const pending = useTwin((state) => state.drawing?.pending);
  const [typed, setTyped] = useState<{ x?: number; y?: number }>({});
  const [x, y] = [typed.x ?? pending?.at(-2), typed.y ?? pending?.at(-1)];

  function add() {
    if (x === undefined || y === undefined) return;
    addCorner([x, y]);
    setTyped({});
  }

  return (
    <div className="tw-draw-grid">
      <NumberField label={text.x} value={x} canBeEmpty onCommit={(value) => setTyped({ ...typed, x: value ?? 0 })} />
      <NumberField label={text.y} value={y} canBeEmpty onCommit={(value) => setTyped({ ...typed, y: value ?? 0 })} />
      <button type="button" className="tw-chip" disabled={x === undefined || y === undefined} onClick={add}>
        {text.addTyped}
      </button>
    </div>
  );
}

/** While an outline is being drawn: the same by button and by number as by clicks. */
export function DrawPending() {
  const text = useDrawText();
  const count = useTwin((state) => (state.drawing?.pending.length ?? 0) / 2);
  return (
    <div className="tw-draw-pending">
      <p className="nl-paragraph tw-subtle">{text.drawHelp}</p>
      <p className="nl-paragraph">{text.corners(count)}</p>
      <div className="tw-row">
        <button type="button" className="tw-chip" onClick={addAtMiddle}>
          <Icon name="plus" />
          {text.atMiddle}
        </button>
        <button type="button" className="tw-chip" disabled={count === 0} onClick={removeLastCorner}>
          {text.removeLast}
        </button>
        <button type="button" className="tw-chip" disabled={count < 3} onClick={closePending}>
          {text.close}
        </button>
      </div>
      <TypedCorner />
    </div>
  );
}
