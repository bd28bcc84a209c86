import { useEffect, useState } from 'react';
import { tellFigure } from '../model/check-figure.ts';
import { flyToClaims, flyToPoint } from '../store/claims.ts';
import { CheckMark } from './claim-mark.tsx';
import { HeadCells } from './head-cells.tsx';
import { Pager } from './pager.tsx';
import { type CheckRow, useChecksText } from './use-claim-checks.ts';
import { useClaimRows, useClaimsText } from './use-claims.ts';
import { useFormat } from './use-twin.ts';
import { WebLink } from './web-link.tsx';

const PAGE = 12;

/** One row for each rule and part: what was measured, what the limit is, how much room is left, and why. */
export function ClaimsCheckTable({ rows }: { readonly rows: readonly CheckRow[] }) {
  const text = useChecksText();
  const common = useClaimsText();
  const [start, setStart] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its start.
  useEffect(() => setStart(0), [rows.length]);
  const { rule, measured, result } = text.columns;
  return (
    <>
      <div className="tw-flood__table">
        <table className="utrecht-table utrecht-table--html-table tw-table tw-claims__table">
          <caption className="tw-hidden">{text.table}</caption>
          <HeadCells heads={[rule, measured, result]} />
          <tbody>
            {rows.slice(start, start + PAGE).map((row) => (
              <Row key={`${row.rule.id} ${row.check.claim} ${row.check.against ?? ''}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager start={start} size={PAGE} all={rows.length} onStart={setStart} text={common} />
    </>
  );
}

function Row({ row: { rule, check, part } }: { readonly row: CheckRow }) {
  const text = useChecksText();
  const common = useClaimsText();
  const format = useFormat();
  const claims = useClaimRows();
  const { measured, limit, margin, unit, marginUnit, result, at, against } = check;
  const article = check.article ?? rule.article;
  const told = article ? `${rule.instrument}, ${common.article(article)}` : rule.instrument;
  const figure = (value: number, of = unit) => format.localised(tellFigure(value, of)).replace(' ', '\u00a0');
  const target = against !== undefined && claims.has(against) ? against : undefined;
  const name = `${format.localised(rule.title)}, ${part}`;
  return (
    <>
      <tr className="tw-claims__check">
        <th scope="row">
          {format.localised(rule.title)}
          <span className="tw-claims__about">{part}</span>
          <span className="tw-claims__about">
            <WebLink address={rule.url}>{told}</WebLink>
          </span>
          {(at || target !== undefined) && (
            <button
              type="button"
              className="tw-link-button tw-claims__about"
              aria-label={text.flyTo(name)}
              onClick={() => (at ? flyToPoint(at) : target !== undefined && flyToClaims([target]))}
            >
              {text.fly}
            </button>
          )}
        </th>
        <td>
          {measured === undefined ? '–' : figure(measured)}
          {limit !== undefined && (
            <span className="tw-claims__about">
              {text.columns.limit.toLowerCase()} {figure(limit)}
            </span>
          )}
          {margin !== undefined && (
            <span className="tw-claims__about">
              {text.columns.margin.toLowerCase()} {figure(margin, marginUnit)}
            </span>
          )}
        </td>
        <td>
          <CheckMark result={result} /> {text.results[result]}
        </td>
      </tr>
      <tr>
        <td colSpan={3} className="tw-claims__why">
          {format.localised(check.reason)}
        </td>
      </tr>
    </>
  );
}
