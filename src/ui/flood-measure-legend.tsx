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
      <p className="tw-flood-legend__title">{text.legend}</p>
      <ol className="tw-flood-legend__classes">
        {differenceClasses.map(({ from, color }, rank) => {
          const until = differenceClasses[rank + 1]?.from;
          return (
            <li key={from}>
              <span className="tw-flood-legend__swatch" style={{ backgroundColor: color }}>
                {hasPattern && <FloodPattern rank={rank} />}
              </span>
              <span>{label(from, until)}</span>
            </li>
          );
        })}
        <li>
          <span className="tw-flood-legend__swatch" style={{ backgroundColor: UNKNOWN_TIME }} />
          <span>{text.ground}</span>
        </li>
      </ol>
    </div>
  );

  /** From the class' own side of no difference. */
  function label(from: number, until: number | undefined): string {
    if (until === undefined) return `${text.moreWater} ≥ ${write(from)}`;
    if (until <= NO_DIFFERENCE) return from === 0 ? `${text.less} ≥ ${write(until)}` : `${write(until)}–${write(from)}`;
    return from < NO_DIFFERENCE ? text.equal : `${write(from)}–${write(until)}`;
  }
}
