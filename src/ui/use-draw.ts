import { seenDrawing } from '../store/drawing.ts';
import { drawText } from './text/draw.ts';
import { useLanguage, useTwin } from './use-twin.ts';

export function useDrawText() {
  return drawText[useLanguage()];
}

/** The drawing as it is seen; undefined until the tool has made one. */
export function useDrawing() {
  return useTwin(({ drawing }) => drawing && seenDrawing(drawing));
}
