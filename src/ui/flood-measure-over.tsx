import './plan-overlay.css';
import { CompareOverlay } from './compare-overlay.tsx';
import { useMeasureText } from './use-flood-measure.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture, where measures are compared with today and no plan has its own line and names. */
export function FloodMeasureOver() {
  const text = useMeasureText();
  const mode = useTwin((state) => state.compare.mode);
  const isShown = useTwin((state) => state.floodMeasures.items.length > 0 && state.choice?.variant === undefined);
  if (!isShown || mode === 'off') return null;
  return (
    <section className="tw-over" data-compare={mode} aria-label={text.before}>
      <CompareOverlay changed={text.changed} />
    </section>
  );
}
