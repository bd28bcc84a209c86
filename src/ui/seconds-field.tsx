import { useEffect, useId, useState } from 'react';
import { useEveningToolText } from './use-evening-tool-text.ts';

interface SecondsFieldProps {
  readonly label: string;
  readonly note?: string;
  readonly value: number;
  /** Least and most. */
  readonly limits: readonly [number, number];
  /** After Enter, or when the field is left with another number that is within the limits. */
  readonly onCommit: (value: number) => void;
}

export function SecondsField({ label, note, value, limits: [least, most], onCommit }: SecondsFieldProps) {
  const text = useEveningToolText();
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const isValid = number >= least && number <= most;

  function commit() {
    if (isValid && number !== value) onCommit(number);
  }

  return (
    <div className="tw-evening-tool__seconds">
      <label htmlFor={id}>{label}</label>{' '}
      <span className="tw-evening-tool__number">
        <input
          id={id}
          className="utrecht-textbox utrecht-textbox--html-input"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          aria-invalid={!isValid}
          aria-describedby={`${id}-unit ${id}-problem`}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
        <span id={`${id}-unit`}>
          {text.seconds}
          {note && <span className="tw-subtle"> {note}</span>}
        </span>
      </span>
      <span id={`${id}-problem`} className="tw-evening-tool__problem">
        {!isValid && text.outside(least, most)}
      </span>
    </div>
  );
}
