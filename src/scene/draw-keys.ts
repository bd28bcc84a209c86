/** Keys for the drawing while the picture has the focus; the panel has the same ones for what is selected. */

import type { DrawState } from '../model/draw-state.ts';
import { addCorner, closePending, redoDrawing, removeLastCorner, setDrawTool, undoDrawing } from '../store/drawing.ts';
import { actOnSelected } from '../store/drawing-keys.ts';
import { middleOfView } from '../store/middle-of-view.ts';
import { twin } from '../store/twin.ts';

function addAtMiddle(): void {
  const middle = middleOfView();
  if (middle) addCorner(middle);
}

/** While a footprint is being drawn. */
const drawingKeys: Readonly<Record<string, () => void>> = {
  Space: addAtMiddle,
  Enter: closePending,
  NumpadEnter: closePending,
  Backspace: removeLastCorner,
  Delete: removeLastCorner,
  Escape: () => setDrawTool('none'),
};

/** Arrow keys stay with the camera unless something is being moved or turned. */
function act(event: KeyboardEvent, { tool, selected }: DrawState): boolean {
  if (event.ctrlKey || event.metaKey) {
    if (event.code === 'KeyZ') (event.shiftKey ? redoDrawing : undoDrawing)();
    else if (event.code === 'KeyY') redoDrawing();
    else return false;
    return true;
  }
  if (event.altKey) return false;
  const draw = tool === 'draw' ? drawingKeys[event.code] : undefined;
  if (draw) {
    draw();
    return true;
  }
  if (event.code === 'Escape' && tool !== 'none') {
    setDrawTool('none');
    return true;
  }
  return selected !== undefined && (tool === 'move' || tool === 'turn') && actOnSelected(event.key, event.shiftKey);
}

/** Before the camera's own keys hear of it. */
export function createDrawKeys(canvas: HTMLElement, isActive: () => boolean): { destroy(): void } {
  function onKeyDown(event: KeyboardEvent) {
    const { drawing } = twin.getState();
    if (!drawing || !isActive() || !act(event, drawing)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  canvas.addEventListener('keydown', onKeyDown, { capture: true });
  return { destroy: () => canvas.removeEventListener('keydown', onKeyDown, { capture: true }) };
}
