import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { setCompare } from '../store/plans.ts';
import { Icon } from './icon.tsx';
import { usePlanText, useShownVariant } from './use-plan.ts';
import { useTwin } from './use-twin.ts';

/** Keys of a slider, as parts of the picture's width. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -0.02,
  ArrowDown: -0.02,
  ArrowRight: 0.02,
  ArrowUp: 0.02,
  PageDown: -0.1,
  PageUp: 0.1,
  Home: -1,
  End: 1,
};

const limit = (position: number) => Math.min(Math.max(position, 0), 1);

interface Names {
  /** Of the left half; undefined: today. */
  readonly before?: string | undefined;
  /** Of the right half; undefined: the variant that is shown. */
  readonly changed?: string | undefined;
}

/** Names of the two pictures, and between them the line that can be drawn over the picture. */
export function CompareOverlay({ before, changed }: Names) {
  const text = usePlanText();
  const { mode, position } = useTwin((state) => state.compare);
  const { variant, label: shown } = useShownVariant();
  const label = changed ?? (variant && shown);
  if (mode === 'off' || label === undefined) return null;
  const at = mode === 'swipe' ? position : 0.5;
  return (
    <div className="tw-compared">
      <span className="tw-compare__half" style={{ insetInlineStart: 0, inlineSize: `${at * 100}%` }}>
        <span className="tw-compare__name">
          {before ?? text.now}
          {changed === undefined && (
            <span className="tw-compare__key">
              <span className="tw-dashes" aria-hidden="true" /> {text.areaShort}
            </span>
          )}
        </span>
      </span>
      <span className="tw-compare__half" style={{ insetInlineStart: `${at * 100}%`, inlineSize: `${(1 - at) * 100}%` }}>
        <span className="tw-compare__name tw-compare__name--plan">{label}</span>
      </span>
      {mode === 'swipe' ? <SwipeSlider variant={label} /> : <span className="tw-compare__middle" />}
    </div>
  );
}

function SwipeSlider({ variant }: { readonly variant: string }) {
  const text = usePlanText();
  const position = useTwin((state) => state.compare.position);
  const dragging = useRef(false);
  const percent = Math.round(position * 100);

  function drag(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (dragging.current && box && box.width > 0)
      setCompare({ position: limit((event.clientX - box.left) / box.width) });
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      className="tw-swipe"
      style={{ insetInlineStart: `${position * 100}%` }}
      aria-label={text.slider}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text.sliderValue(percent, variant)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = true;
      }}
      onPointerMove={drag}
      onLostPointerCapture={() => {
        dragging.current = false;
      }}
      onKeyDown={(event: KeyboardEvent) => {
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        setCompare({ position: limit(position + step * (event.shiftKey ? 5 : 1)) });
      }}
    >
      <span className="tw-swipe__handle">
        <Icon name="swipe" />
      </span>
    </div>
  );
}
