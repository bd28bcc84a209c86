import { useEffect, useId, useState } from 'react';
import { LONGEST_CAPTION } from '../model/scenario.ts';
import type { ListedScenario } from '../store/scenario-list.ts';
import { captionScenario } from '../store/scenarios.ts';
import { useEveningToolText } from './use-evening-tool-text.ts';

/** What the hall reads beside the picture. Kept when the field is left or with Enter: one step for undo. */
export function ScenarioCaption({ item: { id, scenario } }: { readonly item: ListedScenario }) {
  const text = useEveningToolText();
  const field = useId();
  const { caption = '', title } = scenario;
  const [typed, setTyped] = useState(caption);
  useEffect(() => setTyped(caption), [caption]);
  const keep = () => captionScenario(id, typed);

  return (
    <div className="tw-scenario__caption">
      <label htmlFor={field} className="tw-subtle">
        {text.caption}
        <span className="tw-hidden">: {title}</span>
      </label>
      <textarea
        id={field}
        className="utrecht-textbox tw-scenario__text"
        rows={2}
        maxLength={LONGEST_CAPTION}
        aria-describedby={`${field}-count`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          keep();
        }}
      />
      <span id={`${field}-count`} className="tw-subtle tw-scenario__count">
        {text.count(typed.length, LONGEST_CAPTION)}
      </span>
    </div>
  );
}
