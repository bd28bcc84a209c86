import { useEffect, useId, useState } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** After Enter, or when the field is left; only with another text, and not with none unless that is allowed. */
  readonly onCommit: (value: string) => void;
  readonly canBeEmpty?: boolean;
  readonly type?: 'text' | 'time' | 'datetime-local';
}

const LONGEST = 120;

/** A line of text that is taken when it is left. */
export function TextField({ label, value, onCommit, canBeEmpty = false, type = 'text' }: TextFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);

  function commit() {
    const next = typed.trim();
    if (next === value) return;
    if (next === '' && !canBeEmpty) setTyped(value);
    else onCommit(next);
  }
  return (
    <div className="tw-number">
      <label htmlFor={id} className="tw-subtle">
        {label}
      </label>
      <input
        id={id}
        type={type}
        className="utrecht-textbox utrecht-textbox--html-input"
        autoComplete="off"
        maxLength={LONGEST}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </div>
  );
}
