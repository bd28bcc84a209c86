import './draw-tool.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, useState } from 'react';
import { type MeasureKind, measureKinds } from '../model/flood-measure.ts';
import { figureOf, measureFigures, measureTable } from '../model/flood-measure-table.ts';
import { prepareComputing } from '../store/flood-compute.ts';
import { finishMeasure, placeMeasure, selectMeasure, undoMeasures } from '../store/flood-measures.ts';
import { FloodMeasureCompare } from './flood-measure-compare.tsx';
import { FloodMeasureEffect } from './flood-measure-effect.tsx';
import { FloodMeasureForm } from './flood-measure-form.tsx';
import { FloodMeasurePlacing } from './flood-measure-placing.tsx';
import { Icon } from './icon.tsx';
import { useMeasureText } from './use-flood-measure.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Placing measures against water, changing them, and what they do. */
export function FloodMeasures() {
  const text = useMeasureText();
  const canUndo = useTwin((state) => state.floodMeasures.past.length > 0);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="flood-measures">
      <h3 className="tw-flood__title" id="flood-measures" tabIndex={-1}>
        {text.title}
      </h3>
      <p className="nl-paragraph">{text.intro}</p>
      <Start />
      <List />
      {canUndo && (
        <div className="tw-row">
          <button type="button" className="tw-chip" onClick={undoMeasures}>
            <Icon name="turnLeft" />
            {text.undo}
          </button>
        </div>
      )}
      <FloodMeasureEffect />
      <FloodMeasureCompare />
    </section>
  );
}

/** Which kind, and placing it. */
function Start() {
  const text = useMeasureText();
  const id = useId();
  const placing = useTwin((state) => state.floodMeasures.placing);
  const [chosen, setChosen] = useState<MeasureKind>('wadi');
  const kind = placing ?? chosen;
  return (
    <>
      <div className="tw-number">
        <label htmlFor={id} className="tw-subtle">
          {text.kind}
        </label>
        <select
          id={id}
          className="tw-select"
          value={kind}
          onChange={(event) => {
            const next = measureKinds.find((known) => known === event.currentTarget.value) ?? 'wadi';
            setChosen(next);
            if (placing) placeMeasure(next);
          }}
        >
          {measureKinds.map((known) => (
            <option key={known} value={known}>
              {text.kinds[known].name}
            </option>
          ))}
        </select>
      </div>
      <p className="nl-paragraph tw-subtle">{text.kinds[kind].about}</p>
      <div className="tw-row">
        <Button
          purpose={placing ? 'secondary' : 'primary'}
          className="tw-small-button"
          iconStart={<Icon name={placing ? 'close' : 'draw'} />}
          onClick={() => {
            placeMeasure(placing ? undefined : kind);
            if (!placing) prepareComputing();
          }}
        >
          {placing ? text.stop : text.place}
        </Button>
      </div>
      {placing && <FloodMeasurePlacing kind={placing} onDone={finishMeasure} />}
    </>
  );
}

function List() {
  const text = useMeasureText();
  const format = useFormat();
  const { items, selected } = useTwin((state) => state.floodMeasures);
  if (items.length === 0) return <p className="nl-paragraph tw-subtle">{text.none}</p>;
  return (
    <ul className="tw-draw-list" aria-label={text.list}>
      {items.map((measure, row) => {
        const isSelected = measure.id === selected;
        const figures = measureFigures(measure.kind).map(
          (name) => `${format.number(figureOf(measure, name), name.endsWith('M') ? 2 : 0)} ${text.units[name]}`,
        );
        return (
          <li key={measure.id}>
            <button
              type="button"
              className="tw-draw-item"
              aria-pressed={isSelected}
              onClick={() => selectMeasure(isSelected ? undefined : measure.id)}
            >
              <span>
                {row + 1}. {text.kinds[measure.kind].name}
              </span>
              <span className="tw-subtle">{figures.join(', ')}</span>
            </button>
            {isSelected && <FloodMeasureForm measure={measure} row={measureTable[measure.kind]} />}
          </li>
        );
      })}
    </ul>
  );
}
