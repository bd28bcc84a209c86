import { useState } from 'react';

interface DateFieldProps {
  readonly label: string;
  /** ISO 8601. */
  readonly value: string;
  readonly least: string;
  readonly most: string;
  /** Of whole dates within the bounds only. */
  readonly onDate: (date: string) => void;
}

/** A date that may be typed piece by piece: what is no date yet stays in the field until it is left. */
export function DateField({ label, value, least, most, onDate }: DateFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <label className="tw-date">
      <span>{label}</span>
      <input
        type="date"
        className="utrecht-textbox utrecht-textbox--html-input"
        min={least}
        max={most}
        value={typed ?? value}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          if (next >= least && next <= most) onDate(next);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  );
}
