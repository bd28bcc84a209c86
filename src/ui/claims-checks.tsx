import { useEffect, useState } from 'react';
import { type CheckResult, checkResults } from '../model/claim.ts';
import { followClaimChecks } from '../store/claim-checks.ts';
import { checkSubjects, chooseSubject } from '../store/claims.ts';
import { openPlan } from '../store/plans.ts';
import { Chips } from './chips.tsx';
import { ClaimsCheckTable } from './claims-check-table.tsx';
import { RowFilter } from './row-filter.tsx';
import { useCheckable, useCheckRows, useChecksText } from './use-claim-checks.ts';
import { useClaims } from './use-claims.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Whether the plan in the picture, or what was drawn, fits the rules; each with what was measured and why. */
export function ClaimsChecks() {
  const text = useChecksText();
  const format = useFormat();
  const hasRules = useTwin(
    ({ municipality }) => municipality.status === 'ready' && municipality.value.claims?.rules !== undefined,
  );
  const plans = useTwin(({ plans }) => (plans.status === 'ready' ? plans.value : undefined));
  const isOpen = useTwin((state) => state.choice !== undefined);
  const { list, chosen } = useCheckable();
  useEffect(() => followClaimChecks(), []);
  const name = chosen?.around.name;
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="claims-checks">
      <h3 className="tw-flood__title" id="claims-checks" tabIndex={-1}>
        {text.title}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.intro}</p>
      {!hasRules && <p className="nl-paragraph">{text.noRules}</p>}
      {hasRules && !chosen && <p className="nl-paragraph">{text.choosePlan}</p>}
      {hasRules && !isOpen && plans && plans.length > 0 && (
        <ul className="tw-chips">
          {plans.map(({ id, title }) => (
            <li key={id}>
              <button type="button" className="tw-chip" onClick={() => openPlan(id)}>
                {format.localised(title)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasRules && list.length > 1 && (
        <fieldset className="tw-fieldset">
          <legend>{text.subject}</legend>
          <Chips ids={checkSubjects} isPressed={(id) => chosen?.subject === id} onPress={chooseSubject}>
            {(id) => text.subjects[id]}
          </Chips>
        </fieldset>
      )}
      {hasRules && chosen && (
        <p className="nl-paragraph">
          {name === undefined ? text.ofDrawing : text.of(typeof name === 'string' ? name : format.localised(name))}
        </p>
      )}
      {hasRules && chosen && <Outcome />}
    </section>
  );
}

function Outcome() {
  const text = useChecksText();
  const format = useFormat();
  const status = useClaims((state) => state.checks);
  const checked = useCheckRows();
  const [filter, setFilter] = useState<{ readonly text: string; readonly only?: CheckResult }>({ text: '' });
  if (status.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.failed}</p>
        <p className="nl-paragraph tw-subtle">{status.message}</p>
      </div>
    );
  if (!checked) return <p className="nl-paragraph">{text.computing}</p>;
  const { counts, rows } = checked;
  const all = checkResults.reduce((sum, id) => sum + counts[id], 0);
  const wanted = filter.text.trim().toLowerCase();
  const listed = rows.filter(
    ({ rule, check, part }) =>
      (filter.only === undefined || check.result === filter.only) &&
      (wanted === '' || `${format.localised(rule.title)} ${part}`.toLowerCase().includes(wanted)),
  );
  const [fails, unknown, meets, none] = checkResults.map((id) => format.number(counts[id])) as [
    string,
    string,
    string,
    string,
  ];
  return (
    <>
      <p className="tw-claims__answer tw-claims__sentence" role="status">
        {text.totals(format.number(all), fails, unknown, meets, none)}
      </p>
      <RowFilter filter={filter} onFilter={setFilter} label={text.find} legend={text.filter} kinds={checkResults}>
        {(only) => (only === undefined ? text.all : text.results[only])}
      </RowFilter>
      {listed.length === 0 ? <p className="nl-paragraph">{text.none}</p> : <ClaimsCheckTable rows={listed} />}
    </>
  );
}
