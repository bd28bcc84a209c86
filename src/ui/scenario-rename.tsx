import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useRef, useState } from 'react';
import { renameScenario } from '../store/scenarios.ts';
import { useScenarioWords } from './use-scenario-words.ts';

interface ScenarioRenameProps {
  readonly id: number;
  readonly title: string;
  readonly onDone: () => void;
}

/** Enter keeps the name, Escape leaves it as it was. */
export function ScenarioRename({ id, title, onDone }: ScenarioRenameProps) {
  const { words } = useScenarioWords();
  const [name, setName] = useState(title);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);

  /** To the button that began it, which is in the page again by then. */
  function finish() {
    const row = box.current?.closest('.tw-scenario');
    onDone();
    requestAnimationFrame(() => row?.querySelector<HTMLElement>('.tw-scenario__actions button')?.focus());
  }

  return (
    <form
      className="tw-scenario__rename"
      onSubmit={(event) => {
        event.preventDefault();
        renameScenario(id, name);
        finish();
      }}
      onKeyDown={(event) => event.key === 'Escape' && finish()}
    >
      <input
        ref={box}
        className="utrecht-textbox utrecht-textbox--html-input"
        type="text"
        aria-label={words.newName}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className="tw-row">
        <Button purpose="primary" type="submit" className="tw-small-button">
          {words.keep}
        </Button>
        <Button purpose="subtle" className="tw-small-button" onClick={finish}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
