import type { ReactNode } from 'react';
import { HeadCells } from './head-cells.tsx';
import { useFormat } from './use-twin.ts';

interface ClassChartProps<C extends string> {
  /** Of its title. */
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly className?: string;
  /** Of the class, its count and its share. */
  readonly heads: readonly [string, string, string];
  readonly classes: readonly C[];
  readonly counts: Readonly<Record<C, number>>;
  /** What the shares are of. */
  readonly all: number;
  readonly colors: Readonly<Record<C, string>>;
  /** A class as it is drawn and called. */
  readonly children: (id: C) => ReactNode;
}

/** Counts by class: a bar in each row of the table, so that picture and figures cannot differ. */
export function ClassChart<C extends string>(props: ClassChartProps<C>) {
  const { id, title, intro, className = '', heads, classes, counts, all, colors, children } = props;
  const format = useFormat();
  const most = Math.max(1, ...classes.map((own) => counts[own]));
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby={id}>
      <h3 className="tw-flood__title" id={id} tabIndex={-1}>
        {title}
      </h3>
      {intro && <p className="nl-paragraph tw-subtle">{intro}</p>}
      <table className={`utrecht-table utrecht-table--html-table tw-table tw-histogram ${className}`.trim()}>
        <caption className="tw-hidden">{title}</caption>
        <HeadCells heads={heads} />
        <tbody>
          {classes.map((own) => (
            <tr key={own}>
              <th scope="row">{children(own)}</th>
              <td>{format.number(counts[own])}</td>
              <td>
                <div className="tw-histogram__share">
                  <span
                    className="tw-bar tw-solar__bar"
                    style={{ inlineSize: `${(100 * counts[own]) / most}%`, backgroundColor: colors[own] }}
                  />
                  <span>{all === 0 ? '' : `${format.number((counts[own] / all) * 100)}%`}</span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
