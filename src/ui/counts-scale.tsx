import { arrowScale, arrowWidth } from '../model/count-arrows.ts';
import { useCounts, useCountsText, useCountWords } from './use-counts.ts';

/** What the width of the arrows in the picture says. */
export function CountsScale() {
  const text = useCountsText();
  const words = useCountWords();
  const most = useCounts((state) => state.answer?.most);
  if (most === undefined) return null;
  const scale = arrowScale(most);
  const widest = arrowWidth(scale.examples.at(-1) ?? 1, scale);
  return (
    <ul className="tw-counts__scale" aria-label={text.scale}>
      {scale.examples.map((count) => (
        <li key={count}>
          <span
            className="tw-counts__arrow"
            style={{ blockSize: `${(18 * arrowWidth(count, scale)) / widest}px` }}
            aria-hidden="true"
          />
          {words.count(count)}
        </li>
      ))}
      <li>
        <span className="tw-counts__arrow" data-withheld="true" aria-hidden="true" />
        {text.legendWithheld}
      </li>
    </ul>
  );
}
