import { arrowScale, arrowWidth, flowColors } from '../model/count-arrows.ts';
import { countDirections } from '../model/counts.ts';
import { useCounts, useCountsText, useCountWords } from './use-counts.ts';

/** What the colour, the side and the width of the arrows in the picture say. */
export function CountsScale() {
  const text = useCountsText();
  const words = useCountWords();
  const most = useCounts((state) => state.answer?.most);
  if (most === undefined) return null;
  const scale = arrowScale(most);
  const widest = arrowWidth(scale.examples.at(-1) ?? 1, scale);
  return (
    <ul className="tw-counts__scale" aria-label={text.scale}>
      {countDirections.map((direction) => (
        <li key={direction}>
          <span
            className="tw-counts__arrow"
            data-way={direction}
            style={{ backgroundColor: flowColors[direction], blockSize: '12px' }}
            aria-hidden="true"
          />
          {text.ways[direction]}
        </li>
      ))}
      {scale.examples.map((count, i) => (
        <li key={count} data-more={i < scale.examples.length - 1}>
          <span
            className="tw-counts__arrow"
            style={{ backgroundColor: flowColors.quiet, blockSize: `${(18 * arrowWidth(count, scale)) / widest}px` }}
            aria-hidden="true"
          />
          {words.count(count)}
        </li>
      ))}
      <li data-more="true">
        <span className="tw-counts__arrow" data-withheld="true" aria-hidden="true" />
        {text.legendUnknown}
      </li>
    </ul>
  );
}
