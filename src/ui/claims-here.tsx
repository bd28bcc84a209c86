import type { ReactNode } from 'react';
import { hardnesses } from '../model/claim.ts';
import { toWebAddress } from '../model/web-address.ts';
import { flyToClaims, resetClaimFilter, selectClaims } from '../store/claims.ts';
import { ClaimMark } from './claim-mark.tsx';
import { ClaimsSection } from './claims-section.tsx';
import { HeadCells } from './head-cells.tsx';
import { RowHead } from './row-head.tsx';
import {
  type PlacedClaim,
  useClaimChoice,
  useClaims,
  useClaimsHere,
  useClaimsText,
  useClaimWords,
  useThemeName,
} from './use-claims.ts';
import { useFirstRows } from './use-first-rows.tsx';
import { useFormat } from './use-twin.ts';
import { WebLink } from './web-link.tsx';

const FIRST = 12;

/** One sentence and the way to what else is told; then all claims at the place, then their heights beside each other. */
export function ClaimsHere({ children }: { readonly children: ReactNode }) {
  const text = useClaimsText();
  const { place } = useClaimChoice();
  const here = useClaimsHere();
  const status = useClaims(({ answer }) => answer.status);
  const list = useFirstRows(here?.shown ?? [], FIRST, text);
  if (!place || !here)
    return (
      <>
        <p className="nl-paragraph tw-subtle">{text.noPlace}</p>
        {children}
      </>
    );
  const counts = hardnesses.map((id) => [here.shown.filter(({ claim }) => claim.hardness === id).length, id] as const);
  const countOf = (kind: string) => here.conflicts?.filter((conflict) => conflict.kind === kind).length ?? 0;
  return (
    <>
      <div className="tw-claims__answer" role="status">
        <p className="tw-claims__sentence">{text.sentence(here.shown.length, counts, 'ring' in place)}</p>
        {here.shown.length > 1 && here.conflicts && <p>{text.pairs(countOf('excludes'), countOf('unknown'))}</p>}
        {here.shown.length > 1 && status === 'running' && <p>{text.comparing}</p>}
        {here.hidden > 0 && (
          <p>
            {text.hidden(here.hidden)}{' '}
            <button type="button" className="tw-link-button" onClick={resetClaimFilter}>
              {text.showAll}
            </button>
          </p>
        )}
      </div>
      {children}
      {here.shown.length > 0 && (
        <div className="tw-flood__table">
          <table className="utrecht-table utrecht-table--html-table tw-table tw-claims__table tw-claims__table--here">
            <caption className="tw-hidden">{text.table}</caption>
            <HeadCells heads={[text.claim, text.heights, text.holder]} />
            <tbody>
              {list.shown.map((placed) => (
                <ClaimRow key={placed.claim.id} placed={placed} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.button}
      {here.shown.length > 0 && <ClaimsSection shown={here.shown} />}
    </>
  );
}

function ClaimRow({ placed: { claim, heights, groundNap } }: { readonly placed: PlacedClaim }) {
  const text = useClaimsText();
  const words = useClaimWords();
  const themeName = useThemeName();
  const isChosen = useClaimChoice().selected?.includes(claim.id) ?? false;
  const fromGround = (nap: number | undefined) =>
    nap === undefined || groundNap === undefined ? undefined : nap - groundNap;
  const relative = words.span(fromGround(heights.lowerNap), fromGround(heights.upperNap));
  return (
    <tr data-chosen={isChosen}>
      <RowHead name={claim.name} isChosen={isChosen} onChoose={() => selectClaims(isChosen ? undefined : [claim.id])}>
        <span className="tw-claims__about">
          <ClaimMark theme={claim.theme} /> {themeName(claim.theme)}, {text.hardness[claim.hardness]}
        </span>
        <button
          type="button"
          className="tw-link-button tw-claims__about"
          aria-label={text.flyTo(claim.name)}
          onClick={() => flyToClaims([claim.id])}
        >
          {text.fly}
        </button>
      </RowHead>
      <td>
        {words.span(heights.lowerNap, heights.upperNap) ?? text.unknown}
        {relative !== undefined && <span className="tw-claims__about">{text.toGround(relative)}</span>}
      </td>
      <td>
        <ClaimGround claim={claim} />
      </td>
    </tr>
  );
}

/** Whose it is, on what it rests, how long it holds and how well it is known. */
export function ClaimGround({ claim }: { readonly claim: PlacedClaim['claim'] }) {
  const text = useClaimsText();
  const words = useClaimWords();
  const format = useFormat();
  const { holder, basis, validFrom, validUntil, accuracyM } = claim;
  const told = [basis?.instrument, basis?.article && text.article(basis.article)].filter(Boolean).join(', ');
  return (
    <>
      {holder ?? text.noHolder}
      <span className="tw-claims__about">
        <WebLink address={basis?.url}>{told || toWebAddress(basis?.url) || text.noBasis}</WebLink>
      </span>
      <span className="tw-claims__about">{words.period(validFrom, validUntil)}</span>
      <span className="tw-claims__about">
        {accuracyM === undefined ? text.noGive : text.give(`${format.number(accuracyM, 2)}\u00a0m`)}
      </span>
    </>
  );
}
