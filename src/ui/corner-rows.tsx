import { deleteCorner, insertCorner, moveCorner } from '../model/drawing.ts';
import { listCorners } from '../model/outline.ts';
import type { PlanVolume } from '../model/plan-volume.ts';
import { changeDrawing } from '../store/drawing.ts';
import { Icon } from './icon.tsx';
import { NumberField } from './number-field.tsx';
import { useDrawText } from './use-draw.ts';

/** The outline as numbers: a corner per row, to change, add and remove. */
export function CornerRows({ volume: { id, footprint } }: { readonly volume: PlanVolume }) {
  const text = useDrawText();
  const corners = listCorners(footprint[0] ?? []);
  return (
    <details className="tw-details">
      <summary>{text.footprint}</summary>
      <ol className="tw-corners">
        {corners.map(([x, y], i) => {
          const number = i + 1;
          const move = (to: readonly [number, number]) =>
            changeDrawing((drawing) => moveCorner(drawing, id, i, to), { type: 'changed' });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the row
            <li key={i} className="tw-corners__row">
              <NumberField
                label={`${text.corner(number)}, x`}
                isLabelHidden
                value={x}
                onCommit={(value = x) => move([value, y])}
              />
              <NumberField
                label={`${text.corner(number)}, y`}
                isLabelHidden
                value={y}
                onCommit={(value = y) => move([x, value])}
              />
              <button
                type="button"
                className="tw-icon-button"
                aria-label={text.insert(number)}
                onClick={() => changeDrawing((drawing) => insertCorner(drawing, id, i), { type: 'changed' })}
              >
                <Icon name="plus" />
              </button>
              <button
                type="button"
                className="tw-icon-button"
                aria-label={text.remove(number)}
                disabled={corners.length <= 3}
                onClick={() => changeDrawing((drawing) => deleteCorner(drawing, id, i), { type: 'changed' })}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
