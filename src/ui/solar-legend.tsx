import { solarClasses } from '../model/solar.ts';
import { irradiationClasses, suitabilityColors } from '../model/solar-classes.ts';
import { useSolarText } from './use-solar.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Lines over a class, the more of them the less sun; the best has none. */
function SolarPattern({ rank }: { readonly rank: number }) {
  if (rank === 0) return null;
  const id = `solar-pattern-${rank}`;
  return (
    <svg className="tw-flood-legend__pattern" aria-hidden="true">
      <defs>
        <pattern
          id={id}
          width={10 - rank}
          height={10 - rank}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d={`M0 ${(10 - rank) / 2}h${10 - rank}`} stroke="#14171c" strokeWidth="1.2" opacity="0.7" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

/** What the colours of the roofs say. */
export function SolarLegend() {
  const text = useSolarText();
  const { colour } = useTwin((state) => state.solar);
  const hasPermits = useTwin(
    ({ buildingTable }) => buildingTable.status === 'ready' && buildingTable.value.protection !== undefined,
  );
  return (
    <div className="tw-flood-legend">
      <p className="tw-flood-legend__title">
        {colour === 'irradiation' ? text.legendIrradiation : text.legendSuitability}
      </p>
      {colour === 'irradiation' ? <IrradiationClasses /> : <SuitabilityClasses />}
      <ul className="tw-solar-legend__marks">
        {colour === 'irradiation' && (
          <li>
            <span className="tw-solar-legend__mark tw-solar-legend__mark--unsuitable" aria-hidden="true" />
            {text.classes.none}
          </li>
        )}
        {hasPermits && (
          <li>
            <span className="tw-solar-legend__mark tw-solar-legend__mark--permit" aria-hidden="true" />
            {text.legendPermit}
          </li>
        )}
        <li className="tw-subtle">{text.legendFar}</li>
      </ul>
    </div>
  );
}

function IrradiationClasses() {
  const text = useSolarText();
  const format = useFormat();
  const hasPattern = useTwin((state) => state.solar.hasPattern);
  return (
    <ol className="tw-flood-legend__classes tw-solar-legend__classes">
      {irradiationClasses.map(({ from, color }, rank) => {
        const until = irradiationClasses[rank + 1]?.from;
        const label =
          until === undefined
            ? text.from(format.number(from))
            : rank === 0
              ? text.below(format.number(until))
              : text.between(format.number(from), format.number(until));
        return (
          <li key={from}>
            <span className="tw-flood-legend__swatch" style={{ backgroundColor: color }}>
              {hasPattern && <SolarPattern rank={irradiationClasses.length - 1 - rank} />}
            </span>
            <span className="tw-hidden">{label}</span>
            {rank > 0 && (
              <span className="tw-solar-legend__bound" aria-hidden="true">
                {format.number(from)}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function SuitabilityClasses() {
  const text = useSolarText();
  const hasPattern = useTwin((state) => state.solar.hasPattern);
  return (
    <ol className="tw-flood-legend__classes tw-solar-legend__classes">
      {solarClasses.toReversed().map((id) => (
        <li key={id}>
          <span className="tw-flood-legend__swatch" style={{ backgroundColor: suitabilityColors[id] }}>
            {(hasPattern || id === 'none') && <SolarPattern rank={2 * solarClasses.indexOf(id)} />}
          </span>
          <span>{text.classes[id]}</span>
        </li>
      ))}
    </ol>
  );
}
