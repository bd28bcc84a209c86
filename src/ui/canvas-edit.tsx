import { Button } from '@nl-design-system-candidate/button-react';
import type { UseCaseCanvas } from '../model/use-case-canvas.ts';
import { CanvasSteps } from './canvas-actions.tsx';
import { CanvasForm } from './canvas-form.tsx';
import { type Notice, ScenarioNotice } from './scenario-notice.tsx';
import { type CanvasState, useCanvasText } from './use-canvas.ts';

interface CanvasEditProps {
  readonly question: string;
  readonly state: CanvasState;
  readonly canvas: UseCaseCanvas;
  readonly notice: Notice | undefined;
  readonly onTell: (notice: Notice) => void;
  readonly onDone: () => void;
}

/** The form, and a bar that stays in sight: what was done, the way back, and the end. */
export function CanvasEdit({ question, state, canvas, notice, onTell, onDone }: CanvasEditProps) {
  const text = useCanvasText();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape ends what the fields in it began.
    <div
      className="tw-canvas__screen tw-canvas__form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        // What stands in the field is kept when it is left.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        onDone();
      }}
    >
      <CanvasForm canvas={canvas} edit={state.edit} tell={(message) => onTell({ message })} />
      <div className="tw-canvas__bar">
        <ScenarioNotice notice={notice} />
        <div className="tw-row tw-row--apart">
          <CanvasSteps question={question} state={state} onTell={onTell} isSmall />
          <Button purpose="primary" className="tw-small-button" onClick={onDone}>
            {text.done}
          </Button>
        </div>
      </div>
    </div>
  );
}
