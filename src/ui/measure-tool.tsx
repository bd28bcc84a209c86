import './measure.css';
import { useEffect } from 'react';
import { measureModes } from '../model/measure-state.ts';
import { setMeasureMode, setPointing, undoPoint } from '../store/measure.ts';
import { twin } from '../store/twin.ts';
import { MeasureBuilding } from './measure-building.tsx';
import { MeasureFigures } from './measure-figures.tsx';
import { MeasurePoints } from './measure-points.tsx';
import { PointingButton } from './pointing-button.tsx';
import { ProfileView } from './profile-view.tsx';
import { measureText } from './text/measure.ts';
import { useLanguage, useTwin } from './use-twin.ts';

export function MeasureTool() {
  const text = measureText[useLanguage()];
  const mode = useTwin((state) => state.measure.mode);
  useMeasureKeys();
  return (
    <>
      <fieldset className="tw-fieldset">
        <legend className="tw-hidden">{text.mode}</legend>
        <div className="tw-choices">
          {measureModes.map((id) => (
            <label key={id} className="tw-choice">
              <input type="radio" name="measure-mode" checked={mode === id} onChange={() => setMeasureMode(id)} />
              <span>{text.modes[id]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <PointingButton />
      {mode === 'height' ? (
        <MeasureBuilding />
      ) : (
        <>
          {mode === 'profile' ? <ProfileView /> : <MeasureFigures mode={mode} />}
          <MeasurePoints />
        </>
      )}
    </>
  );
}

/** While pointing, wherever the focus is but not while typing; when the tool closes, clicks select again. */
function useMeasureKeys() {
  useEffect(() => {
    if (twin.getState().scene !== 'unsupported') setPointing(true);
    function onKeyDown(event: KeyboardEvent) {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input:not([type=radio]), select');
      if (!twin.getState().measure.isPointing || isTyping) return;
      if (event.key === 'Escape') setPointing(false);
      if (event.key === 'Backspace') undoPoint();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      setPointing(false);
    };
  }, []);
}
