import { useState } from 'react';
import { type Place, rectangleAround, rectangleOnSide } from '../model/outline.ts';
import { addFootprint } from '../store/drawing.ts';
import { middleOfView } from '../store/middle-of-view.ts';
import { NumberField } from './number-field.tsx';
import { useDrawText } from './use-draw.ts';

/** What is typed; metres and degrees. */
interface Sizes {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
  readonly length: number;
  readonly width: number;
  readonly degrees: number;
}

function sizesAround([x, y]: Place): Sizes {
  const [left, bottom] = [Math.round(x), Math.round(y)];
  return { x: left, y: bottom, toX: left + 20, toY: bottom, length: 20, width: 10, degrees: 0 };
}

/** A rectangle without touching the picture: where the camera looks, until other numbers are typed. */
export function RectangleForm() {
  const text = useDrawText();
  const [isBySide, setBySide] = useState(false);
  const [sizes, setSizes] = useState(() => sizesAround(middleOfView() ?? [155_000, 463_000]));

  const field = (name: keyof Sizes, label: string, unit: string = text.metres) => (
    <NumberField
      label={label}
      unit={unit}
      value={sizes[name]}
      onCommit={(value = 0) => setSizes({ ...sizes, [name]: value })}
    />
  );

  function make() {
    const { x, y, toX, toY, length, width, degrees } = sizes;
    addFootprint(
      isBySide ? rectangleOnSide([x, y], [toX, toY], width) : rectangleAround([x, y], length, width, degrees),
    );
  }

  return (
    <details className="tw-details" onToggle={() => setSizes(sizesAround(middleOfView() ?? [sizes.x, sizes.y]))}>
      <summary>{text.rectangle}</summary>
      <fieldset className="tw-fieldset tw-draw-form">
        <legend className="tw-hidden">{text.rectangleBy}</legend>
        <div className="tw-row">
          <button type="button" className="tw-chip" aria-pressed={!isBySide} onClick={() => setBySide(false)}>
            {text.byCentre}
          </button>
          <button type="button" className="tw-chip" aria-pressed={isBySide} onClick={() => setBySide(true)}>
            {text.bySide}
          </button>
        </div>
        <div className="tw-draw-grid">
          {field('x', isBySide ? text.firstX : text.x)}
          {field('y', isBySide ? text.firstY : text.y)}
          {isBySide ? field('toX', text.secondX) : field('length', text.length)}
          {isBySide ? field('toY', text.secondY) : field('width', text.width)}
          {isBySide ? field('width', text.widthLeft) : field('degrees', text.direction, text.degreesUnit)}
        </div>
        <button type="button" className="tw-chip" onClick={make}>
          {text.make}
        </button>
      </fieldset>
    </details>
  );
}
