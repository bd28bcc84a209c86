import type { OutlookFigure, OutlookResult, ShareRange, Shares } from '../model/outlook.ts';
import type { Plan } from '../model/plan.ts';
import { showVariant } from '../store/plans.ts';
import { OutlookPicture } from './outlook-picture.tsx';
import { RowHead } from './row-head.tsx';
import { windowText } from './text/window.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

interface OutlookTableProps {
  readonly result: OutlookResult;
  readonly plan: Plan;
}

const seen = ['sky', 'ground', 'existing'] as const;

/** Today and every variant: how much is new building, how much sky is left and lost, each with its range. */
export function OutlookTable({ result, plan }: OutlookTableProps) {
  const text = windowText[useLanguage()];
  const format = useFormat();
  const shown = useTwin((state) => state.choice?.variant);
  const percent = usePercent();
  const { today } = result;
  const counted = plan.variants.flatMap((variant) => {
    const row = result.variants.find(({ id }) => id === variant.id);
    return row ? { ...row, title: format.localised(variant.title) } : [];
  });
  const missing = plan.variants.filter(({ id }) => !result.variants.some((row) => row.id === id));
  const rows = [{ id: undefined, title: text.today, figure: today, isHouseGone: false }, ...counted];

  const drawn = rows.find(({ id, isHouseGone }) => id === shown && !isHouseGone);

  return (
    <div className="tw-outlook">
      <OutlookPicture figure={drawn?.figure ?? today} title={drawn?.title ?? text.today} />
      <table className="utrecht-table utrecht-table--html-table tw-table">
        <caption>{text.table}</caption>
        <thead>
          <tr>
            <th scope="col">{text.scene}</th>
            <th scope="col">{text.newShare}</th>
            <th scope="col">{text.skyShare}</th>
            <th scope="col">{text.skyLost}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, figure, isHouseGone }) => (
            <tr key={id ?? ''} data-shown={id === shown}>
              <RowHead name={title} isChosen={id === shown} onChoose={() => showVariant(id)} />
              {isHouseGone ? (
                <td colSpan={3}>{text.houseGone}</td>
              ) : (
                <>
                  <td>{id === undefined ? '–' : <Share {...rangeOf(figure, 'new')} />}</td>
                  <td>
                    <Share {...rangeOf(figure, 'sky')} />
                  </td>
                  <td>{id === undefined ? '–' : <Share {...figure.skyLost} />}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 0 && (
        <p className="nl-paragraph">{text.missing(missing.map(({ title }) => format.localised(title)).join(', '))}</p>
      )}
      <p className="nl-paragraph">{text.indicative}</p>
      {counted.length > 0 && (
        <details className="tw-details">
          <summary>{text.more}</summary>
          {counted.map(({ id, title, figure }) => (
            <div key={id}>
              <p className="tw-heading">{title}</p>
              <dl className="tw-facts">
                {seen.map((part) => (
                  <div key={part}>
                    <dt>{text.parts[part]}</dt>
                    <dd>{percent(figure.hides[part])}</dd>
                  </div>
                ))}
              </dl>
              <p className="nl-paragraph tw-subtle">{text.solidAngle(percent(figure.solidAngle.new))}</p>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

const rangeOf = ({ shares, low, high }: OutlookFigure, part: keyof Shares): ShareRange => ({
  value: shares[part],
  low: low[part],
  high: high[part],
});

function Share({ value, low, high }: ShareRange) {
  const text = windowText[useLanguage()];
  const format = useFormat();
  const percent = usePercent();
  const bare = (share: number) => format.number(100 * share, 1);
  return (
    <>
      {percent(value)}
      <span className="tw-subtle">{text.range(bare(low), bare(high))}</span>
    </>
  );
}

function usePercent(): (share: number) => string {
  const format = useFormat();
  return (share) => `${format.number(100 * share, 1)}\u00a0%`;
}
