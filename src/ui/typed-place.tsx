import { useState } from 'react';
import { NumberField } from './number-field.tsx';

interface TypedPlaceProps {
  readonly text: { readonly east: string; readonly north: string; readonly put: string };
  /** Where the last one was put, RD metres: what the fields begin with. */
  readonly last: readonly [x: number, y: number] | undefined;
  readonly onPut: (place: [x: number, y: number]) => void;
}

/** Of flat x, y pairs. */
export function lastPlace(flat: readonly number[]): [x: number, y: number] | undefined {
  const [x, y] = flat.slice(-2);
  return x === undefined || y === undefined ? undefined : [x, y];
}

/** A place by its coordinates: the same as a click in the picture. */
export function TypedPlace({ text, last, onPut }: TypedPlaceProps) {
  const [typed, setTyped] = useState<{ x?: number; y?: number }>({});
  const [x, y] = [typed.x ?? last?.[0], typed.y ?? last?.[1]];

  function put() {
    if (x === undefined || y === undefined) return;
    onPut([x, y]);
    setTyped({});
  }
  return (
    <div className="tw-draw-grid">
      <NumberField label={text.east} value={x} canBeEmpty onCommit={(value) => setTyped({ ...typed, x: value ?? 0 })} />
      <NumberField
        label={text.north}
        value={y}
        canBeEmpty
        onCommit={(value) => setTyped({ ...typed, y: value ?? 0 })}
      />
      <button type="button" className="tw-chip" disabled={x === undefined || y === undefined} onClick={put}>
        {text.put}
      </button>
    </div>
  );
}
