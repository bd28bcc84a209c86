import { floodDoubtText } from './text/flood-doubt.ts';
import { useLanguage, useTwin } from './use-twin.ts';

export const useDoubtText = () => floodDoubtText[useLanguage()];

/** What the hatching means. Of a moment nothing is hatched: what is open is known of the deepest water only. */
export function DoubtLegend() {
  const text = useDoubtText();
  const view = useTwin((state) => state.flood.view);
  if (view === 'now') return null;
  return (
    <span className="tw-flood-legend__doubt">
      <span className="tw-flood-legend__swatch tw-flood-legend__hatch" />
      <span>
        {text.legend} <span className="tw-flood-legend__why">{text.legendWhy}</span>
      </span>
    </span>
  );
}
