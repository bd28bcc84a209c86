import { useStore } from 'zustand';
import { outlook, plannedView } from '../store/outlook.ts';
import { LeafletFrame } from './leaflet-frame.tsx';
import { questionText } from './text/question.ts';
import { windowText } from './text/window.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** What the percentages rest on and what they do not say. */
export function WindowLeaflet() {
  const language = useLanguage();
  const { leaflet } = questionText[language];
  const text = windowText[language];
  const format = useFormat();
  const plan = useTwin(plannedView);
  const result = useStore(outlook, (state) => state.result);
  const value = result.status === 'ready' ? result.value : undefined;
  const samples = (value?.samples ?? [600, 400]).map((count) => format.number(count)).join(' × ');
  return (
    <LeafletFrame
      id="window"
      items={[
        [leaflet.computes, text.computes],
        [leaflet.method, text.method(samples, format.length(value?.reach ?? 600))],
        [leaflet.limits, text.limits],
        [leaflet.uncertainty, text.uncertainty],
      ]}
      sources={[plan?.source]}
      more={
        value && (
          <dd>{text.basis(format.number(value.buildings), format.number(value.triangles), value.hash.slice(0, 12))}</dd>
        )
      }
    />
  );
}
