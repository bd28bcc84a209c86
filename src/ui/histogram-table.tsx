import type { Histogram, HistogramClass } from '../model/histogram.ts';
import { questionText } from './text/question.ts';
import { useFormat, useLanguage, useText } from './use-twin.ts';

interface HistogramTableProps {
  readonly histogram: Histogram;
  readonly caption: string;
  readonly classTitle: string;
  readonly classLabel: (part: HistogramClass) => string;
}

/** The figures as a table with a bar in each row, so that picture and table cannot differ. */
export function HistogramTable({ histogram, caption, classTitle, classLabel }: HistogramTableProps) {
  const text = useText();
  const words = questionText[useLanguage()];
  const format = useFormat();
  const { classes, known, unknown } = histogram;
  const all = known + unknown;
  const most = Math.max(1, unknown, ...classes.map(({ count }) => count));
  const rows = classes.map((part) => ({ label: classLabel(part), count: part.count }));
  if (unknown > 0) rows.push({ label: text.unknown, count: unknown });
  return (
    <>
      <table className="utrecht-table utrecht-table--html-table tw-table tw-histogram">
        <caption className="tw-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{classTitle}</th>
            <th scope="col">{words.histogram.count}</th>
            <th scope="col">{words.histogram.share}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, count }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{format.number(count)}</td>
              <td>
                <div className="tw-histogram__share">
                  <span className="tw-bar" style={{ inlineSize: `${(100 * count) / most}%` }} />
                  <span>{all === 0 ? '' : `${format.number((100 * count) / all)}%`}</span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="nl-paragraph tw-subtle">{words.histogram.basis(format.number(known), format.number(all))}</p>
    </>
  );
}
