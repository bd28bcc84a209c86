import './scenario.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, useState } from 'react';
import { fileOfAllScenarios } from '../store/scenario-files.ts';
import { hasUnwrittenScenarios, saveScenario, undoScenarioChange } from '../store/scenarios.ts';
import { Icon } from './icon.tsx';
import { saveWritten } from './save-written.ts';
import { ScenarioCompare } from './scenario-compare.tsx';
import { ScenarioEvening } from './scenario-evening.tsx';
import { ScenarioFileButton } from './scenario-file-button.tsx';
import { type Notice, ScenarioNotice } from './scenario-notice.tsx';
import { ScenarioRow } from './scenario-row.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useScenarioFile } from './use-scenario-file.ts';
import { useScenarioWords } from './use-scenario-words.ts';
import { useTwin } from './use-twin.ts';

export function ScenarioTool() {
  const all = useScenarioWords();
  const { words } = all;
  const items = useTwin((state) => state.scenarios.items);
  const canUndo = useTwin((state) => state.scenarios.past.length > 0);
  const unwritten = useTwin(hasUnwrittenScenarios);
  const [notice, tell] = useState<Notice>();
  const addFiles = useScenarioFile(tell);
  const isOver = useFileDrop(addFiles);

  return (
    <section className="tw-scenarios" aria-label={words.list} data-over={isOver || undefined}>
      {items.length === 0 && <p className="nl-paragraph">{words.intro}</p>}
      <SaveForm onSaved={(title) => tell({ message: words.saved(title) })} />
      <ScenarioNotice notice={notice} />
      <ScenarioEvening onTell={tell} />
      {items.length === 0 ? (
        <p className="nl-paragraph tw-scenarios__none">{words.none}</p>
      ) : (
        <ol className="tw-scenarios__list">
          {items.map((item, index) => (
            <ScenarioRow
              key={item.id}
              item={item}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onTell={tell}
            />
          ))}
        </ol>
      )}
      <div className="tw-row">
        {items.length > 0 && (
          <Button
            purpose="secondary"
            className="tw-small-button"
            iconStart={<Icon name="download" />}
            onClick={() => tell(saveWritten(fileOfAllScenarios(), all))}
          >
            {words.downloadAll}
          </Button>
        )}
        <ScenarioFileButton onFiles={addFiles} />
        {canUndo && (
          <Button
            purpose="subtle"
            className="tw-small-button"
            onClick={() => {
              undoScenarioChange();
              tell({ message: words.undone });
            }}
          >
            {words.undo}
          </Button>
        )}
      </div>
      <p className="nl-paragraph tw-subtle">
        {words.drop} {unwritten && `${words.unwritten} `}
        {words.privacy}
      </p>
      {items.length > 1 && <ScenarioCompare items={items} />}
    </section>
  );
}

function SaveForm({ onSaved }: { readonly onSaved: (title: string) => void }) {
  const { words } = useScenarioWords();
  const count = useTwin((state) => state.scenarios.items.length);
  const ready = useTwin((state) => state.municipality.status === 'ready');
  const [title, setTitle] = useState('');
  const id = useId();
  const suggestion = words.suggestion(count + 1);
  return (
    <form
      className="tw-scenarios__save"
      onSubmit={(event) => {
        event.preventDefault();
        const name = title.trim() || suggestion;
        saveScenario(name);
        setTitle('');
        onSaved(name);
      }}
    >
      <label className="tw-heading" htmlFor={id}>
        {words.name}
      </label>
      <input
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input"
        type="text"
        autoComplete="off"
        maxLength={120}
        placeholder={suggestion}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button
        purpose="primary"
        type="submit"
        className="tw-small-button"
        disabled={!ready}
        iconStart={<Icon name="bookmark" />}
      >
        {words.save}
      </Button>
    </form>
  );
}
