interface DistrictFieldProps {
  readonly label: string;
  /** Says that no district is asked for. */
  readonly all: string;
  readonly districts: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (district: string | undefined) => void;
}

/** One district of the town or all; nothing where no districts are known. */
export function DistrictField({ label, all, districts, chosen, onChoose }: DistrictFieldProps) {
  if (districts.length === 0) return null;
  return (
    <label className="tw-field">
      <span>{label}</span>
      <select
        className="utrecht-textbox utrecht-textbox--html-input"
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || undefined)}
      >
        <option value="">{all}</option>
        {districts.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
