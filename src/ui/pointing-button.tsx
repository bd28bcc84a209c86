import { setPointing } from '../store/measure.ts';
import { Icon } from './icon.tsx';
import { measureText } from './text/measure.ts';
import { useLanguage, useTwin } from './use-twin.ts';

/** Whether a click in the picture measures or selects. */
export function PointingButton() {
  const text = measureText[useLanguage()];
  const mode = useTwin((state) => state.measure.mode);
  const isPointing = useTwin((state) => state.measure.isPointing);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  if (!supported) return null;
  return (
    <div className="tw-pointing">
      <button type="button" className="tw-chip" aria-pressed={isPointing} onClick={() => setPointing(!isPointing)}>
        <Icon name="measure" />
        {isPointing ? text.stop : text.start}
      </button>
      {isPointing && <p className="nl-paragraph tw-subtle">{text.pointing[mode]}</p>}
    </div>
  );
}
