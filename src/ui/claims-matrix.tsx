import { useState } from 'react';
import { type ConflictKind, conflictKinds } from '../model/claim.ts';
import { findPair } from '../model/claim-conflict-rows.ts';
import { setClaimChoice, tryPair } from '../store/claims.ts';
import { Chips } from './chips.tsx';
import { ClaimMark, ConflictMark } from './claim-mark.tsx';
import { useConflictsText } from './use-claim-conflicts.ts';
import { useClaimChoice, useClaimTown, useThemeName } from './use-claims.ts';
import { useFormat } from './use-twin.ts';

type Pair = readonly [string, string];
const choices = [undefined, ...conflictKinds] as const;

/** Which themes go together: somebody's choice, told as such, and what a visitor tries instead. */
export function ClaimsMatrix() {
  const text = useConflictsText();
  const format = useFormat();
  const town = useClaimTown();
  const themeName = useThemeName();
  const { ownPairs } = useClaimChoice();
  const [pair, setPair] = useState<Pair>();
  if (!town) return null;
  const used = new Set(town.claims.map(({ theme }) => theme));
  const themes = [...new Set([...town.themes.map(({ id }) => id).filter((id) => used.has(id)), ...used])];
  const chosenKind = ([a, b]: Pair): ConflictKind => findPair(town.matrix, a, b)?.kind ?? 'unknown';
  const { holder, date } = town.source;
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="claims-matrix">
      <h3 className="tw-flood__title" id="claims-matrix" tabIndex={-1}>
        {text.matrix}
      </h3>
      <p className="nl-paragraph">{text.matrixIntro(holder, format.date(date))}</p>
      <p className="nl-paragraph tw-subtle">{text.matrixTry}</p>
      <ul className="tw-claims__legend">
        {conflictKinds.map((kind) => (
          <li key={kind}>
            <ConflictMark kind={kind} /> {text.legend[kind]}
          </li>
        ))}
      </ul>
      <div className="tw-flood__table">
        <table className="tw-claims__matrix">
          <caption className="tw-hidden">{text.matrixTable}</caption>
          <thead>
            <tr>
              <td />
              {themes.map((theme) => (
                <th key={theme} scope="col">
                  <ClaimMark theme={theme} />
                  <span className="tw-hidden">{themeName(theme)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {themes.map((a, i) => (
              <tr key={a}>
                <th scope="row">
                  <ClaimMark theme={a} /> {themeName(a)}
                </th>
                {themes.slice(0, i + 1).map((b) => {
                  const own = findPair(ownPairs, a, b);
                  const kind = own?.kind ?? chosenKind([a, b]);
                  const told = own ? `${text.legend[kind]}, ${text.ownCell}` : text.legend[kind];
                  const isChosen = pair?.[0] === a && pair[1] === b;
                  return (
                    <td key={b}>
                      <button
                        type="button"
                        aria-label={text.cell(themeName(a), themeName(b), told)}
                        title={text.cell(themeName(a), themeName(b), told)}
                        aria-pressed={isChosen}
                        data-own={own !== undefined}
                        onClick={() => setPair(isChosen ? undefined : [a, b])}
                      >
                        <ConflictMark kind={kind} />
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pair && <PairChoice key={pair.join()} pair={pair} kind={chosenKind(pair)} />}
      {ownPairs.length > 0 && (
        <div className="tw-claims__own" role="status">
          <p>{text.own(ownPairs.length)}</p>
          <button type="button" className="tw-chip" onClick={() => setClaimChoice({ ownPairs: [] })}>
            {text.resetOwn}
          </button>
        </div>
      )}
    </section>
  );
}

function PairChoice({ pair, kind }: { readonly pair: Pair; readonly kind: ConflictKind }) {
  const text = useConflictsText();
  const format = useFormat();
  const themeName = useThemeName();
  const town = useClaimTown();
  const own = findPair(useClaimChoice().ownPairs, ...pair)?.kind;
  const why = findPair(town?.matrix ?? [], ...pair)?.why;
  return (
    <fieldset className="tw-fieldset tw-claims__group">
      <legend className="tw-heading">{text.choose(themeName(pair[0]), themeName(pair[1]))}</legend>
      <p className="nl-paragraph">
        {text.municipality(text.legend[kind])} {why && format.localised(why)}
      </p>
      <Chips ids={choices} isPressed={(id) => own === id} onPress={(id) => tryPair(pair, id === kind ? undefined : id)}>
        {(id) => (id === undefined ? text.asMunicipality(text.legend[kind]) : text.legend[id])}
      </Chips>
    </fieldset>
  );
}
