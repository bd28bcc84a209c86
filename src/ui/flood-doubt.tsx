import { floodDoubtText } from './text/flood-doubt.ts';
import { useLanguage } from './use-twin.ts';

export const useDoubtText = () => floodDoubtText[useLanguage()];

/** What the hatching means: of the deepest water, or of the moment that is shown. */
export function DoubtLegend() {
  const text = useDoubtText();
  return (
    <span className="tw-flood-legend__doubt">
      <span className="tw-flood-legend__swatch tw-flood-legend__hatch" />
      <span>
        <span className="tw-flood-legend__hatched">{text.legendHatched} </span>
        {text.legend} <span className="tw-flood-legend__why">{text.legendWhy}</span>
      </span>
    </span>
  );
}
