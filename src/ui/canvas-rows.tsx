import { useRef } from 'react';
import {
  type CanvasField as CanvasFieldId,
  type CanvasRow,
  type CanvasSection,
  canvasSections,
  LONGEST_CELL,
  MOST_ROWS,
  type UseCaseCanvas,
  withCell,
  withMovedRow,
  withoutRow,
  withRow,
} from '../model/use-case-canvas.ts';
import { CanvasField } from './canvas-field.tsx';
import { Icon, type IconName } from './icon.tsx';
import { useCanvasText } from './use-canvas.ts';

interface CanvasRowsProps {
  readonly canvas: UseCaseCanvas;
  readonly id: CanvasSection;
  readonly edit: (change: (canvas: UseCaseCanvas) => UseCaseCanvas) => void;
  readonly tell: (message: string) => void;
}

/** One section of the full form: rows that are added, moved and removed by buttons, which a keyboard reaches as well. */
export function CanvasRows({ canvas, id, edit, tell }: CanvasRowsProps) {
  const text = useCanvasText();
  const list = useRef<HTMLFieldSetElement>(null);
  const { title, hint, row: word, fields } = text.sections[id];
  const rows = canvas.sections[id] ?? [];
  const used = new Set(rows.map(({ consideration }) => consideration?.trim()));
  const helping = id === 'ethics' ? text.helpingQuestions.filter((question) => !used.has(question)) : [];

  /** Once the row is in the page: what was pressed may be gone or stand elsewhere. */
  function focus(index: number, what: string) {
    requestAnimationFrame(() => {
      const row = list.current?.querySelectorAll('[data-row]')[index];
      (row ?? list.current)?.querySelector<HTMLElement>(row ? what : '[data-add]')?.focus();
    });
  }

  function add(row: CanvasRow = {}) {
    if (rows.length >= MOST_ROWS) return tell(text.full(MOST_ROWS));
    edit((before) => withRow(before, id, row));
    tell(text.added(word, rows.length + 1));
    // Where something stands in the first field already, the next one waits.
    focus(rows.length, row.consideration === undefined ? 'textarea' : '.tw-canvas__field:nth-of-type(2) textarea');
  }

  function move(index: number, step: -1 | 1) {
    edit((before) => withMovedRow(before, id, index, step));
    tell(text.moved(word, index + step + 1));
    focus(index + step, `[data-act="${step}"]`);
  }

  function remove(index: number) {
    edit((before) => withoutRow(before, id, index));
    tell(text.removed(word, index + 1));
    focus(Math.min(index, rows.length - 2), 'textarea');
  }

  const action = (icon: IconName, act: string, label: string, run: () => void, isOff = false) => (
    <button
      type="button"
      className="tw-icon-button"
      data-act={act}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => !isOff && run()}
    >
      <Icon name={icon} />
    </button>
  );

  const field = (index: number, name: CanvasFieldId, row: CanvasRow) => (
    <CanvasField
      key={name}
      label={fields[name] ?? name}
      of={text.numbered(word, index + 1)}
      value={row[name] ?? ''}
      longest={LONGEST_CELL}
      language={canvas.language}
      onKeep={(typed) => edit((before) => withCell(before, id, index, name, typed))}
    />
  );

  return (
    <fieldset ref={list} className="tw-fieldset tw-canvas__group" aria-describedby={`canvas-${id}-hint`}>
      <legend className="tw-heading">{title}</legend>
      <p id={`canvas-${id}-hint`} className="nl-paragraph tw-subtle">
        {hint}
      </p>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name; their fields follow what stands in them.
        <div key={index} className="tw-canvas__row" data-row={index}>
          {canvasSections[id].fields.map((name) => field(index, name, row))}
          <div className="tw-canvas__tools">
            {action('up', '-1', text.up(word, index + 1), () => move(index, -1), index === 0)}
            {action('down', '1', text.down(word, index + 1), () => move(index, 1), index === rows.length - 1)}
            {action('remove', 'remove', text.remove(word, index + 1), () => remove(index))}
          </div>
        </div>
      ))}
      {helping.length > 0 && (
        <>
          <p className="tw-subtle">{text.helping}</p>
          <ul className="tw-chips">
            {helping.map((question) => (
              <li key={question}>
                <button type="button" className="tw-chip" onClick={() => add({ consideration: question })}>
                  <Icon name="plus" />
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" className="tw-chip" data-add="" onClick={() => add()}>
        <Icon name="plus" />
        {text.addRow(word)}
      </button>
    </fieldset>
  );
}
