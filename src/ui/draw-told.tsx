import { useRef } from 'react';
import type { DrawEvent } from '../model/draw-state.ts';
import type { Format } from './format.ts';
import { useDrawText } from './use-draw.ts';
import { useFormat, useTwin } from './use-twin.ts';

type DrawText = ReturnType<typeof useDrawText>;

function sentenceOf(event: DrawEvent, text: DrawText, format: Format): string {
  if (event.type === 'moved') {
    const { dx, dy } = event;
    const metres = (value: number) => `${format.number(Math.abs(value), 1)} ${text.metres}`;
    if (dx === 0) return text.moved(metres(dy), dy > 0 ? text.winds.north : text.winds.south);
    if (dy === 0) return text.moved(metres(dx), dx > 0 ? text.winds.east : text.winds.west);
    return text.movedBoth(format.number(dx, 1), format.number(dy, 1));
  }
  if (event.type === 'turned') return text.turned(format.number(event.degrees));
  if (event.type === 'corner') return text.corners(event.count);
  if (event.type === 'imported') return text.imported(event.file, event.count);
  return event.type === 'refused' ? text.problems[event.problem] : text.told[event.type];
}

/** Says politely what happened last; seen and heard. The same said twice is a new element, and so is heard twice. */
export function DrawTold() {
  const text = useDrawText();
  const format = useFormat();
  const event = useTwin((state) => state.drawing?.event);
  const told = useRef({ event, count: 0 });
  if (told.current.event !== event) told.current = { event, count: told.current.count + 1 };
  return (
    <div role="status" className="tw-draw-told">
      {event && (
        <p key={told.current.count} className={event.type === 'refused' ? 'tw-draw-refused' : 'tw-subtle'}>
          {sentenceOf(event, text, format)}
        </p>
      )}
    </div>
  );
}
