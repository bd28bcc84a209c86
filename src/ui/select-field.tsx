import { useId } from 'react';

interface SelectFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly onChoose: (id: string) => void;
}

/** A choice from a list, with its name above it. */
export function SelectField({ label, value, items, onChoose }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="tw-number">
      <label htmlFor={id} className="tw-subtle">
        {label}
      </label>
      <select id={id} className="tw-select" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {items.map((item) => (
          <option key={item.id} value={item.id}>
            {item.title}
          </option>
        ))}
      </select>
    </div>
  );
}
