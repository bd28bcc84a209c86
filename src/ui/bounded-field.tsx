import { useState } from 'react';
import { NumberField } from './number-field.tsx';
import { useSolarText } from './use-solar.ts';
import { useFormat } from './use-twin.ts';

interface BoundedFieldProps {
  readonly label: string;
  readonly unit?: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly decimals?: number;
  /** Of numbers within the bounds only. */
  readonly onCommit: (value: number) => void;
}

/** A number between two others; one beyond them is not taken, and that is said. */
export function BoundedField({ label, unit, value, low, high, decimals = 0, onCommit }: BoundedFieldProps) {
  const text = useSolarText();
  const format = useFormat();
  const [isBeyond, setBeyond] = useState(false);
  return (
    <div className="tw-solar__bounded">
      <NumberField
        label={label}
        {...(unit !== undefined && { unit })}
        value={value}
        onCommit={(next) => {
          const isWithin = next !== undefined && next >= low && next <= high;
          setBeyond(!isWithin);
          if (isWithin) onCommit(next);
        }}
      />
      <p role="status" className={isBeyond ? 'tw-number__problem' : 'tw-hidden'}>
        {isBeyond && text.outOfBounds(format.number(low, decimals), format.number(high, decimals))}
      </p>
    </div>
  );
}
