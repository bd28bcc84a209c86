import { useEffect, useId, useState } from 'react';
import { LONGEST_TITLE } from '../model/scenario.ts';
import { setEveningSettings } from '../store/scenarios.ts';
import { useEveningToolText } from './use-evening-tool-text.ts';
import { useTwin } from './use-twin.ts';

/** Also the name of the file. */
export function EveningName() {
  const text = useEveningToolText();
  const id = useId();
  const title = useTwin((state) => state.scenarios.evening.title ?? '');
  const [typed, setTyped] = useState(title);
  useEffect(() => setTyped(title), [title]);
  const keep = () => setEveningSettings({ title: typed.trim() || undefined });
  return (
    <div className="tw-evening-tool__name">
      <label htmlFor={id}>{text.name}</label>
      <input
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input"
        type="text"
        autoComplete="off"
        maxLength={LONGEST_TITLE}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </div>
  );
}
