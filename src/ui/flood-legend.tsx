import { parseBreachId } from '../model/breach-choice.ts';
import { classesOf, UNKNOWN_TIME } from '../model/flood-classes.ts';
import { DoubtLegend } from './flood-doubt.tsx';
import { useFlood, useFloodText } from './use-flood.ts';
import { useBreachText } from './use-flood-breach.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Lines over a class, as the picture draws them: the higher the class the more; from the fourth on crossed and white. */
export function FloodPattern({ rank }: { readonly rank: number }) {
  if (rank === 0) return null;
  const width = 1 + rank * 0.5;
  const isCrossed = rank > 2;
  const id = `flood-pattern-${rank}`;
  const color = isCrossed ? '#ffffff' : '#0d2f57';
  return (
    <svg className="tw-flood-legend__pattern" aria-hidden="true">
      <defs>
        <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 3.500h7" stroke={color} strokeWidth={width} opacity="0.6" />
          {isCrossed && <path d="M3.500 0v7" stroke={color} strokeWidth={(rank - 2) * 0.8} opacity="0.6" />}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

/** Colours with their bounds. */
export function FloodLegend() {
  const text = useFloodText();
  const format = useFormat();
  const { view, scheme, hasPattern } = useTwin((state) => state.flood);
  const breach = useBreachText();
  const isBreach = useFlood(({ run }) => parseBreachId(run?.storm.id) !== undefined);
  const classes = classesOf(view, scheme, isBreach);
  const inHours = isBreach && view === 'arrival';
  const isTime = view === 'arrival' || view === 'duration';
  const isDeep = !isTime && scheme === 'atlas';
  const write = (value: number) => {
    if (inHours) return format.number(value / 60, value % 60 === 0 ? 0 : 1);
    if (isTime) return format.number(value);
    return isDeep ? format.number(value, value % 1 === 0 ? 0 : value < 0.1 ? 2 : 1) : format.number(value * 100);
  };
  const arrival = isBreach ? breach.arrivalLegend : text.arrivalLegend;
  const title = view === 'arrival' ? arrival : view === 'duration' ? text.durationLegend : text.depthLegend;
  const unit = isTime ? '' : isDeep ? 'm' : 'cm';
  return (
    <div className={`tw-flood-legend${isTime ? '' : ' tw-flood-legend--short'}`}>
      <p className="tw-flood-legend__title">
        <span>
          {title} {unit && `(${unit})`}
        </span>
        <DoubtLegend />
      </p>
      <ol className="tw-flood-legend__classes">
        {classes.map(({ from, color }, rank) => {
          const until = classes[rank + 1]?.from;
          const label = until === undefined ? `≥ ${write(from)}` : text.between(write(from), write(until));
          return (
            <li key={from}>
              <span className="tw-flood-legend__swatch" style={{ backgroundColor: color }}>
                {hasPattern && <FloodPattern rank={rank} />}
              </span>
              <span>{label}</span>
            </li>
          );
        })}
        {isTime && (
          <li>
            <span className="tw-flood-legend__swatch" style={{ backgroundColor: UNKNOWN_TIME }} />
            <span>{text.unknownHere}</span>
          </li>
        )}
      </ol>
    </div>
  );
}
