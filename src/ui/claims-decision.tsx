import { Button } from '@nl-design-system-candidate/button-react';
import { type FormEvent, useId, useState } from 'react';
import { type ClaimDecision, findDecision, LONGEST_DECISION } from '../model/claim-decisions.ts';
import { recordDecision, removeDecision, undoDecisions } from '../store/claim-decisions.ts';
import { useConflictsText } from './use-claim-conflicts.ts';
import { useFormat, useTwin } from './use-twin.ts';

interface ClaimsDecisionProps {
  readonly a: string;
  readonly b: string;
}

/** What was decided about a conflict, and the form that records it. */
export function ClaimsDecision({ a, b }: ClaimsDecisionProps) {
  const text = useConflictsText();
  const format = useFormat();
  const { items, past } = useTwin((state) => state.claimDecisions);
  const [isOpen, setOpen] = useState(false);
  const decision = findDecision(items, a, b);
  return (
    <section className="tw-claims__group" aria-label={text.decision}>
      <h4 className="tw-heading">{text.decision}</h4>
      {decision && (
        <p className="nl-paragraph">
          {text.told(decision.decision, decision.role, format.date(decision.when))}
          {decision.why && <span className="tw-claims__about">{text.toldWhy(decision.why)}</span>}
        </p>
      )}
      {isOpen ? (
        <DecisionForm start={decision} onClose={() => setOpen(false)} conflict={[a, b]} />
      ) : (
        <div className="tw-row">
          <Button purpose="secondary" className="tw-small-button" onClick={() => setOpen(true)}>
            {decision ? text.change : text.record}
          </Button>
          {decision && (
            <Button purpose="subtle" className="tw-small-button" onClick={() => removeDecision(a, b)}>
              {text.remove}
            </Button>
          )}
          {past.length > 0 && (
            <Button purpose="subtle" className="tw-small-button" onClick={undoDecisions}>
              {text.undo}
            </Button>
          )}
        </div>
      )}
      <p role="status" className={items.length > 0 ? 'tw-subtle' : 'tw-hidden'}>
        {items.length > 0 && text.recorded(format.number(items.length))}
      </p>
    </section>
  );
}

interface DecisionFormProps {
  readonly conflict: readonly [string, string];
  readonly start: ClaimDecision | undefined;
  readonly onClose: () => void;
}

const fields = ['decision', 'role', 'when', 'why'] as const;
const toDay = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

function DecisionForm({ conflict, start, onClose }: DecisionFormProps) {
  const text = useConflictsText();
  const id = useId();
  const [isIncomplete, setIncomplete] = useState(false);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [decision, role, when, why] = fields.map((name) => String(data.get(name) ?? '').trim()) as [
      string,
      string,
      string,
      string,
    ];
    const isComplete = decision !== '' && role !== '' && /^\d{4}-\d{2}-\d{2}$/.test(when);
    setIncomplete(!isComplete);
    if (!isComplete) return;
    recordDecision({ conflict, decision, role, when, why });
    onClose();
  }

  const inputOf = (name: (typeof fields)[number]) => {
    const shared = {
      name,
      id: `${id}-${name}`,
      className: 'utrecht-textbox utrecht-textbox--html-input',
      defaultValue: start?.[name] ?? (name === 'when' ? toDay(new Date()) : ''),
    };
    if (name === 'when') return <input type="date" {...shared} />;
    const describedBy = name === 'role' ? `${id}-hint` : undefined;
    return name === 'role' ? (
      <input maxLength={LONGEST_DECISION} autoComplete="off" aria-describedby={describedBy} {...shared} />
    ) : (
      <textarea rows={2} maxLength={LONGEST_DECISION} {...shared} />
    );
  };

  return (
    <form className="tw-claims__group" onSubmit={onSubmit} aria-label={text.record} noValidate>
      {fields.map((name) => (
        <div key={name} className="tw-field">
          <label htmlFor={`${id}-${name}`}>{text.fields[name]}</label>
          {inputOf(name)}
          {name === 'role' && (
            <span id={`${id}-hint`} className="tw-subtle">
              {text.decisionHint}
            </span>
          )}
        </div>
      ))}
      {isIncomplete && (
        <p className="nl-paragraph" role="alert">
          {text.incomplete}
        </p>
      )}
      <div className="tw-row">
        <Button purpose="secondary" className="tw-small-button" type="submit">
          {text.save}
        </Button>
        <Button purpose="subtle" className="tw-small-button" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
