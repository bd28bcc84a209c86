import './draw-tool.css';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { findPlaced, findVolume } from '../model/drawing.ts';
import { needDrawing, redoDrawing, setDrawTool, undoDrawing } from '../store/drawing.ts';
import { actOnSelected } from '../store/drawing-keys.ts';
import { DrawActions } from './draw-actions.tsx';
import { DrawFiles } from './draw-files.tsx';
import { DrawList } from './draw-list.tsx';
import { DrawTold } from './draw-told.tsx';
import { EditRow } from './edit-row.tsx';
import { PlacedForm } from './placed-form.tsx';
import { RectangleForm } from './rectangle-form.tsx';
import { useDrawing, useDrawText } from './use-draw.ts';
import { usePlaceFile } from './use-place-file.ts';
import { useTwin } from './use-twin.ts';
import { VolumeForm } from './volume-form.tsx';

/** In a field the keys are the field's own. */
const isField = (target: EventTarget) => target instanceof Element && target.matches('input, select, textarea');

function onKeyDown(event: KeyboardEvent) {
  if (isField(event.target)) return;
  const { key, shiftKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && key.toLowerCase() === 'z') (shiftKey ? redoDrawing : undoDrawing)();
  else if (isCommand && key.toLowerCase() === 'y') redoDrawing();
  else if (isCommand || event.altKey) return;
  else if (key === 'Escape') setDrawTool('none');
  else if (!actOnSelected(key, shiftKey)) return;
  event.preventDefault();
}

/** What is chosen, to be changed. */
function Selected() {
  const text = useDrawText();
  const drawing = useDrawing();
  const selected = useTwin((state) => state.drawing?.selected);
  const volume = drawing && findVolume(drawing, selected);
  const thing = drawing && findPlaced(drawing, selected);
  const item = volume ?? thing;
  if (!item) return null;
  return (
    <section className="tw-draw-selected" aria-labelledby="draw-edit-title">
      <h3 id="draw-edit-title" className="tw-heading">
        {text.edit}: {item.name ?? text.nameless(item.id)}
      </h3>
      <EditRow id={item.id} key={`row ${item.id}`} />
      {volume && <VolumeForm volume={volume} key={item.id} />}
      {thing && <PlacedForm thing={thing} key={item.id} />}
    </section>
  );
}

export function DrawTool() {
  const text = useDrawText();
  const { files, dragProps } = usePlaceFile();
  const isReady = useTwin((state) => state.drawing !== undefined);
  const root = useRef<HTMLDivElement>(null);
  const selected = useTwin((state) => state.drawing?.selected);
  const tool = useTwin((state) => state.drawing?.tool);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what had the focus may go with what was selected or begun
  useEffect(() => {
    if (document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [selected, tool]);
  useEffect(() => {
    needDrawing();
    // What was begun in the picture ends with the tool; what was drawn stays.
    return () => setDrawTool('none');
  }, []);
  if (!isReady) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what is selected, from wherever the focus is in the tool
    <div className="tw-draw" ref={root} tabIndex={-1} onKeyDown={onKeyDown} {...dragProps}>
      <p className="nl-paragraph">{text.intro}</p>
      <DrawActions />
      <DrawTold />
      <RectangleForm />
      <DrawList />
      <Selected />
      <DrawFiles {...files} />
      <p className="nl-paragraph tw-subtle">{text.rights}</p>
    </div>
  );
}
