import { Button } from '@nl-design-system-candidate/button-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { MeasurePoint } from '../model/measure.ts';
import { readTypedPoint } from '../model/typed-point.ts';
import { measureText } from './text/measure.ts';
import { useLanguage } from './use-twin.ts';

interface PointFormProps {
  readonly title: string;
  readonly submit: string;
  /** Absent: an empty form, which stays open for the next point. */
  readonly start?: MeasurePoint | undefined;
  readonly onPoint: (point: MeasurePoint) => void;
  readonly onCancel?: () => void;
}

const fields = ['x', 'y', 'z'] as const;

export function PointForm({ title, submit, start, onPoint, onCancel }: PointFormProps) {
  const text = measureText[useLanguage()];
  const [problem, setProblem] = useState<'wrongPlace' | 'wrongNap'>();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const values = { x: start?.x.toFixed(2), y: start?.y.toFixed(2), z: start?.nap?.toFixed(2) };

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const [x, y, z] = fields.map((name) => String(data.get(name) ?? '')) as [string, string, string];
    const point = readTypedPoint(x, y, z);
    if (typeof point === 'string') {
      setProblem(point);
      return;
    }
    setProblem(undefined);
    onPoint(point);
    form.reset();
    first.current?.focus();
  }

  return (
    <form className="tw-point-form" onSubmit={onSubmit} aria-label={title} noValidate>
      <p className="tw-heading">{title}</p>
      <div className="tw-point-form__fields">
        {fields.map((name, i) => (
          <label key={name}>
            <span className="tw-subtle">{text[name]}</span>
            <input
              ref={i === 0 ? first : undefined}
              className="utrecht-textbox utrecht-textbox--html-input"
              name={name}
              inputMode={name === 'z' ? 'text' : 'decimal'}
              autoComplete="off"
              defaultValue={values[name]}
              aria-invalid={problem !== undefined && (problem === 'wrongNap') === (name === 'z')}
              aria-describedby={problem && `${id}-problem`}
            />
          </label>
        ))}
      </div>
      {problem && (
        <p id={`${id}-problem`} className="nl-paragraph tw-point-form__problem" role="alert">
          {text[problem]}
        </p>
      )}
      <div className="tw-row">
        <Button purpose="secondary" className="tw-small-button" type="submit">
          {submit}
        </Button>
        {onCancel && (
          <Button purpose="subtle" className="tw-small-button" onClick={onCancel}>
            {text.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
