import { changePlaced, type PlacedThing, type Placement } from '../model/drawing.ts';
import { changeDrawing } from '../store/drawing.ts';
import { NumberField } from './number-field.tsx';
import { useDrawText } from './use-draw.ts';

/** Scales beyond these are a slip of the finger. */
const SCALES = [0.001, 1000] as const;

/** Where a model from a file stands, by numbers. */
export function PlacedForm({ thing }: { readonly thing: PlacedThing }) {
  const text = useDrawText();
  const change = (part: Partial<Placement>) =>
    changeDrawing((drawing) => changePlaced(drawing, thing.id, part), { type: 'changed' });
  const clampScale = (scale: number) => Math.min(Math.max(scale, SCALES[0]), SCALES[1]);
  return (
    <fieldset className="tw-fieldset">
      <legend className="tw-heading">{text.placement}</legend>
      <div className="tw-draw-grid">
        <NumberField label={text.x} unit={text.metres} value={thing.x} onCommit={(x = 0) => change({ x })} />
        <NumberField label={text.y} unit={text.metres} value={thing.y} onCommit={(y = 0) => change({ y })} />
        <NumberField label={text.nap} unit={text.metresNap} value={thing.nap} onCommit={(nap = 0) => change({ nap })} />
        <NumberField
          label={text.rotation}
          unit={text.degreesUnit}
          value={thing.rotationDegrees}
          onCommit={(degrees = 0) => change({ rotationDegrees: ((degrees % 360) + 360) % 360 })}
        />
        <NumberField
          label={text.scale}
          value={thing.scale}
          onCommit={(scale = 1) => change({ scale: clampScale(scale) })}
        />
      </div>
    </fieldset>
  );
}
