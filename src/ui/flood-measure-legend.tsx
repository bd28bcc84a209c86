import './flood-measure.css';
import { UNKNOWN_TIME } from '../model/flood-classes.ts';
import { differenceClasses, NO_DIFFERENCE } from '../model/flood-difference.ts';
import { FloodPattern } from './flood-legend.tsx';
import { useMeasureText } from './use-flood-measure.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Colours of more and less water than today, with their bounds in centimetres. */
export function FloodDifferenceLegend() {
  const text = useMeasureText();
  const format = useFormat();
  const hasPattern = useTwin((state) => state.flood.hasPattern);
  const write = (value: number) => format.number(Math.abs(value - NO_DIFFERENCE));
  return (
    <div className="tw-flood-legend">
      <p className="tw-flood-difference__title">
        <span className="tw-flood-difference__less">{text.less}</span>
        <span className="tw-subtle">{text.legend}</span>
        <span className="tw-flood-difference__more">{text.moreWater}</span>
      </p>
      <ol className="tw-flood-legend__classes tw-flood-difference">
        {differenceClasses.map(({ from, color }, rank) => {
          const until = differenceClasses[rank + 1]?.from;
          const isLess = until !== undefined && until < NO_DIFFERENCE;
          return (
            <li key={from}>
              <span className="tw-flood-legend__swatch" style={{ backgroundColor: color }}>
                {hasPattern && <FloodPattern rank={rank} />}
              </span>
              <span>
                {from > NO_DIFFERENCE && <span className="tw-hidden">{text.moreWater} </span>}
                {isLess && <span className="tw-hidden">{text.less} </span>}
                {label(from, until)}
              </span>
            </li>
          );
        })}
        <li className="tw-flood-difference__ground">
          <span className="tw-flood-legend__swatch" style={{ backgroundColor: UNKNOWN_TIME }} />
          <span>{text.ground}</span>
        </li>
      </ol>
    </div>
  );

  /** Centimetres, whichever way. */
  function label(from: number, until: number | undefined): string {
    if (until === undefined) return `≥ ${write(from)}`;
    if (from === 0) return `≥ ${write(until)}`;
    if (from < NO_DIFFERENCE && until > NO_DIFFERENCE) return text.equal;
    return from < NO_DIFFERENCE ? `${write(until)}–${write(from)}` : `${write(from)}–${write(until)}`;
  }
}
