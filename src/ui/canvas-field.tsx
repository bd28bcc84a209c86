import { useEffect, useId, useState } from 'react';
import { useCanvasText } from './use-canvas.ts';

interface CanvasFieldProps {
  readonly label: string;
  /** Of which row, for who hears the name of the field alone. */
  readonly of?: string;
  readonly hint?: string;
  readonly value: string;
  readonly longest: number;
  readonly lines?: number;
  /** ISO 639: what is written in it. */
  readonly language: string;
  readonly onKeep: (text: string) => void;
}

/** Kept when the field is left: one step for undo. */
export function CanvasField({ label, of, hint, value, longest, lines = 1, language, onKeep }: CanvasFieldProps) {
  const text = useCanvasText();
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const isNearlyFull = typed.length > 0.8 * longest;
  const described = [hint && `${id}-hint`, isNearlyFull && `${id}-count`].filter(Boolean).join(' ');
  return (
    <div className="tw-canvas__field">
      <label htmlFor={id}>
        {label}
        {of && <span className="tw-hidden"> ({of})</span>}
      </label>
      {hint && (
        <span id={`${id}-hint`} className="tw-subtle">
          {hint}
        </span>
      )}
      <textarea
        id={id}
        className="utrecht-textbox tw-canvas__input"
        lang={language}
        rows={lines}
        maxLength={longest}
        aria-describedby={described || undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => onKeep(typed)}
      />
      {isNearlyFull && (
        <span id={`${id}-count`} className="tw-subtle tw-canvas__count">
          {text.count(typed.length, longest)}
        </span>
      )}
    </div>
  );
}
