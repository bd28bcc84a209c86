import { clearPoints, pointAtCentre, setPointing, undoPoint } from '../store/measure.ts';
import { Icon } from './icon.tsx';
import { measureText } from './text/measure.ts';
import { useTwin } from './use-twin.ts';

/** By mouse and touch in the picture, or by keyboard at its middle. */
export function PointingButtons() {
  const text = measureText[useTwin((state) => state.language)];
  const { mode, isPointing, points } = useTwin((state) => state.measure);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const hasCentre = useTwin((state) => state.footprint?.centre !== undefined);
  return (
    <>
      <div className="tw-row">
        {supported && (
          <button type="button" className="tw-chip" aria-pressed={isPointing} onClick={() => setPointing(!isPointing)}>
            <Icon name="measure" />
            {isPointing ? text.stop : text.start}
          </button>
        )}
        {mode !== 'height' && (
          <>
            <button type="button" className="tw-chip" disabled={!hasCentre} onClick={pointAtCentre}>
              {text.centre}
            </button>
            <button type="button" className="tw-chip" disabled={points.length === 0} onClick={undoPoint}>
              {text.undo}
            </button>
            <button type="button" className="tw-chip" disabled={points.length === 0} onClick={clearPoints}>
              {text.clear}
            </button>
          </>
        )}
      </div>
      {isPointing && <p className="nl-paragraph tw-subtle">{text.pointing[mode]}</p>}
    </>
  );
}
