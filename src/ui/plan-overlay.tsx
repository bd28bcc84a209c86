import './plan-overlay.css';
import { useEffect } from 'react';
import { chooseVariant } from '../store/plan-view.ts';
import { findPlan } from '../store/plans.ts';
import { twin } from '../store/twin.ts';
import { CompareOverlay } from './compare-overlay.tsx';
import { PlanBar } from './plan-bar.tsx';
import { planStatusText } from './text/plan-status.ts';
import { useOpenPlan, usePlanText, useShownVariant } from './use-plan.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** What lies over the picture while a plan is open: the bar, the comparison's line and labels, and what the picture is worth. */
export function PlanOverlay() {
  const text = usePlanText();
  const plan = useOpenPlan();
  const compare = useTwin((state) => state.compare.mode);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const evening = useTwin((state) => state.evening !== undefined);
  useVariantKeys();
  if (!plan || !supported) return null;
  return (
    <section className="tw-over" data-compare={compare} aria-label={text.bar}>
      <CompareOverlay />
      <Watermark />
      <AreaNote />
      {!evening && <PlanBar plan={plan} />}
    </section>
  );
}

/** In every picture of a plan, and so in every photo and print of it. */
function Watermark() {
  const text = usePlanText();
  const format = useFormat();
  const plan = useOpenPlan();
  const status = planStatusText[useLanguage()];
  const { variant, label } = useShownVariant();
  if (!plan || !variant) return null;
  return (
    <p className="tw-watermark">
      <span className="tw-watermark__name">
        <strong>{label}</strong> ·{' '}
      </span>
      {text.watermark} · {status[plan.status][0]} · {format.date(plan.source.date)}
    </p>
  );
}

/** Of today's town there is nothing to warn for; but where the plan lies must be told. */
function AreaNote() {
  const text = usePlanText();
  const { variant } = useShownVariant();
  if (variant) return null;
  return (
    <p className="tw-area-note">
      <span className="tw-dashes" aria-hidden="true" /> {text.area}
    </p>
  );
}

/** 0 is today, 1 and on the variants: only while the picture or the bar has the focus, so that nobody presses them by accident. */
function useVariantKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { target, key } = event;
      if (!/^\d$/.test(key) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!(target instanceof Element) || !target.closest('.tw-scene, .tw-over, .tw-evening')) return;
      const plan = findPlan(twin.getState(), twin.getState().choice?.plan);
      const row = Number(key) - 1;
      if (row < (plan?.variants.length ?? 0)) chooseVariant(plan?.variants[row]?.id);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
