import { Button } from '@nl-design-system-candidate/button-react';
import { changeDrawing, redoDrawing, setDrawTool, undoDrawing } from '../store/drawing.ts';
import { DrawPending } from './draw-pending.tsx';
import { Icon } from './icon.tsx';
import { NumberField } from './number-field.tsx';
import { useDrawing, useDrawText } from './use-draw.ts';
import { useTwin } from './use-twin.ts';

/** Starting to draw, undoing, and the zero of the heights. */
export function DrawActions() {
  const text = useDrawText();
  const drawing = useDrawing();
  const isDrawing = useTwin((state) => state.drawing?.tool === 'draw');
  const canUndo = useTwin((state) => (state.drawing?.history.past.length ?? 0) > 0);
  const canRedo = useTwin((state) => (state.drawing?.history.future.length ?? 0) > 0);
  return (
    <>
      <div className="tw-row">
        <Button
          purpose={isDrawing ? 'secondary' : 'primary'}
          className="tw-small-button"
          iconStart={<Icon name={isDrawing ? 'close' : 'draw'} />}
          onClick={() => setDrawTool(isDrawing ? 'none' : 'draw')}
        >
          {isDrawing ? text.stop : text.draw}
        </Button>
        <button type="button" className="tw-chip" disabled={!canUndo} onClick={undoDrawing}>
          <Icon name="turnLeft" />
          {text.undo}
        </button>
        <button type="button" className="tw-chip" disabled={!canRedo} onClick={redoDrawing}>
          <Icon name="turnRight" />
          {text.redo}
        </button>
      </div>
      {isDrawing && <DrawPending />}
      <NumberField
        label={text.peil}
        unit={text.metresNap}
        value={drawing?.peilNap}
        onCommit={(peilNap = 0) => changeDrawing((before) => ({ ...before, peilNap }), { type: 'changed' })}
      />
      <p className="nl-paragraph tw-subtle">{text.peilHelp}</p>
    </>
  );
}
