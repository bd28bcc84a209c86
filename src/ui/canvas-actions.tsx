import { Button } from '@nl-design-system-candidate/button-react';
import { useRef } from 'react';
import type { UseCaseCanvas } from '../model/use-case-canvas.ts';
import { fileOfCanvas, openCanvasFile } from '../store/canvas.ts';
import { redoCanvas, setOwnCanvas, undoCanvas } from '../store/own-canvases.ts';
import { Icon } from './icon.tsx';
import { saveFile } from './save-file.ts';
import type { Notice } from './scenario-notice.tsx';
import { type CanvasState, useCanvasText } from './use-canvas.ts';
import { useLanguage } from './use-twin.ts';

interface CanvasActionsProps {
  readonly question: string;
  readonly state: CanvasState;
  readonly onTell: (notice: Notice) => void;
}

/** Undo and redo, where there is something to take back. `isSmall`: as signs without words. */
export function CanvasSteps({
  question,
  state,
  onTell,
  isSmall = false,
}: CanvasActionsProps & { readonly isSmall?: boolean }) {
  const text = useCanvasText();
  if (!state.canUndo && !state.canRedo) return null;
  const step = (icon: 'turnLeft' | 'turnRight', label: string, isOff: boolean, run: () => void, told: string) => (
    <button
      type="button"
      className={isSmall ? 'tw-icon-button' : 'tw-chip'}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => {
        if (isOff) return;
        run();
        onTell({ message: told });
      }}
    >
      <Icon name={icon} />
      {!isSmall && label}
    </button>
  );
  return (
    <div className="tw-row">
      {step('turnLeft', text.undo, !state.canUndo, () => undoCanvas(question), text.undone)}
      {step('turnRight', text.redo, !state.canRedo, () => redoCanvas(question), text.redone)}
    </div>
  );
}

/** In and out of files, and back to the municipality's own. */
export function CanvasFiles({ question, state, onTell }: CanvasActionsProps) {
  const text = useCanvasText();
  const language = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const { canvas, isOwn, hasGiven } = state;

  function save(written: UseCaseCanvas) {
    const file = fileOfCanvas(written);
    saveFile(file.name, 'application/json', file.text);
    onTell({ message: text.saved(file.name) });
  }

  async function open(file: File) {
    const outcome = await openCanvasFile(file, question, language);
    if (outcome.status === 'opened') onTell({ message: text.opened });
    else onTell({ message: text.refused[outcome.reason], detail: outcome.detail, isWarning: true });
  }

  return (
    <>
      <div className="tw-row">
        {canvas && (
          <Button
            purpose="secondary"
            className="tw-small-button"
            iconStart={<Icon name="download" />}
            onClick={() => save(canvas)}
          >
            {text.saveFile}
          </Button>
        )}
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void open(file);
            // The same file may be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <Button purpose="secondary" className="tw-small-button" onClick={() => picker.current?.click()}>
          {text.openFile}
        </Button>
        {isOwn && (
          <Button
            purpose="subtle"
            className="tw-small-button"
            onClick={() => {
              setOwnCanvas(question, undefined);
              onTell({ message: text.discarded });
            }}
          >
            {hasGiven ? text.discard : text.discardOwn}
          </Button>
        )}
      </div>
      <p className="nl-paragraph tw-subtle">{text.privacy}</p>
    </>
  );
}
