import { setOverlay } from '../store/twin.ts';
import { CheckField } from './check-field.tsx';
import { useFormat, useTwin } from './use-twin.ts';

interface LookFieldsProps {
  readonly overlay: 'flood' | 'solar';
  readonly hasPattern: boolean;
  readonly onPattern: (hasPattern: boolean) => void;
  readonly text: { readonly pattern: string; readonly opacity: string };
}

/** How an overlay is drawn, whatever its colours tell. */
export function LookFields({ overlay, hasPattern, onPattern, text }: LookFieldsProps) {
  const format = useFormat();
  const opacity = useTwin((state) => state.overlays[overlay].opacity);
  const percent = `${format.number(opacity * 100)}%`;
  return (
    <>
      <CheckField label={text.pattern} checked={hasPattern} onCheck={onPattern} />
      <label className="tw-flood__slider">
        <span>
          {text.opacity}: {percent}
        </span>
        <input
          type="range"
          className="tw-range"
          min={20}
          max={100}
          step={5}
          value={opacity * 100}
          aria-valuetext={percent}
          onChange={(event) => setOverlay(overlay, { opacity: Number(event.currentTarget.value) / 100 })}
        />
      </label>
    </>
  );
}
