import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { fileOfScenario } from '../store/scenario-files.ts';
import type { ListedScenario } from '../store/scenario-list.ts';
import { scenarioAddress, sharedDrawingOf, sharedMeasuresOf } from '../store/scenario-picture.ts';
import { duplicateScenario, moveScenario, openScenario, removeScenario, retakeScenario } from '../store/scenarios.ts';
import { Icon, type IconName } from './icon.tsx';
import { saveWritten } from './save-written.ts';
import { ScenarioCaption } from './scenario-caption.tsx';
import { describeInShort } from './scenario-facts.ts';
import type { Notice } from './scenario-notice.tsx';
import { ScenarioRename } from './scenario-rename.tsx';
import { useEveningToolText } from './use-evening-tool-text.ts';
import { useScenarioWords } from './use-scenario-words.ts';

interface ScenarioRowProps {
  readonly item: ListedScenario;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onTell: (notice: Notice) => void;
}

export function ScenarioRow({ item, isFirst, isLast, onTell }: ScenarioRowProps) {
  const { id, scenario } = item;
  const evening = useEveningToolText();
  const all = useScenarioWords();
  const { words } = all;
  const { title } = scenario;
  const [isRenaming, setRenaming] = useState(false);

  function open() {
    const opening = openScenario(scenario);
    if (opening.status === 'elsewhere') {
      const link = { href: scenarioAddress(scenario), label: words.elsewhereLink };
      onTell({ message: words.elsewhere(opening.municipality), link, isWarning: true });
    } else if (opening.unknown.length > 0) {
      onTell({ message: `${words.opened(title)} ${words.notShown(opening.unknown.join(', '))}`, isWarning: true });
    } else onTell({ message: words.opened(title) });
  }

  function copyLink() {
    const href = scenarioAddress(scenario);
    const { lacks: missing } = sharedDrawingOf(scenario);
    const lacks = [
      sharedMeasuresOf(scenario) === undefined && words.linkLacks,
      missing && words.linkLacksDrawing[missing],
      scenario.canvases && words.linkLacksDrawing.canvas,
    ]
      .map((sentence) => (sentence ? ` ${sentence}` : ''))
      .join('');
    const byHand = () => onTell({ message: words.linkByHand + lacks, link: { href } });
    // Absent on pages without https.
    if (!navigator.clipboard) return byHand();
    navigator.clipboard.writeText(href).then(() => onTell({ message: words.linkCopied + lacks }), byHand);
  }

  /** A row that moves in the page loses the focus. */
  function move(step: -1 | 1, button: HTMLElement) {
    moveScenario(id, step);
    requestAnimationFrame(() => button.focus());
  }

  const action = (icon: IconName, label: string, run: (button: HTMLElement) => void, isOff = false) => (
    <button
      type="button"
      className="tw-icon-button"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={(event) => !isOff && run(event.currentTarget)}
    >
      <Icon name={icon} />
    </button>
  );

  return (
    <li className="tw-scenario">
      {isRenaming ? (
        <ScenarioRename id={id} title={title} onDone={() => setRenaming(false)} />
      ) : (
        <div className="tw-scenario__head">
          <h3 className="tw-scenario__title">{title}</h3>
          <Button purpose="secondary" className="tw-small-button" aria-label={words.openThis(title)} onClick={open}>
            {words.open}
          </Button>
        </div>
      )}
      <p className="nl-paragraph tw-subtle">{describeInShort(scenario, all)}</p>
      <ScenarioCaption item={item} />
      <button
        type="button"
        className="tw-link-button tw-scenario__retake"
        aria-label={evening.retakeIn(title)}
        onClick={() => {
          retakeScenario(id);
          onTell({ message: evening.retaken(title) });
        }}
      >
        {evening.retake}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields, these are buttons. */}
      <div role="group" aria-label={words.actions(title)} className="tw-scenario__actions">
        {action('edit', words.rename, () => setRenaming(true))}
        {action('copy', words.duplicate, () => duplicateScenario(id, words.copyOf(title)))}
        {action('share', words.link, copyLink)}
        {action('download', words.download, () => onTell(saveWritten(fileOfScenario(scenario), all)))}
        {action('up', words.up, (button) => move(-1, button), isFirst)}
        {action('down', words.down, (button) => move(1, button), isLast)}
        {action('remove', words.remove, (button) => {
          // The focus goes to what undoes it, or else to the start of the page.
          button.closest<HTMLElement>('.tw-scenarios')?.querySelector<HTMLElement>('input[type=text]')?.focus();
          removeScenario(id);
          onTell({ message: words.removed(title) });
        })}
      </div>
    </li>
  );
}
