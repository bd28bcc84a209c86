import './number-field.css';
import { useEffect, useId, useState } from 'react';
import { useDrawText } from './use-draw.ts';
import { useLanguage } from './use-twin.ts';

interface NumberFieldProps {
  readonly label: string;
  /** Hidden where the column or row says what it is. */
  readonly isLabelHidden?: boolean;
  readonly unit?: string;
  /** Undefined is an empty field. */
  readonly value: number | undefined;
  /** After Enter, or when the field is left; only with another number, or with undefined where that is allowed. */
  readonly onCommit: (value: number | undefined) => void;
  readonly canBeEmpty?: boolean;
}

/** As it can be typed back: without groups, the comma in Dutch. */
const write = (value: number | undefined, isDutch: boolean) =>
  value === undefined ? '' : isDutch ? String(value).replace('.', ',') : String(value);

/** A comma or a point; spaces group. Undefined for what is no number. */
function read(text: string): number | undefined {
  const plain = text.replaceAll(/\s/g, '').replace('−', '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

export function NumberField({ label, isLabelHidden, unit, value, onCommit, canBeEmpty }: NumberFieldProps) {
  const text = useDrawText();
  const isDutch = useLanguage() === 'nl';
  const id = useId();
  const [typed, setTyped] = useState(write(value, isDutch));
  useEffect(() => setTyped(write(value, isDutch)), [value, isDutch]);

  const isEmpty = typed.trim() === '';
  const number = read(typed);
  const isValid = number !== undefined || (isEmpty && canBeEmpty);

  function commit() {
    if (!isValid || number === value) return;
    onCommit(number);
  }

  return (
    <div className="tw-number">
      <label htmlFor={id} className={isLabelHidden ? 'tw-hidden' : 'tw-subtle'}>
        {label}
      </label>
      <span className="tw-number__row">
        <input
          id={id}
          className="utrecht-textbox utrecht-textbox--html-input tw-number__input"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          aria-invalid={!isValid}
          aria-describedby={isValid ? undefined : `${id}-problem`}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
        {unit !== undefined && <span className="tw-subtle">{unit}</span>}
      </span>
      {!isValid && (
        <span id={`${id}-problem`} className="tw-number__problem">
          {text.invalid}
        </span>
      )}
    </div>
  );
}
