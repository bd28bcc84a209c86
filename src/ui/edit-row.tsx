import { useState } from 'react';
import { moveItem, turnItem } from '../model/drawing.ts';
import { changeDrawing, copySelected, deleteSelected, setDrawTool, showDrawn } from '../store/drawing.ts';
import { Icon } from './icon.tsx';
import { NumberField } from './number-field.tsx';
import { useDrawText } from './use-draw.ts';
import { useTwin } from './use-twin.ts';

/** What can be done with the chosen volume or model, by dragging, by key and by number. */
export function EditRow({ id }: { readonly id: string }) {
  const text = useDrawText();
  const tool = useTwin((state) => state.drawing?.tool);
  const [by, setBy] = useState({ east: 0, north: 0, degrees: 0 });

  function apply() {
    const { east, north, degrees } = by;
    changeDrawing((drawing) => turnItem(moveItem(drawing, id, east, north), id, degrees), { type: 'changed' });
    setBy({ east: 0, north: 0, degrees: 0 });
  }

  const field = (name: keyof typeof by, label: string, unit: string) => (
    <NumberField label={label} unit={unit} value={by[name]} onCommit={(value = 0) => setBy({ ...by, [name]: value })} />
  );

  return (
    <>
      <div className="tw-row">
        {(['move', 'turn'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="tw-chip"
            aria-pressed={tool === name}
            onClick={() => setDrawTool(tool === name ? 'none' : name)}
          >
            <Icon name={name === 'move' ? 'moves' : 'turnRight'} />
            {text[name]}
          </button>
        ))}
        <button type="button" className="tw-chip" onClick={() => showDrawn([id])}>
          <Icon name="view" />
          {text.show}
        </button>
        <button type="button" className="tw-chip" onClick={copySelected}>
          <Icon name="copy" />
          {text.copy}
        </button>
        <button type="button" className="tw-chip" onClick={deleteSelected}>
          <Icon name="close" />
          {text.delete}
        </button>
      </div>
      <p className="nl-paragraph tw-subtle">
        {tool === 'move' ? text.moveHelp : tool === 'turn' ? text.turnHelp : text.keys}
      </p>
      <details className="tw-details">
        <summary>{text.moveBy}</summary>
        <div className="tw-draw-grid">
          {field('east', text.east, text.metres)}
          {field('north', text.north, text.metres)}
          {field('degrees', text.degrees, text.degreesUnit)}
          <button type="button" className="tw-chip" onClick={apply}>
            {text.apply}
          </button>
        </div>
      </details>
    </>
  );
}
