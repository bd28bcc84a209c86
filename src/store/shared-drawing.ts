import type { Drawing } from '../model/drawing.ts';
import { writeDrawing } from '../model/drawing-text.ts';
import type { SharedDrawing } from './twin.ts';

/** What a link holds of a drawing. */
export function shareDrawing(drawing: Drawing): SharedDrawing {
  const text = writeDrawing(drawing);
  if (text === undefined) return { text: '', lacks: 'drawing' };
  return { text, lacks: drawing.placed.length > 0 ? 'placed' : undefined };
}
