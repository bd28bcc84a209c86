import {
  canvasForms,
  canvasParts,
  LONGEST_CANVAS_TITLE,
  LONGEST_PART,
  sectionsOf,
  type UseCaseCanvas,
  withForm,
  withLine,
  withPart,
} from '../model/use-case-canvas.ts';
import { CanvasField } from './canvas-field.tsx';
import { CanvasRows } from './canvas-rows.tsx';
import { Chips } from './chips.tsx';
import { useCanvasText } from './use-canvas.ts';

interface CanvasFormProps {
  readonly canvas: UseCaseCanvas;
  readonly edit: (change: (canvas: UseCaseCanvas) => UseCaseCanvas) => void;
  readonly tell: (message: string) => void;
}

/** Every field of the light or the full form, with its hint. */
export function CanvasForm({ canvas, edit, tell }: CanvasFormProps) {
  const text = useCanvasText();
  const line = (member: 'title' | 'author', label: string) => (
    <CanvasField
      label={label}
      value={canvas[member] ?? ''}
      longest={LONGEST_CANVAS_TITLE}
      language={canvas.language}
      onKeep={(typed) => edit((before) => withLine(before, member, typed))}
    />
  );
  return (
    <>
      <fieldset className="tw-fieldset tw-canvas__group" aria-describedby="canvas-form-hint">
        <legend className="tw-heading">{text.form}</legend>
        <Chips
          ids={canvasForms}
          isPressed={(id) => id === canvas.form}
          onPress={(id) => edit((before) => withForm(before, id))}
        >
          {(id) => text.forms[id]}
        </Chips>
        <p id="canvas-form-hint" className="nl-paragraph tw-subtle">
          {text.formHint}
        </p>
      </fieldset>
      {line('title', text.canvasTitle)}
      {line('author', text.authorField)}
      {canvasParts.map((part) => (
        <section key={part} className="tw-canvas__part" aria-labelledby={`canvas-edit-${part}`}>
          <h3 id={`canvas-edit-${part}`} className="tw-canvas__heading">
            {text.parts[part].title}
          </h3>
          <CanvasField
            label={text.inShort}
            of={text.parts[part].title}
            hint={text.parts[part].hint}
            value={canvas.parts[part] ?? ''}
            longest={LONGEST_PART}
            lines={4}
            language={canvas.language}
            onKeep={(typed) => edit((before) => withPart(before, part, typed))}
          />
          {canvas.form === 'full' &&
            sectionsOf(part).map((id) => <CanvasRows key={id} id={id} canvas={canvas} edit={edit} tell={tell} />)}
        </section>
      ))}
    </>
  );
}
