import { CopyText } from './copy-text.tsx';
import { areaRows, distanceRows, writePoint } from './measure-rows.ts';
import { measureText } from './text/measure.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

const kinds = { distance: { least: 2, rows: distanceRows }, area: { least: 3, rows: areaRows } } as const;

export function MeasureFigures({ mode }: { readonly mode: keyof typeof kinds }) {
  const text = measureText[useLanguage()];
  const format = useFormat();
  const points = useTwin((state) => state.measure.points);
  const { least, rows: compute } = kinds[mode];
  if (points.length < least) {
    return (
      <p className="nl-paragraph" role="status">
        {text.need[mode]}
      </p>
    );
  }
  const { rows, notes } = compute(points, text, format);
  const lines = [
    text.modes[mode],
    ...rows.map(({ label, value }) => `${label}: ${value}`),
    ...points.map((point, i) => `${text.number(i + 1)}: ${writePoint(point, text, format)} (${text.on[point.on]})`),
    ...notes,
  ];
  return (
    <section className="tw-measure" aria-label={text.result}>
      <div role="status">
        <dl className="tw-facts">
          {rows.map(({ label, value }, i) => (
            <div key={label} className={i === 0 ? 'tw-facts__main' : undefined}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {notes.map((note) => (
        <p key={note} className="nl-paragraph tw-subtle">
          {note}
        </p>
      ))}
      <CopyText lines={lines} />
    </section>
  );
}
