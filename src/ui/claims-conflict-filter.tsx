import { conflictKinds } from '../model/claim.ts';
import {
  conflictDecideds,
  conflictHards,
  conflictWheres,
  initialConflictFilter,
} from '../model/claim-conflict-rows.ts';
import { setClaimChoice, setConflictFilter } from '../store/claims.ts';
import { Chips } from './chips.tsx';
import { ConflictMark } from './claim-mark.tsx';
import { useConflictRows, useConflictsText } from './use-claim-conflicts.ts';
import { useClaimChoice, useClaims, useClaimsText, useThemeName } from './use-claims.ts';

/** Which conflicts the table, the files and the picture show. */
export function ClaimsConflictFilter() {
  const text = useConflictsText();
  const common = useClaimsText();
  const filter = useClaims((state) => state.filter);
  const { conflicts: kinds, place } = useClaimChoice();
  const rows = useConflictRows() ?? [];
  const themeName = useThemeName();
  const claims = rows.flatMap(({ a, b }) => [a, b]);
  const themes = [...new Set(claims.map(({ theme }) => theme))];
  const holders = [...new Set(claims.flatMap(({ holder }) => holder ?? []))].sort((a, b) => a.localeCompare(b));
  const wheres = conflictWheres.filter((id) => id !== 'place' || place);
  return (
    <>
      <fieldset className="tw-fieldset tw-flood__group">
        <legend>{text.kindLegend}</legend>
        <Chips
          ids={conflictKinds}
          isPressed={(id) => kinds.includes(id)}
          onPress={(id) =>
            setClaimChoice({ conflicts: conflictKinds.filter((own) => (own === id) !== kinds.includes(own)) })
          }
        >
          {(id) => (
            <>
              <ConflictMark kind={id} /> {text.kinds[id]}
            </>
          )}
        </Chips>
      </fieldset>
      <label className="tw-field">
        <span>{text.find}</span>
        <input
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input"
          value={filter.text}
          onChange={(event) => setConflictFilter({ text: event.currentTarget.value })}
        />
      </label>
      <div className="tw-claims__ends">
        <Select
          label={text.theme}
          all={text.anyTheme}
          value={filter.theme}
          options={themes.map((id) => [id, themeName(id)])}
          onChange={(theme) => setConflictFilter({ theme })}
        />
        <Select
          label={text.holder}
          all={text.anyHolder}
          value={filter.holder}
          options={holders.map((id) => [id, id])}
          onChange={(holder) => setConflictFilter({ holder })}
        />
        <Select
          label={text.hardness}
          all={text.anyHardness}
          value={filter.hard}
          options={conflictHards.map((id) => [id, text.hard[id]])}
          onChange={(hard) => setConflictFilter({ hard })}
        />
        <Select
          label={text.where}
          value={filter.where}
          options={wheres.map((id) => [id, text.wheres[id]])}
          onChange={(where) => setConflictFilter({ where: where ?? 'all' })}
        />
        <Select
          label={text.decided}
          value={filter.decided}
          options={conflictDecideds.map((id) => [id, text.decideds[id]])}
          onChange={(decided) => setConflictFilter({ decided: decided ?? 'all' })}
        />
      </div>
      {filter !== initialConflictFilter && (
        <button type="button" className="tw-chip" onClick={() => setConflictFilter(initialConflictFilter)}>
          {common.reset}
        </button>
      )}
    </>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  /** For none of them; absent where one must be chosen. */
  readonly all?: string;
  readonly value: T | undefined;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T | undefined) => void;
}

function Select<T extends string>({ label, all, value, options, onChange }: SelectProps<T>) {
  return (
    <label className="tw-field">
      <span>{label}</span>
      <select
        className="utrecht-textbox"
        value={value ?? ''}
        onChange={(event) => onChange(options.find(([id]) => id === event.currentTarget.value)?.[0])}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
