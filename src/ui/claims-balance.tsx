import { claimStyle } from '../model/claim-themes.ts';
import { ClaimMark } from './claim-mark.tsx';
import { HeadCells } from './head-cells.tsx';
import { useConflictsText } from './use-claim-conflicts.ts';
import { useClaims, useThemeName } from './use-claims.ts';
import { useFormat } from './use-twin.ts';

/** What each theme asks for: a bar in each row, so that picture and figures cannot differ. */
export function ClaimsBalance() {
  const text = useConflictsText();
  const format = useFormat();
  const themeName = useThemeName();
  const balance = useClaims(({ answer }) => (answer.status === 'ready' ? answer.value.balance : undefined));
  if (!balance) return null;
  const sorted = balance.toSorted((a, b) => b.netM2 - a.netM2);
  const most = Math.max(1, ...sorted.map(({ netM2 }) => netM2));
  const share = (squareMetres: number) => `${(100 * squareMetres) / most}%`;
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="claims-balance">
      <h3 className="tw-flood__title" id="claims-balance" tabIndex={-1}>
        {text.balance}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.balanceIntro}</p>
      <div className="tw-flood__table">
        <table className="utrecht-table utrecht-table--html-table tw-table tw-claims__table">
          <caption className="tw-hidden">{text.balance}</caption>
          <HeadCells heads={[text.balanceTheme, text.claimed, text.net, text.double]} />
          <tbody>
            {sorted.map(({ theme, claimedM2, netM2, doubleClaimedM2 }) => (
              <tr key={theme}>
                <th scope="row">
                  <ClaimMark theme={theme} /> {themeName(theme)}
                  <span className="tw-claims__share" aria-hidden="true">
                    <span style={{ inlineSize: share(netM2), backgroundColor: claimStyle(theme).color }} />
                    <span className="tw-claims__twice" style={{ inlineSize: share(doubleClaimedM2) }} />
                  </span>
                </th>
                <td>{format.area(claimedM2)}</td>
                <td>{format.area(netM2)}</td>
                <td>{format.area(doubleClaimedM2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="nl-paragraph tw-subtle">{text.balanceNote}</p>
    </section>
  );
}
