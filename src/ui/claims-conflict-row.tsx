import type { ConflictRow } from '../model/claim-conflict-rows.ts';
import { flyToClaims, selectClaims } from '../store/claims.ts';
import { ClaimMark, ConflictMark } from './claim-mark.tsx';
import { ClaimsDecision } from './claims-decision.tsx';
import { ClaimGround } from './claims-here.tsx';
import { RowHead } from './row-head.tsx';
import { useConflictReason, useConflictsText } from './use-claim-conflicts.ts';
import { useClaimChoice, useClaimsText, useClaimWords, useThemeName } from './use-claims.ts';
import { useFormat } from './use-twin.ts';

/** One conflict; chosen, it also tells why, on what both claims rest, and what was decided. */
export function ClaimsConflictRow({ row }: { readonly row: ConflictRow }) {
  const text = useConflictsText();
  const common = useClaimsText();
  const words = useClaimWords();
  const format = useFormat();
  const { selected } = useClaimChoice();
  const { conflict, a, b } = row;
  const isChosen = selected?.[0] === a.id && selected[1] === b.id;
  const name = `${a.name} ${text.and} ${b.name}`;
  const [low, high] = conflict.heightRange ?? [];
  return (
    <>
      <tr data-chosen={isChosen}>
        <RowHead name={name} isChosen={isChosen} onChoose={() => selectClaims(isChosen ? undefined : [a.id, b.id])}>
          <span className="tw-claims__about">
            <ConflictMark kind={conflict.kind} /> {text.kinds[conflict.kind]}
          </span>
          <button
            type="button"
            className="tw-link-button tw-claims__about"
            aria-label={common.flyTo(name)}
            onClick={() => flyToClaims([a.id, b.id])}
          >
            {text.fly}
          </button>
        </RowHead>
        <td>
          {format.area(conflict.areaM2)}
          <span className="tw-claims__about">
            {conflict.volumeM3 === undefined ? common.unknown : format.volume(conflict.volumeM3)}
          </span>
        </td>
        <td>
          {words.span(low, high) ?? common.unknown}
          <span className="tw-claims__about">{words.period(conflict.period.from, conflict.period.until)}</span>
        </td>
      </tr>
      {isChosen && (
        <tr data-chosen="true">
          <td colSpan={3} className="tw-claims__detail">
            <Detail row={row} />
            <ClaimsDecision a={a.id} b={b.id} />
          </td>
        </tr>
      )}
    </>
  );
}

function Detail({ row }: { readonly row: ConflictRow }) {
  const text = useConflictsText();
  const common = useClaimsText();
  const reasonOf = useConflictReason();
  const themeName = useThemeName();
  return (
    <dl className="tw-facts">
      <div>
        <dt>{text.why}</dt>
        <dd>{reasonOf(row)}</dd>
      </div>
      {[row.a, row.b].map((claim) => (
        <div key={claim.id}>
          <dt>
            <ClaimMark theme={claim.theme} /> {claim.name}
          </dt>
          <dd>
            {themeName(claim.theme)}, {common.hardness[claim.hardness]}
            <br />
            <ClaimGround claim={claim} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
