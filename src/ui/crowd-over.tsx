import './plan-overlay.css';
import { CompareOverlay } from './compare-overlay.tsx';
import { useEventLayout, useEventPlan } from './use-crowd.ts';
import { useOtherLayout } from './use-crowd-plan.ts';
import { useTwin } from './use-twin.ts';

/** Over the picture, where two layouts are each on a half and no plan has its own line and names. The earlier one of the plan lies left. */
export function CrowdOver() {
  const plan = useEventPlan();
  const layout = useEventLayout();
  const other = useOtherLayout();
  const mode = useTwin((state) => state.compare.mode);
  const hasVariant = useTwin((state) => state.choice?.variant !== undefined);
  if (!plan || !layout || !other || hasVariant || mode === 'off') return null;
  const [left, right] = plan.layouts.filter((each) => each === layout || each === other);
  return (
    <section className="tw-over" data-compare={mode} aria-label={`${left?.title} | ${right?.title}`}>
      <CompareOverlay before={left?.title} changed={right?.title} />
    </section>
  );
}
